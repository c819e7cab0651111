package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/guide"
	"technopark/app/ui/kit"
)

// Every screen has a page of the guide of its own choice, and every page names screens, fields and rules
// that there are.
func TestEveryScreenHasAPage(t *testing.T) {
	book := guide.In(app.RU)
	said := map[string]bool{startPage: true}
	for _, p := range book.Pages() {
		for _, id := range p.About.Screens {
			said[id] = true
			if id != startPage && !slices.ContainsFunc(Screens(), func(e Entry) bool { return e.ID == id }) {
				t.Errorf("%s speaks of the screen %q, which is not there", p.File, id)
			}
		}
		for _, name := range p.About.Fields {
			typeKey, key, _ := strings.Cut(name, ".")
			typ := app.TypeByKey(typeKey)
			if typ == nil {
				t.Errorf("%s speaks of records %q, which are not there", p.File, typeKey)
				continue
			}
			if _, ok := typ.Field(key); !ok {
				t.Errorf("%s speaks of the field %q, which is not there", p.File, name)
			}
		}
	}
	for _, e := range Screens() {
		if !said[e.ID] {
			t.Errorf("no page speaks of the screen %s", e.ID)
		}
	}
	for _, lang := range []app.Lang{app.RU, app.EN} {
		for _, p := range guide.In(lang).Pages() {
			for _, b := range p.Blocks {
				for _, span := range b.Spans {
					id, is := strings.CutPrefix(span.Link, "screen:")
					if is && !slices.ContainsFunc(listed(Screens()), func(e Entry) bool { return e.ID == id }) {
						t.Errorf("%s: %s leads to the screen %q, which is not there", lang, p.File, id)
					}
				}
			}
		}
	}
}

// The page of the window lists what stands in the navigation.
func TestGuideNamesTheSections(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { onePark(save) })
	page, list := guide.In(app.RU).Page("window"), ""
	for _, b := range page.Blocks {
		list += strings.ToLower(guide.Plain(b.Spans)) + "\n"
	}
	for _, e := range Screens() {
		if title := e.title(s.desk); !e.Page && !strings.Contains(list, strings.ToLower(title)) {
			t.Errorf("the guide does not list «%s»", title)
		}
	}
}

// f1 presses F1 where the keyboard is.
func (s *shell) f1() { s.pressed(fyne.KeyF1) }

func TestF1OpensTheGuideAtWhatIsInView(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { save(resident(onePark(save), "Альфа")) })
	for id, want := range map[string]string{"backups": "Резервные копии", "journal": "Отмена, журнал и корзина", "package": "Пакет документов"} {
		s.navigate(id)
		s.win.Canvas().Unfocus()
		s.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF1})
		if said := s.asked(); !strings.Contains(said, s.desk.T("ui.guide.title")) || !strings.Contains(said, want) {
			t.Errorf("on %s the guide says %.300q", id, said)
		}
		s.f1() // it is read already
		s.pressed(fyne.KeyEscape)
		if s.asked() != "" {
			t.Fatalf("Esc does not close the guide over %s", id)
		}
	}
}

// Whatever has the keyboard on whichever screen, F1 opens the guide: a widget that keeps the key to itself
// would hide it.
func TestF1IsKeptByNothing(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { oneOfEach(t, save) })
	// The toolkit has these to itself: Tab goes on to what is ours.
	tried := map[string]bool{"*widget.radioItem": true, "*widget.focusSelectable": true}
	for _, e := range listed(s.entries) {
		s.navigate(e.ID)
		for _, o := range test.LaidOutObjects(s.win.Content()) {
			f, ok := o.(fyne.Focusable)
			kind := fmt.Sprintf("%T", o)
			if !ok || tried[kind] || !o.Visible() {
				continue
			}
			if off, can := o.(fyne.Disableable); can && off.Disabled() {
				continue
			}
			tried[kind] = true
			f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
			if s.manual == nil {
				t.Errorf("F1 in a %s of %s opens nothing", kind, e.ID)
				continue
			}
			s.pressed(fyne.KeyEscape)
		}
	}
}

// At a field the guide begins with the field, and Esc goes back to it.
func TestF1OpensTheGuideAtAField(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) {
		park := onePark(save)
		r := resident(park, "Альфа")
		save(r)
		save(&app.ResidentReport{Head: app.Head{Park: park.ID}, Resident: r.ID, Period: app.Period{Year: s2020}})
	})
	s.navigate("resident_report")
	in := s.records("resident_report").Form.Field("revenue")
	s.win.Canvas().Focus(in)
	s.f1()
	said := s.asked()
	for _, want := range []string{"Поле «Выручка»", "Форма 2, строка 2110", "S2.1", "Что здесь проверяется"} {
		if !strings.Contains(strings.ReplaceAll(said, app.NBSP, " "), want) {
			t.Errorf("the guide does not say %q: %.600q", want, said)
		}
	}
	s.pressed(fyne.KeyEscape)
	if s.win.Canvas().Focused() != in {
		t.Errorf("the keyboard is at %T", s.win.Canvas().Focused())
	}
}

const s2020 = 2020

func TestGuideIsSearchedAndLeadsToScreens(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { onePark(save) })
	s.navigate("journal")
	s.showGuide(guide.Target{Page: "keys"})
	s.win.Canvas().Focus(s.filterOfGuide())
	for _, r := range "восстановить копию" {
		s.win.Canvas().Focused().TypedRune(r)
	}
	s.pressed(fyne.KeyReturn)
	if said := s.asked(); !strings.Contains(said, "Восстановить рядом…") {
		t.Fatalf("the guide says %.300q", said)
	}
	s.follow("Резервные копии")
	if s.asked() != "" || s.shown != "backups" {
		t.Errorf("the link leads to %s", s.shown)
	}
}

// Whoever follows a link comes back by Backspace.
func TestGuideGoesBack(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { onePark(save) })
	s.showGuide(guide.Target{Page: "questions"})
	s.follow("Как добавить правило")
	if said := s.asked(); !strings.Contains(said, "RD_SHARE") {
		t.Fatalf("the link leads to %.300q", said)
	}
	s.pressed(fyne.KeyBackspace)
	if said := s.asked(); strings.Contains(said, "RD_SHARE") || !strings.Contains(said, "Как вернуть удалённое?") {
		t.Errorf("back is %.300q", said)
	}
	s.pressed(fyne.KeyEscape)
}

// Where no file is open, the guide is read all the same; its screens are not there yet.
func TestGuideOnTheStartPage(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { onePark(save) })
	s.closeStore()
	s.showStart()
	s.f1()
	if said := s.asked(); !strings.Contains(said, "Установка и первый запуск") {
		t.Fatalf("the guide says %.300q", said)
	}
	s.pressed(fyne.KeyEscape)
	s.showGuide(guide.Target{Page: "questions"})
	s.follow("Корзина")
	if said := strings.Join(strings.Fields(s.asked()), " "); !strings.Contains(said, s.desk.T("ui.guide.no_file")) {
		t.Errorf("without a file a link to a screen says %.300q", said)
	}
}

// guided returns the objects of a kind of the guide in view.
func guided[T fyne.CanvasObject](s *shell) []T {
	var all []T
	for _, o := range test.LaidOutObjects(s.win.Canvas().Overlays().Top()) {
		if is, ok := o.(T); ok {
			all = append(all, is)
		}
	}
	return all
}

func (s *shell) filterOfGuide() *kit.Filter { return guided[*kit.Filter](s)[0] }

// follow presses a link of the guide.
func (s *shell) follow(text string) {
	s.t.Helper()
	for _, l := range guided[*kit.Link](s) {
		if l.Text() == text {
			test.Tap(l)
			return
		}
	}
	s.t.Fatalf("the guide has no link %q", text)
}
