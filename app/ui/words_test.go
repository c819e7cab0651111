package ui

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/i18n"
	"technopark/app/sample"
	"technopark/app/ui/desk"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
)

// The window speaks one language at a time. We walk all of it over the demonstration park, in which
// whatever people typed was put into the letters of that language before: a letter of the other
// is then one of the program's own words.

// latinAllowed are the Latin words a Russian window may say: what is called so in Russian too.
var latinAllowed = map[string]string{
	"PDF": "kinds of files, as everybody calls them", "XLSX": "", "CSV": "", "JSON": "", "PNG": "", "JPEG": "", "TIFF": "", "RTF": "", "ZIP": "", "TXT": "", "XLSM": "", "TSV": "", "DBF": "", "SVG": "",
	"Excel": "programs, as they call themselves", "LibreOffice": "", "Word": "", "PowerPoint": "", "OpenDocument": "", "Windows": "", "Technopark": "",
	"Ctrl": "keys, as they are called on every keyboard", "Shift": "", "Alt": "", "Enter": "", "Esc": "", "Tab": "", "Home": "", "End": "", "Delete": "", "Del": "", "PgUp": "", "PgDn": "", "PageUp": "", "PageDown": "", "Caps": "", "Lock": "",
	"Language": "the way back for who does not read Russian", "English": "",
	"JUMP": "ids of rules, by which the journal and the protocol name them", "RD_NOBODY": "",
	"III": "numbers of quarters and groups, and a standard", "ISO": "",
	"SHA":    "the head of columns of checksums, by which a file can be compared with other programs",
	"tester": "who works in these tests",
	"tpark":  "the end of the names of data files", "tparkz": "",
}

// cyrillicAllowed are the Cyrillic words an English window may say.
var cyrillicAllowed = map[string]string{
	"Язык": "the way back for who does not read English", "Русский": "",
	"парк": "the name of the file of this test, of the folder of its copies, and of the step that filled it", "копии": "", "записи": "", "для": "", "теста": "",
}

var (
	latinWord    = regexp.MustCompile(`[A-Za-z][A-Za-z_]{2,}`)
	address      = regexp.MustCompile(`\S*(@|/|\\|\.ex)\S*`) // of the net, of files, and what a cell has room for of one
	cyrillicWord = regexp.MustCompile(`[А-Яа-яЁё]+`)
)

// foreign returns the words of a text that are of the other language and not allowed.
func foreign(text string, lang app.Lang) []string {
	text = address.ReplaceAllString(text, "")
	find, allowed := latinWord, latinAllowed
	if lang == app.EN {
		find, allowed = cyrillicWord, cyrillicAllowed
	}
	return slices.DeleteFunc(find.FindAllString(text, -1), func(word string) bool {
		_, ok := allowed[word]
		return ok
	})
}

// inLetters puts what people typed into a record into the letters of a language.
func inLetters(rec app.Record, lang app.Lang) {
	for _, f := range rec.Type().Stored() {
		v := f.Get(rec)
		if _, explains := rec.(*app.Explanation); explains && (f.Key == "rule" || f.Key == "place") {
			continue // by which it is found
		}
		if !f.Typed() || f.Scheme != "" || f.Content || f.Coded || v.S == "" || f.Kind != app.KindText && f.Kind != app.KindNote {
			continue
		}
		text := i18n.Romanized(v.S)
		if lang == app.RU {
			text = latinWord.ReplaceAllString(v.S, "слово")
		}
		f.Set(rec, app.TextValue(text))
	}
}

// heard is what the window says, a place each.
type heard struct {
	lang  app.Lang
	found map[string]string // what is foreign, and where it was said first
}

// listen remembers what of the texts of an object is foreign.
func (h *heard) listen(where string, texts ...string) {
	for _, text := range texts {
		if words := foreign(text, h.lang); len(words) > 0 {
			key := fmt.Sprintf("%s in %q", strings.Join(words, ", "), text)
			if _, known := h.found[key]; !known {
				h.found[key] = where
			}
		}
	}
}

// object listens to all that an object shows.
func (h *heard) object(where string, o fyne.CanvasObject) {
	if o == nil {
		return
	}
	for _, part := range test.LaidOutObjects(o) {
		switch part := part.(type) {
		case *canvas.Text:
			h.listen(where, part.Text)
		case *kit.Line:
			h.listen(where, part.Text())
		case *kit.Select:
			h.listen(where, append(part.Options, part.PlaceHolder)...)
		case *kit.Table:
			for _, id := range part.Shown()[:min(40, len(part.Shown()))] {
				h.listen(where, part.Texts(id)...)
			}
		case *kit.Grid:
			for _, row := range part.Rows() {
				for _, cell := range row.Cells {
					h.listen(where, cell.Text, cell.Note)
				}
			}
		}
	}
}

// menus listens to a menu and all under it.
func (h *heard) menus(menus []*fyne.Menu) {
	for _, menu := range menus {
		h.listen("menu", menu.Label)
		for _, item := range menu.Items {
			h.listen("menu", item.Label)
			if item.ChildMenu != nil && len(item.ChildMenu.Items) > 0 && item != nil {
				h.menus([]*fyne.Menu{item.ChildMenu})
			}
		}
	}
}

// sampleIn opens the window in a language on the demonstration park in its letters.
func sampleIn(t *testing.T, lang app.Lang) *shell {
	t.Helper()
	s := openShell(t, func(save func(app.Record)) {
		err := sample.Park().Fill(func(rec app.Record) error {
			inLetters(rec, lang)
			save(rec)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
	s.speak(lang)
	return s
}

func TestWindowSpeaksRussian(t *testing.T) { walk(t, app.RU) }

func TestWindowSpeaksEnglish(t *testing.T) { walk(t, app.EN) }

func walk(t *testing.T, lang app.Lang) {
	t.Helper()
	s := sampleIn(t, lang)
	h := &heard{lang: lang, found: map[string]string{}}
	h.menus(s.menu.main.Items)
	for _, e := range Screens() {
		if e.Page || e.ID == "forms" { // a form has its own words, which are Russian, and names of figures
			continue
		}
		s.navigate(e.ID)
		if screen, ok := s.screens[e.ID].(desk.Lister); ok {
			screen.FocusList()
			if has := s.win.Canvas().Focused(); has != nil {
				desktest.Key(has, fyne.KeyDown)
			}
		}
		h.object(e.ID, s.screens[e.ID].Content())
	}
	for _, o := range []fyne.CanvasObject{s.header.content, s.nav, s.status.content} {
		h.object("round the screens", o)
	}
	for _, p := range []app.Place{{Type: "park", ID: 1}, {Type: "resident", ID: 1}} {
		s.desk.ShowCard(p)
		strip := desktest.The[*kit.Strip](t, s.screens[cardScreen].Content())
		for _, tab := range strip.Items() {
			for strip.Chosen() != tab.Key {
				desktest.Key(strip, fyne.KeyRight)
			}
			h.object("card of "+p.Type+", "+tab.Text, s.screens[cardScreen].Content())
		}
	}
	for name, open := range dialogs(s) {
		open()
		h.object("dialog "+name, s.win.Canvas().Overlays().Top())
		for s.win.Canvas().Overlays().Top() != nil {
			s.win.Canvas().Overlays().Remove(s.win.Canvas().Overlays().Top())
		}
	}
	s.onClose()
	h.object("start", s.win.Content())
	for _, said := range slices.Sorted(maps.Keys(h.found)) {
		t.Errorf("%s: %s", h.found[said], said)
	}
}

// dialogs opens what is asked and told over the screens.
func dialogs(s *shell) map[string]func() {
	on := func(screen string, do func()) func() {
		return func() {
			s.navigate(screen)
			do()
		}
	}
	return map[string]func(){
		"about": s.onAbout, "search": s.search, "open": s.onOpen, "copy": s.onSaveCopy, "steps": s.showSteps,
		"columns": on("contract", s.columns), "delete": on("resident", s.remove), "history": on("resident", s.history),
		"documents": on("resident", s.documents), "export": on("resident", s.exportList), "receive": s.receive,
	}
}
