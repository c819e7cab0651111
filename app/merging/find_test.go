package merging_test

import (
	"fmt"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/merging"
	"technopark/app/sample"
)

func resident(id int64, name, inn string) *app.Resident {
	return &app.Resident{Head: app.Head{ID: id, Park: 1}, Name: name, INN: inn}
}

// told is the groups as text: the ids, the one proposed to stay, the signs.
func told(groups []merging.Group) string {
	var all []string
	for _, g := range groups {
		line := g.Type.Key
		for _, m := range g.Members {
			line += fmt.Sprintf(" %d", m.Record.Header().ID)
			for _, s := range m.Signs {
				line += " " + s.Kind.Key()
			}
		}
		all = append(all, line+fmt.Sprintf(" keep %d", g.Keep.Header().ID))
	}
	return strings.Join(all, "; ")
}

func TestFind(t *testing.T) {
	const inn, other = "7707083893", "1234567894"
	for _, c := range []struct {
		name string
		recs []app.Record
		want string
	}{
		{"one number", []app.Record{resident(1, "Альфа", inn), resident(2, "Бета", inn)}, "resident 1 2 number keep 1"},
		{"one name, Latin letters and form apart", []app.Record{resident(1, "ООО «Робот»", ""), resident(2, "Poбот", inn)}, "resident 1 2 name keep 2"},
		{"a letter left out", []app.Record{resident(1, "Технолоджи Плюс", ""), resident(2, "Технолджи Плюс", "")}, "resident 1 2 slip keep 1"},
		{"another letter", []app.Record{resident(1, "ООО «Фотоника»", inn), resident(2, "Фатоника", "")}, "resident 1 2 slip keep 1"},
		{"two in turn", []app.Record{resident(1, "Фотоника", ""), resident(2, "Фотоинка", "")}, "resident 1 2 slip keep 1"},
		{"a space", []app.Record{resident(1, "Био Тех", ""), resident(2, "Биотех", "")}, "resident 1 2 slip keep 1"},
		{"different numbers", []app.Record{resident(1, "Фотоника", inn), resident(2, "Фотоника", other)}, ""},
		{"figures", []app.Record{resident(1, "Завод 12", ""), resident(2, "Завод 13", "")}, ""},
		{"short words", []app.Record{resident(1, "Вега", ""), resident(2, "Мега", "")}, ""},
		{"two words", []app.Record{resident(1, "Первый завод", ""), resident(2, "Первая завода", "")}, ""},
		{"another form", []app.Record{resident(1, "ООО «Фотоника»", ""), resident(2, "АО «Фотоника»", "")}, ""},
		{"the surer of two likenesses", []app.Record{resident(1, "Фотоника", ""), resident(2, "Альфа", inn), resident(3, "Фотоника", inn)}, "resident 2 3 number keep 2"},
		{"another park", []app.Record{resident(1, "Фотоника", inn), &app.Resident{Head: app.Head{ID: 2, Park: 2}, Name: "Фотоника", INN: inn}}, ""},
	} {
		got := told(merging.Find(app.RecordsByType{"resident": c.recs}, app.Types()))
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestFindBySets(t *testing.T) {
	head := func(id int64) app.Head { return app.Head{ID: id, Park: 1} }
	day := app.Day(2020, 3, 1)
	groups := merging.Find(app.RecordsByType{
		"room": {&app.Room{Head: head(1), Building: "А", Number: "12"}, &app.Room{Head: head(2), Building: "A", Number: "12"}, &app.Room{Head: head(3), Building: "А", Number: "1-2"}},
		"job": {
			&app.Job{Head: head(1), Date: day, Count: app.Of[app.Count](2)}, &app.Job{Head: head(2), Date: day, Count: app.Of[app.Count](2)},
			&app.Job{Head: head(3), Date: day, Count: app.Of[app.Count](3)},
		},
		"event": {&app.Event{Head: head(1), Title: "Форум", Date: day}, &app.Event{Head: head(2), Title: "форум", Date: day, Kind: "x"}, &app.Event{Head: head(3), Title: "Форум", Date: app.Day(2021, 3, 1)}},
		"contract": {
			&app.Contract{Head: head(1), Resident: 1, Kind: "lease", Number: "№ 7/1"}, &app.Contract{Head: head(2), Resident: 1, Kind: "lease", Number: "7/1", Signed: day},
			&app.Contract{Head: head(3), Resident: 2, Kind: "lease", Number: "7/1"}, &app.Contract{Head: head(4), Resident: 1, Kind: "lease"},
		},
	}, app.Types())
	if got, want := told(groups), "room 1 2 fields keep 1; contract 1 2 fields keep 2; job 1 2 copy keep 1; event 1 2 fields keep 2"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if why := groups[1].Why.RU; why != "в ней заполнено больше" {
		t.Errorf("why: %s", why)
	}
	if said := merging.SignsIn(groups[0].Members[1].Signs, app.RU); said != "совпадает: Здание, Номер помещения" {
		t.Errorf("%q", said)
	}
}

// What most refers to stays.
func TestProposalFollowsReferences(t *testing.T) {
	a, b := resident(1, "Фотоника", "7707083893"), resident(2, "Фотоника", "")
	groups := merging.Find(app.RecordsByType{
		"resident":      {a, b},
		"contract":      {&app.Contract{Head: app.Head{ID: 1, Park: 1}, Resident: 2}},
		"document_link": {&app.DocumentLink{Head: app.Head{ID: 1, Park: 1}, Document: 1, Subject: "resident/2"}},
	}, app.Types())
	if len(groups) != 1 || groups[0].Keep != app.Record(b) || groups[0].Why.RU != "на неё ссылается больше других: 2" {
		t.Errorf("%s: %v", told(groups), groups[0].Why)
	}
}

// The demonstration park has nothing twice.
func TestNothingIsTwiceInTheSample(t *testing.T) {
	if groups := merging.Find(sample.Park().Book(), app.Types()); len(groups) > 0 {
		t.Error(told(groups))
	}
}

// Sets name fields that are kept, or nothing would ever be found by them.
func TestSetsNameFields(t *testing.T) {
	for _, typ := range app.Types() {
		for _, set := range typ.Alike {
			for _, key := range set {
				if f, ok := typ.Field(key); !ok || f.Derived {
					t.Errorf("%s: %s is no kept field", typ.Key, key)
				}
			}
		}
	}
}

// BenchmarkFind10000 looks through 10,000 residents, of whom a thousand have one name.
func BenchmarkFind10000(b *testing.B) {
	var recs []app.Record
	for i := range int64(10_000) {
		name := fmt.Sprintf("ООО «Предприятие %s %d»", strings.Repeat("аб", int(i%7)), i)
		if i%10 == 0 {
			name = "ООО «Технологии»"
		}
		recs = append(recs, resident(i+1, name, fmt.Sprintf("%010d", i)))
	}
	for b.Loop() {
		merging.Find(app.RecordsByType{"resident": recs}, app.Types())
	}
}
