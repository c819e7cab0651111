package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"technopark/app"
)

func TestDatesAreReadHoweverTheyAreWritten(t *testing.T) {
	d := deskOf(t, "contract")
	in := d.Field("signed")
	if in.PlaceHolder != "дд.мм.гггг" || in.ActionItem != nil {
		t.Errorf("an empty date says %q, or has a list", in.PlaceHolder)
	}
	for _, text := range []string{"1.2.2020", "01.02.2020 г.", "2020-02-01", "1 февраля 2020 г."} {
		d.kept["signed"] = app.Value{}
		d.SetValues(func(f app.Field) app.Value { return d.kept[f.Key] }, false)
		d.enter("signed", text)
		if d.kept["signed"] != app.TextValue("2020-02-01") || in.Text != "01.02.2020" || d.Message("signed") != "" {
			t.Errorf("%q: kept %+v, shown %q, message %q", text, d.kept["signed"], in.Text, d.Message("signed"))
		}
	}
	for _, text := range []string{"31.02.2020", "весной", "1.2.20200"} {
		d.enter("signed", text)
		if d.kept["signed"] != app.TextValue("2020-02-01") || in.Text != text || d.Message("signed") == "" {
			t.Errorf("%q: kept %+v, shown %q, message %q", text, d.kept["signed"], in.Text, d.Message("signed"))
		}
	}
	d.Focus("signed")
	press(d.window, fyne.KeyEscape)
	if in.Text != "01.02.2020" || d.Message("signed") != "" {
		t.Errorf("Esc leaves %q, %q", in.Text, d.Message("signed"))
	}
	d.enter("signed", " ")
	if d.kept["signed"] != (app.Value{}) || in.Text != "" {
		t.Errorf("emptied: kept %+v, shown %q", d.kept["signed"], in.Text)
	}
}

// Enter begins a line of a note where it records another field, and Tab goes on from both.
func TestNoteHasLines(t *testing.T) {
	d := deskOf(t, "document")
	in := d.Field("note")
	d.Focus("note")
	test.Type(in, "первая")
	press(d.window, fyne.KeyReturn)
	test.Type(in, "вторая")
	if d.commits != 0 || in.Text != "первая\nвторая" {
		t.Fatalf("%q after %d commits", in.Text, d.commits)
	}
	press(d.window, fyne.KeyUp)
	if in.CursorRow != 0 || d.drop.owner != nil {
		t.Errorf("Up left the cursor in row %d, or opened a list", in.CursorRow)
	}
	d.window.Canvas().FocusNext()
	if d.kept["note"] != app.TextValue("первая\nвторая") || d.commits != 1 {
		t.Errorf("kept %+v after %d commits", d.kept["note"], d.commits)
	}
	d.Focus("note")
	if in.SelectedText() != "" {
		t.Error("a note is selected whole: a letter typed would replace it")
	}
	test.Type(in, "!")
	press(d.window, fyne.KeyEscape)
	if in.Text != "первая\nвторая" {
		t.Errorf("Esc leaves %q", in.Text)
	}
}

func TestQuantitiesAreReadWithTheirUnit(t *testing.T) {
	d := deskOf(t, "room")
	in := d.Field("area")
	for text, want := range map[string]app.Value{
		"1 234,5":   app.NumberValue(1_234_500),
		"12,345 м²": app.NumberValue(12_345),
		"−0":        app.NumberValue(0),
		"=10+2,5":   app.NumberValue(12_500),
		"1 000 000": app.NumberValue(1_000_000_000),
	} {
		d.enter("area", text)
		if d.kept["area"] != want || d.Message("area") != "" {
			t.Errorf("%q: kept %+v, message %q", text, d.kept["area"], d.Message("area"))
		}
	}
	d.enter("area", "12,345")
	commits := d.commits
	shown := in.Text
	d.Focus("area")
	press(d.window, fyne.KeyReturn)
	if d.commits != commits || d.kept["area"] != app.NumberValue(12_345) {
		t.Errorf("a figure shown as %q became %+v when it was only visited", shown, d.kept["area"])
	}
	for _, text := range []string{"5 кг", "12,3456", "1,2,3", "много"} {
		d.enter("area", text)
		if d.kept["area"] != app.NumberValue(12_345) || in.Text != text || d.Message("area") == "" {
			t.Errorf("%q: kept %+v, shown %q, message %q", text, d.kept["area"], in.Text, d.Message("area"))
		}
	}
}

// The line under the mouse is the one that Enter and a tap take, and while the mouse is over
// the list the entry that loses the keyboard keeps it open.
func TestLineUnderTheMouseIsTaken(t *testing.T) {
	d := deskOf(t, "contract", app.Named{ID: 7, Title: "Сигма"}, app.Named{ID: 9, Title: strings.Repeat("Длинная ", 60)})
	in := d.Field("resident")
	d.Focus("resident")
	press(d.window, fyne.KeyDown)
	if len(d.drop.lines) != 2 || d.drop.at != 0 {
		t.Fatalf("%d lines, %d highlighted", len(d.drop.lines), d.drop.at)
	}
	long := d.drop.lines[1]
	test.LaidOutObjects(d.window.Canvas().Content())
	if !strings.HasSuffix(long.text.Text, "…") || long.text.MinSize().Width > long.Size().Width {
		t.Errorf("a long name is shown as %q", long.text.Text)
	}
	long.MouseIn(&desktop.MouseEvent{})
	if d.drop.at != 1 || long.back.FillColor != Colour(ColorSelected) || d.drop.lines[0].back.FillColor == Colour(ColorSelected) {
		t.Errorf("line %d is highlighted", d.drop.at)
	}
	d.window.Canvas().Unfocus()
	if d.drop.owner != in {
		t.Fatal("the list closed before the tap reached it")
	}
	test.Tap(long)
	if d.drop.owner != nil || d.kept["resident"] != app.NumberValue(9) {
		t.Errorf("kept %+v", d.kept["resident"])
	}
	d.Focus("resident")
	press(d.window, fyne.KeyDown)
	d.drop.lines[0].MouseIn(&desktop.MouseEvent{})
	d.drop.lines[0].MouseOut()
	d.window.Canvas().Unfocus()
	if d.drop.owner != nil {
		t.Error("the list stays open with the mouse elsewhere")
	}
}

func TestTakenReferencesAreMarkedInTheList(t *testing.T) {
	d := deskOf(t, "contract", app.Named{ID: 7, Title: "Сигма"}, app.Named{ID: 9, Title: "Альфа"})
	in := d.Field("rooms")
	in.choose(in.choices()[1])
	d.Focus("rooms")
	press(d.window, fyne.KeyDown)
	if one, other := d.drop.lines[0].label, d.drop.lines[1].label; one != "Сигма" || other != "• Альфа" {
		t.Errorf("lines %q and %q", one, other)
	}
}

// The unit that the form names is read after the figure, recorded or only typed, and stands
// after the entry.
func TestUnitNamedInTheFormIsRead(t *testing.T) {
	d := deskOf(t, "reference")
	box := d.inputs["value"]
	d.enter("value", "5 %")
	if m := d.Message("value"); !strings.Contains(m, "не названа") || box.unit.Text != "ед. показателя" {
		t.Errorf("without a unit: %q, shown %q", m, box.unit.Text)
	}
	d.enter("unit", "%")
	if d.kept["value"] != app.NumberValue(5_000_000) || d.Message("value") != "" || box.unit.Text != "%" {
		t.Errorf("with it: kept %+v, message %q, shown %q", d.kept["value"], d.Message("value"), box.unit.Text)
	}
	d.enter("value", "7 руб.")
	if m := d.Message("value"); !strings.Contains(m, "«%»") || d.kept["value"] != app.NumberValue(5_000_000) {
		t.Errorf("another unit: %q, kept %+v", m, d.kept["value"])
	}
}

// What is typed in the wrong layout of the keyboard finds the choice it would in the right one.
func TestChoiceIsFoundInEitherLayout(t *testing.T) {
	d := deskOf(t, "contract", app.Named{ID: 7, Title: "ООО «Сигма»"}, app.Named{ID: 9, Title: "Alpha Lab"})
	for key, cases := range map[string]map[string]string{
		"kind": {"fhtylf": "аренда", "аренда": "аренда"}, "resident": {"cbuvf": "ООО «Сигма»", "фдзрф": "Alpha Lab", "lab": "Alpha Lab"},
	} {
		for typed, want := range cases {
			if found := d.Field(key).matching(typed); len(found) != 1 || found[0].Label != want {
				t.Errorf("%s %q finds %+v", key, typed, found)
			}
		}
	}
	d.Focus("kind")
	test.Type(d.Field("kind"), "fhtylf")
	press(d.window, fyne.KeyReturn)
	if d.Field("kind").Text != "аренда" || d.kept["kind"].S != app.ContractLease {
		t.Errorf("kept %+v, shown %q", d.kept["kind"], d.Field("kind").Text)
	}
}

// Figures stand at the right of their entry while they are typed and after; the mouse finds the
// digit it points at, and words stay at the left.
func TestFiguresOfAFormStandAtTheRight(t *testing.T) {
	d := deskOf(t, "contract")
	in, words := d.Field("area"), d.Field("number")
	place := func(in *Input) (left, right float32) {
		scroll := in.line.line.Scroll
		return scroll.Position().X, scroll.Position().X + scroll.Size().Width
	}
	empty, edge := place(in)
	d.Focus("area")
	last := float32(1e6)
	for _, typed := range []string{"1", "12345,6", "12345678901234567890123456789012345"} {
		in.SetText("")
		test.Type(in, typed)
		left, right := place(in)
		if right != edge || left >= last {
			t.Errorf("%q stands from %v to %v, after %v to %v", typed, left, right, last, edge)
		}
		last = left
	}
	if last > empty {
		t.Errorf("a figure too long for the entry begins at %v", last)
	}
	in.SetText("12345")
	left, right := place(in)
	digit := width("0", Size("text"), fyne.TextStyle{})
	for at, x := range map[int]float32{5: right - Size("innerPadding") + 2, 3: right - Size("innerPadding") - 2*digit, 0: left} {
		in.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary, PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 14)}})
		if in.CursorColumn != at {
			t.Errorf("a press at %v puts the cursor at %d, not %d", x, in.CursorColumn, at)
		}
	}
	in.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary, PointEvent: fyne.PointEvent{Position: fyne.NewPos(left, 14)}})
	for _, x := range []float32{left + digit, right - Size("innerPadding") - digit} {
		in.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 14)}, Dragged: fyne.NewDelta(1, 0)})
	}
	if got := in.SelectedText(); got != "1234" {
		t.Errorf("a drag from the first to before the last digit selects %q", got)
	}
	words.SetText("А-1")
	if left, _ := place(words); left > empty {
		t.Errorf("words begin at %v", left)
	}
}

// While nobody types, an English figure has its digits grouped as everywhere else; where one types it has not,
// for a comma might be read as a decimal one. Going through it changes nothing.
func TestEnglishFigureIsGroupedWhileNobodyTypes(t *testing.T) {
	d := deskIn(t, app.EN, "resident_report")
	in := d.Form.Field("revenue")
	d.kept["revenue"] = app.NumberValue(12_345_670_000)
	d.SetValues(func(f app.Field) app.Value { return d.kept[f.Key] }, true)
	if in.Text != "123,456.7" {
		t.Errorf("at rest it is %q", in.Text)
	}
	d.window.Canvas().Focus(in)
	if in.Text != "123456.7" || in.SelectedText() != in.Text {
		t.Errorf("where one types it is %q, chosen %q", in.Text, in.SelectedText())
	}
	d.window.Canvas().Unfocus()
	if in.Text != "123,456.7" || d.commits != 0 {
		t.Errorf("left again it is %q, %d recorded", in.Text, d.commits)
	}
	d.window.Canvas().Focus(in)
	in.TypedRune('9')
	in.TypedRune('0')
	in.TypedRune('0')
	in.TypedRune('0')
	d.window.Canvas().Unfocus()
	if in.Text != "9,000.0" || d.kept["revenue"] != app.NumberValue(900_000_000) {
		t.Errorf("typed 9000 it is %q, kept %+v", in.Text, d.kept["revenue"])
	}
}
