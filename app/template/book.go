package template

import (
	"encoding/xml"
	"strings"

	"technopark/app/workbook"
)

// book rewrites the part that lists the sheets: named areas follow their rows, and who opens the
// workbook is asked to compute its formulas anew.
func (p *spread) book() error {
	raw, err := p.current(p.archive.Main())
	if err != nil {
		return err
	}
	m := &mover{growth: p.growth, areas: true}
	var edits []workbook.Edit
	var into, calc workbook.Token
	var text strings.Builder
	after, prefix := 0, ""
	err = workbook.Walk(raw, func(t workbook.Token) error {
		switch e := t.Token.(type) {
		case xml.StartElement:
			text.Reset()
			switch e.Name.Local {
			case "definedName":
				into = t
			case "calcPr":
				calc = t
			case "workbook":
				if prefix = e.Name.Space; prefix != "" {
					prefix += ":"
				}
			}
		case xml.CharData:
			text.Write(e)
		case xml.EndElement:
			switch e.Name.Local {
			case "definedName":
				if moved := m.formula(text.String()); moved != text.String() {
					edits = append(edits, workbook.Put(into.To, t.From, workbook.Escape(moved)))
				}
			case "sheets", "functionGroups", "externalReferences", "definedNames":
				after = t.To // calcPr stands after these (ECMA-376, 18.2.27)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if calc.Token != nil {
		edits = append(edits, workbook.Put(calc.From, calc.To, workbook.WithAttr(string(raw[calc.From:calc.To]), "fullCalcOnLoad", "1")))
	} else if after > 0 {
		edits = append(edits, workbook.Put(after, after, "<"+prefix+`calcPr fullCalcOnLoad="1"/>`))
	}
	p.changed[p.archive.Main()] = workbook.Apply(raw, edits)
	return nil
}

// forgetOrder leaves out the order in which formulas were computed, which names cells that have
// moved; a spreadsheet makes it anew.
func (p *spread) forgetOrder() (without []string, err error) {
	chain := workbook.First(p.archive.Leads(), "calcChain")
	if chain == "" || !p.archive.Has(chain) {
		return nil, nil
	}
	at := strings.LastIndex(p.archive.Main(), "/") + 1
	rels := p.archive.Main()[:at] + "_rels/" + p.archive.Main()[at:] + ".rels"
	for part, mentions := range map[string]func(xml.StartElement) bool{
		rels:                  func(e xml.StartElement) bool { return strings.HasSuffix(workbook.Attr(e, "Type"), "/calcChain") },
		"[content_types].xml": func(e xml.StartElement) bool { return workbook.PartName(workbook.Attr(e, "PartName")) == chain },
	} {
		if err := p.drop(part, mentions); err != nil {
			return nil, err
		}
	}
	return []string{chain}, nil
}

// drop takes elements out of a part.
func (p *spread) drop(part string, is func(xml.StartElement) bool) error {
	raw, err := p.current(part)
	if err != nil {
		return err
	}
	var edits []workbook.Edit
	var from workbook.Token
	depth := 0
	err = workbook.Walk(raw, func(t workbook.Token) error {
		switch e := t.Token.(type) {
		case xml.StartElement:
			if from.Token == nil && is(e) {
				from, depth = t, 0
			}
			depth++
		case xml.EndElement:
			depth--
			if from.Token != nil && depth == 0 {
				edits = append(edits, workbook.Put(from.From, t.To, ""))
				from = workbook.Token{}
			}
		}
		return nil
	})
	p.changed[part] = workbook.Apply(raw, edits)
	return err
}
