package template

import (
	"encoding/xml"
	"strings"
)

// book rewrites the part that lists the sheets: named areas follow their rows, and who opens the
// workbook is asked to compute its formulas anew.
func (p *spread) book() error {
	raw, err := p.current(p.main)
	if err != nil {
		return err
	}
	m := &mover{growth: p.growth, areas: true}
	var edits []edit
	var into, calc token
	var text strings.Builder
	after, prefix := 0, ""
	err = walk(raw, func(t token) error {
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
					edits = append(edits, edit{into.to, t.from, escape(moved)})
				}
			case "sheets", "functionGroups", "externalReferences", "definedNames":
				after = t.to // calcPr stands after these (ECMA-376, 18.2.27)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if calc.Token != nil {
		edits = append(edits, edit{calc.from, calc.to, withAttr(string(raw[calc.from:calc.to]), "fullCalcOnLoad", "1")})
	} else if after > 0 {
		edits = append(edits, edit{after, after, "<" + prefix + `calcPr fullCalcOnLoad="1"/>`})
	}
	p.changed[p.main] = apply(raw, edits)
	return nil
}

// forgetOrder leaves out the order in which formulas were computed, which names cells that have
// moved; a spreadsheet makes it anew.
func (p *spread) forgetOrder() (without []string, err error) {
	chain := first(p.leads, "calcChain")
	if chain == "" || p.named[chain] == nil {
		return nil, nil
	}
	at := strings.LastIndex(p.main, "/") + 1
	rels := p.main[:at] + "_rels/" + p.main[at:] + ".rels"
	for part, mentions := range map[string]func(xml.StartElement) bool{
		rels:                  func(e xml.StartElement) bool { return strings.HasSuffix(attr(e, "Type"), "/calcChain") },
		"[content_types].xml": func(e xml.StartElement) bool { return partName(attr(e, "PartName")) == chain },
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
	var edits []edit
	var from token
	depth := 0
	err = walk(raw, func(t token) error {
		switch e := t.Token.(type) {
		case xml.StartElement:
			if from.Token == nil && is(e) {
				from, depth = t, 0
			}
			depth++
		case xml.EndElement:
			depth--
			if from.Token != nil && depth == 0 {
				edits = append(edits, edit{from.from, t.to, ""})
				from = token{}
			}
		}
		return nil
	})
	p.changed[part] = apply(raw, edits)
	return err
}
