package workbook

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"technopark/app"
)

func cleanName(name string) string { return app.Clean(name) }

// addSheet puts a sheet of texts behind the others.
func (m *marker) addSheet(list *List, remarks Remarks) error {
	cells, kinds := m.names()
	name := freeName(list, remarks.Name)
	part := "xl/worksheets/tpRemarks.xml"
	for n := 2; m.Has(PartName(part)); n++ {
		part = fmt.Sprintf("xl/worksheets/tpRemarks%d.xml", n)
	}
	m.added = append(m.added, Part{part, m.textSheet(cells, remarks)})
	m.kinds = append(m.kinds, fmt.Sprintf(`<Override PartName="/%s" ContentType="%sworksheet+xml"/>`, part, partKind))
	id, err := m.point(m.main, "worksheet", "/"+part)
	if err != nil {
		return err
	}
	raw, err := m.current(m.main)
	if err != nil {
		return err
	}
	prefix, end, number := "", 0, 0
	var sheets Token
	err = Walk(raw, func(t Token) error {
		switch e := t.Token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "workbook":
				prefix = prefixOf(e)
			case "sheets":
				sheets = t
			case "sheet":
				n, _ := strconv.Atoi(Attr(e, "sheetId")) // a bad one is none
				number = max(number, n)
			}
		case xml.EndElement:
			if e.Name.Local == "sheets" {
				end = t.From
			}
		}
		return nil
	})
	text := fmt.Sprintf(`<%ssheet xmlns:tp=%s name=%s sheetId="%d" tp:id=%s/>`, prefix, inQuotes(kinds), inQuotes(Escape(name)), number+1, inQuotes(id))
	m.changed[m.main] = inside(raw, sheets, end, text)
	return err
}

// freeName returns the name, with a number where a sheet is called so already.
func freeName(list *List, name string) string {
	taken := map[string]bool{}
	for _, tab := range list.Tabs {
		taken[strings.ToLower(tab.Name)] = true
	}
	free := name
	for n := 2; taken[strings.ToLower(free)]; n++ {
		free = fmt.Sprintf("%s %d", name, n)
	}
	return free
}

// textSheet writes a sheet of texts that wrap, whose first row stays in sight.
func (m *marker) textSheet(cells string, remarks Remarks) []byte {
	var out strings.Builder
	fmt.Fprintf(&out, `%s<worksheet xmlns="%s"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>`, xml.Header, cells)
	for i, width := range remarks.Widths {
		fmt.Fprintf(&out, `<col min="%d" max="%d" width="%.1f" customWidth="1"/>`, i+1, i+1, width)
	}
	out.WriteString(`</cols><sheetData>`)
	style := m.styles.wrapped()
	for r, row := range remarks.Rows {
		fmt.Fprintf(&out, `<row r="%d">`, r+1)
		for c, text := range row {
			if text == "" {
				continue
			}
			run := `<t xml:space="preserve">` + Escape(Coded(text)) + "</t>"
			if r == 0 {
				run = "<r><rPr><b/></rPr>" + run + "</r>"
			}
			fmt.Fprintf(&out, `<c r="%s" s="%d" t="inlineStr"><is>%s</is></c>`, Address(r+1, c+1), style, run)
		}
		out.WriteString("</row>")
	}
	out.WriteString(`</sheetData><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`)
	return []byte(out.String())
}

// finish lists the parts that were added, and writes the looks.
func (m *marker) finish() error {
	if s := m.styles; len(s.added) > 0 {
		m.changed[s.part] = s.rewritten()
	}
	raw, err := m.current(contentTypes)
	if err != nil {
		return err
	}
	prefix, end, drawings := "", 0, false
	var root Token
	err = Walk(raw, func(t Token) error {
		switch e := t.Token.(type) {
		case xml.StartElement:
			if root.Token == nil {
				root, prefix = t, prefixOf(e)
			}
			drawings = drawings || e.Name.Local == "Default" && strings.EqualFold(Attr(e, "Extension"), "vml")
		case xml.EndElement:
			if e.Name.Local == "Types" {
				end = t.From
			}
		}
		return nil
	})
	if !drawings {
		m.kinds = append(m.kinds, `<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>`)
	}
	text := strings.Join(m.kinds, "")
	if prefix != "" {
		text = strings.NewReplacer("<Override", "<"+prefix+"Override", "<Default", "<"+prefix+"Default").Replace(text)
	}
	m.changed[contentTypes] = inside(raw, root, end, text)
	return err
}
