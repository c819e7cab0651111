package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// What a step of a walk would do is said whole: between the buttons where it has room, else over them.
func TestAWalkSaysWholeWhatItsStepDoes(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(100, Light))
	cancel, back, next := NewButton("Отмена", nil), NewButton("Назад", nil), NewPrimary("Записать 1 240 строк", nil, nil)
	f := NewWalkFoot(cancel, back, next)
	const text = "Всё запишется одним шагом, его отменит Ctrl+Z; перед этим делается копия файла"
	f.Say(text)
	for _, wide := range []float32{1000, 700, 400} {
		f.Resize(fyne.NewSize(wide, 10))
		f.Resize(fyne.NewSize(wide, f.MinSize().Height))
		beside := f.note.Position().Y < f.row.Position().Y+cancel.Size().Height && f.row.Position().Y == 0
		if beside != (wide == 1000) {
			t.Errorf("%v wide: the words at %v, the buttons at %v", wide, f.note.Position(), f.row.Position())
		}
		if f.note.Size().Height < f.note.MinSize().Height || f.note.Size().Width > wide {
			t.Errorf("%v wide: the words have %v and ask for %v", wide, f.note.Size(), f.note.MinSize())
		}
		if end := next.Position().X + next.Size().Width; end < wide-1 || cancel.Position().X != 0 {
			t.Errorf("%v wide: giving up at %v, the last button ends at %v", wide, cancel.Position().X, end)
		}
		if !beside && f.note.Position().Y+f.note.Size().Height > f.row.Position().Y {
			t.Errorf("%v wide: the words, %v at %v, lie on the buttons at %v", wide, f.note.Size(), f.note.Position(), f.row.Position())
		}
	}
	f.Say("")
	f.Resize(fyne.NewSize(400, f.MinSize().Height))
	if f.note.Visible() || f.MinSize().Height > next.MinSize().Height+1 || f.Said() != "" {
		t.Errorf("without words it takes %v", f.MinSize().Height)
	}
}
