package attach

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"

	"github.com/klippa-app/go-pdfium/requests"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// saying is Saying. Most sheets are as this program wrote them, and a look at what they draw is enough; only
// the others are given to pdfium, which takes a hundred times as long.
func (p *content) saying(words string) (says []bool, err error) {
	says = p.written(words)
	err = open(p.data, func(o opened) error {
		count, err := o.count()
		if err != nil {
			return err
		}
		if count != len(says) { // the readers do not agree what the pages are
			says = make([]bool, count)
		}
		for i := range says {
			if says[i] {
				continue
			}
			text, err := o.text(i)
			if err != nil {
				return fmt.Errorf("read page %d: %w", i+1, err)
			}
			says[i] = strings.Contains(text, words)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return says, nil
}

// written reports of each page whether it or the label over it draws words in the way of
// gofpdf, as big-endian UTF-16. What cannot be unpacked does not, nor what comes after
// maxContent bytes: many pages may draw the same.
func (p *content) written(words string) []bool {
	var wanted []byte
	for _, unit := range utf16.Encode([]rune(words)) {
		wanted = binary.BigEndian.AppendUint16(wanted, unit)
	}
	pages := make([]bool, p.ctx.PageCount)
	left := maxContent
	for i := range pages {
		for _, content := range p.drawn(i+1, left > 0) {
			left -= len(content)
			pages[i] = pages[i] || bytes.Contains(content, wanted)
		}
	}
	return pages
}

// drawn returns what a page and the label over it draw, if it is to be unpacked at all.
func (p *content) drawn(page int, unpack bool) (contents [][]byte) {
	defer func() {
		if recover() != nil { // the library met what it did not expect
			contents = nil
		}
	}()
	if !unpack {
		return nil
	}
	d, _, inherited, err := p.ctx.PageDict(page, false)
	if err != nil {
		return nil
	}
	streams := []types.Object{d["Contents"]}
	if resources, err := p.ctx.DereferenceDict(whole(d, inherited)["Resources"]); err == nil {
		if forms, err := p.ctx.DereferenceDict(resources["XObject"]); err == nil {
			streams = append(streams, forms[labelName])
		}
	}
	for _, stream := range streams {
		if content, err := contentOf(p.ctx, page, types.Dict{"Contents": stream}); err == nil {
			contents = append(contents, content)
		}
	}
	return contents
}

// text returns the words of a page in one call: the wrapper's GetPageText makes one for
// each letter, and takes half as long again.
func (o opened) text(i int) (string, error) {
	page, err := o.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: o.page(i)})
	if err != nil {
		return "", err
	}
	letters, err := o.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: page.TextPage})
	if err != nil {
		return "", err
	}
	text, err := o.FPDFText_GetText(&requests.FPDFText_GetText{TextPage: page.TextPage, Count: letters.Count})
	if err != nil {
		return "", err
	}
	_, err = o.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: page.TextPage})
	return text.Text, err
}
