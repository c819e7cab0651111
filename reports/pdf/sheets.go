package pdf

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/jung-kurt/gofpdf"

	"technopark/reports/doc"
)

// Picture is an image that fills a sheet of its own.
type Picture struct {
	Data []byte  // the file
	Type string  // png or jpg, eight bits a channel, without transparency
	W, H int     // pixels
	DPI  float64 // 0 when unknown: then it is made as large as fits
}

// Room round a picture on its sheet, mm.
const pictureMargin = 10

// Pictures returns a PDF with one A4 sheet for each picture, turned as the picture is,
// the picture as large as its density asks and the sheet allows.
func Pictures(pictures []Picture) (out []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			out, err = nil, fmt.Errorf("gofpdf: %v", p)
		}
	}()
	f := gofpdf.New("P", "mm", "A4", "")
	f.SetAutoPageBreak(false, 0)
	f.SetCatalogSort(true)
	for i, p := range pictures {
		sheet := Rect{W: paperShort, H: paperLong}
		orientation := "P"
		if p.W > p.H {
			sheet, orientation = Rect{W: paperLong, H: paperShort}, "L"
		}
		f.AddPageFormat(orientation, gofpdf.SizeType{Wd: paperShort, Ht: paperLong})
		name := fmt.Sprintf("picture%d", i)
		options := gofpdf.ImageOptions{ImageType: p.Type}
		f.RegisterImageOptionsReader(name, options, bytes.NewReader(p.Data))
		at := p.on(sheet)
		f.ImageOptions(name, at.X, at.Y, at.W, at.H, false, options, 0, "")
	}
	var buf bytes.Buffer
	if err := f.Output(&buf); err != nil {
		return nil, fmt.Errorf("gofpdf: %w", err)
	}
	return buf.Bytes(), nil
}

// on returns where a picture stands on a sheet. A drawn page of A4 may fill it.
func (p Picture) on(sheet Rect) Rect {
	room := Rect{W: sheet.W - 2*pictureMargin, H: sheet.H - 2*pictureMargin}
	w, h := float64(p.W), float64(p.H)
	scale := min(room.W/w, room.H/h)
	if p.DPI > 0 {
		natural := 25.4 / p.DPI
		if whole := (Rect{W: w * natural, H: h * natural}); whole.W <= sheet.W+1 && whole.H <= sheet.H+1 {
			scale = natural
		}
	}
	return Rect{X: (sheet.W - w*scale) / 2, Y: (sheet.H - h*scale) / 2, W: w * scale, H: h * scale}
}

// LabelHeight is the height of a line of a label, mm.
const LabelHeight = 4.2

// LabelWidth returns the width of the paper of a label, mm.
func LabelWidth(lines []string) (float64, error) {
	fonts, err := loadFonts()
	if err != nil {
		return 0, err
	}
	return labelWidth(fonts, lines), nil
}

func labelWidth(fonts *fontSet, lines []string) float64 {
	widest := 0.0
	for _, line := range lines {
		line, _ = fonts[sans].clean(line)
		widest = max(widest, fonts.font(sans, labelSize, 1).measure(line))
	}
	return widest + 3
}

const labelSize = 8

// Labels returns a PDF with a small page for each label: its lines in sans of eight
// points, right edges even, on white. The page is LabelWidth wide and LabelHeight a line
// high.
func Labels(labels [][]string) (out []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			out, err = nil, fmt.Errorf("gofpdf: %v", p)
		}
	}()
	fonts, err := loadFonts()
	if err != nil {
		return nil, err
	}
	c := newCanvas(fonts, []style{sans})
	face := fonts.font(sans, labelSize, 1)
	for _, lines := range labels {
		width, height := labelWidth(fonts, lines), LabelHeight*float64(len(lines))
		c.pdf.AddPageFormat("P", gofpdf.SizeType{Wd: width, Ht: height})
		c.pdf.SetFillColor(255, 255, 255)
		c.pdf.Rect(0, 0, width, height, "F")
		c.pdf.SetFont(family(face.face), "", labelSize)
		for i, line := range lines {
			line, _ = fonts[sans].clean(line)
			c.pdf.Text(width-1.5-face.measure(line), LabelHeight*float64(i)+3.1, line)
		}
	}
	var buf bytes.Buffer
	if err := c.pdf.Output(&buf); err != nil {
		return nil, fmt.Errorf("gofpdf: %w", err)
	}
	return buf.Bytes(), nil
}

// Note returns a PDF of one A4 sheet with a few centred lines on it, the first one bold.
// Lines too long for the sheet are broken.
func Note(lines []string) ([]byte, error) {
	d := doc.Document{Sections: []doc.Section{{Untitled: true, Blocks: []doc.Block{doc.Spacer{Height: 60}}}}}
	for i, line := range lines {
		d.Sections[0].Blocks = append(d.Sections[0].Blocks, doc.Paragraph{Text: line, Align: doc.Center, Bold: i == 0, Size: 12}, doc.Spacer{Height: 4})
	}
	laid, err := Layout(d)
	if err != nil {
		return nil, err
	}
	for _, p := range laid.Pages { // it gets a label in place of a foot
		p.Texts = slices.DeleteFunc(p.Texts, func(t Text) bool { return !p.Body.Holds(t.Box) })
		p.Rules = nil
	}
	return draw(laid, information{})
}

// Blank returns a PDF of so many empty sheets.
func Blank(sheets int) ([]byte, error) {
	f := gofpdf.New("P", "mm", "A4", "")
	f.SetCatalogSort(true)
	for range sheets {
		f.AddPage()
	}
	var out bytes.Buffer
	if err := f.Output(&out); err != nil {
		return nil, fmt.Errorf("draw empty sheets: %w", err)
	}
	return out.Bytes(), nil
}
