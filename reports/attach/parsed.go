package attach

import (
	"context"
	"crypto/sha256"
	"fmt"
	"image"
	"maps"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"technopark/app/sandbox"
)

// Parsed is a PDF that has been read, to be asked what it holds. It may be anybody's: what
// is asked of it is asked in another process.
type Parsed struct {
	data []byte
	sum  [sha256.Size]byte
}

// question is what is asked of a PDF. The other process keeps the PDF it was asked about
// last, and the data go there only when it has another.
type question struct {
	Sum  [sha256.Size]byte
	Data []byte // may be left out
	Size int    // of the data
	Ask  string // see the constants

	Without string      // of askDigests: the file left out
	Words   string      // of askSaying
	Summed  bool        // of askAround: the sums of files too
	Page    int         // of askPicture, from 0
	DPI     int         // of askPicture; 0 for Room
	Room    image.Point // of askPicture
	Pages   []int       // of askCut and askLarge, from 1
}

const (
	askParse   = "parse"
	askCount   = "count"
	askCarried = "carried"
	askDigests = "digests"
	askSaying  = "saying"
	askPicture = "picture"
	askAround  = "around"
	askCut     = "cut"
	askLarge   = "large"
)

// told is what a PDF says.
type told struct {
	Absent  bool // the data are needed
	Count   int
	Files   map[string][]byte
	Digests Digests
	Saying  []bool
	Picture *image.RGBA
	Around  Around
	PDF     []byte
	Large   []bool
	Fault   fault
}

var parsing = sandbox.Job[question, told]{Name: "parse", Work: func(q question) (told, error) {
	data, there := lastParsed.data(q)
	if !there {
		return told{Absent: true}, nil
	}
	t, err := tell(data, q)
	t.Fault = faultOf(err)
	return t, nil
}}

func tell(data []byte, q question) (t told, err error) {
	if err := crowded(data); err != nil {
		return t, err
	}
	switch q.Ask {
	case askCount:
		t.Count, err = countPages(data)
		return t, err
	case askPicture:
		t.Picture, err = picture(data, q.Page, q.DPI, q.Room)
		return t, err
	case askCut: // which takes the document apart
		t.PDF, err = cut(data, q.Pages)
		return t, err
	}
	p, err := lastParsed.content()
	if err != nil {
		return t, err
	}
	switch q.Ask {
	case askCarried:
		t.Files, err = p.carried()
	case askDigests:
		t.Digests, err = p.digests(q.Without)
	case askAround:
		t.Around, err = aroundOf(p.ctx, q.Summed)
	case askSaying:
		t.Saying, err = p.saying(q.Words)
	case askLarge:
		t.Large, err = large(p.ctx, q.Pages)
	}
	return t, err
}

// lastParsed keeps the PDF that was asked last: whoever asks once asks again.
var lastParsed memo

type memo struct {
	sum [sha256.Size]byte
	raw []byte
	is  *content // nil until it is asked for
}

func (m *memo) data(q question) (data []byte, there bool) {
	if m.raw != nil && m.sum == q.Sum {
		return m.raw, true
	}
	m.forget()
	m.sum, m.raw = q.Sum, q.Data
	return q.Data, len(q.Data) > 0 || q.Size == 0
}

func (m *memo) content() (*content, error) {
	if m.is != nil {
		return m.is, nil
	}
	ctx, err := read(m.raw)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	m.is = &content{ctx, m.raw}
	return m.is, nil
}

func (m *memo) forget() { *m = memo{} }

// content is a PDF where it is read.
type content struct {
	ctx  *model.Context
	data []byte
}

func (p *Parsed) ask(ctx context.Context, q question) (told, error) {
	q.Sum, q.Size = p.sum, len(p.data)
	limit := limitOf(len(p.data))
	t, err := parsing.Do(ctx, limit, q)
	if err == nil && t.Absent {
		q.Data = p.data
		t, err = parsing.Do(ctx, limit, q)
	}
	if err == nil {
		err = t.Fault.err()
	}
	return t, stopped(err)
}

func parsedOf(data []byte) *Parsed { return &Parsed{data, sha256.Sum256(data)} }

// Parse reads a PDF; one that cannot be read is ErrDamaged, one that takes too much time
// or memory ErrHeavy.
func Parse(data []byte) (*Parsed, error) {
	p := parsedOf(data)
	if _, err := p.ask(context.Background(), question{Ask: askParse}); err != nil {
		return nil, err
	}
	return p, nil
}

// Carried returns the files that a PDF carries, by their names. One that cannot be
// unpacked, or is larger than MaxBytes, is not among them, nor is what comes after 1 GiB of
// files; a PDF whose list of files cannot be read is ErrDamaged.
func (p *Parsed) Carried() (map[string][]byte, error) {
	t, err := p.ask(context.Background(), question{Ask: askCarried})
	if t.Files == nil && err == nil {
		t.Files = map[string][]byte{}
	}
	return t.Files, err
}

// Digests returns the digests of a PDF, those of the rest without the file of the given
// name. What cannot be read is ErrDamaged.
func (p *Parsed) Digests(without string) (Digests, error) {
	t, err := p.ask(context.Background(), question{Ask: askDigests, Without: without})
	return t.Digests, err
}

// Saying reports of each page whether words stand on it, in one line. What cannot be read
// is ErrDamaged.
func (p *Parsed) Saying(words string) ([]bool, error) {
	t, err := p.ask(context.Background(), question{Ask: askSaying, Words: words})
	return t.Saying, err
}

// mostCarried bounds what the files that a PDF carries may unpack to together, in bytes.
const mostCarried = 1 << 30

func (p *content) carried() (files map[string][]byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			files, err = nil, fmt.Errorf("%w: %v", ErrDamaged, p)
		}
	}()
	specs, err := carriedBy(p.ctx)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	files = map[string][]byte{}
	left := mostCarried
	for _, name := range slices.Sorted(maps.Keys(specs)) {
		content, err := contentOfFile(p.ctx, specs[name], min(left, MaxBytes))
		if err == nil {
			files[name] = content
			left -= len(content)
		}
	}
	return files, nil
}
