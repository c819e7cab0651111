package storage

import (
	"bytes"
	"encoding/binary"
	"os"
	"testing"
)

// A journal of a large change has several heads, each at the beginning of a sector and followed by pages
// of its own; the first page is found behind whichever it stands.
func TestFirstPageIsFoundBehindALaterHead(t *testing.T) {
	const sector, size = 512, 1024
	page := bytes.Repeat([]byte{7}, size)
	part := func(numbers ...uint32) []byte {
		head := make([]byte, sector)
		copy(head, journalMagic)
		binary.BigEndian.PutUint32(head[journalRecords:], uint32(len(numbers)))
		binary.BigEndian.PutUint32(head[journalSector:], sector)
		binary.BigEndian.PutUint32(head[journalPage:], size)
		for _, n := range numbers {
			head = binary.BigEndian.AppendUint32(head, n)
			if n == 1 {
				head = append(head, page...)
			} else {
				head = append(head, make([]byte, size)...)
			}
			head = append(head, 0, 0, 0, 0) // a sum
		}
		return append(head, make([]byte, (sector-len(head)%sector)%sector)...)
	}
	for what, c := range map[string]struct {
		parts [][]byte
		want  []byte
		ok    bool
	}{
		"behind the first":   {[][]byte{part(1, 5)}, page, true},
		"behind the second":  {[][]byte{part(5, 6, 7), part(8, 1)}, page, true},
		"behind the third":   {[][]byte{part(5), part(6, 7), part(1)}, page, true},
		"nowhere":            {[][]byte{part(5, 6, 7), part(8)}, nil, true},
		"a head and no page": {[][]byte{part()}, nil, false},
	} {
		path := written(t, bytes.Join(c.parts, nil))
		file, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		got, ok := firstPageBefore(file)
		if !bytes.Equal(got, c.want) || ok != c.ok {
			t.Errorf("%s: %d bytes, %v", what, len(got), ok)
		}
		if err := file.Close(); err != nil {
			t.Error(err)
		}
	}
}
