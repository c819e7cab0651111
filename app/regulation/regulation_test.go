package regulation_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/formula"
	"technopark/app/regulation"
	"technopark/app/sample"
)

const few = `id = "few"
title = "Немногие правила"
version = "2"
year = 2021
[[rule]]
id = "EXPORT_SMALL"
level = "warning"
of = "resident_report"
field = "export"
holds = "export <= 100"
message = "много"
remedy = "проверьте"
`

func bookWith(profiles ...*app.Profile) *app.Book {
	park := &app.Park{Head: app.Head{ID: 1}, Name: "Пример"}
	records := map[string][]app.Record{"park": {park}}
	for i, p := range profiles {
		p.ID = int64(i + 1)
		records["profile"] = append(records["profile"], p)
	}
	return app.NewBook(park, records)
}

// A text that nests without end must not take the program with it.
func TestEndlessProfileIsRefused(t *testing.T) {
	for _, text := range []string{
		"a=" + strings.Repeat("[", 3_000_000), "a=" + strings.Repeat("[", formula.MostBytes-2),
		strings.Replace(few, "export <= 100", strings.Repeat("(", formula.MostBytes-1000), 1), strings.Replace(few, "export <= 100", strings.Repeat("-", formula.MostBytes-1000)+"1 < 2", 1),
	} {
		var fault *regulation.ProfileError
		if _, err := regulation.Recognise(regulation.File{Name: "x.toml", TOML: []byte(text)}, app.Date{}); !errors.As(err, &fault) {
			t.Errorf("%d bytes: %.100v", len(text), err)
		}
	}
}

func TestOwnProfileHoldsForItsYear(t *testing.T) {
	p, err := regulation.Recognise(regulation.File{Name: "few.toml", TOML: []byte(few)}, app.Day(2021, 4, 1))
	if err != nil || p.Kind != app.ProfileRules || p.Year != app.Of(app.Count(2021)) || p.Version != "2" {
		t.Fatalf("%+v, %v", p, err)
	}
	if faults := app.Validate(p); len(faults) > 0 {
		t.Fatal(faults)
	}
	b := bookWith(p)
	for year, own := range map[int]bool{2019: false, 2020: true, 2021: false} {
		set, err := regulation.Program().For(b, year)
		if err != nil || set.OwnRules != own || set.OwnMethod || set.Method.ID != "rating-2021" || (set.Rules.ID == "few") != own {
			t.Errorf("data of %d: own %v, %v", year, set.OwnRules, err)
		}
	}
}

// What cannot be seen in the name of a profile does not go to papers, and does not make
// another profile of it.
func TestNameOfAProfileIsCleaned(t *testing.T) {
	text := strings.Replace(few, `id = "few"`, "id = \" few\u200b\"", 1)
	text = strings.Replace(text, `title = "`, "title = \"\u202e\t ", 1)
	p, err := regulation.Recognise(regulation.File{Name: "few.toml", TOML: []byte(text)}, app.Day(2021, 4, 1))
	if err != nil {
		t.Fatal(err)
	}
	set, err := regulation.Program().For(bookWith(p), 2020)
	if err != nil || set.Rules.ID != "few" || set.Rules.Title.RU != app.Clean(set.Rules.Title.RU) || p.Title != set.Rules.Title.RU {
		t.Errorf("id %q, title %q, %v", set.Rules.ID, set.Rules.Title.RU, err)
	}
}

func TestProfileIsCompiledOnce(t *testing.T) {
	l, b := regulation.Program(), bookWith()
	one, err := l.For(b, 2020)
	two, err2 := l.For(b, 2019)
	if err != nil || err2 != nil || one.Rules != two.Rules || one.Method != two.Method {
		t.Errorf("compiled anew: %v, %v", err, err2)
	}
}

// A profile that was changed by hand in the file and runs no more is told, never passed over.
func TestBrokenOwnProfileIsAnError(t *testing.T) {
	broken := &app.Profile{Kind: app.ProfileRules, Year: app.Of(app.Count(2021)), Title: "Свои", Text: strings.Replace(few, "export <= 100", "nosuch > 1", 1)}
	_, err := regulation.Program().For(bookWith(broken), 2020)
	var fault *formula.ProfileError
	if !errors.As(err, &fault) || fault.Line != 10 || fault.File != "Свои" {
		t.Errorf("%v", err)
	}
}

func TestForcedProfileWins(t *testing.T) {
	l, err := regulation.Program().With(regulation.File{Name: "few.toml", TOML: []byte(few)})
	if err != nil {
		t.Fatal(err)
	}
	if set, err := l.For(bookWith(), 2015); err != nil || set.Rules.ID != "few" || !set.OwnRules {
		t.Errorf("%+v, %v", set.Rules, err)
	}
}

func TestWhatIsNoProfile(t *testing.T) {
	for _, text := range []string{"", `title = "x"`} {
		if _, err := regulation.Recognise(regulation.File{Name: "x.toml", TOML: []byte(text)}, app.Date{}); !errors.Is(err, regulation.ErrUnknown) {
			t.Errorf("%q: %v", text, err)
		}
	}
	for _, text := range []string{"[[rule", few + "x = 1", "[[indicator]]\ncode = 1"} {
		if _, err := regulation.Recognise(regulation.File{Name: "x.toml", TOML: []byte(text)}, app.Date{}); err == nil {
			t.Errorf("%q is accepted", text)
		}
	}
}

func TestSetAgainTakesThePlace(t *testing.T) {
	first := &app.Profile{Kind: app.ProfileRules, Year: app.Of(app.Count(2021)), Title: "Первые", Text: few}
	b := bookWith(first)
	second, err := regulation.Recognise(regulation.File{Name: "few.toml", TOML: []byte(few)}, app.Date{})
	if err != nil {
		t.Fatal(err)
	}
	if next, err := regulation.Program().Put(b, "few.toml", second); err != nil || next.ID != first.ID {
		t.Errorf("record %d, %v", second.ID, err)
	}
	third := *second
	third.Head, third.Year = app.Head{}, app.Of(app.Count(2022))
	if next, err := regulation.Program().Put(b, "few.toml", &third); err != nil || next.ID != 0 {
		t.Errorf("another year's profile is overwritten: %v", err)
	}
}

// Figures of other parks are compared with the park's own, and words about them hold for
// both figures.
func TestCheckComparesWithReferenceValues(t *testing.T) {
	b := sample.Park().Book()
	set, err := regulation.Program().For(b, 2020)
	if err != nil {
		t.Fatal(err)
	}
	var mean *app.Reference
	for _, r := range app.All[app.Reference](b, "reference") {
		if r.Whose == app.ReferenceMean && r.Code == "S2.1" {
			mean = r
		}
	}
	mean.Period = app.YearPeriod(2020)
	far := func(millionths app.Figure) []check.Finding {
		mean.Value = app.Of(millionths)
		report, err := set.Check(b, 2020, app.Date{})
		if err != nil {
			t.Fatal(err)
		}
		return slices.DeleteFunc(report.Findings, func(f check.Finding) bool { return f.Type.Key != "reference" })
	}
	if found := far(3_412_700_000); len(found) != 0 {
		t.Fatalf("the sample's means: %+v", found)
	}
	one, two := far(400_000_000), far(401_000_000)
	if len(one) != 1 || one[0].Rule != "REFERENCE_FAR" || one[0].Basis == two[0].Basis {
		t.Fatalf("%+v", one)
	}
	if slip := far(3_000_000); len(slip) != 1 || slip[0].Rule != "REFERENCE_SLIP" {
		t.Errorf("%+v", slip)
	}
	mean.Whose, mean.Park = app.ReferencePark, "«Дальний»"
	if one := far(400_000_000); len(one) != 0 {
		t.Errorf("of one other park, which may be as far as that: %+v", one)
	}
	if slip := far(3_000_000); len(slip) != 1 {
		t.Errorf("of one other park: %+v", slip)
	}
}

func TestTheProgramsOwnTextIsCompiledOnce(t *testing.T) {
	own := regulation.Program().Builtin(app.ProfileRules)
	var rules []*check.Profile
	for _, name := range []string{own.Name, "frozen.toml", "frozen again.toml"} {
		l, err := regulation.Program().With(regulation.File{Name: name, TOML: own.TOML})
		if err != nil {
			t.Fatal(err)
		}
		set, err := l.For(bookWith(), 2020)
		if err != nil || !set.OwnRules || set.RuleFile.Name != name {
			t.Errorf("%s: own %v, file %s, %v", name, set.OwnRules, set.RuleFile.Name, err)
		}
		rules = append(rules, set.Rules)
	}
	if rules[0] != rules[1] || rules[1] != rules[2] {
		t.Error("the same text was compiled again under another name")
	}
}

func TestWrongTextIsSaidWithTheNameOfItsFile(t *testing.T) {
	l := regulation.Program()
	for _, name := range []string{"first.toml", "second.toml"} {
		_, err := l.With(regulation.File{Name: name, TOML: []byte("[[rule]]\nid = 1\n")})
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
