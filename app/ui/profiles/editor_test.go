package profiles

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/rating"
	"technopark/app/regulation"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
)

// copied is the screen over the sample with a copy of the method in place, called our-2021.
func copied(t *testing.T) (*desktest.Desk, *Screen) {
	t.Helper()
	d := desktest.New(t)
	s := New(d.Desk).(*Screen)
	d.Show(s)
	d.Changed = s.Refresh
	test.Tap(s.edit) // asks for the name of a copy first
	s.asked.Entries[1].SetText("Наша методика")
	d.Press(t, "Сделать копию")
	if !s.editing() || !strings.Contains(desktest.Said(s.editor.Content()), "Наша методика") {
		t.Fatalf("not edited: %v", d.Failed)
	}
	return d, s
}

// written is all that stands on a form.
func written(form *kit.Form) string {
	said := ""
	for _, text := range desktest.All[*canvas.Text](form) {
		said += text.Text + " "
	}
	return said
}

func methods(t *testing.T, d *desktest.Desk) []*app.Profile {
	t.Helper()
	return app.As[app.Profile](d.List(t, "profile"))
}

// choose selects a part of the method by its code and gives the keyboard to a field.
func choose(t *testing.T, s *Screen, code string) {
	t.Helper()
	for i, r := range s.editor.rows {
		if r.Code == code {
			s.editor.list.Table.Select(int64(i + 1))
			s.editor.showPart(true)
			return
		}
	}
	t.Fatalf("no part %s", code)
}

func TestEditIsTriedOutAndKeptAsTheNextVersion(t *testing.T) {
	d, s := copied(t)
	before := d.Computed(t).Find("S2.1").ValueText(app.RU)
	choose(t, s, "S2.1")
	e := s.editor
	form := e.forms[regulation.PartIndicator]
	if !e.save.Disabled() || e.save.Why() == "" {
		t.Errorf("nothing is changed, and it can be saved: %q", e.save.Why())
	}
	d.Type(t, form, "formula", "revenue / ")
	if got := form.Message("formula"); !strings.Contains(got, "выражение обрывается") {
		t.Errorf("as one types: %q", got)
	}
	d.Type(t, form, "formula", "revenue / headcount * 2")
	if got := form.Message("formula"); got != "" {
		t.Errorf("a right formula: %q", got)
	}
	if said := written(form); !strings.Contains(said, "сейчас "+before) || !strings.Contains(said, "по правке") {
		t.Errorf("tried out: %q", said)
	}
	d.Tab()
	if !e.dirty() || e.save.Disabled() {
		t.Fatalf("the draft: dirty %v, %q", e.dirty(), e.save.Why())
	}
	if got := d.Computed(t).Find("S2.1").ValueText(app.RU); got != before || len(methods(t, d)) != 1 || methods(t, d)[0].Version != "1" {
		t.Errorf("before it is kept: %s, %s", got, before)
	}
	test.Tap(e.save)
	kept := methods(t, d)
	if len(kept) != 1 || kept[0].Version != "2" || !strings.Contains(kept[0].Text, `formula = "revenue / headcount * 2"`) || e.dirty() {
		t.Fatalf("%d methods, %v", len(kept), d.Failed)
	}
	if got := d.Computed(t).Find("S2.1").ValueText(app.RU); got == before {
		t.Errorf("kept, and the figure is %s", got)
	}
	// One step takes it back.
	if step, err := d.Store.Undo(d.Ctx()); err != nil || step.What != "правка методики: Наша методика, версия 2" {
		t.Fatalf("%+v, %v", step, err)
	}
	s.Refresh()
	if got := d.Computed(t).Find("S2.1").ValueText(app.RU); got != before || methods(t, d)[0].Version != "1" || e.dirty() {
		t.Errorf("taken back: %s", got)
	}
}

func TestWrongEditStaysInItsFieldAndSavingSaysWhy(t *testing.T) {
	d, s := copied(t)
	choose(t, s, "S1.4")
	form := s.editor.forms[regulation.PartIndicator]
	d.Type(t, form, "weight", "много")
	d.Tab()
	if got := form.Message("weight"); !strings.Contains(got, "нужно число") || !s.editor.save.Disabled() || !strings.Contains(s.editor.save.Why(), "Вес") {
		t.Errorf("%q; %q", got, s.editor.save.Why())
	}
	if s.Unsaved() == "" || s.Refused() != "Не сохранено: правка методики" {
		t.Error("it could be left without a word")
	}
	if !s.TakeBack() || form.Message("weight") != "" || s.Unsaved()+s.Refused() != "" {
		t.Errorf("taken back: %q, %q", form.Message("weight"), s.Unsaved())
	}
	d.Type(t, form, "weight", "2")
	d.Tab()
	if !s.editor.dirty() || !s.TakeBack() || s.editor.dirty() || s.TakeBack() {
		t.Error("a change of the draft is not taken back once")
	}
}

func TestLeavingAnEditAsks(t *testing.T) {
	d, s := copied(t)
	choose(t, s, "S1")
	d.Type(t, s.editor.forms[regulation.PartSubindex], "weight", "3")
	test.Tap(s.editor.back)
	if !strings.Contains(d.Asked(), "не сохранена") || !s.editing() {
		t.Fatalf("asked %q", d.Asked())
	}
	d.Press(t, "Отбросить")
	if s.editing() || methods(t, d)[0].Version != "1" || strings.Contains(methods(t, d)[0].Text, "weight = 3") {
		t.Error("it is kept, or still edited")
	}
}

func TestWholeTextIsEditedWithItsFaultInSight(t *testing.T) {
	d, s := copied(t)
	e := s.editor
	test.Tap(e.text)
	p := e.whole
	p.list.Table.Select(1)
	p.turnTo(1)
	right := p.entry.Text
	p.entry.SetText(strings.Replace(right, "threshold = 80", "threshold = 800", 1))
	if said := p.fault.Text; !strings.Contains(said, "Строка ") || !strings.Contains(said, "от 1 до 100") || !p.apply.Disabled() {
		t.Errorf("%q", said)
	}
	// Another table can be looked at; what is typed stays, and the fault is a key away.
	p.list.Table.Select(9)
	p.turnTo(9)
	if !strings.Contains(p.entry.Text, "[term.") || !strings.Contains(p.text(), "threshold = 800") {
		t.Errorf("in the entry: %q", p.entry.Text)
	}
	p.entry.SetText(p.entry.Text + "[term.own]\ntitle = \"Своё\"\nof = \"job\"\nunit = \"ед.\"\n")
	p.list.Table.Select(20)
	p.turnTo(20)
	if at := p.list.Table.Selected(); p.blocks[at-1].Text != p.entry.Text || at != 21 {
		t.Errorf("table %d of %q", at, p.entry.Text)
	}
	test.Tap(p.jump)
	if line := strings.Split(p.entry.Text, "\n")[p.entry.CursorRow]; !strings.HasPrefix(line, "threshold") || d.Window.Canvas().Focused() != fyne.Focusable(p.entry) {
		t.Errorf("the cursor is in %q", line)
	}
	p.entry.SetText(strings.Replace(right, "year = 2021", "year = 2022", 1))
	test.Tap(p.apply)
	if e.dirty() || !strings.Contains(p.fault.Text, "2021") {
		t.Errorf("another year is taken: %q", p.fault.Text)
	}
	p.entry.SetText(strings.Replace(right, "threshold = 80", "threshold = 70", 1))
	test.Tap(p.apply)
	if !e.dirty() || p.Content().Visible() || e.draft.Method().Threshold(app.RU) != "70" {
		t.Errorf("not taken: %s", e.draft.Method().Threshold(app.RU))
	}
}

func TestEffectsOfADraftAreShownBeforeItIsKept(t *testing.T) {
	d, s := copied(t)
	choose(t, s, "S2.2")
	d.Type(t, s.editor.forms[regulation.PartIndicator], "formula", "export / revenue * 200")
	test.Tap(s.editor.effects)
	asked := d.Asked() + desktest.Said(d.Window.Canvas().Overlays().Top())
	for _, want := range []string{"Индекс", "Группа", "Место", "S2.2. Доля экспорта в выручке"} {
		if !strings.Contains(asked, want) {
			t.Errorf("no %q in %q", want, asked)
		}
	}
	if !strings.Contains(asked, " из 40") || strings.Contains(asked, "—") {
		t.Errorf("no place, or no index: %q", asked)
	}
	if strings.Contains(asked, "S2.1.") {
		t.Error("what does not move is shown")
	}
	if len(d.Failed) > 0 || methods(t, d)[0].Version != "1" {
		t.Errorf("%v", d.Failed)
	}
}

func TestEarlierVersionIsBroughtBack(t *testing.T) {
	d, s := copied(t)
	choose(t, s, "S1.4")
	d.Type(t, s.editor.forms[regulation.PartIndicator], "weight", "2")
	test.Tap(s.editor.save)
	test.Tap(s.editor.back)
	if s.editing() {
		t.Fatal("still edited")
	}
	test.Tap(s.versions)
	l := s.listed
	if len(l.files) != 3 || !l.again.Disabled() { // 2, 1, the program's own; the first is in force
		t.Fatalf("%d methods, %q", len(l.files), l.again.Why())
	}
	l.shown.Table.Select(2)
	l.follow()
	test.Tap(l.again)
	if kept := methods(t, d); kept[0].Version != "1" || strings.Contains(kept[0].Text, "weight = 2") {
		t.Errorf("version %s", kept[0].Version)
	}
	test.Tap(s.versions)
	if n := len(s.listed.files); n != 3 {
		t.Errorf("%d methods after it was brought back", n)
	}
	s.listed.compareFile(filepath.Join(t.TempDir(), "нет.toml"))
	if !strings.Contains(d.Asked(), "нет.toml") {
		t.Errorf("a file that is not there: %q", d.Asked())
	}
}

func TestMarkGoesWithASourceAndItsDocumentAlone(t *testing.T) {
	d, s := copied(t)
	s.closeEditor()
	if !strings.Contains(s.about.Text, "не является официальной") {
		t.Fatal(s.about.Text)
	}
	test.Tap(s.official)
	s.asked.Entries[0].SetText("Приказ АКИТ РФ")
	s.asked.Entries[1].SetText("12")
	s.asked.Entries[2].SetText("01.03.2021")
	d.Press(t, "Объявить официальной")
	if !strings.Contains(s.asked.Wrong(), "выберите файл") || d.Look().Set.Method.Official {
		t.Fatalf("without a document: %q", s.asked.Wrong())
	}
	path := filepath.Join(t.TempDir(), "приказ.png")
	if err := os.WriteFile(path, png, 0o600); err != nil {
		t.Fatal(err)
	}
	s.chooseFile(path)
	d.Press(t, "Объявить официальной")
	if want := "Официальная методика: Приказ АКИТ РФ №\u00a012 от 01.03.2021"; !strings.Contains(s.about.Text, want) || strings.Contains(s.about.Text, "не является") {
		t.Errorf("%q, %v", s.about.Text, d.Failed)
	}
	test.Tap(s.official)
	if kept := methods(t, d); s.official.Text != "Документ-источник…" || len(d.Proofs) != 1 || d.Proofs[0] != app.SubjectOf(kept[0]) {
		t.Errorf("%q leads to %v", s.official.Text, d.Proofs)
	}
	docs := app.As[app.Document](d.List(t, "document"))
	if n := len(docs); n == 0 || docs[n-1].Title != "Приказ АКИТ РФ" || docs[n-1].Number != "12" || len(d.Look().Set.Of(app.ProfileMethod, app.RU)) != 0 {
		t.Errorf("%d documents, %v", n, d.Look().Set.Remarks)
	}
	if _, err := d.Store.Undo(d.Ctx()); err != nil {
		t.Fatal(err)
	}
	s.Refresh()
	if !strings.Contains(s.about.Text, "не является официальной") || len(d.List(t, "document")) != len(docs)-1 {
		t.Errorf("taken back: %q", s.about.Text)
	}
}

func TestWhyThereIsNoIndexIsSaid(t *testing.T) {
	d := desktest.New(t)
	known := &rating.ParkPosition{Index: composite.Value{Number: 101, Known: true}}
	for want, found := range map[string]*rating.Another{
		"":                   {Was: known, Is: known},
		"слишком мало":       {Was: known, Is: &rating.ParkPosition{}},
		"нет раздела rating": {Was: known, Why: [2]app.Text{{}, app.L("нет раздела rating", "no rating")}},
	} {
		if got := whyNone(d.Desk, found); !strings.Contains(got, want) || (got == "") != (want == "") {
			t.Errorf("%q, not %q", got, want)
		}
	}
}
