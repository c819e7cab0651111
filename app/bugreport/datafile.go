package bugreport

import (
	"encoding/binary"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/i18n"
	"technopark/app/logbook"
)

// DataFile is the shape a data file is in, without what its records say.
type DataFile struct {
	Path    string      // only its beginning is read, and it is not named
	Holding app.Holding // zero when it could not be opened
	Verdict app.Verdict // what is wrong with it
	Err     error       // why it could not be opened or looked through; nil when it could
}

// The places of numbers in the head of a data file (SQLite, «Database File Format», 1.3).
const (
	headSize    = 100
	atPageSize  = 16
	atPages     = 28
	atFreePages = 36
	atVersion   = 60
)

// lines says what is to be said of the file.
func (f *DataFile) lines(words *i18n.Printer) []Line {
	said := func(id, value string) Line { return Line{words.T("bugreport.datafile."+id, nil), value} }
	var all []Line
	if size, head, err := beginning(f.Path); err != nil {
		all = append(all, said("error", logbook.Describe(err)))
	} else {
		all = append(all, said("size", number(size)))
		if len(head) == headSize {
			all = append(all,
				said("schema", number(int64(binary.BigEndian.Uint32(head[atVersion:])))),
				said("pages", fmt.Sprintf("%s × %s, %s", number(int64(binary.BigEndian.Uint32(head[atPages:]))),
					number(int64(binary.BigEndian.Uint16(head[atPageSize:]))), number(int64(binary.BigEndian.Uint32(head[atFreePages:]))))))
		}
	}
	if f.Err != nil {
		return append(all, said("error", logbook.Describe(f.Err)))
	}
	all = append(all, said("entries", number(f.Holding.Entries)), said("verdict", f.verdict(words)))
	return append(all, counts(f.Holding)...)
}

// verdict says what kinds of things are wrong and in which fields, never with which values.
func (f *DataFile) verdict(words *i18n.Printer) string {
	if f.Verdict.OK() {
		return words.T("bugreport.datafile.whole", nil)
	}
	times := map[string]int{}
	for _, p := range f.Verdict.Problems {
		kind := strings.TrimSpace(strings.Join([]string{string(p.Kind), p.Type, p.Field}, " "))
		times[logbook.Sieve(kind)]++
	}
	var said []string
	for _, kind := range slices.Sorted(maps.Keys(times)) {
		said = append(said, fmt.Sprintf("%s — %d", kind, times[kind]))
	}
	return strings.Join(said, "; ")
}

// counts returns how many records there are of each type, in the order of the catalogue.
func counts(h app.Holding) []Line {
	var all []Line
	for _, t := range app.Types() {
		if n := h.Records[t.Key]; n > 0 {
			all = append(all, Line{t.Many.In(app.RU), number(n)})
		}
	}
	return all
}

func number(n int64) string { return app.FormatNumber(n, 1, 0, app.RU) }

// beginning returns the size of a file and its first bytes, fewer where it has no more.
func beginning(path string) (size int64, head []byte, err error) {
	file, err := os.Open(path)
	if err != nil {
		return 0, nil, err
	}
	defer file.Close() //nolint:errcheck // nothing was written through it
	info, err := file.Stat()
	if err != nil {
		return 0, nil, err
	}
	head, err = io.ReadAll(io.LimitReader(file, headSize))
	return info.Size(), head, err
}
