package template

import (
	"encoding/xml"
	"strconv"
	"strings"

	"technopark/app/workbook"
)

// styles are the looks of cells of a workbook: a day needs one that shows a day.
type styles struct {
	raw     []byte
	formats map[string]string // codes of the book's own, by number
	looks   []workbook.Token  // of cells, by number
	days    map[int]int       // styles that were added, by the style they are made of
	added   []string
	list    workbook.Token // of the looks of cells
	at      int            // where looks are added
}

// shortDay is the number of the format that every workbook has for a day.
const shortDay = "14"

func readStyles(raw []byte) (*styles, error) {
	s := &styles{raw: raw, formats: map[string]string{}, days: map[int]int{}}
	inside := false
	var look workbook.Token
	err := workbook.Walk(raw, func(t workbook.Token) error {
		switch e := t.Token.(type) {
		case xml.StartElement:
			switch {
			case e.Name.Local == "numFmt":
				s.formats[workbook.Attr(e, "numFmtId")] = workbook.Attr(e, "formatCode")
			case e.Name.Local == "cellXfs":
				s.list, inside = t, true
			case inside && e.Name.Local == "xf":
				look = t
			}
		case xml.EndElement:
			switch {
			case inside && e.Name.Local == "xf":
				look.To = t.To
				s.looks = append(s.looks, look)
			case e.Name.Local == "cellXfs":
				s.at, inside = t.From, false
			}
		}
		return nil
	})
	return s, err
}

// day returns the number of a style that is like the given one and shows a day.
func (s *styles) day(style int) int {
	if style < 0 || style >= len(s.looks) {
		return style
	}
	look := s.looks[style]
	e, _ := look.Start()
	format := workbook.Attr(e, "numFmtId")
	if workbook.ShowsDay(format, s.formats[format]) {
		return style
	}
	if known, ok := s.days[style]; ok {
		return known
	}
	whole := string(s.raw[look.From:look.To])
	end := strings.IndexByte(whole, '>') + 1
	tag := workbook.WithAttr(workbook.WithAttr(whole[:end], "numFmtId", shortDay), "applyNumberFormat", "1")
	s.added = append(s.added, tag+whole[end:])
	s.days[style] = len(s.looks) + len(s.added) - 1
	return s.days[style]
}

// rewritten returns the part with the styles that were added.
func (s *styles) rewritten() []byte {
	e, _ := s.list.Start()
	edits := []workbook.Edit{workbook.Put(s.at, s.at, strings.Join(s.added, ""))}
	if workbook.Attr(e, "count") != "" {
		tag := workbook.WithAttr(string(s.raw[s.list.From:s.list.To]), "count", strconv.Itoa(len(s.looks)+len(s.added)))
		edits = append(edits, workbook.Put(s.list.From, s.list.To, tag))
	}
	return workbook.Apply(s.raw, edits)
}
