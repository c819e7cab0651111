package turn

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/ui/desktest"
)

// over returns the screen over the demonstration park.
func over(t *testing.T) (*desktest.Desk, *Screen) {
	t.Helper()
	d := desktest.New(t)
	s := New(d.Desk).(*Screen)
	d.Show(s)
	return d, s
}

// depart ends the agreement of a resident on the last day of 2020 without a word how.
func depart(t *testing.T, d *desktest.Desk, n int) []*app.Resident {
	t.Helper()
	b := d.Look().Book
	gone := b.ActiveResidents(app.YearPeriod(2021))[:n]
	for _, r := range gone {
		c := app.Clone(app.LastAgreement(b.Agreements(r.ID), app.Day(2021, 1, 1)))
		c.To = app.Day(2020, 12, 31)
		d.Save(t, c)
	}
	return gone
}

// cell returns the text of a cell of a row whose first cell begins with a text.
func cell(t *testing.T, rows func() []int64, texts func(int64) []string, begins string, at int) string {
	t.Helper()
	for _, id := range rows() {
		if all := texts(id); strings.HasPrefix(strings.TrimLeft(all[0], app.NBSP), begins) {
			return all[at]
		}
	}
	t.Fatalf("no row of %s", begins)
	return ""
}

func TestYearIsTurnedInOneStep(t *testing.T) {
	d, s := over(t)
	gone := depart(t, d, 2)
	s.Refresh()
	if got := cell(t, s.carried.table.Shown, s.carried.table.Texts, "Отчёты резидентов", 5); got != "94" {
		t.Errorf("%s reports are to be made", got)
	}
	s.onNext()
	if len(s.left.table.Shown()) != 2 || s.at != stepLeft {
		t.Fatalf("%d left, on page %d", len(s.left.table.Shown()), s.at)
	}
	s.left.table.Select(gone[1].ID)
	s.left.follow()
	s.left.choice.SetSelected("выпуск резидента")
	if got := s.left.table.Texts(gone[1].ID)[4]; !strings.Contains(got, "выпуск резидента") {
		t.Errorf("decided: %s", got)
	}
	s.Refresh() // what was decided stays decided
	s.onNext()
	if got := cell(t, s.sheet.table.Shown, s.sheet.table.Texts, "выпускник", 3); got != "+1" {
		t.Errorf("graduates: %s", got)
	}
	if len(d.List(t, "resident_report")) == 0 || s.next.Text != "Открыть 2021 год" {
		t.Error(s.next.Text)
	}
	before := len(d.List(t, "resident_report"))
	s.onNext()
	if got := len(d.List(t, "resident_report")) - before; got != 94 || s.at != stepDone {
		t.Fatalf("%d reports were made, on page %d", got, s.at)
	}
	step, ok, err := d.Store.NextUndo(d.Ctx())
	if err != nil || !ok || step.What != "Новый год: 2020 → 2021" {
		t.Errorf("%+v, %v", step, err)
	}
	desktest.Press(t, s.Content(), "Показать сверку и напечатать…")
	if len(d.Papers) != 1 || d.Papers[0].Pages < 2 {
		t.Errorf("papers: %d", len(d.Papers))
	}
	desktest.Press(t, s.Content(), "Показать 2021 год")
	if d.Year != 2021 || !slices.Contains(d.Opened, app.Place{Type: "resident_report"}) {
		t.Errorf("shown %d, %v", d.Year, d.Opened)
	}
	desktest.Press(t, s.Content(), "Отменить новый год")
	if got := len(d.List(t, "resident_report")); got != before || !strings.Contains(s.ready.empty.Said(), "отменён") {
		t.Errorf("%d reports after the undo, %d before; %s", got, before, s.ready.empty.Said())
	}
}

// The keyboard alone leads through the pages, and back.
// What was done since is not undone in its stead.
func TestTurnThatIsNoLongerTheLastStepStays(t *testing.T) {
	d, s := over(t)
	for s.at != stepDone {
		s.onNext()
	}
	made := len(d.List(t, "resident_report"))
	d.Save(t, &app.Room{Head: app.Head{Park: d.Park}, Building: "Корпус 9", Number: "1", Area: app.Of(app.Units(20))})
	rooms := len(d.List(t, "room"))
	desktest.Press(t, s.Content(), "Отменить новый год")
	if len(d.List(t, "room")) != rooms || len(d.List(t, "resident_report")) != made {
		t.Error("something was undone")
	}
	if !strings.Contains(d.Asked(), "записи уже менялись") || s.done.undone {
		t.Errorf("%q", d.Asked())
	}
}

func TestTurnByKeyboard(t *testing.T) {
	d, s := over(t)
	gone := depart(t, d, 1)
	s.Refresh()
	c := d.Window.Canvas()
	s.FocusList()
	if c.Focused() != s.carried.table {
		t.Fatalf("%T has the keyboard", c.Focused())
	}
	enter := func() { desktest.Key(c.Focused(), fyne.KeyReturn) }
	enter() // to the button
	enter()
	if s.at != stepLeft || c.Focused() != s.left.table {
		t.Fatalf("page %d, %T has the keyboard", s.at, c.Focused())
	}
	enter()
	if c.Focused() != s.left.choice {
		t.Fatalf("%T has the keyboard", c.Focused())
	}
	s.left.choice.TypedRune('и') // истёк срок
	if l, _ := s.left.chosen(); l.Choice != "expired" || l.Resident.ID != gone[0].ID {
		t.Errorf("decided: %+v", l)
	}
	desktest.Key(c.Focused(), fyne.KeyEscape)
	if c.Focused() != s.left.table {
		t.Errorf("%T has the keyboard after Esc", c.Focused())
	}
	desktest.Key(c.Focused(), fyne.KeyEscape)
	if s.at != stepCarried || c.Focused() != s.carried.table {
		t.Errorf("Esc leads to page %d", s.at)
	}
	desktest.Key(c.Focused(), fyne.KeyEscape)
	if d.Backs != 1 {
		t.Error("Esc on the first page does not lead back")
	}
}

func TestTurnThatIsDoneSaysSo(t *testing.T) {
	d, s := over(t)
	s.show(stepSheet)
	s.onNext()
	s.onNext() // to the start: the shown year is 2020 still
	if s.at != stepCarried || s.from != 2020 {
		t.Fatalf("page %d, from %d", s.at, s.from)
	}
	s.show(stepSheet)
	if !s.next.Disabled() || !strings.Contains(s.next.Why(), "2021 год уже открыт") {
		t.Error("the button can be pressed once more")
	}
	before := len(d.List(t, "disclosure"))
	s.onNext()
	if len(d.List(t, "disclosure")) != before || s.at != stepSheet {
		t.Error("the second turn wrote")
	}
	desktest.Press(t, s.Content(), "Показать сверку и напечатать…")
	if len(d.Papers) != 1 {
		t.Error("the sheet cannot be printed any more")
	}
	s.Stepped()
	if s.at != stepCarried || s.plan == nil {
		t.Error("a step that was undone leaves nothing to see")
	}
}

func TestParkWithoutReportsCannotBeTurned(t *testing.T) {
	d := desktest.Small(t, "ООО «Альфа»")
	s := New(d.Desk).(*Screen)
	d.Show(s)
	if s.plan != nil || !strings.Contains(s.carried.empty.Said(), "нет ни одного отчёта за 2020 год") || !s.next.Disabled() {
		t.Error(s.carried.empty.Said())
	}
	s.onStep(keyOf(stepSheet))
	if s.at != stepCarried {
		t.Error("there is a sheet of nothing")
	}
}
