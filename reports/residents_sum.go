package reports

import (
	"fmt"
	"strings"

	"technopark/reports/doc"
)

// totals are the sums of the register.
type totals struct {
	area    sum
	figures []sum
}

func (p *paper) newTotals() *totals {
	t := &totals{area: sum{field: field("contract", "area")}}
	for _, f := range p.reported() {
		t.figures = append(t.figures, sum{field: f})
	}
	return t
}

func (t *totals) add(r tenant) {
	t.area.add(r.area)
	for i := range t.figures {
		t.figures[i].add(r.figure(t.figures[i].field))
	}
}

func (t *totals) join(other *totals) {
	t.area.join(other.area)
	for i := range t.figures {
		t.figures[i].join(other.figures[i])
	}
}

// sums returns a row of sums under the columns of the register.
func (p *paper) sums(t *totals, kind doc.RowKind, title string) doc.Row {
	cells := []doc.Cell{{Text: title, Span: registerLabel}, {Text: t.area.text(p.Lang)}}
	for _, s := range t.figures {
		cells = append(cells, doc.Cell{Text: s.text(p.Lang)})
	}
	return doc.Row{Kind: kind, Cells: cells}
}

// silent names the residents whose figures the sums lack, «» when there are none.
func (p *paper) silent(all []tenant) string {
	var lacking []string
	for _, r := range all {
		for _, f := range p.reported() {
			if r.figure(f).Empty() {
				lacking = append(lacking, p.title("resident", r.ID))
				break
			}
		}
	}
	if len(lacking) == 0 {
		return ""
	}
	return ended(fmt.Sprintf(p.say(
		"Непредставленное в суммы реестра не вошло. Полных сведений за %s нет от %s: %s",
		"What was not provided is not in the sums of the register. Full figures for %s are missing from %s: %s"),
		p.inYear(), p.counted(len(lacking), forms("резидента", "резидентов", "резидентов", "resident", "residents")), strings.Join(lacking, ", ")))
}
