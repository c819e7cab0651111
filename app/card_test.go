package app_test

import (
	"slices"
	"testing"

	"technopark/app"
)

// offCards are the types of a park's records that are on no card, with the reasons.
var offCards = map[string]string{
	"document":      "it may prove records of any type: a card shows those that prove its own",
	"document_link": "it is shown with its document",
	"explanation":   "it is shown with the finding that it closes",
	"distinction":   "it is shown where records that look alike are",
	"scenario":      "it is tried on the screen of the place in the rating",
	"questionnaire": "it is shown where figures are gathered",
	"revision":      "it is made of all records and belongs to none",
	"signature":     "it is shown with its revision",
	"resident":      "residents have cards of their own, and their list is the way to them",
}

func TestEveryTypeOfAParkIsOnACard(t *testing.T) {
	on := map[string]string{}
	for _, whole := range app.Types() {
		for _, part := range app.Parts(whole) {
			if other := on[part.Key]; other != "" && (part.Owner == "" || part.With == "") {
				t.Errorf("%s is on the cards of %s and %s", part.Key, other, whole.Key)
			}
			on[part.Key] = whole.Key
			if part.With != "" && app.TypeByKey(part.With) == nil {
				t.Errorf("%s goes with %q, which is no type", part.Key, part.With)
			}
		}
	}
	for _, typ := range app.Types() {
		_, excused := offCards[typ.Key]
		if shown := on[typ.Key] != ""; typ.Scope == app.ScopePark && shown == excused {
			t.Errorf("%s: on a card %v, excused %v", typ.Key, shown, excused)
		}
	}
}

func TestPartsAreWhatTheCatalogueSays(t *testing.T) {
	want := map[string][]string{
		"resident": {"contract", "resident_report", "job", "ip_result", "project"},
		"park":     {"park_status", "site_report", "room", "investment", "deadline", "event", "publication", "disclosure", "practice"},
		"company":  {"person", "job", "company_report", "service"},
		"service":  {"service_report"},
		"document": nil, "room": nil, "revision": nil,
	}
	for key, parts := range want {
		var got []string
		for _, p := range app.Parts(app.TypeByKey(key)) {
			got = append(got, p.Key)
		}
		if !slices.Equal(got, parts) {
			t.Errorf("parts of %s: %v, want %v", key, got, parts)
		}
	}
}

// bookOfTwo is a park of two residents, with records of each, of the company and of nobody.
func bookOfTwo() *app.Book {
	park := &app.Park{Head: app.Head{ID: 1}, Company: 5}
	head := func(id int64) app.Head { return app.Head{ID: id, Park: 1} }
	return app.NewBook(park, map[string][]app.Record{
		"park":     {park, &app.Park{Head: app.Head{ID: 2}}},
		"company":  {&app.ManagementCompany{Head: app.Head{ID: 5}, HeadPerson: 7}, &app.ManagementCompany{Head: app.Head{ID: 6}}},
		"person":   {&app.Person{Head: app.Head{ID: 7}}, &app.Person{Head: app.Head{ID: 8}}},
		"resident": {&app.Resident{Head: head(10)}, &app.Resident{Head: head(11)}},
		"contract": {
			&app.Contract{Head: head(20), Resident: 10, Signed: app.Day(2018, 4, 18)},
			&app.Contract{Head: head(21), Resident: 10},
			&app.Contract{Head: head(22), Resident: 11, Signed: app.Day(2019, 1, 1)},
			&app.Contract{Head: head(23), Resident: 10, Signed: app.Day(2020, 2, 1)},
		},
		"job":  {&app.Job{Head: head(30), Resident: 10, Date: app.Day(2020, 1, 1)}, &app.Job{Head: head(31), Date: app.Day(2020, 1, 1)}},
		"room": {&app.Room{Head: head(40)}, &app.Room{Head: head(41)}},
	})
}

func TestPartsOfARecord(t *testing.T) {
	b := bookOfTwo()
	for _, c := range []struct {
		typeKey string
		id      int64
		part    string
		want    []int64
	}{
		{"resident", 10, "contract", []int64{23, 20, 21}},
		{"resident", 11, "contract", []int64{22}},
		{"resident", 10, "job", []int64{30}},
		{"resident", 11, "job", nil},
		{"company", 5, "job", []int64{31}},
		{"company", 6, "job", nil},
		{"company", 5, "person", []int64{7}},
		{"park", 1, "room", []int64{40, 41}},
		{"park", 2, "room", nil},
	} {
		var got []int64
		for _, part := range app.PartsOf(b, b.Get(c.typeKey, c.id)) {
			for _, rec := range part.Records {
				if part.Type.Key == c.part {
					got = append(got, rec.Header().ID)
				}
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s of %s %d: %v, want %v", c.part, c.typeKey, c.id, got, c.want)
		}
	}
}

func TestResidencyInWords(t *testing.T) {
	from, to := app.Day(2018, 4, 18), app.Day(2021, 5, 31)
	for _, c := range []struct {
		r    app.Residency
		want string
	}{
		{app.Residency{Status: app.StatusResident, Admitted: from}, "резидент с 18.04.2018"},
		{app.Residency{Status: app.StatusCandidate}, "кандидат"},
		{app.Residency{Status: app.StatusCandidate, Admitted: from}, "кандидат, с 18.04.2018"},
		{app.Residency{Status: app.StatusGraduate, Admitted: from, Left: to}, "выпускник: резидент с 18.04.2018 по 31.05.2021"},
		{app.Residency{Status: app.StatusTerminated, Admitted: from, Left: to}, "выбыл: резидент с 18.04.2018 по 31.05.2021"},
	} {
		if got := c.r.In(app.RU); got != c.want {
			t.Errorf("%+v: %q, want %q", c.r, got, c.want)
		}
	}
}
