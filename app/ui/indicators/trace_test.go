package indicators

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
)

// openTraceOf puts the trace of an indicator into the window with the keyboard.
func openTraceOf(t *testing.T, d *desktest.Desk, code string) *Screen {
	t.Helper()
	s := New(d.Desk).(*Screen)
	d.Show(s)
	d.Window.Canvas().Focus(s.table)
	desktest.Key(s.table, fyne.KeyHome)
	for s.table.Texts(s.table.Selected())[0] != code {
		before := s.table.Selected()
		desktest.Key(s.table, fyne.KeyDown)
		if s.table.Selected() == before {
			t.Fatalf("no row %s", code)
		}
	}
	desktest.Key(s.table, fyne.KeyReturn)
	return s
}

// words returns all labels of the facts.
func (p *tracePage) text() string {
	var all []string
	for _, o := range p.facts.Objects {
		switch o := o.(type) {
		case *widget.Label:
			all = append(all, o.Text)
		case *kit.Prose:
			all = append(all, o.Text)
		}
	}
	return strings.Join(all, "\n")
}

func TestTraceTellsTheFormulaAndItsParts(t *testing.T) {
	d := desktest.New(t)
	s := openTraceOf(t, d, "S2.1")
	ind := d.Computed(t).Find("S2.1")
	for _, want := range []string{ind.Substituted(app.RU), ind.Words.RU, ind.ValueText(app.RU) + "\u00a0" + ind.Unit.RU} {
		if !strings.Contains(s.trace.text(), want) {
			t.Errorf("%q is not told in:\n%s", want, s.trace.text())
		}
	}
	if shown, _ := s.trace.terms.Len(); shown != len(s.trace.lists) || shown < len(ind.Terms) {
		t.Fatalf("%d lists for %d terms", shown, len(ind.Terms))
	}
	for i, term := range ind.Terms {
		s.trace.choose(int64(i + 1))
		shown, _ := s.trace.records.Len()
		if shown != len(term.Parts()) || shown < 90 {
			t.Errorf("%s: %d rows for %d parts", term.Name, shown, len(term.Parts()))
		}
		if got := s.trace.terms.Texts(int64(i + 1)); got[1] != term.SumText(app.RU) {
			t.Errorf("%s: Σ %s, want %s", term.Name, got[1], term.SumText(app.RU))
		}
		if !strings.HasPrefix(s.trace.caption.Text, term.Title.RU+": Σ = "+term.SumText(app.RU)) {
			t.Errorf("caption: %s", s.trace.caption.Text)
		}
	}
}

func TestTraceOpensRecords(t *testing.T) {
	d := desktest.New(t)
	s := openTraceOf(t, d, "S2.1")
	part := d.Computed(t).Find("S2.1").Terms[0].Parts()[1]
	if d.Window.Canvas().Focused() != fyne.Focusable(s.trace.records) {
		t.Fatal("the keyboard is not in the records")
	}
	desktest.Key(s.trace.records, fyne.KeyDown)
	if want := part.Title + ": " + part.Text.RU; s.trace.detail.Text != want {
		t.Errorf("detail %q, want %q", s.trace.detail.Text, want)
	}
	desktest.Key(s.trace.records, fyne.KeyReturn)
	want := []app.Place{{Type: part.Type, ID: part.ID}}
	if !slices.Equal(d.Opened, want) {
		t.Errorf("opened %v, want %v", d.Opened, want)
	}
}

func TestTraceIsLeftByKeyAndByButton(t *testing.T) {
	d := desktest.New(t)
	for _, leave := range []func(s *Screen){
		func(s *Screen) { desktest.Key(s.trace.records, fyne.KeyEscape) },
		func(s *Screen) { desktest.Key(s.trace.terms, fyne.KeyBackspace) },
		func(s *Screen) { test.Tap(backButton(s)) },
	} {
		s := openTraceOf(t, d, "S3.2")
		if !s.trace.Content().Visible() {
			t.Fatal("the trace is not shown")
		}
		leave(s)
		if !s.view.Visible() || s.trace.Content().Visible() || d.Window.Canvas().Focused() != fyne.Focusable(s.table) {
			t.Error("the list is not back with the keyboard in it")
		}
	}
}

func backButton(s *Screen) fyne.Tappable {
	return s.trace.back
}

func TestTraceNamesWhoIsMissing(t *testing.T) {
	d := desktest.New(t)
	report := d.Report(t, func(r *app.ResidentReport) bool { return r.Revenue.Given() && r.Headcount.Given() })
	report.Revenue = app.Cell[app.Money]{}
	d.Save(t, report)
	s := openTraceOf(t, d, "S2.1")
	at := slices.IndexFunc(s.trace.lists, func(l traceList) bool { return l.term == nil })
	if at < 0 {
		t.Fatal("nothing is missing")
	}
	missing := d.Computed(t).Find("S2.1").Missing
	row := slices.Index(s.trace.lists[at].places, app.Place{Type: "resident_report", ID: report.ID, Field: "revenue"})
	if len(s.trace.lists[at].rows) != len(missing) || row < 0 {
		t.Fatalf("%d of %d, places %v", len(s.trace.lists[at].rows), len(missing), s.trace.lists[at].places)
	}
	s.trace.choose(int64(at + 1))
	s.trace.openRecord(int64(row + 1))
	if !slices.Equal(d.Opened, []app.Place{{Type: "resident_report", ID: report.ID, Field: "revenue"}}) {
		t.Errorf("opened %v", d.Opened)
	}
}

func TestTraceStaysWhereItWasAfterAnEdit(t *testing.T) {
	d := desktest.New(t)
	s := openTraceOf(t, d, "S2.1")
	s.trace.choose(2)
	s.trace.records.Select(7)
	records := s.trace.records
	s.Refresh()
	if s.trace.records != records || records.Selected() != 7 || s.trace.chosen != 1 {
		t.Error("the list was changed under the user")
	}
}

func TestNotCalculatedSaysWhy(t *testing.T) {
	d := desktest.New(t)
	d.Year = 2015 // before the first report
	s := openTraceOf(t, d, "S2.1")
	ind := d.Computed(t).Find("S2.1")
	if ind.Value != nil || !strings.Contains(s.trace.text(), ind.Reason.RU) {
		t.Errorf("%q is not told in:\n%s", ind.Reason.RU, s.trace.text())
	}
	if got := s.table.Texts(6)[2]; got != "не рассчитан" {
		t.Errorf("value: %q", got)
	}
}

// TestMissingPlaces: a report that does not exist cannot be opened, its resident can.
func TestMissingPlaces(t *testing.T) {
	d := desktest.New(t)
	for _, ind := range d.Computed(t).All() {
		for _, m := range ind.Missing {
			got := m.Place()
			if m.ID == 0 && m.Resident != 0 && got != (app.Place{Type: "resident", ID: m.Resident}) {
				t.Errorf("%s %s: %v", ind.Code, m.Title, got)
			}
		}
	}
}
