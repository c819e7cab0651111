package exchange

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"technopark/app"
)

// laidCell is what a cell says of one field, and of whose record.
type laidCell struct {
	inCell
	target *app.Type
}

// cells reads a cell of a column into the field or the two fields it goes into.
func (r *laidReader) cells(c laidColumn, cell Cell, empty bool) []laidCell {
	if !empty && (cell.Kind == Typed || cell.Kind == Number) && (saysNothing(cell.Text) && !c.answersNo(cell.Text) || c.saysNone(cell.Text)) {
		empty = true
		r.dashes++
	}
	if empty {
		if c.Blank != Clear {
			return nil
		}
		var all []laidCell
		for i, target := range c.targets {
			none := func(*recordsPlanner) (app.Value, error) { return app.Value{}, nil }
			all = append(all, laidCell{inCell{field: &c.targets[i].Field, column: c.Column, read: none, clear: true}, target.Type})
		}
		return all
	}
	if len(c.targets) == 1 {
		return []laidCell{r.cell(c, &c.targets[0], cell)}
	}
	texts := r.split(c, cell)
	var all []laidCell
	for i := range c.targets {
		if texts[i] == "" {
			continue
		}
		part := cell
		part.Text = texts[i]
		one := r.cell(c, &c.targets[i], part)
		one.found = cell.Text
		all = append(all, one)
	}
	return all
}

// saysNone reports the words of absence that are none in a column of other things: no address, no number
// of the state, no last day.
func (c laidColumn) saysNone(text string) bool {
	f := &c.targets[0].Field
	if isDay := f.Kind == app.KindDate; isDay || f.Scheme != "" {
		said := strings.Trim(app.Fold(text), " .")
		return slices.Contains(noneAtAll, said) || isDay && slices.Contains(noEnd, said)
	}
	return false
}

// The words of saysNone, folded.
var (
	noneAtAll = []string{app.Fold("нет"), app.Fold("none")}
	noEnd     = []string{
		app.Fold("бессрочно"), app.Fold("бессрочный"), app.Fold("бессрочная"), app.Fold("не ограничен"),
		app.Fold("по настоящее время"), app.Fold("н.в"), app.Fold("open-ended"),
	}
)

// answersNo reports whether a dash is an answer in a column, and words of absence are its text.
func (c laidColumn) answersNo(text string) bool {
	f := c.targets[0].Field
	switch {
	case f.Kind == app.KindBool:
		return true
	case f.Kind == app.KindText && f.Scheme == "", f.Kind == app.KindNote:
		return strings.IndexFunc(app.Fold(text), func(r rune) bool { return r != '-' && r != '_' && r != ' ' && r != '.' }) >= 0
	}
	return false
}

// cell reads a cell into one field.
func (r *laidReader) cell(c laidColumn, target *Target, cell Cell) laidCell {
	f := &target.Field
	if c.Unit > 0 {
		other := inUnit(target.Field, c.Unit)
		f = &other
	}
	in := cellOf(f, meant(f, cell), r.ways[c.Column])
	in.field, in.found = &target.Field, cell.Text
	in.leave, in.loose = c.Leave, c.Loose
	if target.Field.Kind == app.KindRefs {
		in.read = readSeveral(f, cell.Text, in.read)
	}
	if c.Adds && target.Field.Kind == app.KindRef {
		read := in.read
		text := app.Clean(cell.Text)
		in.read = func(p *recordsPlanner) (app.Value, error) {
			v, err := read(p)
			if err == nil {
				return v, nil
			}
			return p.addNamed(target.Field, text, err)
		}
	}
	return laidCell{in, target.Type}
}

// readSeveral reads a list of names that is parted by commas where it names nothing as it stands.
func readSeveral(f *app.Field, text string, read func(*recordsPlanner) (app.Value, error)) func(*recordsPlanner) (app.Value, error) {
	return func(p *recordsPlanner) (app.Value, error) {
		v, err := read(p)
		if err == nil || !strings.Contains(text, ",") {
			return v, err
		}
		if several, fault := f.Read(strings.ReplaceAll(text, ",", ";"), p.find); fault == nil {
			return several, nil
		}
		return v, err
	}
}

// serialDay is how a day is written by a spreadsheet that was not told that it is one.
var serialDay = regexp.MustCompile(`^[1-6]\d{4}$`)

// counted is what people write behind a number of people or things.
var counted = regexp.MustCompile(`(?i)\s*(чел|человек|шт|ед|мест|места|место|рм)\.?$`)

// meant returns a cell as a person would have typed it: the day behind its number, the zeros in front
// that a spreadsheet drops from numbers of the state, where check digits prove it.
func meant(f *app.Field, cell Cell) Cell {
	text := strings.TrimSpace(cell.Text)
	switch {
	case f.Kind == app.KindDate && serialDay.MatchString(text):
		if days, ok := app.ParseNumber(text, 1); ok {
			cell.Text, cell.Kind = app.Day(1899, 12, 30).AddDays(int(days)).String(), Date
		}
	case f.Kind == app.KindID && cell.Kind == Number && f.Scheme.Check(text) != nil:
		if whole, ok := f.Scheme.Restored(text); ok {
			cell.Text = whole
		}
	case f.Scheme == app.SchemeOKVED && f.Scheme.Check(text) != nil:
		if code, _, more := strings.Cut(text, " "); more && f.Scheme.Check(strings.TrimRight(code, ".,;—-")) == nil {
			cell.Text = strings.TrimRight(code, ".,;—-") // its name stands behind it
		}
	case f.Kind == app.KindCount && cell.Kind == Typed:
		if bare := counted.ReplaceAllString(text, ""); bare != text {
			cell.Text = bare
		}
	case f.Own && f.Kind == app.KindText && cell.Kind == Typed:
		if rest, ok := strings.CutPrefix(text, "№"); ok && strings.TrimSpace(rest) != "" {
			cell.Text = strings.TrimSpace(rest)
		}
	}
	return cell
}

// split parts a cell with two things: at the first place where both sides can be read; else where one of
// them can, so that the other is told by itself; else at the sign that people part such things by. What
// has no such place is the one or the other.
func (r *laidReader) split(c laidColumn, cell Cell) [2]string {
	text := app.CleanNote(cell.Text)
	reads := func(i int, text string) bool {
		f := &c.targets[i].Field
		_, err := f.Read(meant(f, Cell{Text: text}).Text, r.p.find)
		return err == nil && text != ""
	}
	one, two := isStrict(c.targets[0].Field), isStrict(c.targets[1].Field)
	places := splitsOf(text)
	for _, fits := range []func(s splitAt) bool{
		func(s splitAt) bool { return two && reads(0, s.left) && reads(1, s.right) },
		func(s splitAt) bool { return one && two && s.sign != ' ' && (reads(0, s.left) || reads(1, s.right)) },
		func(s splitAt) bool { return one && two && strings.ContainsRune("/\\|\n", s.sign) },
		func(s splitAt) bool { return !two && s.sign == '\n' },
	} {
		for _, s := range places {
			if s.left != "" && s.right != "" && fits(s) {
				return [2]string{s.left, s.right}
			}
		}
	}
	if two && reads(1, text) && !(one && reads(0, text)) {
		return [2]string{"", text}
	}
	return [2]string{text, ""}
}

// splitAt is a place at which a cell may be parted.
type splitAt struct {
	sign        rune
	left, right string
}

// splitsOf returns the first places at which a cell may be parted.
func splitsOf(text string) []splitAt {
	var all []splitAt
	for at, sign := range text {
		if !strings.ContainsRune("/\\|;,\n ", sign) {
			continue
		}
		if len(all) == mostSplits {
			break
		}
		right := strings.TrimSpace(text[at+utf8.RuneLen(sign):])
		right = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(right, "от "), "КПП "))
		all = append(all, splitAt{sign, strings.TrimSpace(text[:at]), right})
	}
	return all
}

// mostSplits is at how many places a cell is tried to be parted: what has more is no pair.
const mostSplits = 40

// isStrict reports fields that hardly any text can be read into by mistake.
func isStrict(f app.Field) bool { return f.Scheme != "" || f.Kind == app.KindDate || f.Kind.Number() }
