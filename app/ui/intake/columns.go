package intake

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"technopark/app"
	"technopark/app/exchange"
	"technopark/app/ui/kit"
)

// columnsPage is the second page: which column goes into which field.
type columnsPage struct {
	s        *Screen
	head     *kit.Select
	match    *kit.Select
	existing *kit.Select
	heads    [][2]int // by the choices of head
	matches  []string // by the choices of match
	filling  bool     // choices are set by the program
	table    *kit.Table
	fields   []exchange.Target // of the lines for fields without a column
	one      *columnForm

	choices *fyne.Container
	content *fyne.Container
	details *fyne.Container
}

func newColumnsPage(s *Screen) *columnsPage {
	d := s.desk
	p := &columnsPage{s: s}
	p.head, p.match, p.existing = kit.NewSelect(nil), kit.NewSelect(nil), kit.NewSelect([]string{
		d.T("ui.intake.existing.update"), d.T("ui.intake.existing.skip"), d.T("ui.intake.existing.add"),
	})
	p.head.OnChanged = func(string) { p.onHead() }
	p.match.OnChanged = func(string) { p.onMatch() }
	p.existing.OnChanged = func(string) { p.onExisting() }
	p.table = kit.NewTable([]kit.Column{
		{Key: "column", Head: d.T("ui.intake.column"), Chars: 26, Naming: true},
		{Key: "samples", Head: d.T("ui.intake.samples"), Chars: 34, Wide: true},
		{Key: "field", Head: d.T("ui.intake.field"), Chars: 30},
		{Key: "how", Head: d.T("ui.intake.how"), Chars: 24},
		{Key: "unread", Head: d.T("ui.intake.unread"), Chars: 11, Right: true},
	})
	p.table.OnBack = s.onEscape
	p.table.OnSelect = func(id int64) { p.one.show(id) }
	p.table.OnOpen = func(int64) { p.one.focus() }
	p.one = newColumnForm(p)
	p.choices = container.NewPadded(kit.NewFlow(
		labelled(d, "ui.intake.head", 7, p.head), labelled(d, "ui.intake.match", 17, p.match), labelled(d, "ui.intake.existing", 15, p.existing)))
	p.content = container.NewStack(p.table)
	p.details = p.one.content
	return p
}

func (p *columnsPage) show(on bool) {
	s, d := p.s, p.s.desk
	on = on && s.layout != nil
	for _, o := range []fyne.CanvasObject{p.choices, p.content, p.details} {
		show(o, on)
	}
	if !on {
		return
	}
	l := s.layout
	p.filling = true
	p.heads = [][2]int{{-1, -1}}
	heads := []string{d.T("ui.intake.no_head")}
	for _, row := range s.sheet().Rows[:min(len(s.sheet().Rows), 20)] {
		p.heads, heads = append(p.heads, [2]int{row.Number, row.Number}), append(heads, strconv.Itoa(row.Number))
		if n := row.Number; n == l.First && l.Last > l.First {
			p.heads, heads = append(p.heads, [2]int{n, l.Last}), append(heads, strconv.Itoa(n)+"–"+strconv.Itoa(l.Last))
		}
	}
	p.head.SetOptions(heads)
	p.head.SetSelectedIndex(max(0, slices.Index(p.heads, [2]int{l.First, l.Last})))
	p.matches = []string{""}
	matches := []string{d.T("ui.intake.match.all")}
	for _, t := range exchange.Targets(l.Type) {
		if !t.Part && (t.Field.Telling || t.Field.Own || t.Field.Essential) {
			p.matches, matches = append(p.matches, t.Key), append(matches, t.Field.Label.In(d.Lang))
		}
	}
	p.match.SetOptions(matches)
	p.match.SetSelectedIndex(max(0, slices.Index(p.matches, l.Match)))
	p.existing.SetSelectedIndex(int(l.Existing))
	kit.Enable(p.match, l.Existing != exchange.Add)
	p.filling = false
	p.fill()
}

func (p *columnsPage) onHead() {
	at := p.head.SelectedIndex()
	if p.filling || at < 0 || p.heads[at] == [2]int{p.s.layout.First, p.s.layout.Last} {
		return
	}
	p.s.understand(p.s.layout.Sheet, p.heads[at][0], p.heads[at][1])
}

func (p *columnsPage) onMatch() {
	if at := p.match.SelectedIndex(); !p.filling && at >= 0 {
		p.s.layout.Match = p.matches[at]
		p.s.changed()
	}
}

func (p *columnsPage) onExisting() {
	if at := p.existing.SelectedIndex(); !p.filling && at >= 0 {
		p.s.layout.Existing = exchange.Existing(at)
		kit.Enable(p.match, p.s.layout.Existing != exchange.Add)
		p.s.changed()
	}
}

// changed forgets what was planned by the layout before.
func (s *Screen) changed() {
	s.plan, s.raises = nil, findings{}
	s.showFoot()
}

// firstField begins the ids of the lines for fields without a column.
const firstField = 1 << 20

// fill shows the columns, and after them the fields that no column fills.
func (p *columnsPage) fill() {
	l := p.s.layout
	var rows []kit.Row
	for i := range l.Columns {
		rows = append(rows, kit.Row{ID: int64(l.Columns[i].Column), Cells: p.cells(&l.Columns[i])})
	}
	p.fields = l.Lacks()
	for _, t := range exchange.Targets(l.Type) {
		if _, given := l.Given[t.Key]; given {
			p.fields = append(p.fields, t)
		}
	}
	for i, t := range p.fields {
		rows = append(rows, kit.Row{ID: firstField + int64(i), Cells: p.lacking(t)})
	}
	p.table.SetRows(rows)
	if !p.table.Shows(p.table.Selected()) && len(rows) > 0 {
		p.table.Select(rows[0].ID)
	}
	p.one.show(p.table.Selected())
}

// cells tell of one column.
func (p *columnsPage) cells(c *exchange.LaidColumn) []kit.Cell {
	d := p.s.desk
	head := exchange.ColumnName(c.Column)
	if c.Head != "" {
		head += app.NBSP + app.NBSP + app.Clean(c.Head)
	}
	out := []kit.Cell{{Text: head}, {Text: strings.Join(c.Samples, " · ")}, {Text: p.fieldsOf(c), Strong: len(c.Fields) > 0, Muted: len(c.Fields) == 0}, {Text: p.how(c)}, {}}
	if n := len(c.Unread); n > 0 {
		out[4] = kit.Cell{Text: d.N("ui.intake.rows", n), N: int64(n), Number: true}
	}
	return out
}

func (p *columnsPage) fieldsOf(c *exchange.LaidColumn) string {
	var names []string
	for _, key := range c.Fields {
		if t, ok := exchange.TargetOf(p.s.layout.Type, key); ok {
			names = append(names, t.Label(p.s.desk.Lang))
		}
	}
	if len(names) == 0 {
		return p.s.desk.T("ui.intake.leave_out")
	}
	return strings.Join(names, " + ")
}

// how tells how a column was understood, and what of it is to be looked at.
func (p *columnsPage) how(c *exchange.LaidColumn) string {
	d := p.s.desk
	switch {
	case len(c.Fields) == 0:
	case len(c.Unread) > 0:
		return app.MarkWarning.Before(d.T("ui.intake.how.check"))
	case len(c.Fresh) > 0:
		return app.MarkWarning.Before(d.N("ui.intake.how.fresh", len(c.Fresh)))
	case c.Unsaid:
		return app.MarkWarning.Before(d.T("ui.intake.how.unit"))
	case c.Why == exchange.WhyLike:
		return app.MarkWarning.Before(d.T("ui.intake.how.like"))
	case c.Blank == exchange.Above:
		return app.MarkReady.Before(d.T("ui.intake.how.above"))
	case len(c.Fields) == 2:
		return app.MarkReady.Before(d.T("ui.intake.how.split"))
	case c.Mixed:
		return app.MarkReady.Before(d.T("ui.intake.how.mixed"))
	}
	switch c.Why {
	case exchange.WhyLabel, exchange.WhyCalled:
		return app.MarkReady.Before(d.T("ui.intake.how.name"))
	case exchange.WhyContent:
		return app.MarkReady.Before(d.T("ui.intake.how.content"))
	case exchange.WhyKept:
		return app.MarkReady.Before(d.T("ui.intake.how.kept"))
	case exchange.WhyHand:
		return app.MarkReady.Before(d.T("ui.intake.how.hand"))
	case exchange.WhyRows:
		return d.T("ui.intake.how.rows")
	case exchange.WhyNumbers:
		return d.T("ui.intake.how.numbers")
	case exchange.WhyDerived:
		return d.T("ui.intake.how.derived")
	case exchange.WhyTaken:
		return d.T("ui.intake.how.taken")
	case exchange.WhyAnother:
		return app.MarkWarning.Before(d.T("ui.intake.how.another"))
	case exchange.WhyUnit:
		return app.MarkWarning.Before(d.T("ui.intake.how.no_unit"))
	}
	return app.MarkMissing.Before(d.T("ui.intake.how.none"))
}

// lacking tells of a field that no column fills.
func (p *columnsPage) lacking(t exchange.Target) []kit.Cell {
	d := p.s.desk
	out := []kit.Cell{{Text: "—"}, {Text: d.T("ui.intake.not_in_table"), Muted: true}, {Text: t.Label(d.Lang)}, {}, {}}
	switch text, given := p.s.layout.Given[t.Key]; {
	case given:
		out[3].Text = app.MarkReady.Before(d.T("ui.intake.how.given", "Value", text))
	case t.Field.Essential:
		out[3].Text = app.MarkError.Before(d.T("ui.intake.how.essential"))
	default:
		out[3].Text = app.MarkMissing.Before(d.T("ui.intake.how.required"))
	}
	return out
}

// survey looks through the cells of columns that go into other fields now, and shows it.
func (s *Screen) survey(columns ...int) {
	to, book, l := s.recipient(), s.source.book, s.layout.Clone()
	s.desk.Tasks.Run(s.desk.T("ui.intake.understanding"), func(ctx context.Context, _ kit.Progress) error {
		to.Survey(book, l, columns...)
		return ctx.Err()
	}, func(err error) {
		if err != nil {
			s.desk.Fail(err)
			return
		}
		s.layout = l
		s.changed()
		s.columns.fill()
	})
}
