package attach

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// sheaf is a PDF that is written one object behind the other, so that no more of it lies in
// memory than where each object begins. The same objects in the same order give the same
// bytes, which the library's own writer, going through maps and asking the clock, does not.
type sheaf struct {
	to   io.Writer
	sum  hash.Hash // of all that is written
	size int64
	at   []int64 // where the objects begin, by their numbers from 1; 0 for one that is still to come
}

// newSheaf begins a PDF.
func newSheaf(to io.Writer) (*sheaf, error) {
	s := &sheaf{to: to, sum: sha256.New()}
	err := s.write([]byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"))
	return s, err
}

func (s *sheaf) write(p []byte) error {
	n, err := s.to.Write(p)
	s.size += int64(n)
	s.sum.Write(p)
	return err
}

// reserve returns a number for an object that will be written.
func (s *sheaf) reserve() int {
	s.at = append(s.at, 0)
	return len(s.at)
}

// object writes the object of a number: what stands between «obj» and «endobj».
func (s *sheaf) object(number int, body ...[]byte) error {
	s.at[number-1] = s.size
	parts := append([][]byte{fmt.Appendf(nil, "%d 0 obj\n", number)}, body...)
	for _, part := range append(parts, []byte("\nendobj\n")) {
		if err := s.write(part); err != nil {
			return err
		}
	}
	return nil
}

// end writes what a PDF ends with. info is 0 when there is none. The identifier is made of
// all that stands before it; see Intact.
func (s *sheaf) end(root, info int) error {
	if missing := slices.Index(s.at, 0); missing >= 0 {
		return fmt.Errorf("object %d was not written", missing+1)
	}
	start := s.size
	var b bytes.Buffer
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(s.at)+1)
	for _, n := range s.at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root %d 0 R", len(s.at)+1, root)
	if info > 0 {
		fmt.Fprintf(&b, "/Info %d 0 R", info)
	}
	if err := s.write(b.Bytes()); err != nil {
		return err
	}
	return s.write(fmt.Appendf(nil, "/ID[%s]>>\nstartxref\n%d\n%%%%EOF\n", identifier(s.sum), start))
}

// bound is the objects of one document on their way into a sheaf.
type bound struct {
	graph
	to   *sheaf
	mend bool // streams are made such as every reader can unpack
}

// bind begins to write objects of a document.
func (s *sheaf) bind(ctx *model.Context) *bound {
	return &bound{graph: graph{ctx: ctx, given: map[int]int{}, fresh: s.reserve}, to: s}
}

// all writes what has a number and all that it reaches.
func (b *bound) all() error {
	for ; b.done < len(b.queue); b.done++ {
		if err := b.object(b.queue[b.done]); err != nil {
			return fmt.Errorf("write object %d: %w", b.queue[b.done], err)
		}
	}
	return nil
}

// object writes the object with a number in ctx.
func (b *bound) object(old int) error {
	o, err := b.ctx.Dereference(*types.NewIndirectRef(old, 0))
	if err != nil {
		return err
	}
	b.body.Reset()
	stream, isStream := o.(types.StreamDict)
	if !isStream {
		b.value(o)
		return b.to.object(b.given[old], b.body.Bytes())
	}
	if b.mend {
		if stream, err = mended(stream); err != nil {
			return err
		}
	}
	return b.stream(old, stream)
}

// stream writes a stream that has a number.
func (b *bound) stream(old int, sd types.StreamDict) error {
	if sd.Raw == nil {
		if err := sd.Encode(); err != nil {
			return err
		}
	}
	b.body.Reset()
	b.value(withLength(sd))
	b.body.WriteString("\nstream\n")
	return b.to.object(b.given[old], b.body.Bytes(), sd.Raw, []byte("\nendstream"))
}
