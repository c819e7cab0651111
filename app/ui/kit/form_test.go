package kit

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/i18n"
)

// desk keeps the values of one record in memory and refuses what it is told to.
type desk struct {
	*Form
	window  fyne.Window
	kept    map[string]app.Value
	commits int
	refuse  func(changes map[string]app.Value) error
	failed  error
}

// deskOf is a form over the fields of a type, which shows what is kept after each change.
func deskOf(t *testing.T, typeKey string, names ...app.Named) *desk {
	t.Helper()
	return deskIn(t, app.RU, typeKey, names...)
}

// deskIn is deskOf in a language.
func deskIn(t *testing.T, lang app.Lang, typeKey string, names ...app.Named) *desk {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(NewTheme(100, Light))
	d := &desk{window: test.NewTempWindow(t, nil), kept: map[string]app.Value{}}
	d.Form = NewForm(app.TypeByKey(typeKey).Fields, Env{
		Lang: lang, Words: i18n.New(lang),
		Names:  func() *app.Names { return app.NewNames(func(string) []app.Named { return names }) },
		Year:   func() int { return 2020 },
		Commit: d.commit,
		Fail:   func(err error) { d.failed = err },
		Focus:  d.window.Canvas().Focus,
	})
	d.window.SetContent(d.Form)
	d.window.Resize(fyne.NewSize(900, 700))
	return d
}

func (d *desk) commit(changes map[string]app.Value) error {
	d.commits++
	if d.refuse != nil {
		if err := d.refuse(changes); err != nil {
			return err
		}
	}
	for key, v := range changes {
		d.kept[key] = v
	}
	d.SetValues(func(f app.Field) app.Value { return d.kept[f.Key] }, false)
	return nil
}

// enter types a text into a field in place of what is there, and goes on to the next.
func (d *desk) enter(key, text string) {
	d.Focus(key)
	d.Field(key).TypedShortcut(&fyne.ShortcutSelectAll{})
	press(d.window, fyne.KeyDelete)
	test.Type(d.Field(key), text)
	d.window.Canvas().FocusNext()
}

func TestFieldIsRecordedWhenItIsLeft(t *testing.T) {
	d := deskOf(t, "resident")
	d.enter("name", "ООО «Ёлочка»")
	if d.kept["name"] != app.TextValue("ООО «Ёлочка»") || d.commits != 1 {
		t.Errorf("kept %+v after %d commits", d.kept["name"], d.commits)
	}
	d.Focus("name")
	d.window.Canvas().FocusNext()
	if d.commits != 1 {
		t.Error("a field that was only visited was recorded again")
	}
	d.Focus("name")
	test.Type(d.Field("name"), "!")
	press(d.window, fyne.KeyReturn)
	if d.commits != 2 || d.window.Canvas().Focused() != d.Field("short_name") {
		t.Errorf("after Enter: %d commits, the keyboard is in %v", d.commits, d.window.Canvas().Focused())
	}
}

func TestEscapeTakesBackThenLeaves(t *testing.T) {
	d := deskOf(t, "resident")
	left := 0
	d.env.Escape = func() { left++ }
	d.enter("phone", "+7 495 000-00-00")
	d.Focus("phone")
	was := d.Field("phone").Text
	test.Type(d.Field("phone"), "12")
	press(d.window, fyne.KeyEscape)
	if got := d.Field("phone").Text; got != was || left != 0 {
		t.Errorf("after Esc %q, left %d times", got, left)
	}
	press(d.window, fyne.KeyEscape)
	if left != 1 || d.commits != 1 {
		t.Errorf("left %d times, %d commits", left, d.commits)
	}
}

func TestRefusedFieldKeepsWhatWasTyped(t *testing.T) {
	d := deskOf(t, "resident")
	d.enter("registered", "31.02.2020")
	if d.Field("registered").Text != "31.02.2020" || d.Message("registered") == "" || d.commits != 0 {
		t.Errorf("it shows %q, says %q, %d commits", d.Field("registered").Text, d.Message("registered"), d.commits)
	}
	if field, ok := d.Unsaved(); !ok || field.Key != "registered" {
		t.Errorf("unsaved is %s, %t", field.Key, ok)
	}
	d.enter("registered", "29.02.2020")
	if _, ok := d.Unsaved(); ok || d.Message("registered") != "" {
		t.Errorf("after a date that is one: %q", d.Message("registered"))
	}
}

func TestMessagesStandUnderTheFieldsTheyAreAbout(t *testing.T) {
	d := deskOf(t, "resident")
	d.refuse = func(map[string]app.Value) error {
		return app.FieldErrors{{Field: "kpp", Message: app.L("нет такого", "none such")}}
	}
	d.enter("name", "Альфа")
	if d.Message("kpp") != "нет такого" || d.Message("name") == "" || d.failed != nil {
		t.Errorf("kpp: %q, name: %q, screen: %v", d.Message("kpp"), d.Message("name"), d.failed)
	}
	away := errors.New("the file is gone")
	d.refuse = func(map[string]app.Value) error { return away }
	d.enter("contact", "Иванова")
	if !errors.Is(d.failed, away) || d.Message("contact") == "" {
		t.Errorf("the screen was told %v, contact %q", d.failed, d.Message("contact"))
	}
	d.refuse = nil
	d.Retry()
	if _, ok := d.Unsaved(); ok || d.kept["name"] != app.TextValue("Альфа") || d.kept["contact"] != app.TextValue("Иванова") {
		t.Errorf("after the file came back: %+v", d.kept)
	}
}

func TestTwoFieldsThatAreOnlyRightTogether(t *testing.T) {
	d := deskOf(t, "resident")
	d.refuse = func(changes map[string]app.Value) error {
		if _, with := changes["kpp"]; len(changes) == 1 && !with {
			return app.FieldErrors{{Field: "contact", Message: app.L("нужен и другой", "needs the other")}}
		}
		return nil
	}
	d.enter("contact", "Иванова")
	if d.Message("contact") != "нужен и другой" {
		t.Fatalf("alone: %q", d.Message("contact"))
	}
	d.enter("kpp", "773643301")
	if d.kept["contact"] != app.TextValue("Иванова") || d.Message("contact") != "" {
		t.Errorf("together: %+v, %q", d.kept, d.Message("contact"))
	}
}

func TestTypingIsTakenBackFieldByField(t *testing.T) {
	d := deskOf(t, "resident")
	d.enter("registered", "не дата")
	d.Focus("name")
	test.Type(d.Field("name"), "Альфа")
	if !d.TakeBack() || d.Field("name").Text != "" || d.Field("registered").Text != "не дата" {
		t.Errorf("first: %q, %q", d.Field("name").Text, d.Field("registered").Text)
	}
	if !d.TakeBack() || d.Field("registered").Text != "" || d.Message("registered") != "" {
		t.Errorf("then: %q, %q", d.Field("registered").Text, d.Message("registered"))
	}
	if d.TakeBack() {
		t.Error("there was something more")
	}
}

func TestReadOnlyFormRecordsNothing(t *testing.T) {
	d := deskOf(t, "resident")
	d.SetReadOnly(true)
	d.Field("name").SetText("Альфа")
	d.Field("name").TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	d.Retry()
	if _, ok := d.Unsaved(); ok || d.commits != 0 || d.TakeBack() {
		t.Errorf("%d commits of a form to read", d.commits)
	}
	d.SetReadOnly(false)
	d.Retry()
	if d.kept["name"] != app.TextValue("Альфа") {
		t.Errorf("allowed again: %+v", d.kept["name"])
	}
}

// TestChoicesAreMadeByKeys opens the list of a field, walks it and takes a line.
func TestChoicesAreMadeByKeys(t *testing.T) {
	sigma, alpha := app.Named{ID: 7, Title: "Сигма"}, app.Named{ID: 9, Title: "Альфа"}
	for _, c := range []struct {
		typeKey, key string
		kind         app.Kind
	}{
		{"resident", "legal_form", app.KindChoice},
		{"resident", "innovative", app.KindBool},
		{"contract", "resident", app.KindRef},
		{"contract", "rooms", app.KindRefs},
		{"resident_report", "period", app.KindPeriod},
		{"resident_report", "revenue", app.KindMoney},
	} {
		d := deskOf(t, c.typeKey, sigma, alpha)
		in := d.Field(c.key)
		if in == nil || in.field.Kind != c.kind {
			t.Errorf("%s.%s is no field of kind %v", c.typeKey, c.key, c.kind)
			continue
		}
		first := in.choices()[0]
		d.Focus(c.key)
		press(d.window, fyne.KeyDown, fyne.KeyReturn)
		if c.kind == app.KindRefs {
			press(d.window, fyne.KeyEscape) // several are picked one after the other
		}
		if in.Text != first.Label || d.kept[c.key] == (app.Value{}) {
			t.Errorf("%s.%s shows %q, kept %+v, want %q", c.typeKey, c.key, in.Text, d.kept[c.key], first.Label)
		}
	}
}

func TestListIsClosedByEscapeAndByLeaving(t *testing.T) {
	d := deskOf(t, "resident")
	d.Focus("legal_form")
	press(d.window, fyne.KeyDown)
	if d.drop.owner != d.Field("legal_form") {
		t.Fatal("Down opened no list")
	}
	press(d.window, fyne.KeyEscape)
	if d.drop.owner != nil || d.commits != 0 {
		t.Errorf("Esc left the list open, %d commits", d.commits)
	}
	press(d.window, fyne.KeyDown)
	d.window.Canvas().FocusNext()
	if d.drop.owner != nil {
		t.Error("the list stays open without its field")
	}
	button := d.Field("legal_form").ActionItem.(fyne.Tappable)
	button.Tapped(&fyne.PointEvent{})
	if d.drop.owner != d.Field("legal_form") || d.window.Canvas().Focused() != fyne.Focusable(d.Field("legal_form")) {
		t.Error("the triangle opened no list, or the keyboard is elsewhere")
	}
	button.Tapped(&fyne.PointEvent{})
	if d.drop.owner != nil {
		t.Error("the triangle did not close the list")
	}
}

func TestReferencesAreAddedAndTakenOff(t *testing.T) {
	d := deskOf(t, "contract", app.Named{ID: 7, Title: "Сигма"}, app.Named{ID: 9, Title: "Альфа"})
	in := d.Field("rooms")
	for _, c := range []struct {
		choose int
		text   string
	}{{0, "Сигма"}, {1, "Сигма; Альфа"}, {0, "Альфа"}, {1, ""}} {
		in.choose(in.choices()[c.choose])
		if in.Text != c.text {
			t.Errorf("%q, want %q", in.Text, c.text)
		}
	}
}

// A title may hold the mark that parts titles, as the name of a branch does.
func TestReferenceWithASemicolonIsTakenOff(t *testing.T) {
	d := deskOf(t, "contract", app.Named{ID: 7, Title: "К1; корпус А; этаж 2"}, app.Named{ID: 9, Title: "К1"}, app.Named{ID: 11, Title: "К2; двор"})
	in := d.Field("rooms")
	for _, c := range []struct {
		choose     int
		text, kept string
	}{
		{0, "К1; корпус А; этаж 2", "7"},
		{1, "К1; корпус А; этаж 2; К1", "7;9"},
		{2, "К1; корпус А; этаж 2; К1; К2; двор", "7;9;11"},
		{0, "К1; К2; двор", "9;11"},
		{2, "К1", "9"},
	} {
		in.choose(in.choices()[c.choose])
		if in.Text != c.text || d.kept["rooms"] != app.TextValue(c.kept) {
			t.Errorf("%q, kept %+v, want %q and %s", in.Text, d.kept["rooms"], c.text, c.kept)
		}
	}
	in.SetText("К1; К2; дв") // typed up to the last part of the title
	in.choose(in.matching("дв")[0])
	if in.Text != "К1; К2; двор" {
		t.Errorf("completed to %q", in.Text)
	}
}

// A unit that the record names itself may be as long as a sentence: the entry keeps its place.
func TestALongUnitLeavesTheEntryItsPlace(t *testing.T) {
	d := deskOf(t, "reference")
	d.kept["unit"] = app.TextValue(strings.Repeat("рублей на одного работника в месяц ", 8))
	d.SetValues(func(f app.Field) app.Value { return d.kept[f.Key] }, true)
	for _, f := range app.TypeByKey("reference").Fields {
		if f.UnitIn == "" {
			continue
		}
		if wide := d.Field(f.Key).Size().Width; wide < 30 {
			t.Errorf("the entry of %s is %v wide", f.Key, wide)
		}
	}
}

// What is only read and cannot be scrolled is shown whole where there is room, digests of files too.
func TestWhatIsOnlyReadIsShownWhole(t *testing.T) {
	d := deskOf(t, "document")
	const digest = "211fc1d701552223bb94e156d14bea0b4aa3746dafcba348736d4492f9881d03"
	d.kept["file_name"], d.kept["sha256"] = app.TextValue("Отчётность УК 2020.pdf"), app.TextValue(digest)
	d.SetValues(func(f app.Field) app.Value { return d.kept[f.Key] }, true)
	d.Resize(fyne.NewSize(640, 500))
	for key, want := range map[string]string{"file_name": "Отчётность УК 2020.pdf", "sha256": digest} {
		if got := d.inputs[key].derived.text.Text; got != want {
			t.Errorf("%s: of %q is seen %q", key, want, got)
		}
	}
}
