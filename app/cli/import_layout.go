package cli

import (
	"strconv"
	"strings"

	"technopark/app"
	"technopark/app/exchange"
)

// layouts says how the sheets of a table of strangers are read as records of a type: as they are
// understood, with what the command line says otherwise.
func (c importCommand) layouts(to exchange.Recipient, from exchange.From) ([]*exchange.Layout, error) {
	first, last, err := c.head()
	if err != nil {
		return nil, err
	}
	var all []*exchange.Layout
	for i, sheet := range from.Book.Sheets {
		if c.Sheet == "" && sheet.Hidden || c.Sheet != "" && app.Fold(sheet.Name) != app.Fold(c.Sheet) {
			continue
		}
		l := to.Propose(from.Book, i, from.Type, first, last, nil)
		if err := c.say(l); err != nil {
			return nil, err
		}
		if l.Useful() {
			all = append(all, l)
		}
	}
	if len(all) > 0 {
		return all, nil
	}
	var names []string
	for _, sheet := range from.Book.Sheets {
		names = append(names, app.Quoted(sheet.Name))
	}
	if c.Sheet != "" && !strings.Contains(app.Fold(strings.Join(names, "\n")), app.Fold(c.Sheet)) {
		return nil, &app.Refusal{ID: "cli.import.no_sheet", Data: map[string]any{"Sheet": c.Sheet, "Known": strings.Join(names, ", ")}, Cause: errWords}
	}
	return nil, nil
}

// head reads which rows are the head of the table: «4», «4-5», «нет»; zeros where nothing is said.
func (c importCommand) head() (first, last int, err error) {
	said := strings.TrimSpace(c.Head)
	switch app.Fold(said) {
	case "":
		return 0, 0, nil
	case "0", app.Fold("нет"), app.Fold("none"):
		return -1, -1, nil
	}
	from, to, isRange := strings.Cut(strings.NewReplacer("–", "-", "—", "-").Replace(said), "-")
	if !isRange {
		to = from
	}
	first, err = strconv.Atoi(strings.TrimSpace(from))
	if err == nil {
		last, err = strconv.Atoi(strings.TrimSpace(to))
	}
	if err != nil || first < 1 || last < first || last-first > 9 {
		return 0, 0, &app.Refusal{ID: "cli.import.head", Data: map[string]any{"Got": said}, Cause: errWords}
	}
	return first, last, nil
}

// say changes a layout as the command line says.
func (c importCommand) say(l *exchange.Layout) error {
	for _, pair := range c.Map {
		name, field, ok := cutLast(pair)
		if !ok {
			return &app.Refusal{ID: "cli.import.map", Data: map[string]any{"Got": pair}, Cause: errWords}
		}
		column := l.ColumnNamed(name)
		if column == 0 {
			var heads []string
			for _, known := range l.Columns {
				if known.Head != "" {
					heads = append(heads, app.Quoted(known.Head))
				}
			}
			return &app.Refusal{ID: "cli.import.no_column", Data: map[string]any{"Got": name, "Known": strings.Join(heads, ", ")}, Cause: errWords}
		}
		if err := put(l, column, field); err != nil {
			return err
		}
	}
	for _, pair := range c.Set {
		name, text, ok := strings.Cut(pair, "=")
		target, _, known := exchange.TargetNamed(l.Type, name)
		if !ok || !known {
			return noField(l.Type, name)
		}
		l.Given[target.Key] = text
	}
	if c.Match != "" {
		target, _, known := exchange.TargetNamed(l.Type, c.Match)
		if !known || target.Part {
			return noField(l.Type, c.Match)
		}
		l.Match = target.Key
	}
	switch c.Existing {
	case "skip":
		l.Existing = exchange.Skip
	case "add":
		l.Existing = exchange.Add
	}
	return nil
}

// put has a column go into a field, into two that share its cells, «inn+kpp», or into none.
func put(l *exchange.Layout, column int, said string) error {
	var fields []string
	unit := 0
	if strings.TrimSpace(said) != "" {
		for _, name := range strings.Split(said, "+") {
			target, at, ok := exchange.TargetNamed(l.Type, strings.TrimSpace(name))
			if !ok {
				return noField(l.Type, name)
			}
			fields, unit = append(fields, target.Key), at
		}
	}
	if len(fields) > 2 {
		return noField(l.Type, said)
	}
	l.Put(column, fields...)
	if strings.Contains(said, ",") {
		l.SetUnit(column, unit)
	}
	return nil
}

func noField(t *app.Type, name string) error {
	var known []string
	for _, target := range exchange.Targets(t) {
		known = append(known, target.Key)
	}
	return &app.Refusal{ID: "cli.import.no_field", Data: map[string]any{"Got": strings.TrimSpace(name), "Near": nearest(name, known), "Known": strings.Join(known, ", ")}, Cause: errWords}
}

// cutLast parts «столбец=поле» at its last sign: the head of a column may have one.
func cutLast(pair string) (column, field string, ok bool) {
	at := strings.LastIndexByte(pair, '=')
	if at < 0 {
		return "", "", false
	}
	return pair[:at], pair[at+1:], true
}
