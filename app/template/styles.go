package template

import (
	"encoding/xml"
	"strconv"
	"strings"

	"technopark/app/exchange"
)

// styles are the looks of cells of a workbook: a day needs one that shows a day.
type styles struct {
	raw     []byte
	formats map[string]string // codes of the book's own, by number
	looks   []token           // of cells, by number
	days    map[int]int       // styles that were added, by the style they are made of
	added   []string
	list    token // of the looks of cells
	at      int   // where looks are added
}

// shortDay is the number of the format that every workbook has for a day.
const shortDay = "14"

func readStyles(raw []byte) (*styles, error) {
	s := &styles{raw: raw, formats: map[string]string{}, days: map[int]int{}}
	inside := false
	var look token
	err := walk(raw, func(t token) error {
		switch e := t.Token.(type) {
		case xml.StartElement:
			switch {
			case e.Name.Local == "numFmt":
				s.formats[attr(e, "numFmtId")] = attr(e, "formatCode")
			case e.Name.Local == "cellXfs":
				s.list, inside = t, true
			case inside && e.Name.Local == "xf":
				look = t
			}
		case xml.EndElement:
			switch {
			case inside && e.Name.Local == "xf":
				look.to = t.to
				s.looks = append(s.looks, look)
			case e.Name.Local == "cellXfs":
				s.at, inside = t.from, false
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
	e, _ := look.start()
	format := attr(e, "numFmtId")
	if exchange.ShowsDay(format, s.formats[format]) {
		return style
	}
	if known, ok := s.days[style]; ok {
		return known
	}
	whole := string(s.raw[look.from:look.to])
	end := strings.IndexByte(whole, '>') + 1
	tag := withAttr(withAttr(whole[:end], "numFmtId", shortDay), "applyNumberFormat", "1")
	s.added = append(s.added, tag+whole[end:])
	s.days[style] = len(s.looks) + len(s.added) - 1
	return s.days[style]
}

// rewritten returns the part with the styles that were added.
func (s *styles) rewritten() []byte {
	e, _ := s.list.start()
	edits := []edit{{s.at, s.at, strings.Join(s.added, "")}}
	if attr(e, "count") != "" {
		tag := withAttr(string(s.raw[s.list.from:s.list.to]), "count", strconv.Itoa(len(s.looks)+len(s.added)))
		edits = append(edits, edit{s.list.from, s.list.to, tag})
	}
	return apply(s.raw, edits)
}
