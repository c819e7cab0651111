package attach

import "fmt"

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
func (p *Parsed) Written(words string) []bool { return p.written(words) }

// Lose empties the file, as if pdfium could not read what pdfcpu could.
func (p *Parsed) Lose() { p.data = []byte("%PDF-") }
