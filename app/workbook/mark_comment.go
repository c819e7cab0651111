package workbook

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Kinds of parts and of pointers between them, behind the words that the strict and the common form
// begin them with.
const (
	commonKinds  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	strictKinds  = "http://purl.oclc.org/ooxml/officeDocument/relationships"
	commonCells  = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	strictCells  = "http://purl.oclc.org/ooxml/spreadsheetml/main"
	contentTypes = "[content_types].xml"
	partKind     = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// names returns the namespaces of the form the workbook is in.
func (m *marker) names() (cells, kinds string) {
	for _, name := range []string{relsOf(m.main), relsOf("")} {
		if raw, err := m.Part(name); err == nil && bytes.Contains(raw, []byte(strictKinds)) {
			return strictCells, strictKinds
		}
	}
	return commonCells, commonKinds
}

// point lets a part point to another, and returns by which name.
func (m *marker) point(from, kind, to string) (string, error) {
	name := relsOf(from)
	_, kinds := m.names()
	if !m.Has(name) {
		i := slices.IndexFunc(m.added, func(p Part) bool { return PartName(p.Name) == name })
		if i < 0 {
			m.added = append(m.added, Part{name, []byte(xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`)})
			i = len(m.added) - 1
		}
		id, raw, err := pointed(m.added[i].Content, kinds+"/"+kind, to)
		m.added[i].Content = raw
		return id, err
	}
	raw, err := m.current(name)
	if err != nil {
		return "", err
	}
	id, raw, err := pointed(raw, kinds+"/"+kind, to)
	m.changed[name] = raw
	return id, err
}

// pointed adds a pointer to a list of them.
func pointed(raw []byte, kind, to string) (string, []byte, error) {
	id, prefix, end := "", "", 0
	var root Token
	taken := map[string]bool{}
	err := Walk(raw, func(t Token) error {
		switch e := t.Token.(type) {
		case xml.StartElement:
			if root.Token == nil {
				root, prefix = t, prefixOf(e)
			}
			taken[Attr(e, "Id")] = true
		case xml.EndElement:
			if e.Name.Local == "Relationships" {
				end = t.From
			}
		}
		return nil
	})
	for n := 1; id == "" || taken[id]; n++ {
		id = "tp" + strconv.Itoa(n)
	}
	text := fmt.Sprintf(`<%sRelationship Id=%s Type=%s Target=%s/>`, prefix, inQuotes(id), inQuotes(kind), inQuotes(Escape(to)))
	return id, inside(raw, root, end, text), err
}

// inside puts a text at the end of an element, be it written as one without an end.
func inside(raw []byte, element Token, end int, text string) []byte {
	tag := string(raw[element.From:element.To])
	if e, ok := element.Start(); ok && strings.HasSuffix(tag, "/>") {
		return Apply(raw, []Edit{Put(element.From, element.To, OpenTag(tag)+text+"</"+Called(e.Name)+">")})
	}
	return Apply(raw, []Edit{Put(end, end, text)})
}

// comment puts the words of marks into the comments of a sheet.
func (m *marker) comment(part string, number int, marks []Mark) error {
	targets, err := m.Targets(part)
	if err != nil {
		return err
	}
	if known := First(targets, "comments"); known != "" && m.Has(known) {
		return m.moreComments(known, First(targets, "vmlDrawing"), marks)
	}
	cells, _ := m.names()
	var text strings.Builder
	fmt.Fprintf(&text, `%s<comments xmlns=%s><authors><author></author></authors><commentList>`, xml.Header, inQuotes(cells))
	for _, mark := range marks {
		text.WriteString(commentOf(mark, ""))
	}
	text.WriteString("</commentList></comments>")
	name, frames := fmt.Sprintf("xl/tpComments%d.xml", number), fmt.Sprintf("xl/drawings/tpComments%d.vml", number)
	m.added = append(m.added, Part{name, []byte(text.String())}, Part{frames, []byte(framesHead + frame(marks) + "</xml>")})
	m.kinds = append(m.kinds, fmt.Sprintf(`<Override PartName="/%s" ContentType="%scomments+xml"/>`, name, partKind))
	if _, err := m.point(part, "comments", "/"+name); err != nil {
		return err
	}
	id, err := m.point(part, "vmlDrawing", "/"+frames)
	if err != nil {
		return err
	}
	return m.drawFrames(part, id)
}

func commentOf(mark Mark, prefix string) string {
	return fmt.Sprintf(`<%[1]scomment ref="%[2]s" authorId="0"><%[1]stext><%[1]sr><%[1]st xml:space="preserve">%[3]s</%[1]st></%[1]sr></%[1]stext></%[1]scomment>`,
		prefix, Address(mark.Row, mark.Column), Escape(Coded(mark.Words)))
}

// moreComments puts words behind the comments that a sheet has already.
func (m *marker) moreComments(part, frames string, marks []Mark) error {
	raw, err := m.current(part)
	if err != nil {
		return err
	}
	prefix, ref, end := "", "", 0
	var list Token
	known := map[string]int{} // where the text of a comment ends
	err = Walk(raw, func(t Token) error {
		switch e := t.Token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "comments":
				prefix = prefixOf(e)
			case "commentList":
				list = t
			case "comment":
				ref = Attr(e, "ref")
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "text":
				known[ref] = t.From
			case "commentList":
				end = t.From
			}
		}
		return nil
	})
	if err != nil || list.Token == nil {
		return err
	}
	var edits []Edit
	var fresh []Mark
	for _, mark := range marks {
		at := known[Address(mark.Row, mark.Column)]
		if at == 0 {
			fresh = append(fresh, mark)
			continue
		}
		edits = append(edits, Put(at, at, fmt.Sprintf(`<%[1]sr><%[1]st xml:space="preserve">%[2]s</%[1]st></%[1]sr>`, prefix, Escape(Coded("\n"+mark.Words)))))
	}
	text := ""
	for _, mark := range fresh {
		text += commentOf(mark, prefix)
	}
	if strings.HasSuffix(string(raw[list.From:list.To]), "/>") {
		raw = inside(raw, list, end, text)
	} else {
		raw = Apply(raw, append(edits, Put(end, end, text)))
	}
	m.changed[part] = raw
	if frames == "" || !m.Has(frames) || len(fresh) == 0 {
		return nil
	}
	drawn, err := m.current(frames)
	if at := bytes.LastIndex(drawn, []byte("</xml>")); err == nil && at >= 0 {
		m.changed[frames] = Apply(drawn, []Edit{Put(at, at, frame(fresh))})
	}
	return err
}

// drawFrames lets a sheet show the frames of its comments.
func (m *marker) drawFrames(part, id string) error {
	raw, err := m.current(part)
	if err != nil {
		return err
	}
	at, prefix, declared := 0, "", ""
	var root Token
	depth := 0
	err = Walk(raw, func(t Token) error {
		switch e := t.Token.(type) {
		case xml.StartElement:
			depth++
			if depth == 1 {
				root, prefix = t, prefixOf(e)
			}
			behind := []string{"legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"} // ECMA-376, 18.3.1.99
			if depth == 2 && at == 0 && slices.Contains(behind, e.Name.Local) {
				at = t.From
			}
		case xml.EndElement:
			depth--
			if depth == 0 && at == 0 {
				at = t.From
			}
		}
		return nil
	})
	_, kinds := m.names()
	declared = fmt.Sprintf(` xmlns:tp=%s`, inQuotes(kinds))
	text := fmt.Sprintf(`<%slegacyDrawing%s tp:id=%s/>`, prefix, declared, inQuotes(id))
	if at == 0 || root.Token == nil {
		return err
	}
	m.changed[part] = Apply(raw, []Edit{Put(at, at, text)})
	return err
}

const framesHead = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`

// frame draws the frames of comments, each two columns wide beside its cell.
func frame(marks []Mark) string {
	var text strings.Builder
	for i, mark := range marks {
		fmt.Fprintf(&text, `<v:shape id="_x0000_s9%03d" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:1.5pt;width:220pt;height:80pt;z-index:%d;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%d, 15, %d, 2, %d, 31, %d, 1</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>`,
			i+1, i+1, mark.Column, max(0, mark.Row-2), mark.Column+3, mark.Row+4, mark.Row-1, mark.Column-1)
	}
	return text.String()
}
