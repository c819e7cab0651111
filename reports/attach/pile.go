package attach

import "io"

// Pile keeps the sheets of documents outside of memory until they are written into a
// package: how many there are is asked of all of them before, and together they would fill
// it.
type Pile struct {
	to   io.Writer
	from io.ReaderAt
	size int64
}

// NewPile begins a pile of what is written to to.
func NewPile(to io.Writer) *Pile { return &Pile{to: to} }

// Put lays the sheets of a document on the pile.
func (p *Pile) Put(d *Prepared) error {
	n, err := p.to.Write(d.pdf)
	if err != nil {
		return err
	}
	d.lies, d.from, d.size = p, p.size, n
	d.pdf = nil
	p.size += int64(n)
	return nil
}

// Readable says where what was written can be read again.
func (p *Pile) Readable(from io.ReaderAt) { p.from = from }

// PDF returns the sheets of a document as they would stand in a package, without labels.
func (p *Prepared) PDF() ([]byte, error) {
	if p.lies == nil {
		return p.pdf, nil
	}
	data := make([]byte, p.size)
	_, err := io.ReadFull(io.NewSectionReader(p.lies.from, p.from, int64(p.size)), data)
	return data, err
}
