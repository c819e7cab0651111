package regulation_test

import (
	"slices"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/regulation"
)

func draft(t *testing.T) *regulation.Draft {
	t.Helper()
	own := regulation.Program().Builtin(app.ProfileMethod)
	d, err := regulation.Copy(own, "our-2021", "Наша методика", 2021)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// part returns a part of a draft by its code.
func part(t *testing.T, d *regulation.Draft, kind regulation.PartKind, code string) regulation.Part {
	t.Helper()
	for _, row := range d.Parts() {
		if row.Kind == kind && row.Code == code {
			return row.Part
		}
	}
	t.Fatalf("no part %s", code)
	return regulation.Part{}
}

// lines returns the lines of b that a has not, and those of a that b has not.
func lines(a, b string) (added, gone []string) {
	was, is := strings.Split(a, "\n"), strings.Split(b, "\n")
	for _, line := range is {
		if i := slices.Index(was, line); i >= 0 {
			was = slices.Delete(was, i, i+1)
		} else {
			added = append(added, line)
		}
	}
	return added, was
}

func TestCopyIsTheMethodUnderAnotherName(t *testing.T) {
	own := regulation.Program().Builtin(app.ProfileMethod)
	d := draft(t)
	added, gone := lines(string(own.TOML), d.Text())
	if want := []string{`id = "our-2021"`, `title = "Наша методика"`}; !slices.Equal(added, want) {
		t.Errorf("added %q", added)
	}
	if len(gone) != 3 || d.Method().Official || d.Method().Year != 2021 || d.Method().Version != "1" {
		t.Errorf("gone %q; %+v", gone, d.Method())
	}
}

// Each setting is written at its place, is read back, and nothing else of the text changes.
func TestSettingChangesItsPlaceAlone(t *testing.T) {
	d := draft(t)
	for _, tt := range []struct {
		kind        regulation.PartKind
		code        string
		set         map[string]string
		added, gone []string // lines
	}{
		{regulation.PartIndicator, "S2.1", map[string]string{"formula": "revenue / headcount * 2"}, []string{`formula = "revenue / headcount * 2"`}, []string{`formula = "revenue / headcount"`}},
		{regulation.PartIndicator, "S2.1", map[string]string{"weight": "0,5"}, []string{"", "[[rating.node]]", `code = "S2.1"`, "weight = 0.5"}, nil},
		{regulation.PartIndicator, "S1.4", map[string]string{"weight": "2"}, []string{"weight = 2"}, nil},
		{regulation.PartIndicator, "S1.4", map[string]string{"limit_high": "90"}, []string{"limits = [0, 90]"}, []string{"limits = [0, 100]"}},
		{regulation.PartIndicator, "S1.4", map[string]string{"limit_low": "", "limit_high": ""}, nil, []string{"[[rating.node]]", `code = "S1.4"`, "limits = [0, 100]", ""}},
		{regulation.PartIndicator, "S3.1", map[string]string{"own_normalise": "goalposts", "own_low": "0", "own_high": "99,5"}, []string{"normalise = { by = \"goalposts\", goalposts = [0, 99.5] }"}, nil},
		{regulation.PartIndicator, "S2.1", map[string]string{"better": "lower"}, []string{`better = "lower"`}, []string{`better = "higher"`}},
		{regulation.PartSubindex, "S5", map[string]string{"name": "Открытость \"иначе\""}, []string{`name = "Открытость \"иначе\""`}, []string{`name = "Информационная открытость и вклад в устойчивое развитие"`}},
		{regulation.PartGroup, "I", map[string]string{"above": "112,5"}, []string{"above = 112.5"}, []string{"above = 110"}},
		{regulation.PartGroup, "III", map[string]string{"from": "", "above": "90"}, []string{"above = 90"}, []string{"from = 90"}},
		{regulation.PartIndex, "I", map[string]string{"screen_least": ""}, nil, []string{"[rating.screen]", "least = 0.8", ""}},
		{regulation.PartIndex, "I", map[string]string{"impute_by": "median"}, []string{"", "[rating.impute]", `by = "median"`}, nil},
		{regulation.PartIndex, "I", map[string]string{"outliers": "yes"}, []string{"", "[rating.outliers]", "skewness = 2", "kurtosis = 3.5", "winsorise = 5", "log = true"}, nil},
		{regulation.PartIndex, "I", map[string]string{"normalise_by": "minmax", "range_low": "1", "range_high": "100"}, []string{`by = "minmax"`, "range = [1, 100]"}, []string{`by = "ratio_mean"`}},
		{regulation.PartTerm, "patents", map[string]string{"where": "kind in ['invention']"}, []string{`where = "kind in ['invention']"`}, []string{`where = "kind in ['invention', 'utility_model', 'design']"`}},
		{regulation.PartMethod, "our-2021", map[string]string{"threshold": "75"}, []string{"threshold = 75   # полнота в процентах, ниже которой показатель не рассчитан"}, []string{"threshold = 80   # полнота в процентах, ниже которой показатель не рассчитан"}},
	} {
		p := part(t, d, tt.kind, tt.code)
		next, err := d.Set(p, tt.set)
		if err != nil {
			t.Errorf("%s %v: %v", tt.code, tt.set, err)
			continue
		}
		slices.Sort(tt.added)
		slices.Sort(tt.gone)
		added, gone := lines(d.Text(), next.Text())
		slices.Sort(added)
		slices.Sort(gone)
		if !slices.Equal(added, tt.added) || !slices.Equal(gone, tt.gone) {
			t.Errorf("%s %v: added %q, gone %q", tt.code, tt.set, added, gone)
		}
		for key, value := range tt.set {
			if got := next.Value(p, key); got != value {
				t.Errorf("%s %s: reads back as %q", tt.code, key, got)
			}
		}
	}
}

// What cannot be used is said under the field that is to blame, and the draft stays as it was.
func TestWrongSettingIsSaidUnderItsField(t *testing.T) {
	d := draft(t)
	for _, tt := range []struct {
		kind   regulation.PartKind
		code   string
		set    map[string]string
		field  string
		reason string
	}{
		{regulation.PartIndicator, "S2.1", map[string]string{"formula": "revenue / "}, "formula", "выражение обрывается"},
		{regulation.PartIndicator, "S2.1", map[string]string{"formula": "revenu / headcount"}, "formula", "«revenu»: такого слагаемого нет"},
		{regulation.PartIndicator, "S2.1", map[string]string{"weight": "много"}, "weight", "здесь нужно число"},
		{regulation.PartIndicator, "S2.1", map[string]string{"weight": "-1"}, "weight", "вес"},
		{regulation.PartIndicator, "S2.1", map[string]string{"limit_low": "0"}, "limit_low", "два числа"},
		{regulation.PartIndicator, "S2.1", map[string]string{"own_normalise": "goalposts"}, "own_normalise", "goalposts"},
		{regulation.PartGroup, "II", map[string]string{"above": "120"}, "above", "должна быть ниже"},
		{regulation.PartTerm, "patents", map[string]string{"where": "kind = 'x'"}, "where", "выражение не разобрано"},
		{regulation.PartTerm, "taxes_to_date", map[string]string{"value": "headcount"}, "value", "S3.5: складывать и вычитать можно одинаковые единицы"},
		{regulation.PartMethod, "our-2021", map[string]string{"title": ""}, "title", "укажите id, title"},
		{regulation.PartIndex, "I", map[string]string{"range_low": "0", "range_high": "10"}, "range_low", "не относится к by"},
	} {
		_, err := d.Set(part(t, d, tt.kind, tt.code), tt.set)
		faults := app.FaultsOf(err)
		if len(faults) == 0 || faults[0].Field != tt.field || !strings.Contains(faults[0].Message.RU, tt.reason) || faults[0].Message.EN == "" {
			t.Errorf("%s %v: %v", tt.code, tt.set, err)
		}
	}
}

// All weights nought, whichever is set the last, and the other faults of a tree are sentences.
func TestWeightsThatAreAllNoughtAreRefused(t *testing.T) {
	d := draft(t)
	var err error
	for _, code := range []string{"S1", "S2", "S3", "S4", "S5"} {
		var next *regulation.Draft
		if next, err = d.Set(part(t, d, regulation.PartSubindex, code), map[string]string{"weight": "0"}); err == nil {
			d = next
		}
	}
	faults := app.FaultsOf(err)
	if len(faults) != 1 || faults[0].Field != "weight" || !strings.Contains(faults[0].Message.RU, "вес") {
		t.Errorf("%v", err)
	}
}

func TestVersionIsRaisedUnlessItWasChanged(t *testing.T) {
	for version, want := range map[string]string{"1": "2", "1.9": "1.10", "2021-проба": "2021-проба 2", "проба 2": "проба 3", "99": "100"} {
		if got := regulation.NextVersion(version); got != want {
			t.Errorf("after %s: %s", version, got)
		}
	}
	d := draft(t)
	up, err := d.Raised("1")
	if err != nil || up.Method().Version != "2" {
		t.Errorf("%v", err)
	}
	if same, err := up.Raised("1"); err != nil || same.Method().Version != "2" {
		t.Errorf("raised twice: %v", err)
	}
}

func TestPartsAreInTheOrderOfTheMethod(t *testing.T) {
	var codes []string
	for _, row := range draft(t).Parts() {
		codes = append(codes, row.Code)
		switch row.Code {
		case "S2.1":
			if row.Formula != "revenue / headcount" || row.Weight != "1" || row.Better != "higher" || row.Unit.RU != "тыс. руб./чел." {
				t.Errorf("%+v", row)
			}
		case "III":
			if row.Formula != "≥ 90" {
				t.Errorf("%+v", row)
			}
		}
	}
	if got := strings.Join(codes[:9], " "); got != "our-2021 I S1 S1.1 S1.2 S1.3 S1.4 S1.5 S2" || len(codes) < 60 {
		t.Errorf("%d parts: %s", len(codes), got)
	}
}

// A kept draft replaces the method of its rating under the next version; the copy of another
// name begins at its own.
func TestKeptDraftIsTheNextVersion(t *testing.T) {
	l, d := regulation.Program(), draft(t)
	first, err := l.Keep(bookWith(), d, app.Day(2021, 4, 1))
	if err != nil || first.Version != "1" || first.ID != 0 || first.Title != "Наша методика" {
		t.Fatalf("%+v, %v", first, err)
	}
	first.ID = 7
	b := app.NewBook(&app.Park{}, map[string][]app.Record{"profile": {first}})
	changed, err := d.Set(part(t, d, regulation.PartIndicator, "S2.1"), map[string]string{"weight": "2"})
	if err != nil {
		t.Fatal(err)
	}
	second, err := l.Keep(b, changed, app.Day(2021, 4, 2))
	if err != nil || second.ID != 7 || second.Version != "2" || !strings.Contains(second.Text, `version = "2"`) {
		t.Errorf("%+v, %v", second, err)
	}
	other, err := regulation.Copy(changed.File(), "third-2021", "Третья", 2021)
	if err != nil {
		t.Fatal(err)
	}
	if third, err := l.Keep(b, other, app.Day(2021, 4, 2)); err != nil || third.ID != 7 || third.Version != "1" {
		t.Errorf("%+v, %v", third, err)
	}
	if _, err := l.Keep(bookWith(), mustCopy(t, "rating-2021"), app.Day(2021, 4, 1)); err == nil {
		t.Error("the name of the program's own method is taken")
	}
}

func mustCopy(t *testing.T, id string) *regulation.Draft {
	t.Helper()
	d, err := regulation.Copy(regulation.Program().Builtin(app.ProfileMethod), id, "Другая", 2021)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
