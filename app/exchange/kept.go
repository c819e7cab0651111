package exchange

import (
	"slices"
	"strings"

	"technopark/app"
)

// KeptLayout is a layout as it is remembered for the next table of the same heads.
type KeptLayout struct {
	Type     string            `toml:"type"`            // key of the records
	Heads    string            `toml:"heads"`           // of all columns, folded
	Match    string            `toml:"match"`           // as Layout.Match
	Existing int               `toml:"existing"`        // as Layout.Existing
	Columns  []KeptColumn      `toml:"columns"`         // those with a head, from the left
	Given    map[string]string `toml:"given,omitempty"` // as Layout.Given, without what is of one table
}

// KeptColumn is a column of a layout that is remembered.
type KeptColumn struct {
	Head   string   `toml:"head"`            // folded
	Fields []string `toml:"fields"`          // as LaidColumn.Fields
	Unit   string   `toml:"unit,omitempty"`  // its Russian name
	Blank  int      `toml:"blank,omitempty"` // as LaidColumn.Blank
	Leave  bool     `toml:"leave,omitempty"` // as LaidColumn.Leave
	Loose  bool     `toml:"loose,omitempty"` // as LaidColumn.Loose
	Adds   bool     `toml:"adds,omitempty"`  // as LaidColumn.Adds
}

// Keep returns what is to be remembered of a layout; false for a table without a head, of which there
// is nothing to know it by.
func (l *Layout) Keep() (KeptLayout, bool) {
	out := KeptLayout{Type: l.Type.Key, Heads: l.heads(), Match: l.Match, Existing: int(l.Existing)}
	for _, c := range l.Columns {
		if c.Head == "" {
			continue
		}
		one := KeptColumn{Head: app.Fold(c.Head), Fields: c.Fields, Blank: int(c.Blank), Leave: c.Leave, Loose: c.Loose, Adds: c.Adds}
		if len(c.Fields) > 0 && c.Unit > 0 {
			if target, ok := TargetOf(l.Type, c.Fields[0]); ok {
				one.Unit = UnitsOf(target.Field)[c.Unit].Name.RU
			}
		}
		out.Columns = append(out.Columns, one)
	}
	for key, text := range l.Given {
		target, ok := TargetOf(l.Type, key)
		if ok && target.Field.Kind != app.KindPeriod && target.Field.Kind != app.KindDate { // those are of one table
			if out.Given == nil {
				out.Given = map[string]string{}
			}
			out.Given[key] = text
		}
	}
	return out, l.First > 0 && out.Heads != ""
}

// heads are the heads of all columns in one text.
func (l *Layout) heads() string {
	var all []string
	for _, c := range l.Columns {
		if c.Head != "" {
			all = append(all, app.Fold(c.Head))
		}
	}
	return strings.Join(all, "\t")
}

// keptFor returns the last that is remembered of a table of the same heads.
func keptFor(all []KeptLayout, l *Layout) *KeptLayout {
	heads := l.heads()
	at := slices.IndexFunc(all, func(k KeptLayout) bool { return k.Type == l.Type.Key && k.Heads == heads && heads != "" })
	if at < 0 {
		return nil
	}
	return &all[at]
}

// follow makes the columns what they were in a table before.
func (l *Layout) follow(old *KeptLayout) {
	l.Match, l.Existing = old.Match, Existing(old.Existing)
	if _, ok := l.Type.Field(l.Match); !ok || l.Existing > Add {
		l.Match, l.Existing = "", min(l.Existing, Add)
	}
	for key, text := range old.Given {
		if _, ok := TargetOf(l.Type, key); ok {
			l.Given[key] = text
		}
	}
	for i := range l.Columns {
		c := &l.Columns[i]
		at := slices.IndexFunc(old.Columns, func(k KeptColumn) bool { return k.Head == app.Fold(c.Head) && c.Head != "" })
		if at < 0 || c.Why == WhyNumbers || len(yearsIn(c.Head)) > 0 {
			continue // of a head that names a year, that year decides
		}
		k := old.Columns[at]
		fields := slices.DeleteFunc(slices.Clone(k.Fields), func(key string) bool { _, ok := TargetOf(l.Type, key); return !ok })
		if len(fields) != len(k.Fields) || len(fields) == 0 && len(c.Fields) == 0 {
			continue
		}
		*c = LaidColumn{Column: c.Column, Head: c.Head, Fields: fields, Blank: Blank(k.Blank), Leave: k.Leave, Loose: k.Loose, Adds: k.Adds && Adding(l.Type, fields), Why: WhyKept}
		if len(fields) > 0 && k.Unit != "" {
			target, _ := TargetOf(l.Type, fields[0])
			c.Unit = max(0, unitNamed(target.Field, k.Unit))
		}
		for _, key := range fields {
			l.leaveTo(c.Column, key)
		}
	}
}

// leaveTo has no other column than one go into a field.
func (l *Layout) leaveTo(column int, field string) {
	for i := range l.Columns {
		c := &l.Columns[i]
		if c.Column != column && slices.Contains(c.Fields, field) {
			c.Fields, c.Why = slices.DeleteFunc(slices.Clone(c.Fields), func(f string) bool { return f == field }), WhyTaken
		}
	}
}

// Remember puts a layout at the head of those that are remembered; the oldest are forgotten.
func Remember(all []KeptLayout, l *Layout) []KeptLayout {
	one, ok := l.Keep()
	if !ok {
		return all
	}
	const most = 40
	rest := slices.DeleteFunc(slices.Clone(all), func(k KeptLayout) bool { return k.Type == one.Type && k.Heads == one.Heads })
	rest = slices.Insert(rest, 0, one)
	return rest[:min(len(rest), most)]
}
