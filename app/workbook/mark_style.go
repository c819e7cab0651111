package workbook

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
)

// fills adds looks to the styles of a workbook: red ones like others, one for heads and one for
// texts that wrap.
type fills struct {
	raw      []byte
	prefix   string
	part     string
	looks    []Token // of cells, by number
	fillList Token
	fillEnd  int
	fillN    int
	lookList Token
	lookEnd  int
	reds     map[int]int
	added    []string
}

// red is what marked cells are filled with.
const red = "FFFFC7CE"

func (m *marker) readStyles() error {
	s := &fills{reds: map[int]int{}, part: First(m.leads, "styles")}
	m.styles = s
	if s.part == "" || !m.Has(s.part) {
		s.part = ""
		return nil
	}
	var err error
	if s.raw, err = m.Part(s.part); err != nil {
		return err
	}
	inside := ""
	var look Token
	return Walk(s.raw, func(t Token) error {
		switch e := t.Token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "styleSheet":
				s.prefix = prefixOf(e)
			case "fills":
				s.fillList, inside = t, "fills"
			case "cellXfs":
				s.lookList, inside = t, "cellXfs"
			case "fill":
				if inside == "fills" {
					s.fillN++
				}
			case "xf":
				look = t
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "fills":
				s.fillEnd, inside = t.From, ""
			case "cellXfs":
				s.lookEnd, inside = t.From, ""
			case "xf":
				if inside == "cellXfs" {
					look.To = t.To
					s.looks = append(s.looks, look)
				}
			}
		}
		return nil
	})
}

// able reports whether looks can be added.
func (s *fills) able() bool { return s.fillEnd >= s.fillList.To && s.lookEnd > 0 && s.fillEnd > 0 }

// red returns the number of a look like the given one, filled red.
func (s *fills) red(style int) int {
	if !s.able() || style < 0 || style >= len(s.looks) {
		return style
	}
	if known, ok := s.reds[style]; ok {
		return known
	}
	look := s.looks[style]
	whole := string(s.raw[look.From:look.To])
	end := strings.IndexByte(whole, '>') + 1
	tag := WithAttr(WithAttr(whole[:end], "fillId", strconv.Itoa(s.fillN)), "applyFill", "1")
	s.reds[style] = s.add(tag + whole[end:])
	return s.reds[style]
}

// wrapped returns the number of a look whose texts wrap.
func (s *fills) wrapped() int {
	if !s.able() {
		return 0
	}
	return s.add(fmt.Sprintf(`<%sxf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><%salignment vertical="top" wrapText="1"/></%sxf>`, s.prefix, s.prefix, s.prefix))
}

func (s *fills) add(look string) int {
	s.added = append(s.added, look)
	return len(s.looks) + len(s.added) - 1
}

// rewritten returns the part with the looks that were added.
func (s *fills) rewritten() []byte {
	fill := fmt.Sprintf(`<%[1]sfill><%[1]spatternFill patternType="solid"><%[1]sfgColor rgb="%[2]s"/><%[1]sbgColor indexed="64"/></%[1]spatternFill></%[1]sfill>`, s.prefix, red)
	edits := []Edit{Put(s.fillEnd, s.fillEnd, fill), Put(s.lookEnd, s.lookEnd, strings.Join(s.added, ""))}
	for _, list := range []struct {
		tag Token
		n   int
	}{{s.fillList, s.fillN + 1}, {s.lookList, len(s.looks) + len(s.added)}} {
		if e, _ := list.tag.Start(); Attr(e, "count") != "" {
			edits = append(edits, Put(list.tag.From, list.tag.To, WithAttr(string(s.raw[list.tag.From:list.tag.To]), "count", strconv.Itoa(list.n))))
		}
	}
	return Apply(s.raw, edits)
}
