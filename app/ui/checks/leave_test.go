package checks

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app/ui/desktest"
)

// typed shows the findings of a park that lacks much, an explanation of one typed and not
// saved.
func typed(t *testing.T) (*desktest.Desk, *Screen) {
	t.Helper()
	d := desktest.Small(t, "Альфа")
	s := New(d.Desk).(*Screen)
	d.Show(s)
	d.Changed = s.Refresh
	ids := s.table.Shown()
	if len(ids) < 3 {
		t.Fatalf("%d findings", len(ids))
	}
	s.choose(ids[len(ids)-2])
	test.Type(s.words.text, "так и есть")
	return d, s
}

func TestTypedExplanationIsNotLostWithoutAQuestion(t *testing.T) {
	for name, leave := range map[string]func(s *Screen){
		"another finding": func(s *Screen) { s.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown}) },
		"a search":        func(s *Screen) { s.filter.SetText("ничего такого нет") },
		"a choice":        func(s *Screen) { s.choice.state.SetSelectedIndex(stateOutdated) },
	} {
		t.Run(name, func(t *testing.T) {
			d, s := typed(t)
			of := s.words.finding.Place()
			leave(s)
			if d.Window.Canvas().Overlays().Top() == nil {
				t.Fatal("nothing is asked")
			}
			d.Press(t, "Вернуться к записи")
			if f := s.words.finding; f == nil || f.Place() != of || s.words.text.Text != "так и есть" {
				t.Errorf("finding %v, typed %q", f, s.words.text.Text)
			}
			if f := s.report.Findings[s.table.Selected()-1]; f.Place() != of {
				t.Errorf("the list shows %s", f.Place())
			}
			leave(s)
			d.Press(t, "Отбросить")
			if f := s.words.finding; f != nil && f.Place() == of || s.Unsaved() != "" {
				t.Errorf("still at %v, %q", f, s.Unsaved())
			}
		})
	}
}

// A finding stays the selected one, with what is typed, when the findings are counted anew.
func TestSelectedFindingOutlivesANewCheck(t *testing.T) {
	d, s := typed(t)
	of, counted := *s.words.finding, len(s.report.Findings)
	parks, err := d.Store.Parks(d.Ctx())
	if err != nil {
		t.Fatal(err)
	}
	parks[0].Kind, parks[0].Ownership, parks[0].Region, parks[0].Municipality = "hightech", "private", "Москва", "Зеленоград"
	d.Save(t, parks[0])
	s.Refresh()
	if len(s.report.Findings) == counted {
		t.Fatal("the findings did not change")
	}
	if f := s.words.finding; f == nil || f.Place() != of.Place() || f.Rule != of.Rule || s.words.text.Text != "так и есть" {
		t.Errorf("now %v, typed %q", f, s.words.text.Text)
	}
}

func TestTypedExplanationIsTakenBack(t *testing.T) {
	_, s := typed(t)
	if !s.TakeBack() || s.words.text.Text != "" || s.TakeBack() {
		t.Errorf("typed %q", s.words.text.Text)
	}
}

// A finding that is not in the list cannot be explained.
func TestDetailFollowsTheSearch(t *testing.T) {
	d := desktest.Small(t, "Альфа")
	s := New(d.Desk).(*Screen)
	s.choose(s.table.Shown()[0])
	s.filter.SetText("ничего такого нет")
	if s.words.finding != nil || !s.words.content.Hidden {
		t.Errorf("explained could be %v", s.words.finding)
	}
}

// An explanation that is typed and not saved is named at the foot, until it is saved or taken back.
func TestTheFootNamesAnExplanationThatIsNotSaved(t *testing.T) {
	d := desktest.New(t)
	d.Spoil(t)
	s := New(d.Desk).(*Screen)
	d.Show(s)
	told := 0
	d.Settled = func() { told++ }
	s.choose(s.table.Shown()[0])
	if s.Refused() != "" || told != 0 {
		t.Fatalf("before anything is typed: %q, told %d times", s.Refused(), told)
	}
	s.words.text.SetText("цифры вер")
	s.words.text.SetText("цифры верны")
	if s.Refused() != "Не сохранено: пояснение к замечанию" || told != 1 {
		t.Errorf("typed: %q, told %d times", s.Refused(), told)
	}
	s.Drop()
	if s.Refused() != "" || told != 2 {
		t.Errorf("dropped: %q, told %d times", s.Refused(), told)
	}
	s.words.text.SetText("цифры верны")
	s.words.author.SetText("Щёголева")
	s.words.onSave()
	if s.Refused() != "" || told != 4 {
		t.Errorf("saved: %q, told %d times", s.Refused(), told)
	}
}
