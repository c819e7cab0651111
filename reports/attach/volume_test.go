package attach_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"runtime"
	"testing"

	"technopark/reports/attach"
)

// heavy is a page with a picture of so many bytes that cannot be packed.
func heavy(seed uint64, size int) []byte {
	noise := make([]byte, size)
	random := rand.New(rand.NewPCG(seed, 1))
	for i := range noise {
		noise[i] = byte(random.Uint32())
	}
	picture := fmt.Sprintf("<</Type/XObject/Subtype/Image/Width %d/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length %d>>\nstream\n%s\nendstream", size, size, noise)
	return raw(box+"/Resources<</XObject<</I 6 0 R>>>>", "q 500 0 0 500 40 200 cm /I Do Q", picture)
}

// peak notes how much memory is in use while a package is written through it.
type peak struct{ most uint64 }

func (p *peak) Write(b []byte) (int, error) {
	var now runtime.MemStats
	if len(b) > 1<<20 { // a picture
		runtime.GC()
		runtime.ReadMemStats(&now)
		p.most = max(p.most, now.HeapAlloc)
	}
	return len(b), nil
}

// The memory a package takes is that of its largest document: with so many more of them it
// is not more, though sheets and files are many times as much.
func TestMemoryIsBoundedByTheLargestDocument(t *testing.T) {
	const size = 2 << 20
	measured := func(documents int) uint64 {
		var lying bytes.Buffer
		pile := attach.NewPile(&lying)
		var docs []*attach.Prepared
		var files []attach.File
		for i := range documents {
			d := prepared(t, document(attach.PDF, heavy(uint64(i), size)))
			if d.How != attach.AsPages {
				t.Fatal(d.How, d.Why)
			}
			if err := pile.Put(d); err != nil {
				t.Fatal(err)
			}
			docs = append(docs, d)
			files = append(files, attach.File{
				Name: fmt.Sprintf("%d.pdf", i), MIME: "application/pdf", Relation: "Source", Packed: true,
				Fetch: func() ([]byte, error) { return heavy(uint64(i), size), nil },
			})
		}
		pile.Readable(bytes.NewReader(lying.Bytes()))
		var p peak
		seal := &attach.Seal{Name: sealName, Make: func(attach.Digests) (attach.File, error) { return attach.File{Name: sealName, Data: []byte("-")}, nil }}
		placed, err := attach.Append(context.Background(), &p, paper(t, a4), docs, files, seal)
		if err != nil || len(placed) != documents {
			t.Fatal(len(placed), err)
		}
		if p.most < uint64(lying.Cap()) {
			t.Fatal("nothing was measured")
		}
		return p.most - uint64(lying.Cap())
	}
	few, many := measured(3), measured(15)
	t.Logf("%d and %d bytes", few, many)
	if many > few+2*size {
		t.Errorf("%d MB with 3 documents, %d MB with 15", few>>20, many>>20)
	}
}

// What a package is of is read from it without the rest.
func TestOwnFilesAreReadAlone(t *testing.T) {
	data, _ := sealed(t)
	files, err := attach.FilesOf(bytes.NewReader(data), int64(len(data)), "one.txt", "two.bin", "none")
	if err != nil || len(files) != 2 || string(files["one.txt"]) != "один" || string(files["two.bin"]) != "\x00\x01\x02" {
		t.Errorf("%q, %v", files, err)
	}
	for n := range len(data) / 7 { // cut, or with a byte changed: an error or the same, never a panic
		for _, spoilt := range [][]byte{data[:7*n], changedAt(data, 7*n)} {
			if !attach.IntactIn(bytes.NewReader(spoilt), int64(len(spoilt))) {
				_, _ = attach.FilesOf(bytes.NewReader(spoilt), int64(len(spoilt)), "one.txt")
				continue
			}
			t.Fatalf("changed at %d and still intact", 7*n)
		}
	}
	if !attach.IntactIn(bytes.NewReader(data), int64(len(data))) {
		t.Error("what was written is not intact")
	}
}

func changedAt(data []byte, at int) []byte {
	out := bytes.Clone(data)
	out[at] ^= 0x20
	return out
}

// A file that cannot be fetched, or a reader that fails, is told.
func TestWhatCannotBeFetchedIsTold(t *testing.T) {
	gone := attach.File{Name: "x", Fetch: func() ([]byte, error) { return nil, io.ErrUnexpectedEOF }}
	if _, _, err := attach.Whole(paper(t, a4), nil, []attach.File{gone}, nil); !isError(err, io.ErrUnexpectedEOF) {
		t.Errorf("%v", err)
	}
	d := prepared(t, document(attach.PDF, paper(t, a4)))
	pile := attach.NewPile(io.Discard)
	if err := pile.Put(d); err != nil {
		t.Fatal(err)
	}
	pile.Readable(bytes.NewReader(nil))
	if _, _, err := attach.Whole(paper(t, a4), []*attach.Prepared{d}, nil, nil); !isError(err, io.EOF) && !isError(err, io.ErrUnexpectedEOF) {
		t.Errorf("%v", err)
	}
}
