package journal

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// search chooses among all entries of the journal, where the conditions of a list choose among those
// that are shown.
type search struct {
	desk    *desk.Desk
	gone    bool        // only among deletions
	button  *kit.Button // opens the dialog
	again   *kit.Button // drops the search; stands where nothing was found
	changed func()

	values map[string]app.Value // of the fields of the dialog
	of     app.Place            // one record; zero for all
	title  string               // of that record

	form  *kit.Form
	shown *dialog.CustomDialog
}

// The fields of the dialog.
const (
	byWho    = "who"
	bySince  = "since"
	byUntil  = "until"
	byType   = "type"
	byAction = "action"
	byStep   = "step"
)

// newSearch returns a search; gone says that it is among deletions alone, text is what its button says.
func newSearch(d *desk.Desk, gone bool, text string, changed func()) *search {
	s := &search{desk: d, gone: gone, changed: changed, values: map[string]app.Value{}}
	s.button = kit.NewTool(text, theme.SearchIcon(), s.show)
	s.again = kit.NewPrimary(d.T("ui.journal.show_all"), nil, s.drop)
	return s
}

// on reports whether anything narrows the journal.
func (s *search) on() bool { return len(s.values) > 0 || s.of.ID != 0 }

// filter returns what was asked for.
func (s *search) filter() app.JournalFilter {
	f := app.JournalFilter{
		Who: s.values[byWho].S, Type: s.values[byType].S, Did: app.Action(s.values[byAction].S), Step: s.values[byStep].S,
		Since: s.day(bySince, 0), Until: s.day(byUntil, 1),
	}
	if s.of.ID != 0 {
		f.Type, f.ID = s.of.Type, s.of.ID
	}
	return f
}

// day returns the beginning of a day on the user's clock, so many days later; zero of none.
func (s *search) day(key string, later int) time.Time {
	day, ok := app.ParseDate(s.values[key].S)
	if !ok || day.Zero() {
		return time.Time{}
	}
	at := day.Midnight()
	return time.Date(at.Year(), at.Month(), at.Day()+later, 0, 0, 0, 0, s.desk.Now().Location())
}

// set shows the entries of one record.
func (s *search) set(f app.JournalFilter, title string) {
	s.values, s.of, s.title = map[string]app.Value{}, app.Place{Type: f.Type, ID: f.ID}, title
	s.changed()
}

// drop shows all entries again.
func (s *search) drop() {
	s.hide()
	s.values, s.of, s.title = map[string]app.Value{}, app.Place{}, ""
	s.changed()
}

// said writes what was searched: «кто: ivanova; с 01.03.2021».
func (s *search) said() string {
	var said []string
	if s.of.ID != 0 {
		said = append(said, app.TypeByKey(s.of.Type).One.In(s.desk.Lang)+" "+app.QuotedIn(s.title, s.desk.Lang))
	}
	for _, f := range s.fields() {
		if v := s.values[f.Key]; !v.Empty() {
			said = append(said, strings.ToLower(f.Label.In(s.desk.Lang))+": "+f.Exact(v, nil, s.desk.Lang))
		}
	}
	return strings.Join(said, "; ")
}

// fields are what can be asked for.
func (s *search) fields() []app.Field {
	d := s.desk
	field := func(key string, kind app.Kind, options ...app.Option) app.Field {
		text := d.T("ui.journal.by_" + key)
		return app.Field{Key: key, Label: app.L(text, text), Kind: kind, Options: options, Width: 40}
	}
	people, err := d.Store.JournalPeople(d.Ctx())
	if err != nil {
		d.Fail(err)
	}
	var who, types, actions []app.Option
	for _, name := range people {
		who = append(who, app.Option{Code: name, Label: app.L(name, name)})
	}
	for _, t := range app.Types() {
		types = append(types, app.Option{Code: t.Key, Label: t.Many})
	}
	for _, action := range []app.Action{app.ActionAdd, app.ActionEdit, app.ActionDelete} {
		text := d.T("common.journal.do." + string(action))
		actions = append(actions, app.Option{Code: string(action), Label: app.L(text, text)})
	}
	fields := []app.Field{
		field(byWho, app.KindChoice, who...), field(bySince, app.KindDate), field(byUntil, app.KindDate),
		field(byType, app.KindChoice, types...), field(byAction, app.KindChoice, actions...), field(byStep, app.KindText),
	}
	return slices.DeleteFunc(fields, func(f app.Field) bool { return s.gone && f.Key == byAction })
}

// show asks what to look for.
func (s *search) show() {
	d := s.desk
	s.form = kit.NewForm(s.fields(), kit.Env{
		Lang: d.Lang, Words: d.Words, Names: d.Names, Year: func() int { return d.Year },
		Commit: s.take, Fail: d.Fail, Focus: d.Window.Canvas().Focus, Done: s.find, Escape: s.hide,
	})
	s.fill()
	find := kit.NewPrimary(d.T("ui.journal.find"), nil, s.find)
	all := kit.NewButton(d.T("ui.journal.show_all"), s.drop)
	cancel := kit.NewButton(d.T("ui.cancel"), s.hide)
	for _, b := range []*kit.Button{find, all, cancel} {
		b.OnEscape = s.hide
	}
	s.shown = kit.NewDialog(d.T("ui.journal.search_title"), container.NewBorder(nil, kit.NewFoot(find, all, cancel), nil, nil, s.form), d.Window)
	s.shown.Show()
	text := kit.Size(theme.SizeNameText)
	s.shown.Resize(kit.Within(d.Window, 40*text, 42*text))
	s.form.Focus(byWho)
}

func (s *search) fill() {
	s.form.SetValues(func(f app.Field) app.Value { return s.values[f.Key] }, false)
}

// take keeps what was typed.
func (s *search) take(changes map[string]app.Value) error {
	for key, v := range changes {
		s.values[key] = v
		if v.Empty() {
			delete(s.values, key)
		}
	}
	s.of = app.Place{}
	s.fill()
	return nil
}

// find closes the dialog and shows what was found; what could not be read keeps it open.
func (s *search) find() {
	s.desk.Window.Canvas().Unfocus() // what is typed is taken
	if f, unread := s.form.Unsaved(); unread {
		s.form.Focus(f.Key)
		return
	}
	s.hide()
	s.changed()
}

func (s *search) hide() {
	if s.shown != nil {
		s.shown.Hide()
	}
}
