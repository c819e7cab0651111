package template

import (
	"encoding/xml"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"technopark/app/workbook"
)

// What names the rows of a sheet besides its own cells: charts, pictures, remarks, tables, names
// of the book. Where a row repeats, all of it has to follow.

// spread is a form whose rows repeat.
type spread struct {
	*Template
	growth  growth
	changed map[string][]byte
}

// follow moves what the other parts of the workbook say of rows.
func (p *spread) follow() error {
	for _, s := range p.sheets {
		if len(p.growth[strings.ToLower(s.name)]) == 0 {
			continue
		}
		all, err := p.targetsBelow(s.part)
		if err != nil {
			return err
		}
		for _, to := range all {
			if err := p.followOf(s, to); err != nil {
				return err
			}
		}
	}
	return p.followCharts()
}

// targetsBelow returns what a sheet points to.
func (p *spread) targetsBelow(part string) ([]workbook.Target, error) {
	all, err := p.archive.Targets(part)
	slices.SortFunc(all, func(a, b workbook.Target) int { return strings.Compare(a.Part, b.Part) })
	return all, err
}

func (p *spread) followOf(s *sheet, to workbook.Target) error {
	m := &mover{growth: p.growth, sheet: s.name}
	switch to.Kind {
	case "drawing":
		return p.move(to.Part, func(element, text string) string {
			if element == "row" && text != "" {
				return strconv.Itoa(p.growth.start(s.name, atoi(text)+1) - 1) // counted from 0
			}
			return text
		}, nil)
	case "comments", "threadedComment":
		return p.move(to.Part, nil, m.cell)
	case "table":
		return p.move(to.Part, func(element, text string) string {
			if element == "calculatedColumnFormula" || element == "totalsRowFormula" {
				return m.formula(text)
			}
			return text
		}, m.area)
	case "vmlDrawing":
		return p.moveMarks(s, to.Part)
	case "pivotTable":
		return refuse("на листе «%s» есть сводная таблица, а строка {{each …}} сдвинула бы её. Перенесите сводную таблицу на другой лист",
			"the sheet “%s” has a pivot table, which a row with {{each …}} would move. Put the pivot table on another sheet", s.name)
	}
	return nil
}

// move rewrites the texts of elements and the attribute ref of a part.
func (p *spread) move(part string, text func(element, text string) string, ref func(string) string) error {
	raw, err := p.current(part)
	if err != nil {
		return err
	}
	var edits []workbook.Edit
	var open []xml.Name
	err = workbook.Walk(raw, func(t workbook.Token) error {
		switch e := t.Token.(type) {
		case xml.StartElement:
			open = append(open, e.Name)
			if was := workbook.Attr(e, "ref"); ref != nil && was != "" {
				tag := string(raw[t.From:t.To])
				edits = append(edits, workbook.Put(t.From, t.To, workbook.WithAttr(tag, "ref", ref(was))))
			}
		case xml.CharData:
			if text != nil && len(open) > 0 {
				if now := text(open[len(open)-1].Local, string(e)); now != string(e) {
					edits = append(edits, workbook.Put(t.From, t.To, workbook.Escape(now)))
				}
			}
		case xml.EndElement:
			open = open[:len(open)-1]
		}
		return nil
	})
	if err != nil {
		return err
	}
	p.changed[part] = workbook.Apply(raw, edits)
	return nil
}

// current returns a part as it is by now.
func (p *spread) current(part string) ([]byte, error) {
	if raw, ok := p.changed[part]; ok {
		return raw, nil
	}
	return p.read(part)
}

var (
	markRow    = regexp.MustCompile(`(<x:Row>\s*)(\d+)(\s*</x:Row>)`)
	markAnchor = regexp.MustCompile(`(<x:Anchor>)([^<]*)(</x:Anchor>)`)
)

// moveMarks moves the frames of remarks, which are drawn in a language of their own that is not
// always XML.
func (p *spread) moveMarks(s *sheet, part string) error {
	raw, err := p.current(part)
	if err != nil {
		return err
	}
	moved := func(digits string) string { return strconv.Itoa(p.growth.start(s.name, atoi(digits)+1) - 1) }
	text := markRow.ReplaceAllStringFunc(string(raw), func(found string) string {
		m := markRow.FindStringSubmatch(found)
		return m[1] + moved(m[2]) + m[3]
	})
	text = markAnchor.ReplaceAllStringFunc(text, func(found string) string {
		m := markAnchor.FindStringSubmatch(found)
		numbers := strings.Split(m[2], ",")
		const top, bottom = 2, 6
		if len(numbers) <= bottom {
			return found
		}
		for _, i := range []int{top, bottom} {
			digits := strings.TrimSpace(numbers[i])
			numbers[i] = strings.Replace(numbers[i], digits, moved(digits), 1)
		}
		return m[1] + strings.Join(numbers, ",") + m[3]
	})
	p.changed[part] = []byte(text)
	return nil
}

// followCharts moves the areas that charts and pivot tables take their figures from, wherever they
// stand.
func (p *spread) followCharts() error {
	m := &mover{growth: p.growth, areas: true}
	followed := map[string]bool{}
	for _, part := range slices.Sorted(slices.Values(p.archive.Names())) {
		all, err := p.archive.Targets(part)
		if err != nil {
			return err
		}
		for _, to := range all {
			if followed[to.Part] {
				continue
			}
			followed[to.Part] = true
			switch to.Kind {
			case "chart", "chartEx":
				err = p.move(to.Part, func(element, text string) string {
					if element == "f" {
						return m.formula(text)
					}
					return text
				}, nil)
			case "pivotCacheDefinition":
				err = p.followPivot(to.Part)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// followPivot moves the area a pivot table is made of.
func (p *spread) followPivot(part string) error {
	raw, err := p.current(part)
	if err != nil {
		return err
	}
	var edits []workbook.Edit
	err = workbook.Walk(raw, func(t workbook.Token) error {
		e, ok := t.Start()
		if ok && e.Name.Local == "worksheetSource" && workbook.Attr(e, "ref") != "" {
			m := &mover{growth: p.growth, sheet: workbook.Attr(e, "sheet")}
			edits = append(edits, workbook.Put(t.From, t.To, workbook.WithAttr(string(raw[t.From:t.To]), "ref", m.area(workbook.Attr(e, "ref")))))
		}
		return nil
	})
	p.changed[part] = workbook.Apply(raw, edits)
	return err
}
