package revisions

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
	"technopark/app/ui/records"
)

// revised is a desk on a park with two final packages; the first was returned, and the
// second has another figure of one resident.
func revised(t *testing.T) (d *desktest.Desk, changed *app.ResidentReport) {
	t.Helper()
	d = desktest.New(t)
	d.Who = "Щукина"
	d.Return(t, d.Finalise(t, ""), "нет письма")
	changed = d.Report(t, func(r *app.ResidentReport) bool { return r.Revenue.State == app.Given })
	changed.Revenue.N += 1_000_000_000
	d.Save(t, changed)
	d.Finalise(t, "уточнена выручка")
	return d, changed
}

// page is the screen of revisions as its user sees it.
type page struct {
	*records.Screen
	form *kit.Form
}

func newRevisions(t *testing.T, d *desktest.Desk) *page {
	t.Helper()
	s := records.New(d.Desk, app.TypeByKey("revision"), Tools)
	d.Changed = s.Refresh
	d.Show(s)
	return &page{s, desktest.The[*kit.Form](t, s.Content())}
}

// current returns the revision in the form.
func (p *page) current() *app.Revision { return p.Kept().(*app.Revision) }

// offered returns the texts of the buttons over the form.
func offered(p *page) []string {
	var texts []string
	for _, b := range desktest.All[*kit.Button](p.Content()) {
		if b.Visible() {
			texts = append(texts, b.Text)
		}
	}
	return texts
}

func TestRevisionIsMarkedStepByStep(t *testing.T) {
	d := desktest.New(t)
	d.Finalise(t, "")
	s := newRevisions(t, d)
	marks := func() []string {
		return slices.DeleteFunc(offered(s), func(text string) bool {
			return !strings.HasPrefix(text, "Отметить") && !strings.HasPrefix(text, "Снять") && !strings.HasPrefix(text, "Исправить")
		})
	}
	for _, step := range []struct {
		state string
		want  []string
	}{
		{app.RevisionSigned, []string{"Отметить «подписан»…"}},
		{app.RevisionSent, []string{"Отметить «отправлен»…", "Снять отметку…"}},
		{app.RevisionReturned, []string{"Отметить «принят»…", "Отметить «возвращён»…", "Снять отметку…"}},
		{"", []string{"Исправить и подать заново", "Снять отметку…"}},
	} {
		if got := marks(); !slices.Equal(got, step.want) {
			t.Errorf("before %q: %q", step.state, got)
		}
		if step.state == "" {
			break
		}
		m := askToMark(d.Desk, s.current(), step.state, s.List())
		if m.day.Text != "15.03.2021" || d.Window.Canvas().Focused() != fyne.Focusable(m.note) {
			t.Errorf("%s: day %q, focus %v", step.state, m.day.Text, d.Window.Canvas().Focused())
		}
		test.Type(m.note, "письмом № 5")
		desktest.Key(m.note, fyne.KeyReturn)
	}
	rev := d.LastRevision()
	if rev.State != app.RevisionReturned || rev.WhyReturned() != "письмом № 5" || strings.Count(rev.Note, "\n") != 2 {
		t.Errorf("%s: %q", rev.State, rev.Note)
	}
	if s.form.Field("state").Disabled() != true || len(d.Failed) != 0 {
		t.Errorf("the state can be typed, or %v", d.Failed)
	}
	m := askToTakeBack(d.Desk, s.current(), s.List())
	desktest.Key(m.note, fyne.KeyReturn)
	if rev = d.LastRevision(); rev.State != app.RevisionSent {
		t.Errorf("taken back: %s", rev.State)
	}
	step, _, err := d.Store.NextUndo(d.Ctx())
	if err != nil || step.Over != "состояние редакции 1" {
		t.Errorf("undo would take %q over %q, %v", step.What, step.Over, err)
	}
}

func TestMarkThatCannotBeIsToldInItsDialog(t *testing.T) {
	d := desktest.New(t)
	rev := d.Finalise(t, "")
	s := newRevisions(t, d)
	m := askToMark(d.Desk, rev, app.RevisionSigned, s.List())
	m.day.SetText("апрель")
	m.save()
	if !strings.Contains(m.wrong.Text, "апрель") || d.Window.Canvas().Focused() != fyne.Focusable(m.day) {
		t.Errorf("said %q", m.wrong.Text)
	}
	m.day.SetText("1.1.2021")
	m.save()
	if !strings.Contains(m.wrong.Text, "раньше") || !m.wrong.Visible() {
		t.Errorf("said %q", m.wrong.Text)
	}
	desktest.Key(m.day, fyne.KeyEscape)
	if d.Window.Canvas().Overlays().Top() != nil || d.LastRevision().State != app.RevisionChecked {
		t.Error("the dialog stayed, or the mark was kept")
	}
	if d.Window.Canvas().Focused() != s.List() {
		t.Errorf("the keyboard is with %v", d.Window.Canvas().Focused())
	}
}

func TestRevisionsAreCompared(t *testing.T) {
	d, changed := revised(t)
	c := showComparison(d.Desk, d.LastRevision(), newRevisions(t, d).List())
	if c.earlier.SelectedIndex() != 0 || c.later.SelectedIndex() != 1 || d.Window.Canvas().Focused() != fyne.Focusable(c.rows) {
		t.Errorf("compared %q with %q", c.later.Selected, c.earlier.Selected)
	}
	row := c.rows.Texts(1)
	if len(row) != 6 || !strings.HasPrefix(row[0], "Отчёт резидента «") || row[1] != "Выручка, тыс. руб." || row[4] != "ivanova, 15.03.2021 12:00" {
		t.Errorf("row %q", row)
	}
	moved := false
	for _, id := range c.effects.Shown() {
		effect := c.effects.Texts(id)
		moved = moved || effect[0] == "S2.1" && strings.HasPrefix(effect[5], "+")
	}
	if !moved {
		t.Error("S2.1 is not among what moved")
	}
	for _, want := range []string{"Почему возвращена редакция 1: нет письма", "Почему собрана редакция 2: уточнена выручка", row[3]} {
		if !strings.Contains(c.detail.Text, want) {
			t.Errorf("the detail lacks %q: %q", want, c.detail.Text)
		}
	}
	desktest.Key(c.rows, fyne.KeyReturn)
	if !slices.Equal(d.Opened, []app.Place{{Type: "resident_report", ID: changed.ID, Field: "revenue"}}) || d.Window.Canvas().Overlays().Top() != nil {
		t.Errorf("opened %v", d.Opened)
	}
}

// The changes are a list like the others: searched, and shown again by one button when nothing is
// found.
func TestChangesOfARevisionAreSearched(t *testing.T) {
	d, _ := revised(t)
	c := showComparison(d.Desk, d.LastRevision(), newRevisions(t, d).List())
	d.Window.Canvas().Focus(c.filter)
	test.Type(c.filter, "выручка")
	if shown, all := c.rows.Len(); shown != 1 || all != 1 {
		t.Errorf("%d of %d changes have the word", shown, all)
	}
	test.Type(c.filter, " которой нет")
	if shown, _ := c.rows.Len(); shown != 0 {
		t.Errorf("%d changes have words that are nowhere", shown)
	}
	desktest.Key(c.filter, fyne.KeyDown)
	desktest.Key(d.Window.Canvas().Focused(), fyne.KeyReturn)
	if shown, _ := c.rows.Len(); shown != 1 || c.filter.Text != "" || d.Window.Canvas().Focused() != fyne.Focusable(c.rows) {
		t.Errorf("%d are shown again, searched %q", shown, c.filter.Text)
	}
}

func TestOtherRevisionsAreChosen(t *testing.T) {
	d, _ := revised(t)
	c := showComparison(d.Desk, d.LastRevision(), newRevisions(t, d).List())
	c.earlier.SetSelectedIndex(1)
	if _, rows := c.rows.Len(); rows != 0 || !c.sheet.Disabled() || c.detail.Text != d.T("ui.compare.same") {
		t.Errorf("with itself: %d rows, said %q", rows, c.detail.Text)
	}
	c.later.SetSelectedIndex(0)
	if _, rows := c.rows.Len(); rows != 1 || c.found.Later.Number.N != 2 {
		t.Errorf("the other way round: %d rows", rows)
	}
	desktest.Key(c.rows, fyne.KeyEscape)
	if d.Window.Canvas().Overlays().Top() != nil {
		t.Error("Esc does not close it")
	}
}

func TestRecordOfAChangeMayBeGone(t *testing.T) {
	d, changed := revised(t)
	c := showComparison(d.Desk, d.LastRevision(), newRevisions(t, d).List())
	if err := d.Store.Delete(d.Ctx(), changed); err != nil {
		t.Fatal(err)
	}
	desktest.Key(c.rows, fyne.KeyReturn)
	if len(d.Opened) != 0 || !strings.Contains(c.detail.Text, "нет") || d.Window.Canvas().Overlays().Top() == nil {
		t.Errorf("opened %v, said %q", d.Opened, c.detail.Text)
	}
}

func TestSheetOfChangesIsLookedAtAndSaved(t *testing.T) {
	d, _ := revised(t)
	c := showComparison(d.Desk, d.LastRevision(), newRevisions(t, d).List())
	test.Tap(c.sheet)
	top := d.Window.Canvas().Overlays().Top()
	if top == nil || len(d.Failed) != 0 {
		t.Fatalf("not shown: %v", d.Failed)
	}
	d.PackageDir = t.TempDir()
	if !desktest.Pressed(top, d.T("ui.view.save")) || !desktest.Pressed(d.Window.Canvas().Overlays().Top(), d.T("ui.file.this_folder")) {
		t.Fatal("nothing to save with")
	}
	if names := desktest.FilesIn(t, d.PackageDir); !slices.Equal(names, []string{"Пакет Пример 2020 редакция 2, лист изменений.pdf"}) {
		t.Errorf("saved %v", names)
	}
}

func TestOneRevisionIsNotCompared(t *testing.T) {
	d := desktest.New(t)
	if c := showComparison(d.Desk, d.Finalise(t, ""), nil); c != nil || d.Window.Canvas().Overlays().Top() == nil {
		t.Error("compared with nothing")
	}
}

func TestReturnedRevisionLeadsToThePackage(t *testing.T) {
	d := desktest.New(t)
	d.Return(t, d.Finalise(t, ""), "нет письма.")
	s := newRevisions(t, d)
	test.Tap(desktest.Button(t, s.Content(), d.T("ui.revision.again")))
	if !slices.Equal(d.Navigated, []string{"package"}) {
		t.Errorf("navigated %v", d.Navigated)
	}
}

func TestRevisionIsMadeAgain(t *testing.T) {
	d := desktest.New(t)
	rebuild(d.Desk, d.Finalise(t, ""), t.TempDir())
	if d.Window.Canvas().Overlays().Top() == nil || len(d.Failed) != 0 {
		t.Errorf("made again: %v", d.Failed)
	}
}

// A kept revision is looked at, and printed, as it was frozen.
func TestRevisionIsLookedAt(t *testing.T) {
	d := desktest.New(t)
	rev := d.Finalise(t, "")
	p := newRevisions(t, d)
	(&tools{desk: d.Desk, page: p}).view(rev)
	top := d.Window.Canvas().Overlays().Top()
	if top == nil || len(d.Failed) != 0 {
		t.Fatalf("nothing is shown: %v", d.Failed)
	}
	desktest.Press(t, top, d.T("ui.view.close"))
}
