package exchange

import (
	"slices"
	"strings"

	"technopark/app"
)

// Useful reports whether enough of a sheet is understood to read records from it.
func (l *Layout) Useful() bool {
	fields := 0
	for _, c := range l.Columns {
		fields += len(c.Fields)
	}
	return fields >= leastColumns || fields > 0 && (l.Number > 0 || len(Targets(l.Type)) <= leastColumns || len(l.Columns) == 1)
}

// TargetNamed returns the target that people call so: by its key, by its label with the unit or
// without. The index of the unit is that of UnitsOf, where a text after a comma names one.
func TargetNamed(t *app.Type, name string) (target Target, unit int, ok bool) {
	bare, unitText, hasUnit := strings.Cut(name, ",")
	for _, target := range Targets(t) {
		for _, lang := range []app.Lang{app.RU, app.EN} {
			label, _, _ := strings.Cut(target.Label(lang), ",")
			switch app.Fold(name) {
			case app.Fold(target.Key), app.Fold(target.Label(lang)), app.Fold(label):
				return target, 0, true
			}
			if f := app.Fold(bare); hasUnit && (f == app.Fold(target.Key) || f == app.Fold(label)) {
				if at := unitNamed(target.Field, strings.TrimSpace(unitText)); at >= 0 {
					return target, at, true
				}
			}
		}
	}
	return Target{}, 0, false
}

// ColumnNamed returns the number of the column that people call so: by what stands over it, or by its
// letter; 0 for none.
func (l *Layout) ColumnNamed(name string) int {
	for _, c := range l.Columns {
		if c.Head != "" && app.Fold(c.Head) == app.Fold(name) {
			return c.Column
		}
	}
	for _, c := range l.Columns {
		if strings.EqualFold(ColumnName(c.Column), strings.TrimSpace(name)) {
			return c.Column
		}
	}
	return 0
}

// SetUnit has the figures of a column read in another unit of its field.
func (l *Layout) SetUnit(column, unit int) {
	at := slices.IndexFunc(l.Columns, func(c LaidColumn) bool { return c.Column == column })
	if at >= 0 {
		l.Columns[at].Unit, l.Columns[at].Unsaid = unit, false
	}
}
