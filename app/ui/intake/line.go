package intake

import (
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"technopark/app"
	"technopark/app/exchange"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// lineForm is the chosen row of the preview in full: what changes, or what is wrong and what is right.
type lineForm struct {
	p     *previewPage
	fault *exchange.Change // that is put right; nil for none
	block *kit.Block
	told  *kit.Marked
	right *kit.Entry
	apply *kit.Button
	ask   *fyne.Container
	about *kit.Marked // of the whole table
	all   *kit.Button // shows all that the check would find

	content *fyne.Container
}

func newLineForm(p *previewPage) *lineForm {
	d := p.s.desk
	f := &lineForm{p: p, told: kit.NewMarked(), about: kit.NewMarked()}
	f.right = kit.NewEntry(func(string) { f.onApply() })
	f.apply = kit.NewButton(d.T("ui.intake.apply"), f.onApply)
	f.all = kit.NewButton("", p.s.onAllFindings)
	f.right.OnEscape, f.apply.OnEscape, f.all.OnEscape = p.s.FocusList, p.s.FocusList, p.s.FocusList
	f.ask = kit.NewFlow(labelled(d, "ui.intake.right", 19, f.right), f.apply)
	f.block = kit.NewBlock("", container.NewVBox(f.told, f.ask, f.about, kit.NewFlow(f.all)))
	f.content = container.NewPadded(f.block)
	return f
}

// focus gives the keyboard to what is put right, where something is.
func (f *lineForm) focus() {
	f.p.s.view.ShowDetails()
	if f.fault != nil {
		f.p.s.desk.Window.Canvas().Focus(f.right)
	}
}

// show shows a line of the preview.
func (f *lineForm) show(id int64) {
	s, d := f.p.s, f.p.s.desk
	if s.plan == nil {
		return
	}
	f.fault = nil
	title, told := d.T("ui.intake.no_row"), ""
	if at := int(id) - 1; at >= 0 && at < len(f.p.lines) {
		line := f.p.lines[at]
		title = d.T("ui.intake.row_of", "Row", line.Row)
		for _, i := range line.Changes {
			c := &s.plan.Changes[i]
			switch {
			case c.State == exchange.Rejected && f.fault == nil:
				f.fault = c
				title = d.T("ui.intake.cell_of", "Row", c.Row, "Column", exchange.ColumnName(c.Column), "Head", f.headOf(c.Column))
				told = textOf(told, d.T("ui.intake.found", "Text", app.Clean(c.Found)), d.T("ui.intake.expected", "Text", f.expected(*c)), d.T("ui.intake.remedy", "Text", c.Message.In(d.Lang)))
			case c.State == exchange.Rejected:
				told = textOf(told, app.MarkError.Before(exchange.ColumnName(c.Column)+strconv.Itoa(c.Row)+": "+c.Message.In(d.Lang)))
			case c.State == exchange.Changed:
				told = textOf(told, c.What.In(d.Lang)+": "+c.Was.In(d.Lang)+" → "+c.Is.In(d.Lang))
			case c.State == exchange.New:
				told = textOf(told, d.T("ui.intake.becomes", "What", c.What.In(d.Lang), "Title", c.Is.In(d.Lang)))
			}
		}
	}
	f.block.SetTitle(title)
	f.told.SetText(told)
	show(f.ask, f.fault != nil && s.source.records == nil)
	if f.fault != nil {
		f.right.SetText(app.Clean(f.fault.Found))
	}
	f.about.SetText(f.says())
	show(f.all, len(s.raises.fresh) > mostTold)
	f.all.SetText(d.T("ui.intake.finds_all", "N", grouped(d.Lang, len(s.raises.fresh))))
	f.content.Refresh()
}

// expected says what should stand in a cell: the field, and how it is filled in.
func (f *lineForm) expected(c exchange.Change) string {
	lang := f.p.s.desk.Lang
	text := c.Expected.In(lang)
	for _, field := range f.p.targets {
		if field.column == c.Column && !field.second && field.Field.Kind != app.KindPeriod && !field.Field.Hint.Zero() {
			text += " — " + field.Field.Hint.In(lang)
		}
	}
	return text
}

func (f *lineForm) headOf(column int) string {
	columns := f.p.s.layout.Columns
	at := slices.IndexFunc(columns, func(c exchange.LaidColumn) bool { return c.Column == column })
	if at < 0 {
		return ""
	}
	return app.Clean(columns[at].Head)
}

// says tells of the whole table what a row does not: what the check would find, what is left out.
func (f *lineForm) says() string {
	s, d := f.p.s, f.p.s.desk
	lines := []string{s.raises.says(d)}
	const most = 6
	for i, note := range s.plan.Notes {
		if i == most {
			lines = append(lines, d.T("ui.intake.more_notes", "N", len(s.plan.Notes)-most))
			break
		}
		lines = append(lines, upperFirst(note.In(d.Lang)))
	}
	return textOf(lines...)
}

// upperFirst begins a sentence.
func upperFirst(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[size:]
}

// onApply puts another text in place of a cell that cannot be read, and plans anew.
func (f *lineForm) onApply() {
	s := f.p.s
	if f.fault == nil || s.source.book == nil {
		return
	}
	text := f.right.Text
	for _, field := range f.p.targets {
		if s.desk.Lang != app.EN || field.column != f.fault.Column || field.second || !field.Field.Kind.Number() {
			continue
		}
		plain, err := typed(s.desk, field.Field, text)
		if err != nil {
			f.told.SetText(app.MarkError.Before(messageOf(s.desk, err)))
			return
		}
		text = plain
	}
	s.source.book = exchange.Corrected(s.source.book, s.layout.Sheet, f.fault.Row, f.fault.Column, text)
	s.planAnew()
}

// typed returns what is typed for a field so that a table has it: tables do not say in which
// language they are, so that digits in groups are put together here.
func typed(d *desk.Desk, f app.Field, text string) (string, error) {
	v, err := f.ReadIn(d.Lang, text, d.Names().Find)
	if err == nil && v.State == app.Given && f.Kind.Number() {
		text = f.Entry(v, nil, d.Lang)
	}
	return text, err
}

// messageOf says in words why a value is none.
func messageOf(d *desk.Desk, err error) string {
	if faults := app.FaultsOf(err); len(faults) > 0 {
		return faults[0].Message.In(d.Lang)
	}
	return d.Say(err)
}
