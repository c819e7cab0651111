package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"technopark/app"
	"technopark/app/ui/card"
	"technopark/app/ui/checks"
	"technopark/app/ui/desk"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
	"technopark/app/ui/records"
)

// Another language leaves everything where it was, as another look does: the screen, what is
// chosen, searched for and typed, and the keyboard. It takes effect at once, is kept, and takes
// the window back as it came.
func TestAnotherLanguageLosesNothing(t *testing.T) {
	s, screen := twoResidents(t)
	screen.Open(1, "")
	s.findText("альф")
	s.typeInto(screen, "inn", "123")
	for _, in := range []app.Lang{app.EN, app.RU} {
		s.speak(in)
		screen = s.inView()
		if s.asked() != "" || s.shown != "resident" || screen.Selected() != 1 {
			t.Errorf("%s: asked %q, screen %s, record %d", in, s.asked(), s.shown, screen.Selected())
		}
		if shown, all := screen.Table.Len(); shown != 1 || all != 2 {
			t.Errorf("%s: %d of %d are shown", in, shown, all)
		}
		field := screen.Form.Field("inn")
		if field.Text != "123" || s.win.Canvas().Focused() != fyne.Focusable(field) || field.SelectedText() != "" {
			t.Errorf("%s: typed %q, the keyboard with %v", in, field.Text, s.win.Canvas().Focused())
		}
		if got, want := field.Label(), app.L("ИНН", "INN").In(in); !strings.Contains(got, want) {
			t.Errorf("%s: the field is called %q", in, got)
		}
		if got, want := s.menu.main.Items[0].Label, app.L("Файл", "File").In(in); got != want {
			t.Errorf("%s: the first menu is %q", in, got)
		}
		if got, want := lang.L("Paste"), app.L("Вставить", "Paste").In(in); got != want {
			t.Errorf("%s: the toolkit says %q", in, got)
		}
		if again := loadSettings(s.options.SettingsDir); languageNamed(again.Language) != in {
			t.Errorf("%s: remembered %q", in, again.Language)
		}
	}
	if recs := s.list("resident"); recs[0].(*app.Resident).INN != "" {
		t.Errorf("%q was recorded", recs[0].(*app.Resident).INN)
	}
}

// What a field refused is refused in the other language too, and a record that is not in the file
// yet goes on to be typed.
func TestAnotherLanguageKeepsWhatIsNotRecorded(t *testing.T) {
	s, screen := twoResidents(t)
	screen.Open(1, "")
	s.typeInto(screen, "inn", "123")
	s.tab()
	was := screen.Form.Message("inn")
	s.speak(app.EN)
	screen = s.inView()
	if is := screen.Form.Message("inn"); was == "" || is == "" || is == was || screen.Form.Field("inn").Text != "123" {
		t.Errorf("said %q, in English %q of %q", was, is, screen.Form.Field("inn").Text)
	}
	screen.Form.TakeBack()
	s.add()
	s.typeInto(screen, "short_name", "Гамма")
	s.tab()
	s.speak(app.RU)
	screen = s.inView()
	if !screen.isDraft() || screen.Form.Field("short_name").Text != "Гамма" || len(s.list("resident")) != 2 {
		t.Fatalf("a draft: %v, %q, %d residents", screen.isDraft(), screen.Form.Field("short_name").Text, len(s.list("resident")))
	}
	s.typeInto(screen, "name", "ООО «Гамма»")
	s.tab()
	if recs := s.list("resident"); len(recs) != 3 || recs[2].(*app.Resident).ShortName != "Гамма" {
		t.Errorf("kept %d, said %q, asked %q, draft %v", len(recs), screen.Form.Message("name"), s.asked(), screen.isDraft())
	}
}

// A tab of a card, an indicator taken apart and an explanation that is being written are there in
// the other language.
func TestAnotherLanguageKeepsThePageOfAScreen(t *testing.T) {
	s := sampleShell(t)
	s.desk.ShowCard(app.Place{Type: "resident", ID: 1})
	desktest.Key(desktest.The[*kit.Strip](t, s.screens[cardScreen].Content()), fyne.KeyEnd)
	was := tabOf(t, s.screens[cardScreen])
	s.speak(app.EN)
	if page := s.screens[cardScreen].(*card.Screen); s.shown != cardScreen || page.Shown().ID != 1 || tabOf(t, page) != was || was == "card.all" {
		t.Errorf("screen %s, card of %v, tab %s, was %s", s.shown, page.Shown(), tabOf(t, page), was)
	}
	s.navigate("check")
	page := s.screens["check"].(*checks.Screen)
	page.FocusList()
	desktest.Key(s.win.Canvas().Focused(), fyne.KeyDown)
	page.FocusExplanation()
	for _, r := range "потому" {
		s.win.Canvas().Focused().TypedRune(r)
	}
	s.speak(app.RU)
	if entry, ok := s.win.Canvas().Focused().(*kit.Entry); !ok || entry.Text != "потому" {
		t.Errorf("the keyboard is with %v", s.win.Canvas().Focused())
	}
	if s.screens["check"].(*checks.Screen).Unsaved() == "" {
		t.Error("the explanation is not there any more")
	}
}

func tabOf(t *testing.T, s desk.Screen) string {
	t.Helper()
	return desktest.The[*kit.Strip](t, s.Content()).Chosen()
}

// inView returns the screen of records that is in view, as it stands.
func (s *shell) inView() *page {
	s.t.Helper()
	screen, ok := s.screens[s.shown].(*records.Screen)
	if !ok {
		s.t.Fatalf("%s is no screen of records", s.shown)
	}
	return &page{screen, screen.List().(*kit.Table), screen.Form()}
}
