package app_test

import (
	"errors"
	"strconv"
	"testing"

	"technopark/app"
)

func room(number string) *app.Room {
	return &app.Room{
		Head: app.Head{ID: 7, Park: 1}, Building: "А", Floor: "2", Number: number, Kind: "office",
		Area: app.Of(app.Units(20)), Leasable: app.Yes(),
	}
}

func TestAnotherRoomCountsOn(t *testing.T) {
	others := []app.Record{room("2-209"), room("2-210"), &app.Room{Building: "Б", Number: "2-211"}}
	next := app.Another(room("2-209"), others).(*app.Room)
	want := app.Room{Head: app.Head{Park: 1}, Building: "А", Floor: "2", Number: "2-211", Kind: "office", Leasable: app.Yes()}
	if *next != want {
		t.Errorf("after 2-209 comes %+v", *next)
	}
	for number, want := range map[string]string{"099": "100", "9": "10", "12б": "", "": "", "А99": "А100"} {
		if got := app.Another(room(number), nil).(*app.Room).Number; got != want {
			t.Errorf("after %q comes %q, want %q", number, got, want)
		}
	}
}

// TestWhatIsMadeAfterARecordIsNotTakenForIt: a copy that was kept as it is would count
// twice, so of every type either something it cannot be kept without is empty, or nothing
// tells two such records apart in life either.
func TestWhatIsMadeAfterARecordIsNotTakenForIt(t *testing.T) {
	for _, typ := range app.Types() {
		rec := typ.New()
		for _, f := range typ.Stored() {
			for _, v := range samples(t, f, []int64{7}) {
				f.Set(rec, v)
			}
		}
		for name, twin := range map[string]app.Record{"Copy": app.Copy(rec), "Another": app.Another(rec, nil)} {
			if twin.Header().ID != 0 {
				t.Errorf("%s of a %s has its id", name, typ.Key)
			}
			for _, f := range typ.Stored() {
				if v := f.Get(twin); !v.Empty() && (f.Fixed || f.Telling || f.Kind == app.KindID && f.Own) {
					t.Errorf("%s of a %s has its %s", name, typ.Key, f.Key)
				}
				if typ.Report && f.Kind.Numeric() && !f.Get(twin).Empty() {
					t.Errorf("%s of a %s reports its %s", name, typ.Key, f.Key)
				}
			}
			for _, set := range typ.Unique {
				if typ.Copyable() && sameIn(typ, set, rec, twin) {
					t.Errorf("%s of a %s is in its way by %v", name, typ.Key, set)
				}
			}
		}
	}
}

func sameIn(typ *app.Type, keys []string, one, other app.Record) bool {
	for _, key := range keys {
		if f, ok := typ.Field(key); ok && f.Get(one) != f.Get(other) {
			return false
		}
	}
	return true
}

func TestCopyOfAContractHasNoNumber(t *testing.T) {
	c := &app.Contract{
		Head: app.Head{ID: 5, Park: 1}, Resident: 3, Number: "А-1", Kind: app.ContractLease, Rooms: []int64{7},
		Area: app.Of(app.Units(40)), From: app.Day(2020, 1, 1), Outcome: app.OutcomeGraduated,
	}
	twin := app.Copy(c).(*app.Contract)
	if twin.Number != "" || twin.Outcome != "" || twin.Resident != 3 || twin.Area != c.Area || twin.From != c.From || len(twin.Rooms) != 1 {
		t.Errorf("the copy is %+v", twin)
	}
	next := app.Another(c, nil).(*app.Contract)
	if next.Resident != 3 || next.Kind != app.ContractLease || next.Area.Given() || !next.From.Zero() || len(next.Rooms) != 0 {
		t.Errorf("another is %+v", next)
	}
}

func TestCopiesOfACorridor(t *testing.T) {
	var recs []app.Record
	for i := range 4000 {
		recs = append(recs, room(strconv.Itoa(1000+i)))
	}
	twins, err := app.Copies(recs, recs, nil)
	if err != nil || len(twins) != len(recs) {
		t.Fatalf("%d copies, %v", len(twins), err)
	}
	seen := map[string]bool{}
	for _, twin := range twins {
		number := twin.(*app.Room).Number
		if n, _ := strconv.Atoi(number); n < 5000 || seen[number] {
			t.Fatalf("a copy has the number %q", number)
		}
		seen[number] = true
	}
	recs[2] = room("склад")
	_, err = app.Copies(recs, recs, nil)
	if r, ok := app.Refused(err); !ok || r.ID != "err.stopped" || r.Data["What"] != "А, пом.\u00a0склад" {
		t.Errorf("a room without a number to count on: %v", err)
	}
}

func TestOverwriteFieldOfMany(t *testing.T) {
	kind, _ := room("").Type().Field("kind")
	service, bare := room("3"), room("4")
	service.Kind, bare.Kind = "service", ""
	recs := []app.Record{room("1"), room("2"), service, bare}
	o, err := app.OverwriteField(recs, kind, app.TextValue("service"), nil)
	if err != nil || len(o.Changed) != 3 || o.Same != 1 || o.Lost != 2 {
		t.Fatalf("%d changed, %d same, %d lost, %v", len(o.Changed), o.Same, o.Lost, err)
	}
	if o.Changed[0].(*app.Room).Kind != "service" || recs[0].(*app.Room).Kind != "office" {
		t.Error("the records themselves were changed")
	}
	number, _ := room("").Type().Field("number")
	if _, err := app.OverwriteField(recs, number, app.Value{}, nil); !stoppedAt(err, "А, пом.\u00a01") {
		t.Errorf("rooms without numbers: %v", err)
	}
	to, _ := new(app.Contract).Type().Field("valid_to")
	contracts := []app.Record{
		&app.Contract{Resident: 1, Number: "1", From: app.Day(2018, 1, 1)}, &app.Contract{Resident: 1, Number: "2", From: app.Day(2021, 1, 1)},
	}
	titles := func(string, int64) string { return "Альфа" }
	if _, err := app.OverwriteField(contracts, to, app.TextValue("2020-12-31"), titles); !stoppedAt(err, "№\u00a02, Альфа") {
		t.Errorf("a last day before the first: %v", err)
	}
	status, _ := new(app.Resident).Type().Field("status")
	if _, err := app.OverwriteField([]app.Record{&app.Resident{}}, status, app.TextValue("left"), nil); err == nil {
		t.Error("a derived field was written")
	}
}

func stoppedAt(err error, title string) bool {
	r, ok := app.Refused(err)
	return ok && r.ID == "err.stopped" && r.Data["What"] == title
}

func TestOffersAreExactOrNone(t *testing.T) {
	rooms := []app.Record{
		&app.Room{Head: app.Head{ID: 1}, Area: app.Of(app.Quantity(100_250)), Leasable: app.Yes()},
		&app.Room{Head: app.Head{ID: 2}, Area: app.Of(app.Quantity(112_250)), Leasable: app.Yes()},
		&app.Room{Head: app.Head{ID: 3}, Leasable: app.No()},
	}
	of := func(string) []app.Record { return rooms }
	area, _ := new(app.Contract).Type().Field("area")
	leasable, _ := new(app.SiteReport).Type().Field("leasable")
	for _, c := range []struct {
		field app.Field
		rec   app.Record
		want  app.Value
		n     int
	}{
		{area, &app.Contract{Rooms: []int64{1, 2}}, app.NumberValue(212_500), 2},
		{area, &app.Contract{}, app.Value{}, 0},
		{area, &app.Contract{Rooms: []int64{1}, Area: app.Of(app.Units(5))}, app.Value{}, 0},
		{area, &app.Contract{Rooms: []int64{1, 3}}, app.Value{}, 0},
		{area, &app.Contract{Rooms: []int64{1, 9}}, app.Value{}, 0},
		{leasable, &app.SiteReport{}, app.NumberValue(212_500), 2},
	} {
		v, n, ok := c.field.Offer(c.rec, of)
		if v != c.want || ok != (c.n > 0) || ok && n != c.n {
			t.Errorf("%s of %+v: offered %v of %d, %t", c.field.Key, c.rec, v, n, ok)
		}
	}
}

func TestReportsThatAreDue(t *testing.T) {
	park := &app.Park{Head: app.Head{ID: 1}}
	records := map[string][]app.Record{
		"resident": {&app.Resident{Head: app.Head{ID: 1, Park: 1}}, &app.Resident{Head: app.Head{ID: 2, Park: 1}}, &app.Resident{Head: app.Head{ID: 3, Park: 1}}},
		"contract": {agreement(1), agreement(2)},
		"resident_report": {
			&app.ResidentReport{Head: app.Head{ID: 1, Park: 1}, Resident: 2, Period: app.YearPeriod(2020)},
			&app.ResidentReport{Head: app.Head{ID: 2, Park: 1}, Resident: 1, Period: app.Period{Year: 2020, Quarter: 1}},
		},
		"service": {&app.Service{Head: app.Head{ID: 4, Park: 1}, Offered: app.Yes()}, &app.Service{Head: app.Head{ID: 5, Park: 1}}},
	}
	b := app.NewBook(park, records)
	due := app.DueReports(b, app.TypeByKey("resident_report"), app.YearPeriod(2020))
	if len(due) != 1 || due[0].(*app.ResidentReport).Resident != 1 || due[0].Header().Park != 1 || due[0].Header().ID != 0 {
		t.Errorf("due are %v", due)
	}
	for key, want := range map[string]int{"service_report": 1, "site_report": 1, "contract": 0} {
		if got := len(app.DueReports(b, app.TypeByKey(key), app.YearPeriod(2020))); got != want {
			t.Errorf("%d of %s are due, want %d", got, key, want)
		}
	}
	items, _ := app.TypeByKey("disclosure").Field("item")
	if got := len(app.DueReports(b, app.TypeByKey("disclosure"), app.YearPeriod(2020))); got != len(items.Options) {
		t.Errorf("%d answers on openness are due of %d", got, len(items.Options))
	}
}

func agreement(resident int64) *app.Contract {
	return &app.Contract{Head: app.Head{ID: 10 + resident, Park: 1}, Resident: resident, Kind: app.ContractResidency, From: app.Day(2019, 1, 1)}
}

func TestStoppedLeavesOtherErrorsAlone(t *testing.T) {
	if err := app.Stopped(room("1"), nil, app.ErrNoSpace); !errors.Is(err, app.ErrNoSpace) || stoppedAt(err, "А, пом.\u00a01") {
		t.Errorf("a full disk became %v", err)
	}
}
