package place

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/ui/desktest"
)

// nine others, four of them better: the fifth of ten.
var nine = []float64{0.5, 0.6, 0.7, 0.8, 0.9, 1.1, 1.2, 1.3, 1.4}

// among returns the screen over a park that is the fifth of ten.
func among(t *testing.T) (*desktest.Desk, *Screen) {
	t.Helper()
	d := desktest.New(t)
	d.Among(t, nine...)
	s := New(d.Desk).(*Screen)
	d.Show(s)
	return d, s
}

// said returns what a rich text says.
func said(text *widget.RichText) string {
	var b strings.Builder
	for _, segment := range text.Segments {
		b.WriteString(segment.Textual())
	}
	return b.String()
}

func wantIn(t *testing.T, what, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Errorf("%s: %q is not in %q", what, part, text)
		}
	}
}

// Figure, group, place, last year, what it is compared with and how sure it is are read at once.
func TestScreenAnswersAmongParks(t *testing.T) {
	d, s := among(t)
	a, stand := s.answer, d.Standing()
	if want := stand.IndexText(stand.Is().Index, app.RU); a.index.Text() != want || want == "—" {
		t.Errorf("index %q, want %q", a.index.Text(), want)
	}
	if a.group.Text() != "Группа\u00a0II, «высокий уровень»" {
		t.Errorf("group %q", a.group.Text())
	}
	if a.place.Text() != "5-е\u00a0место из\u00a010 (за 2019 год: 5-е\u00a0место)" {
		t.Errorf("place %q", a.place.Text())
	}
	if !a.scale.Visible() || len(desktest.All[*drawing](a.top)) != 1 {
		t.Error("the scale is not shown")
	}
	wantIn(t, "notice", a.notice.Text, "▲", "не является официальной", "10 технопарков")
	wantIn(t, "doubt", said(&a.sure.RichText), "Насколько это надёжно:", "место 5-е", "группа\u00a0II — в")
}

// The sub-indices are told against the mean, with last year, place and the first park; one that is
// opened shows its indicators, and these lead to what they are made of.
func TestSubindexOpensItsIndicators(t *testing.T) {
	d, s := among(t)
	grid, subs := s.answer.subs.grid, d.Standing().Subindices()
	if len(grid.Rows()) != len(subs) {
		t.Fatalf("%d rows of %d sub-indices", len(grid.Rows()), len(subs))
	}
	for i, sub := range subs {
		id := int64(i + 1)
		wantIn(t, "name", grid.Text(id, "name"), sub.Code, sub.Name.RU)
		if grid.Text(id, "is") != percentOf(sub.Is, app.RU) || grid.Text(id, "was") != percentOf(sub.Was, app.RU) || grid.Text(id, "place") != "5" || grid.Text(id, "best") != percentOf(sub.Best, app.RU) {
			t.Errorf("%s: %+v", sub.Code, grid.Rows()[i].Cells)
		}
	}
	s.FocusList()
	if d.Window.Canvas().Focused() != fyne.Focusable(grid) {
		t.Fatal("the keyboard is not in the table")
	}
	desktest.Key(grid, fyne.KeyReturn)
	children := d.Standing().Index().Children("S1")
	if len(grid.Rows()) != len(subs)+len(children) {
		t.Fatalf("%d rows with S1 open", len(grid.Rows()))
	}
	desktest.Key(grid, fyne.KeyDown)
	desktest.Key(grid, fyne.KeyReturn)
	if want := []app.Place{app.IndicatorPlace(2020, children[0])}; !slices.Equal(d.Opened, want) {
		t.Errorf("opened %v, want %v", d.Opened, want)
	}
	desktest.Key(grid, fyne.KeyUp)
	desktest.Key(grid, fyne.KeyReturn)
	if len(grid.Rows()) != len(subs) {
		t.Error("S1 does not close")
	}
}

// Strengths with their reasons lead to the indicators; what is missing leads
// to where it is filled in.
func TestReasonsAndLacksLeadToTheirPlaces(t *testing.T) {
	d, s := among(t)
	stand := d.Standing()
	if n := len(s.answer.strong.grid.Rows()); n != 3 || s.answer.strong.block.Title() != "Три сильные стороны" {
		t.Fatalf("%d strengths under %q", n, s.answer.strong.block.Title())
	}
	for i, r := range stand.Strengths(3) {
		cell := s.answer.strong.grid.Rows()[i].Cells[0]
		wantIn(t, "strength", cell.Text, r.Indicator.Code)
		if cell.Note != r.Words(app.RU) {
			t.Errorf("reason %q, want %q", cell.Note, r.Words(app.RU))
		}
	}
	s.answer.strong.grid.OnOpen(1, "")
	s.answer.lacks.grid.OnOpen(1, "")
	want := []app.Place{app.IndicatorPlace(2020, stand.Strengths(1)[0].Indicator.Code), stand.Lacks[0].Missing[0].Place()}
	if !slices.Equal(d.Opened, want) {
		t.Errorf("opened %v, want %v", d.Opened, want)
	}
	wantIn(t, "lack", s.answer.lacks.grid.Rows()[0].Cells[0].Text, "○", stand.LackWords(stand.Lacks[0], app.RU))
}

// With means alone there is no place, and a sentence says why; with nothing known the park is set
// beside its own past.
func TestScreenSaysWhatFollowsFromWhatIsKnown(t *testing.T) {
	d := desktest.New(t)
	d.AgainstMeans(t, 0.9)
	s := New(d.Desk).(*Screen)
	d.Show(s)
	wantIn(t, "means", s.answer.notice.Text, "известны только средние")
	if s.answer.place.Text() != d.T("ui.place.no_place") || s.answer.index.Text() == "" || s.answer.sure.Visible() {
		t.Errorf("place %q, index %q", s.answer.place.Text(), s.answer.index.Text())
	}
	d.Alone(t)
	s.Refresh()
	wantIn(t, "past", s.answer.notice.Text, "только собственная динамика")
	if s.answer.index.Text() != "" || s.answer.scale.Visible() {
		t.Errorf("an index of nothing: %q", s.answer.index.Text())
	}
	wantIn(t, "past", s.answer.strong.grid.Rows()[0].Cells[0].Note, "в прошлом году")
}

// What was known stays while the place is computed anew, and is marked so; before anything is
// known the screen says that it is being computed.
func TestScreenFollowsWhatIsComputed(t *testing.T) {
	d := desktest.New(t)
	d.Among(t, nine...)
	steps := d.Hold()
	s := New(d.Desk).(*Screen)
	d.Show(s)
	if s.answer.notice.Text != "проверяется…" || s.answer.top.Visible() {
		t.Errorf("said %q", s.answer.notice.Text)
	}
	for range 3 {
		steps.Step(t)
		s.Follow()
	}
	if !s.answer.top.Visible() {
		t.Fatal("the place is not shown once it is known")
	}
	wantIn(t, "doubt", said(&s.answer.sure.RichText), "считается…")
	steps.Finish(t)
	s.Follow()
	wantIn(t, "doubt", said(&s.answer.sure.RichText), "10\u00a0000\u00a0расчётов")
	index := s.answer.index.Text()
	report := d.Report(t, func(r *app.ResidentReport) bool { return r.Revenue.Given() })
	report.Revenue = app.Of(report.Revenue.N + app.Thousands(50_000_000))
	d.Save(t, report)
	s.Refresh()
	wantIn(t, "head", s.view.Header.Count(), "проверяется…")
	if s.answer.index.Text() != index {
		t.Error("the place is not shown while it is computed anew")
	}
	steps.Finish(t)
	s.Follow()
	if s.answer.index.Text() == index {
		t.Error("the place is that of before the change")
	}
}

func TestScreenWithoutAPark(t *testing.T) {
	d := desktest.New(t)
	d.Park = 0
	s := New(d.Desk).(*Screen)
	d.Show(s)
	if s.answer.notice.Text != d.T("ui.indicators.no_park") || s.answer.subs.grid.Visible() {
		t.Errorf("said %q", s.answer.notice.Text)
	}
}

// However many figures of others are not used, two are named and the rest is counted.
func TestNotesAreCounted(t *testing.T) {
	d := desktest.New(t)
	d.AgainstMeans(t, 0.9)
	for _, rec := range d.List(t, "reference") {
		mean := rec.(*app.Reference)
		mean.Unit = "парсек"
		d.Save(t, mean)
	}
	s := New(d.Desk).(*Screen)
	d.Show(s)
	n := len(d.Standing().Known.Notes)
	if n < 10 {
		t.Fatalf("%d notes", n)
	}
	if got := strings.Count(s.answer.notice.Text, "▲"); got > 1+notesShown+1 {
		t.Errorf("%d lines", got)
	}
	wantIn(t, "notes", s.answer.notice.Text, d.N("ui.place.more_notes", n-notesShown))
}
