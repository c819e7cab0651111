package attach

import (
	"context"
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"technopark/app/sandbox"
)

// Parsed is a PDF that has been read, to be asked what it holds. It may be anybody's: what
// is asked of it is asked in another process.
type Parsed struct{ data []byte }

// question is what is asked of a PDF.
type question struct {
	Data    []byte
	Ask     string // see the constants
	Without string // of askDigests: the file left out
	Words   string // of askSaying
}

const (
	askParse   = "parse"
	askCarried = "carried"
	askDigests = "digests"
	askSaying  = "saying"
)

// told is what a PDF says.
type told struct {
	Files   map[string][]byte
	Digests Digests
	Saying  []bool
	Fault   fault
}

var parsing = sandbox.Job[question, told]{Name: "parse", Work: func(q question) (t told, _ error) {
	p, err := lastParsed.of(q.Data)
	if err != nil {
		return told{Fault: faultOf(err)}, nil
	}
	switch q.Ask {
	case askCarried:
		t.Files, err = p.carried()
	case askDigests:
		t.Digests, err = p.digests(q.Without)
	case askSaying:
		t.Saying, err = p.saying(q.Words)
	}
	t.Fault = faultOf(err)
	return t, nil
}}

// lastParsed keeps the PDF that was asked last: whoever asks once asks again.
var lastParsed memo

type memo struct {
	sum [sha256.Size]byte
	is  *content
}

func (m *memo) of(data []byte) (*content, error) {
	sum := sha256.Sum256(data)
	if m.is != nil && m.sum == sum {
		return m.is, nil
	}
	m.forget()
	ctx, err := read(data)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	m.sum, m.is = sum, &content{ctx, data}
	return m.is, nil
}

func (m *memo) forget() { m.is = nil }

// content is a PDF where it is read.
type content struct {
	ctx  *model.Context
	data []byte
}

func (p *Parsed) ask(q question) (told, error) {
	q.Data = p.data
	t, err := parsing.Do(context.Background(), limitOf(len(p.data)), q)
	if err == nil {
		err = t.Fault.err()
	}
	return t, stopped(err)
}

// Parse reads a PDF; one that cannot be read is ErrDamaged, one that takes too much time
// or memory ErrHeavy.
func Parse(data []byte) (*Parsed, error) {
	p := &Parsed{data}
	if _, err := p.ask(question{Ask: askParse}); err != nil {
		return nil, err
	}
	return p, nil
}

// Carried returns the files that a PDF carries, by their names. One that cannot be
// unpacked, or is larger than MaxBytes, is not among them, nor is what comes after 1 GiB of
// files; a PDF whose list of files cannot be read is ErrDamaged.
func (p *Parsed) Carried() (map[string][]byte, error) {
	t, err := p.ask(question{Ask: askCarried})
	if t.Files == nil && err == nil {
		t.Files = map[string][]byte{}
	}
	return t.Files, err
}

// Digests returns the digests of a PDF, those of the rest without the file of the given
// name. What cannot be read is ErrDamaged.
func (p *Parsed) Digests(without string) (Digests, error) {
	t, err := p.ask(question{Ask: askDigests, Without: without})
	return t.Digests, err
}

// Saying reports of each page whether words stand on it, in one line. What cannot be read
// is ErrDamaged.
func (p *Parsed) Saying(words string) ([]bool, error) {
	t, err := p.ask(question{Ask: askSaying, Words: words})
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
