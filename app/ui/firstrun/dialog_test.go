package firstrun

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app/founding"
	"technopark/app/ui/desktest"
)

// asked shows the questions over a desk; what was answered comes to the second.
func asked(t *testing.T, dir, second string) (*desktest.Desk, *Dialog, *[]Ready) {
	t.Helper()
	d := desktest.Small(t)
	var ready []Ready
	return d, Show(d.Desk, dir, second, func(r Ready) { ready = append(ready, r) }), &ready
}

// enter types into what has the keyboard and presses Enter.
func enter(d *desktest.Desk, text string) {
	c := d.Window.Canvas()
	for _, r := range text {
		c.Focused().TypedRune(r)
	}
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

// The keyboard alone goes through all questions, and nothing is made before the last.
func TestFiveQuestionsByKeyboard(t *testing.T) {
	dir := t.TempDir()
	d, f, ready := asked(t, dir, "")
	enter(d, "АО «УК „Заречный“»")
	enter(d, "7707083893")
	enter(d, "Ёжикова Анна Викторовна")
	enter(d, "директор")
	enter(d, "")
	enter(d, "Технопарк «Заречный»")
	f.questions[founding.OfPark].inputs[1].choice.SetSelected("частный")
	d.Window.Canvas().Focus(f.questions[founding.OfPark].inputs[2].entry)
	enter(d, "Нижегородская область")
	enter(d, "")
	if f.at != int(founding.OfPlace) || len(*ready) != 0 {
		t.Fatalf("question %d, %d made", f.at, len(*ready))
	}
	if got := f.bar.Text(); got != "Отвечено: 4 из 5" {
		t.Errorf("the bar says %q", got)
	}
	enter(d, "")
	enter(d, "")
	if len(*ready) != 1 {
		t.Fatalf("%d made", len(*ready))
	}
	r := (*ready)[0]
	if r.File != filepath.Join(dir, "Технопарк Заречный.tpark") || r.Second != "" || r.Answers[founding.Kind] != "частный" || r.Answers[founding.Year] != "2020" {
		t.Errorf("answers %+v", r)
	}
	if err := r.Answers.Ready(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(r.File); err == nil {
		t.Error("the questions make the file")
	}
}

// A number is told while it is typed, and a wrong one keeps its question open.
func TestWrongNumberIsTold(t *testing.T) {
	d, f, _ := asked(t, t.TempDir(), "")
	enter(d, "АО «УК»")
	inn := f.questions[founding.OfCompany].inputs[1]
	test.Type(inn.entry, "77070")
	if got := inn.wrong.Text; got != "введено 5 из\u00a010 цифр" {
		t.Errorf("half a number: %q", got)
	}
	test.Type(inn.entry, "83890")
	enter(d, "")
	if !strings.HasPrefix(inn.wrong.Text, "■") || f.at != 0 || d.Window.Canvas().Focused() != fyne.Focusable(inn.entry) {
		t.Errorf("a wrong number: %q, question %d", inn.wrong.Text, f.at)
	}
}

// What is wrong is told as soon as its entry is left, half a number too, and stays told where the question
// is folded.
func TestWrongNumberIsToldWhenItIsLeft(t *testing.T) {
	d, f, _ := asked(t, t.TempDir(), "")
	enter(d, "АО «УК»")
	enter(d, "7707083893")
	f.turn(0)
	inn := f.questions[founding.OfCompany].inputs[1]
	d.Window.Canvas().Focus(inn.entry)
	inn.entry.SetText("770708389")
	d.Window.Canvas().Focus(f.next)
	if !strings.HasPrefix(inn.wrong.Text, "■") {
		t.Errorf("half a number was left: %q", inn.wrong.Text)
	}
	f.turn(1)
	company := f.questions[founding.OfCompany]
	if !strings.HasPrefix(company.state.Text(), "■") || !strings.Contains(company.said.Text(), "10") {
		t.Errorf("folded it says %q, %q", company.state.Text(), company.said.Text())
	}
}

func TestPlaceThatWillNotDo(t *testing.T) {
	dir := t.TempDir()
	taken := filepath.Join(dir, "Заречный.tpark")
	if err := os.WriteFile(taken, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, f, ready := asked(t, dir, filepath.Join(dir, "нет такой"))
	f.answers[founding.Park] = "Заречный"
	f.turn(int(founding.OfPlace))
	f.onNext()
	place := f.questions[founding.OfPlace]
	if !strings.HasPrefix(place.inputs[0].wrong.Text, "■") {
		t.Errorf("a file that is there: %q", place.inputs[0].wrong.Text)
	}
	f.file.SetText(filepath.Join(dir, "другой"))
	f.onNext()
	if f.file.Text != filepath.Join(dir, "другой.tpark") || !strings.HasPrefix(place.inputs[1].wrong.Text, "■") || len(*ready) != 0 {
		t.Errorf("a folder that is not there: %q, %q", f.file.Text, place.inputs[1].wrong.Text)
	}
}

// Esc goes back; from the first question it leaves, and asks where something was typed.
func TestEscape(t *testing.T) {
	d, f, _ := asked(t, t.TempDir(), "")
	enter(d, "УК")
	enter(d, "")
	esc := func() { d.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) }
	esc()
	if f.at != 0 {
		t.Errorf("question %d", f.at)
	}
	esc()
	if n := len(d.Window.Canvas().Overlays().List()); n != 2 {
		t.Fatalf("%d dialogs: nobody is asked", n)
	}
	esc()
	f.questions[0].inputs[0].entry.SetText("")
	esc()
	if d.Window.Canvas().Overlays().Top() != nil {
		t.Error("nothing was typed, and it does not close")
	}
}

// Where there is no room for all questions the open one stands alone, whole.
func TestOpenQuestionAloneWhereThereIsNoRoom(t *testing.T) {
	d, f, _ := asked(t, t.TempDir(), "")
	shown := func() (all []int) {
		for i, q := range f.questions {
			if q.content.Visible() {
				all = append(all, i)
			}
		}
		return all
	}
	if got := shown(); len(got) != len(f.questions) {
		t.Errorf("with room for all, shown are %v", got)
	}
	d.Window.Resize(fyne.NewSize(1366, 700)) // an office screen less the bars of the system
	f.Hide()
	f = Show(d.Desk, t.TempDir(), "", func(Ready) {})
	f.answers[founding.Company], f.answers[founding.Park] = "АО «УК „Заречный“»", "Технопарк «Заречный»"
	f.turn(int(founding.OfPlace))
	if got := shown(); len(got) != len(f.questions) {
		t.Errorf("before the last button one sees the questions %v", got)
	}
	f.Hide()
	d.Window.Resize(fyne.NewSize(700, 360))
	f = Show(d.Desk, t.TempDir(), "", func(Ready) {})
	f.turn(int(founding.OfHead))
	if got := shown(); len(got) != 1 || got[0] != int(founding.OfHead) {
		t.Errorf("without room, shown are %v", got)
	}
}
