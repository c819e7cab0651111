package kit

import (
	"fmt"
	"image/color"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
)

func rooms(n int) []app.Named {
	var list []app.Named
	for i := range n {
		list = append(list, app.Named{ID: int64(i + 1), Title: fmt.Sprintf("А, пом. %d", 201+i)})
	}
	return list
}

func TestEnterGoesOnAndStopsAtAMistake(t *testing.T) {
	d := deskOf(t, "resident")
	d.Focus("inn")
	test.Type(d.Field("inn"), "7707083890")
	press(d.window, fyne.KeyReturn)
	if d.window.Canvas().Focused() != d.Field("inn") || d.Message("inn") == "" {
		t.Errorf("a refused value was left by Enter: %q", d.Message("inn"))
	}
	d.Field("inn").SetText("7707083893")
	press(d.window, fyne.KeyReturn)
	if d.window.Canvas().Focused() != d.Field("kpp") || d.kept["inn"].S != "7707083893" {
		t.Errorf("after Enter the keyboard is in %v", d.window.Canvas().Focused())
	}
	d.Focus("short_name")
	press(d.window, fyne.KeyReturn, fyne.KeyReturn)
	if d.window.Canvas().Focused() != d.Field("inn") {
		t.Error("Enter stopped at what nobody fills in")
	}
	d.Focus("email")
	press(d.window, fyne.KeyReturn)
	if d.window.Canvas().Focused() != d.Field("email") {
		t.Error("Enter left the last field")
	}
}

func TestEnterTakesFromTheListAndGoesOn(t *testing.T) {
	d := deskOf(t, "room")
	d.Focus("kind")
	test.Type(d.Field("kind"), "лаб")
	press(d.window, fyne.KeyReturn)
	if d.kept["kind"].S != "laboratory" || d.window.Canvas().Focused() != d.Field("area") {
		t.Errorf("kept %v, the keyboard is in %v", d.kept["kind"], d.window.Canvas().Focused())
	}
}

func TestSeveralRoomsByKeys(t *testing.T) {
	d := deskOf(t, "contract", rooms(12)...)
	d.Focus("rooms")
	press(d.window, fyne.KeyDown)
	in := d.Field("rooms")
	space := func() {
		in.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		in.TypedRune(' ')
	}
	space()
	press(d.window, fyne.KeyDown, fyne.KeyDown)
	space()
	if d.drop.owner != in || d.commits != 0 {
		t.Fatalf("the list is closed: %t, %d commits", d.drop.owner == nil, d.commits)
	}
	if got := d.picks(); !slices.Equal(got, []int{0, 2}) {
		t.Errorf("picked are lines %v of the list", got)
	}
	press(d.window, fyne.KeyUp, fyne.KeyReturn)
	space()
	press(d.window, fyne.KeyEscape)
	if got := d.kept["rooms"].S; got != "1;3" || d.commits != 1 {
		t.Errorf("kept %q after %d commits", got, d.commits)
	}
	if caption := d.inputs["rooms"].caption(); caption != "Помещения — выбрано 2" {
		t.Errorf("the caption is %q", caption)
	}
	test.Type(in, "207")
	press(d.window, fyne.KeyReturn)
	test.Type(in, "пом. 208")
	press(d.window, fyne.KeyReturn)
	d.window.Canvas().FocusNext()
	if got := d.kept["rooms"].S; got != "1;3;7;8" || in.Text != "А, пом. 201; А, пом. 203; А, пом. 207; А, пом. 208" {
		t.Errorf("typed in addition: %q, shown %q", got, in.Text)
	}
}

// picks are the lines of the open list that are marked as picked.
func (d *desk) picks() []int {
	var at []int
	for i, line := range d.drop.lines {
		if strings.HasPrefix(line.label, pickedMark) {
			at = append(at, i)
		}
	}
	return at
}

func TestSpaceIsTypedIntoASearch(t *testing.T) {
	d := deskOf(t, "contract", rooms(12)...)
	d.Focus("rooms")
	test.Type(d.Field("rooms"), "пом. 20")
	if d.Field("rooms").Text != "пом. 20" || len(d.drop.list) != 9 {
		t.Errorf("typed %q, %d lines", d.Field("rooms").Text, len(d.drop.list))
	}
}

func TestLongListIsBounded(t *testing.T) {
	d := deskOf(t, "contract", rooms(5000)...)
	d.Focus("rooms")
	press(d.window, fyne.KeyDown)
	if n := len(d.drop.lines); n != mostLines+1 {
		t.Errorf("%d lines are drawn", n)
	}
	if last := d.drop.list[mostLines].Label; !strings.Contains(last, "4\u00a0900") {
		t.Errorf("the last line says %q", last)
	}
	press(d.window, fyne.KeyUp)
	d.drop.take(mostLines)
	if d.Field("rooms").Text != "" {
		t.Errorf("a line that only tells was chosen: %q", d.Field("rooms").Text)
	}
	press(d.window, fyne.KeyEscape)
	test.Type(d.Field("rooms"), "4100")
	press(d.window, fyne.KeyReturn, fyne.KeyEscape)
	if got := d.kept["rooms"].S; got != "3900" {
		t.Errorf("kept %q", got)
	}
}

func TestChoiceCreatesWhatItLacks(t *testing.T) {
	var list []app.Named
	d := deskOf(t, "contract")
	names := app.NewNames(func(string) []app.Named { return list })
	d.env.Names = func() *app.Names { return names }
	asked := []string{}
	d.env.Create = func(typeKey, name string, made func(int64)) {
		asked = append(asked, typeKey+" "+name)
		list = append(list, app.Named{ID: int64(len(list) + 1), Title: name})
		names = app.NewNames(func(string) []app.Named { return list })
		made(int64(len(list)))
	}
	d.Focus("resident")
	press(d.window, fyne.KeyDown)
	if len(d.drop.list) != 2 || !strings.Contains(d.drop.list[0].Label, "«Резиденты»") || d.drop.list[1].does != creates {
		t.Fatalf("an empty list shows %+v", d.drop.list)
	}
	if d.drop.at != -1 {
		t.Errorf("line %d of it is marked, which chooses nothing", d.drop.at)
	}
	press(d.window, fyne.KeyReturn)
	if len(asked) != 0 || d.drop.owner != nil {
		t.Errorf("Enter in a list with nothing to choose asked for %q", asked)
	}
	d.Focus("resident")
	press(d.window, fyne.KeyDown, fyne.KeyDown)
	if d.drop.at != 1 {
		t.Errorf("an arrow goes to line %d, not over what only says something", d.drop.at)
	}
	press(d.window, fyne.KeyEscape)
	test.Type(d.Field("resident"), "ООО «Рога»")
	press(d.window, fyne.KeyReturn)
	if len(asked) != 0 || d.Message("resident") == "" {
		t.Errorf("a name that is not there asked for %q, said %q", asked, d.Message("resident"))
	}
	press(d.window, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if !slices.Equal(asked, []string{"resident ООО «Рога»"}) || d.kept["resident"] != app.NumberValue(1) {
		t.Errorf("asked for %q, kept %v", asked, d.kept["resident"])
	}
	if d.Message("resident") != "" || d.Field("resident").Text != "ООО «Рога»" {
		t.Errorf("shown %q, message %q", d.Field("resident").Text, d.Message("resident"))
	}
	d.Field("resident").SetText("")
	test.Type(d.Field("resident"), "ооо рога")
	if len(d.drop.list) != 1 || d.drop.list[0].does != chooses {
		t.Errorf("what is there is offered anew: %+v", d.drop.list)
	}
	d.enter("resident", "ООО «Рога»")
	d.enter("rooms", "")
	d.Focus("rooms")
	test.Type(d.Field("rooms"), "А, пом. 5")
	press(d.window, fyne.KeyDown, fyne.KeyReturn)
	if got := d.kept["rooms"].S; got != "2" || len(asked) != 2 {
		t.Errorf("rooms kept %q, asked for %q", got, asked)
	}
}

func TestOfferIsTakenByOneKeyAndNeverOverwrites(t *testing.T) {
	d := deskOf(t, "contract")
	d.SetAids(map[string]Aid{"area": {Offer: app.NumberValue(212_500), Offered: "подставить 212,5 м² (F4)"}})
	if _, link := d.Aided("area"); link != "подставить 212,5 м² (F4)" {
		t.Errorf("it says %q", link)
	}
	d.enter("area", "99")
	d.Focus("area")
	press(d.window, keyOffer)
	if d.kept["area"] != app.NumberValue(99_000) || d.Field("area").Text != "99,0" {
		t.Errorf("what was typed became %v", d.kept["area"])
	}
	if _, link := d.Aided("area"); link != "" {
		t.Errorf("a filled field is offered %q", link)
	}
	d.enter("area", "")
	d.Focus("area")
	press(d.window, keyOffer)
	if d.kept["area"] != app.NumberValue(212_500) {
		t.Errorf("taken is %v", d.kept["area"])
	}
	d.enter("area", "")
	test.Tap(d.inputs["area"].link)
	if d.kept["area"] != app.NumberValue(212_500) {
		t.Error("the link puts nothing in")
	}
	d.enter("area", "")
	d.SetReadOnly(true)
	d.SetAids(map[string]Aid{"area": {Offer: app.NumberValue(1), Offered: "подставить"}})
	if _, link := d.Aided("area"); link != "" {
		t.Errorf("a form that is only read offers %q", link)
	}
}

func TestReadOnlyFieldSaysWhereItComesFrom(t *testing.T) {
	d := deskOf(t, "resident")
	if got := d.inputs["status"].about(); !strings.Contains(got, "«Договоры»") {
		t.Errorf("under the status stands %q", got)
	}
	opened := 0
	d.SetAids(map[string]Aid{"status": {Link: "Открыть договор", Open: func() { opened++ }}})
	test.Tap(d.inputs["status"].link)
	if opened != 1 || d.inputs["status"].about() != "" {
		t.Errorf("the link was followed %d times, under it stands %q", opened, d.inputs["status"].about())
	}
	if got := d.inputs["admitted"].about(); got != "" {
		t.Errorf("it is said twice: %q", got)
	}
}

func TestReportFieldShowsSourceAndEarlierValue(t *testing.T) {
	d := deskOf(t, "resident_report")
	if got := d.inputs["revenue"].about(); !strings.Contains(got, "Форма 2, строка 2110") {
		t.Errorf("under the revenue stands %q", got)
	}
	d.SetAids(map[string]Aid{"revenue": {Earlier: "в 2019: 47 115,3"}})
	box := d.inputs["revenue"]
	for _, width := range []float32{900, 330, 700} {
		d.window.Resize(fyne.NewSize(width, 700))
		d.scroll.Content.Refresh()
		if box.asideNoted {
			if !strings.HasPrefix(box.noted, "в 2019: 47 115,3 · Форма 2") {
				t.Errorf("at %v the note is %q", width, box.noted)
			}
			continue
		}
		end := box.aside.Position().X + box.aside.Size().Width
		if box.aside.Size().Width < box.aside.MinSize().Width || end > box.Size().Width+1 {
			t.Errorf("at %v the earlier value ends at %v of %v", width, end, box.Size().Width)
		}
	}
	d.window.Resize(fyne.NewSize(330, 700))
	d.SetNotices(map[string]string{"revenue": "▲ выросла на 90 %"})
	if box.asideNoted || !slices.Contains(box.beside(), fyne.CanvasObject(box.aside)) {
		t.Error("the earlier value is not seen when the figure is doubted")
	}
	if below := box.aside.Position().Y + box.aside.Size().Height; below > box.notes[0].Position().Y+1 {
		t.Errorf("the earlier value hangs over the notice by %v", below-box.notes[0].Position().Y)
	}
}

func TestEscapeInAListGivesTheSearchUp(t *testing.T) {
	d := deskOf(t, "contract", rooms(12)...)
	left := 0
	d.env.Escape = func() { left++ }
	d.enter("resident", "пом. 203")
	d.Focus("resident")
	test.Type(d.Field("resident"), "пом")
	press(d.window, fyne.KeyEscape)
	if d.Field("resident").Text != "А, пом. 203" || d.drop.owner != nil || left != 0 {
		t.Errorf("after Esc %q, left %d times", d.Field("resident").Text, left)
	}
	press(d.window, fyne.KeyEscape)
	if left != 1 {
		t.Error("the second Esc does not lead to the list")
	}
	d.Focus("rooms")
	test.Type(d.Field("rooms"), "205")
	press(d.window, fyne.KeyReturn)
	test.Type(d.Field("rooms"), "20")
	press(d.window, fyne.KeyEscape)
	if d.kept["rooms"].S != "5" || d.Field("rooms").Text != "А, пом. 205" || d.Message("rooms") != "" {
		t.Errorf("kept %q, shown %q, said %q", d.kept["rooms"].S, d.Field("rooms").Text, d.Message("rooms"))
	}
}

func TestSeveralRoomsByMouse(t *testing.T) {
	d := deskOf(t, "contract", rooms(12)...)
	d.Focus("rooms")
	test.Tap(d.Field("rooms").ActionItem.(fyne.Tappable))
	for _, at := range []int{1, 4, 1} {
		line := d.drop.lines[at]
		line.MouseIn(nil)
		test.Tap(line)
	}
	if d.drop.owner == nil || d.Field("rooms").Text != "А, пом. 205" {
		t.Fatalf("the list is closed: %t, picked %q", d.drop.owner == nil, d.Field("rooms").Text)
	}
	d.drop.inside = false
	d.window.Canvas().FocusNext()
	if d.kept["rooms"].S != "5" || d.commits != 1 {
		t.Errorf("kept %q after %d commits", d.kept["rooms"].S, d.commits)
	}
}

// The size of texts and the colours change while a form is shown.
func TestFormFollowsTheTheme(t *testing.T) {
	d := deskOf(t, "resident")
	d.kept["status"] = app.TextValue(app.StatusResident)
	d.SetValues(func(f app.Field) app.Value { return d.kept[f.Key] }, true)
	box := d.inputs["status"]
	legend := func() *Line { return d.scroll.Content.(*fyne.Container).Objects[0].(*Line) }
	ground := func() color.Color { return box.shown.(*fyne.Container).Objects[0].(*Ground).area.FillColor }
	was, grey, height := legend().MinSize().Height, ground(), box.shown.MinSize().Height
	fyne.CurrentApp().Settings().SetTheme(NewTheme(200, Dark))
	box.Refresh()
	legend().Refresh()
	if now := legend().MinSize().Height; now < 1.5*was {
		t.Errorf("the legend is %v high and was %v", now, was)
	}
	if now := box.shown.MinSize().Height; now < 1.5*height {
		t.Errorf("what is only read is %v high and was %v", now, height)
	}
	if ground() == grey {
		t.Error("the ground of what is only read is that of the light look")
	}
}

func TestFormOpenedAtItsFirstFieldShowsIt(t *testing.T) {
	d := deskOf(t, "park")
	d.Focus("name")
	d.Resize(fyne.NewSize(900, 0))
	d.window.Canvas().Unfocus()
	d.Focus("name") // there is no place yet to show it in
	d.Resize(fyne.NewSize(900, 300))
	if got := d.scroll.Offset.Y; got != 0 {
		t.Errorf("the form is scrolled by %v", got)
	}
	last := d.boxes[len(d.boxes)-1]
	d.Resize(fyne.NewSize(900, 500))
	d.env.Focus(last.input)
	d.Resize(fyne.NewSize(900, 200))
	if top, offset := last.Position().Y, d.scroll.Offset.Y; top < offset || top+last.Size().Height > offset+d.scroll.Size().Height {
		t.Errorf("the last field stands at %v; from %v %v are seen", top, offset, d.scroll.Size().Height)
	}
}

// Wherever a caption has a star, the form says what it means, clear of the first caption, however few fields there are.
func TestStarsAreExplained(t *testing.T) {
	for _, typ := range app.Types() {
		d := deskOf(t, typ.Key)
		objects := d.scroll.Content.(*fyne.Container).Objects
		legend, said := objects[0].(*Line)
		starred := 0
		for _, o := range objects {
			if box, isField := o.(*fieldBox); isField && box.field.Typed() && strings.Contains(box.caption(), "*") {
				starred++
			}
		}
		if said != (starred > 0 && len(d.boxes) > 1) {
			t.Errorf("%s: %d captions of %d have a star, explained: %t", typ.Key, starred, len(d.boxes), said)
		}
		if !said {
			continue
		}
		d.Resize(fyne.NewSize(500, 400))
		if gap := objects[1].Position().Y - legend.Position().Y - legend.Size().Height; objects[1].Size().Height > 0 && gap < formLegend {
			if _, isField := objects[1].(*fieldBox); isField {
				t.Errorf("%s: %v between what the star means and the first caption", typ.Key, gap)
			}
		}
	}
}
