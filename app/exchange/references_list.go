package exchange

import (
	"strings"

	"technopark/app"
)

// listHead is where a list of figures, a row each, has what; 0 where it has not.
type listHead struct{ park, code, value, unit, region, period, whose int }

// list plans a sheet whose columns are the fields of reference values; false where it is none.
func (p *referencePlan) list(sheet Sheet) bool {
	for i, row := range sheet.Rows[:min(headRows, len(sheet.Rows))] {
		head := listHeadOf(row)
		if head.code == 0 || head.value == 0 || head.park == 0 && head.whose == 0 {
			continue
		}
		for _, row := range sheet.Rows[i+1:] {
			p.entry(head, row)
		}
		return true
	}
	return false
}

func listHeadOf(row Row) listHead {
	var h listHead
	fields := map[string]*int{"park": &h.park, "code": &h.code, "value": &h.value, "unit": &h.unit, "region": &h.region, "period": &h.period, "whose": &h.whose}
	more := map[string][]string{"code": {"код", "код показателя"}, "period": {"год", "период", "отчетный период", "год данных", "year"}, "park": {"парк", "название", "наименование"}, "unit": {"ед. изм.", "единица измерения"}}
	for _, c := range row.Cells {
		folded := app.Fold(c.Text)
		for _, f := range new(app.Reference).Type().Fields {
			at := fields[f.Key]
			if at == nil || *at != 0 {
				continue
			}
			for _, name := range append([]string{f.Key, f.Label.RU, f.Label.In(app.EN)}, more[f.Key]...) {
				if app.Fold(name) == folded {
					*at = c.Column
				}
			}
		}
	}
	return h
}

// entry plans one figure of a list.
func (p *referencePlan) entry(h listHead, row Row) {
	value := row.At(h.value)
	if strings.TrimSpace(value.Text) == "" && value.Kind != Fault {
		return
	}
	if !p.ofYear(h, row) {
		return
	}
	m, ok := p.measureIn(row.At(h.code), spot{row.Number, h.code})
	if !ok {
		return
	}
	unit := app.Clean(row.At(h.unit).Text)
	if h.unit == 0 {
		unit = ""
	}
	if unit != "" && !sameUnit(unit, m) {
		p.wrongUnit(header{m, unit}, unit, spot{row.Number, h.unit})
		return
	}
	whose, ok := p.whose(h, row)
	if ok {
		p.put(whose, m, unit, value, spot{row.Number, h.value})
	}
}

// ofYear reports whether a row is of the year of the plan.
func (p *referencePlan) ofYear(h listHead, row Row) bool {
	if h.period == 0 || strings.TrimSpace(row.At(h.period).Text) == "" {
		return true
	}
	text := row.At(h.period).Text
	period, ok := app.ParsePeriod(text)
	switch {
	case !ok || period.Quarter != 0 || period.Year < 1990 || period.Year > 2199:
		p.reject(spot{row.Number, h.period}, text, said("год с 1990 по 2199", "a year from 1990 to 2199"), said("год не читается или невозможен: впишите год данных четырьмя цифрами, например %d", "the year cannot be read or is not possible: write the year of the data in four digits, such as %d", p.Year))
		return false
	case period.Year != p.Year:
		p.others++
		return false
	}
	return true
}

// measureIn reads of which figure a row is.
func (p *referencePlan) measureIn(c Cell, at spot) (app.Measure, bool) {
	head, unknown, ok := p.headerOf(c.Text)
	if !ok {
		what := clip(c.Text)
		if unknown != "" {
			what = unknown
		}
		p.reject(at, c.Text, said("код или название показателя методики года", "the code or the name of an indicator of the method of the year"),
			said("показателя «%s» в методике года нет: исправьте код или удалите строку", "the method of the year has no indicator “%s”: correct the code, or remove the row", what))
	}
	return head.measure, ok
}

// whose reads whose figure a row has.
func (p *referencePlan) whose(h listHead, row Row) (subject, bool) {
	name := ""
	if h.park > 0 {
		name = row.At(h.park).Text
	}
	if h.whose > 0 {
		f, _ := new(app.Reference).Type().Field("whose")
		v, err := f.Read(row.At(h.whose).Text, nil)
		if err != nil {
			message := said("не понятно, чьё это значение", "it is not clear whose value this is")
			if faults := app.FaultsOf(err); len(faults) > 0 {
				message = faults[0].Message
			}
			p.reject(spot{row.Number, h.whose}, row.At(h.whose).Text, said("«среднее по рейтингу» или «другой технопарк»", "“rating average” or “another park”"), message)
			return subject{}, false
		}
		if v.S == app.ReferenceMean || v.Empty() && strings.TrimSpace(name) == "" {
			return subject{whose: app.ReferenceMean}, true
		}
	}
	region := ""
	if h.region > 0 {
		region = row.At(h.region).Text
	}
	if strings.TrimSpace(name) == "" {
		p.reject(spot{row.Number, h.park}, "", said("название технопарка", "the name of a park"), said("в строке нет названия технопарка: впишите его", "the row has no name of a park: write it"))
		return subject{}, false
	}
	return p.subject(name, region, spot{row.Number, h.park})
}
