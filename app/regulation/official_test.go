package regulation_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"technopark/app"
	"technopark/app/rating"
	"technopark/app/regulation"
)

// kept is a copy of the program's method as the data file has it.
func kept(t *testing.T) *app.Profile {
	t.Helper()
	p, err := regulation.Program().Keep(bookWith(), draft(t), app.Day(2021, 4, 1))
	if err != nil {
		t.Fatal(err)
	}
	p.ID = 7
	return p
}

func fileWith(p *app.Profile, links ...*app.DocumentLink) *app.Book {
	records := map[string][]app.Record{"profile": {p}}
	for _, l := range links {
		records["document_link"] = append(records["document_link"], l)
	}
	return app.NewBook(&app.Park{}, records)
}

func TestDeclaredMethodNamesItsSource(t *testing.T) {
	p := kept(t)
	declared, err := regulation.Declare(p, rating.Source{Title: "Приказ АКИТ РФ", Number: "12", Date: app.Day(2021, 3, 1)})
	if err != nil || declared.ID != 7 {
		t.Fatal(err)
	}
	l := regulation.Program()
	of := func(b *app.Book) regulation.Set {
		set, err := l.For(b, 2020)
		if err != nil {
			t.Fatal(err)
		}
		return set
	}
	set := of(fileWith(declared, &app.DocumentLink{Document: 1, Subject: "profile/7"}))
	if got := set.Method.Standing(); !set.Method.Official || got.RU != "Официальная методика: Приказ АКИТ РФ №\u00a012 от 01.03.2021" || len(set.Of(app.ProfileMethod, app.RU)) != 0 {
		t.Errorf("%q, %v", got.RU, set.Remarks)
	}
	if said := of(fileWith(declared)).Of(app.ProfileMethod, app.RU); len(said) != 1 || !strings.Contains(said[0], "документ-источник к ней в этом технопарке не прикреплён") {
		t.Errorf("without its document: %v", said)
	}
	if got := of(fileWith(p)).Method.Standing().RU; !strings.Contains(got, "не является официальной") {
		t.Errorf("before: %q", got)
	}
	// The same text loaded again stays what it is; any other, and an edit, is an unofficial one.
	again, err := l.Put(fileWith(declared), "x.toml", recognised(t, declared.Text))
	if err != nil || again.Text != declared.Text {
		t.Errorf("%v", err)
	}
	d, err := regulation.Edit(regulation.File{Name: "x", TOML: []byte(declared.Text)})
	if err != nil {
		t.Fatal(err)
	}
	if d, err = d.Set(part(t, d, regulation.PartIndicator, "S2.1"), map[string]string{"weight": "2"}); err != nil {
		t.Fatal(err)
	}
	edited, err := l.Keep(fileWith(declared), d, app.Day(2021, 4, 2))
	if err != nil || strings.Contains(edited.Text, "official = true") || strings.Contains(edited.Text, "source") && strings.Contains(edited.Text, "source_number =") || edited.Version != "2" {
		t.Errorf("%v", err)
	}
}

// A file that calls itself official, with or without a notice, is kept as an unofficial one.
func TestWhatAFileClaimsIsNoSource(t *testing.T) {
	text := strings.Replace(draft(t).Text(), "official = false", "official = true\nsource = \"Приказ\"\nsource_date = \"2021-03-01\"", 1)
	_, rest, _ := strings.Cut(text, "notice = ")
	notice, _, _ := strings.Cut(rest, "\n")
	for name, claimed := range map[string]string{"with a notice": text, "without one": strings.Replace(text, "notice = "+notice+"\n", "", 1)} {
		p, err := regulation.Program().Put(bookWith(), "свой.toml", recognised(t, claimed))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		set, err := regulation.Program().For(fileWith(p), 2020)
		if err != nil || set.Method.Official || set.Method.Standing().Zero() || set.Method.Source.Title != "" {
			t.Errorf("%s: %+v, %v", name, set.Method.Standing(), err)
		}
	}
	wrong := strings.Replace(text, "2021-03-01", "01.03.2021", 1)
	var fault *regulation.ProfileError
	if _, err := regulation.Edit(regulation.File{Name: "x", TOML: []byte(wrong)}); !errors.As(err, &fault) || fault.Line == 0 || !strings.Contains(fault.Reason.RU, "source_date") {
		t.Errorf("%v", err)
	}
}

// journal writes what storage writes of a profile.
func journal(t *testing.T, id int64, action app.Action, p *app.Profile, keys ...string) app.JournalEntry {
	t.Helper()
	s := app.TakeSnapshot(p)
	if action == app.ActionEdit {
		only := map[string]app.Value{}
		for _, key := range keys {
			only[key] = s.Values[key]
		}
		s = app.Snapshot{Values: only}
	}
	after, err := s.JSON(p.Type())
	if err != nil {
		t.Fatal(err)
	}
	return app.JournalEntry{ID: id, Type: "profile", Record: 7, Action: action, After: after, At: time.Unix(id, 0), Who: "ivanova"}
}

func TestVersionsAreAllTextsThatWereInPlace(t *testing.T) {
	first := kept(t)
	second := *first
	second.Text, second.Version = first.Text+"\n# иначе\n", "2"
	entries := []app.JournalEntry{
		journal(t, 4, app.ActionEdit, first, "text", "version"), // taken back
		journal(t, 3, app.ActionEdit, &second, "text", "version"),
		{ID: 5, Type: "profile", Record: 7, Action: app.ActionDelete},
		journal(t, 1, app.ActionAdd, first),
	}
	all, err := regulation.Versions(entries, app.ProfileMethod, 2020)
	if err != nil || len(all) != 2 || all[0].Text != first.Text || all[1].Version != "2" || all[1].Number != 2 || all[1].Title != first.Title || !all[1].At.Equal(time.Unix(3, 0)) {
		t.Errorf("%d versions, %v", len(all), err)
	}
	for name, n := range map[string]int{"of another year": 2019, "of rules": 2020} {
		kind := app.ProfileMethod
		if n == 2020 {
			kind = app.ProfileRules
		}
		if all, err := regulation.Versions(entries, kind, n); err != nil || len(all) != 0 {
			t.Errorf("%s: %d, %v", name, len(all), err)
		}
	}
}
