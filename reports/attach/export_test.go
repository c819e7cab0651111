package attach

import (
	"bytes"
	"context"
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

// Texts returns the words of each page of a PDF.
func Texts(data []byte) (texts []string, err error) {
	err = open(data, func(o opened) error {
		count, err := o.count()
		if err != nil {
			return err
		}
		for i := range count {
			text, err := o.text(i)
			if err != nil {
				return fmt.Errorf("read page %d: %w", i+1, err)
			}
			texts = append(texts, text)
		}
		return nil
	})
	return texts, err
}

// Written is what Saying finds without pdfium.
func (p *Parsed) Written(words string) []bool {
	ctx, err := read(p.data)
	if err != nil {
		return nil
	}
	return (&content{ctx, p.data}).written(words)
}

// SayingOfLost is Saying where pdfium cannot read what pdfcpu could.
func SayingOfLost(data []byte, words string) ([]bool, error) {
	ctx, err := read(data)
	if err != nil {
		return nil, err
	}
	return (&content{ctx, []byte("%PDF-")}).saying(words)
}

// Differing returns the pages of a PDF, from 1, that look otherwise than the sheets of
// another.
func Differing(data, other []byte) ([]int, error) {
	own, err := ownPages(other)
	if err != nil {
		return nil, err
	}
	found, err := losingOf{data, own.PDF, own.Seats, 0}.losses()
	return found.Differ, err
}

// Mixed returns the sheets of a PDF, the given ones, from 1, as pictures.
func Mixed(data []byte, pages []int) ([]byte, error) {
	own, err := ownPages(data)
	if err != nil {
		return nil, err
	}
	return own.mixed(context.Background(), file{Kind: PDF, Data: data}, losses{Differ: pages}).PDF, nil
}

// Remembered reports whether it is known how a PDF gets onto sheets.
func Remembered(data []byte) bool {
	_, known := recall(data)
	return known
}

// Whole is Append into memory.
func Whole(base []byte, docs []*Prepared, files []File, seal *Seal) ([]byte, []Placed, error) {
	var out bytes.Buffer
	placed, err := Append(context.Background(), &out, base, docs, files, seal)
	return out.Bytes(), placed, err
}

// InMemory returns the sheets of a document that lie on no pile.
func (p *Prepared) InMemory() []byte { return p.pdf }

// Configuration returns the settings under which documents are read.
func Configuration() *model.Configuration { return configuration() }
