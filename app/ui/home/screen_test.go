package home

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
)

// at makes the home over a desk and shows it.
func at(d *desktest.Desk) *Screen {
	s := New(d.Desk).(*Screen)
	d.Show(s)
	return s
}

// text returns what a line of a part says.
func (p *part) text(row int, column string) string { return p.grid.Text(int64(row), column) }

func TestHomeOfTheSample(t *testing.T) {
	d := desktest.New(t)
	s := at(d)
	if got := s.next.Text; !strings.HasPrefix(got, "Далее: ") {
		t.Errorf("the blue button says %q", got)
	}
	if got := s.steps.text(1, "where"); got != "Стол сбора" {
		t.Errorf("the first step is done at %q", got)
	}
	if len(s.stages) != 6 || !strings.HasPrefix(s.stages[2].Text, "▲\u00a0Сбор: ") {
		t.Errorf("stages %v", s.stages)
	}
	if got := s.stand.index.Text(); !strings.HasSuffix(got, "%") {
		t.Errorf("the index is %q", got)
	}
	if got := s.filled.text(1, "what"); got != "▲\u00a0Ответы резидентов" {
		t.Errorf("filled in is first %q", got)
	}
	said := desktest.Said(s.Content())
	for _, want := range []string{"срок сдачи 30.06.2021, осталось 107\u00a0дней", "Место в рейтинге", "Сохранность"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not on the page", want)
		}
	}
}

// Each line, the blue button and each stage lead to the place where the thing is done.
func TestEveryLineLeadsToItsPlace(t *testing.T) {
	d := desktest.New(t)
	s := at(d)
	s.FocusList()
	if got := d.Window.Canvas().Focused(); got != fyne.Focusable(s.steps.grid) {
		t.Fatalf("the keyboard is at %T", got)
	}
	s.steps.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if n := len(d.Navigated); n != 1 || d.Navigated[0] != "collect" {
		t.Errorf("Enter on the first step leads to %v", d.Navigated)
	}
	test.Tap(s.next)
	if n := len(d.Navigated); n != 2 || d.Navigated[1] != "collect" {
		t.Errorf("the blue button leads to %v", d.Navigated)
	}
	for _, p := range []*part{s.steps, s.filled, s.last} {
		for i := range p.grid.Rows() {
			was := len(d.Navigated) + len(d.Opened) + len(d.Begun)
			p.grid.OnOpen(int64(i+1), "")
			if len(d.Navigated)+len(d.Opened)+len(d.Begun) == was {
				t.Errorf("%s, line %d leads nowhere", p.block.Title(), i+1)
			}
		}
	}
	for _, b := range s.stages {
		was := len(d.Navigated) + len(d.Opened)
		test.Tap(b)
		if len(d.Navigated)+len(d.Opened) == was {
			t.Errorf("«%s» leads nowhere", b.Text)
		}
	}
}

// A park without anything begins with its residents; a deadline that nobody has written down is
// begun where such are kept.
func TestHomeOfANewPark(t *testing.T) {
	d := desktest.Small(t)
	s := at(d)
	if s.next.Text != "Далее: внести резидентов" {
		t.Errorf("the blue button says %q", s.next.Text)
	}
	s.steps.grid.OnOpen(2, "")
	if len(d.Begun) != 1 || d.Begun[0] != "deadline" {
		t.Errorf("begun %v", d.Begun)
	}
	d.Park = 0
	s.Refresh()
	if s.plan != nil || len(s.steps.grid.Rows()) != 1 || s.strip.Visible() {
		t.Error("a file without a park has something to do")
	}
	s.Print()
	if len(d.Papers) != 0 {
		t.Error("nothing is printed as something")
	}
}

func TestHomeIsPrinted(t *testing.T) {
	d := desktest.New(t)
	at(d).Print()
	if len(d.Papers) != 1 || d.Papers[0].Pages == 0 || !strings.HasPrefix(d.Papers[0].Name, "Что сделать") {
		t.Errorf("papers %+v", d.Papers)
	}
}

// While the records are being looked at, the page is there and says so.
func TestHomeComesLater(t *testing.T) {
	d := desktest.New(t)
	work := d.Hold()
	s := at(d)
	if s.plan != nil || !strings.Contains(s.steps.text(1, "said"), "роверя") {
		t.Errorf("said %q", s.steps.text(1, "said"))
	}
	work.Finish(t)
	s.Follow()
	if s.plan == nil {
		t.Error("nothing has come")
	}
}

// In a narrow window all stands in one column.
func TestHomeInOneColumn(t *testing.T) {
	d := desktest.New(t)
	s := at(d)
	if s.filled.block.Position().X == s.steps.block.Position().X {
		t.Error("a wide window has one column")
	}
	d.Window.Resize(fyne.NewSize(kit.Pixels(600), 700))
	if s.filled.block.Position().X != s.steps.block.Position().X {
		t.Error("a narrow window has two columns")
	}
}

// BenchmarkOpenHome makes the page and shows it, as a click on «Главная» does.
func BenchmarkOpenHome(b *testing.B) {
	d := desktest.New(b)
	d.Agenda()
	for b.Loop() {
		at(d)
	}
}
