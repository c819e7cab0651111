package check

import (
	"maps"
	"math/big"
	"strconv"
	"strings"
	"testing"

	"technopark/app"
)

// ground is a small park in good order, which every case spoils in its own way.
type ground struct {
	park     *app.Park
	company  *app.ManagementCompany
	person   *app.Person
	resident *app.Resident
	second   *app.Resident
	stay     *app.Contract // residency of the first
	lease    *app.Contract // of the first
	other    *app.Contract // lease of the second
	report   *app.ResidentReport
	before   *app.ResidentReport
	job      *app.Job
	ip, ip2  *app.IPResult
	project  *app.Project
	site     *app.SiteReport
	siteLast *app.SiteReport
	room     *app.Room
	room2    *app.Room
	money    *app.Investment
	uk       *app.CompanyReport
	ukLast   *app.CompanyReport
	service  *app.Service
	served   *app.ServiceReport
	event    *app.Event
	paper    *app.Publication
	paper2   *app.Publication
	shown    *app.Disclosure
	practice *app.Practice
	mean     *app.Reference
	papers   *app.Document

	without map[string]int64 // records taken out: type and id
	more    []app.Record     // records put in
	frozen  *app.Book        // what the last revision holds
}

// byID finds a record by its number: records of a case have no other name.
func byID(_, name string) (int64, error) { return strconv.ParseInt(name, 10, 64) }

// edit sets a field by its key to what somebody would type.
func edit(t *testing.T, rec app.Record, key, text string) {
	t.Helper()
	f, ok := rec.Type().Field(key)
	if !ok {
		t.Fatalf("%s has no field %s", rec.Type().Key, key)
	}
	v, err := f.Read(text, byID)
	if err != nil && (f.Kind == app.KindID || f.Kind == app.KindText) {
		v, err = app.TextValue(text), nil
	}
	if err != nil {
		t.Fatal(err)
	}
	f.Set(rec, v)
}

// fill sets several fields: «revenue=100; headcount=5».
func fill[R app.Record](t *testing.T, rec R, fields string) R {
	t.Helper()
	for _, pair := range strings.Split(fields, ";") {
		key, text, _ := strings.Cut(pair, "=")
		edit(t, rec, strings.TrimSpace(key), text)
	}
	return rec
}

const goodReport = "headcount=50;staff_start=50;staff_end=50;researchers=10;payroll=40000;revenue=100000;export=1000;innovative_revenue=50000;profit=5000;" +
	"rd_own=1000;rd_budget=0;rd_other=0;capital=100;equity=0;taxes_federal=5000;taxes_regional=1000;taxes_local=10;customs=0;contributions=12000"

const goodSite = "land=10;land_free=1;building=10000;useful=8000;leasable=150;production=100;production_free=10;office=50;" +
	"has_power=да;power=5;power_free=1;has_gas=да;gas=5;gas_free=1;has_heat=да;heat=5;heat_free=1;has_water=да;water=5;water_free=1;has_sewage=да;sewage=5;sewage_free=1"

const goodCompanyReport = "income_rent=1800;income_services=500;income_subsidies=0;income_other=0;costs=2100;profit=100;taxes=100;headcount=1;pay=60000"

func newGround(t *testing.T) *ground {
	now, last := app.YearPeriod(2020), app.YearPeriod(2019)
	id := func(n int64) app.Head { return app.Head{ID: n, Park: 1} }
	g := &ground{
		park: goodPark(), company: goodCompany(), person: &app.Person{Head: id(1)}, resident: goodResident(1), second: goodResident(2),
		stay: active(1), lease: &app.Contract{Head: id(3), Resident: 1, Rooms: []int64{1}},
		other: &app.Contract{Head: id(4), Resident: 2, Rooms: []int64{2}}, report: &app.ResidentReport{Head: id(1), Resident: 1, Period: now},
		before: &app.ResidentReport{Head: id(2), Resident: 1, Period: last}, job: &app.Job{Head: id(1), Resident: 1},
		ip: &app.IPResult{Head: id(1), Resident: 1}, ip2: &app.IPResult{Head: id(2), Resident: 1}, project: &app.Project{Head: id(1), Resident: 1},
		site: &app.SiteReport{Head: id(1), Period: now}, siteLast: &app.SiteReport{Head: id(2), Period: last},
		room: &app.Room{Head: id(1)}, room2: &app.Room{Head: id(2)}, money: &app.Investment{Head: id(1)},
		uk: &app.CompanyReport{Head: id(1), Period: now}, ukLast: &app.CompanyReport{Head: id(2), Period: last},
		service: &app.Service{Head: id(1)}, served: &app.ServiceReport{Head: id(1), Service: 1, Period: now},
		event: &app.Event{Head: id(1)}, paper: &app.Publication{Head: id(1)}, paper2: &app.Publication{Head: id(2)},
		shown: &app.Disclosure{Head: id(1), Period: now}, practice: &app.Practice{Head: id(1)}, mean: &app.Reference{Head: id(1), Period: now}, papers: &app.Document{Head: id(1)}, without: map[string]int64{},
	}
	fill(t, g.park, "taxes_before=0;site_ru=https://park.example")
	fill(t, g.person, "full_name=Иванова Анна;position=директор;role=руководитель;authority=устав")
	fill(t, g.resident, "registered=01.02.2015;kpp=773643301;phone=12-34-56;email=a@b.ru")
	fill(t, g.second, "name=Бета;inn=1234567894;ogrn=4057910142110;registered=01.02.2015;kpp=773643301;phone=12-34-57")
	for _, c := range []*app.Contract{g.lease, g.other} {
		fill(t, c, "number=2;kind=аренда;signed=01.01.2019;valid_from=01.01.2019;area=75;rate=1000")
	}
	for _, r := range []*app.ResidentReport{g.report, g.before} {
		fill(t, r, goodReport)
	}
	for _, s := range []*app.SiteReport{g.site, g.siteLast} {
		fill(t, s, goodSite)
	}
	for _, r := range []*app.CompanyReport{g.uk, g.ukLast} {
		fill(t, r, goodCompanyReport)
	}
	fill(t, g.job, "date=01.03.2020;change=создано;count=5;category=прочие;pay=60000;basis=приказ")
	fill(t, g.ip, "kind=изобретение;title=Способ;number=1;filed=01.02.2019;granted=01.02.2020")
	fill(t, g.ip2, "kind=изобретение;title=Устройство;number=2;filed=01.02.2019;granted=01.02.2020")
	fill(t, g.project, "title=Проект;start_date=01.01.2020;end_date=01.02.2021;budget_own=10")
	fill(t, g.room, "building=А;number=1;kind=офис;area=75;leasable=да")
	fill(t, g.room2, "building=А;number=2;kind=офис;area=75;leasable=да")
	fill(t, g.money, "date=01.02.2020;source=частные инвестиции;amount=100")
	fill(t, g.service, "kind=cleaning;offered=да")
	fill(t, g.served, "times=3;residents=2;revenue=100")
	fill(t, g.event, "kind=выставка;title=Выставка;date=01.02.2020;participants=10")
	fill(t, g.paper, "title=Один;outlet=Газета;date=01.02.2020;link=https://a.example/1")
	fill(t, g.paper2, "title=Два;outlet=Газета;date=01.02.2020;link=https://a.example/2")
	fill(t, g.shown, "item=site_ru;met=да;checked=01.12.2020;link=https://park.example")
	fill(t, g.mean, "whose=среднее по рейтингу;code=S2.1;value=2000;unit=тыс. руб./чел.")
	fill(t, g.papers, "title=Отчётность;kind=иной;number=5;date=01.02.2021")
	fill(t, g.practice, "item=waste;status=да;since=01.01.2018;document=приказ")
	return g
}

func (g *ground) book() *app.Book { return g.with(g.more...) }

// check checks the year of the ground.
func (g *ground) check(p *Profile) []Finding {
	return p.Check(Asked{Book: g.book(), Year: 2020, Known: known(), Frozen: g.frozen, Today: app.Day(2021, 4, 1)}).Findings
}

// with returns the book of the ground with more records in it.
func (g *ground) with(more ...app.Record) *app.Book {
	secondReport, secondBefore := app.Clone(g.report), app.Clone(g.before)
	secondReport.ID, secondReport.Resident, secondBefore.ID, secondBefore.Resident = 11, 2, 12, 2
	recs := []app.Record{
		g.park, g.company, g.person, g.resident, g.second, g.stay, active(2), g.lease, g.other, g.report, g.before, secondReport, secondBefore,
		g.job, g.ip, g.ip2, g.project, g.site, g.siteLast, g.room, g.room2, g.money, g.uk, g.ukLast, g.served, g.event,
		g.paper, g.paper2, g.mean,
	}
	recs = append(recs, g.papers, &app.DocumentLink{Head: app.Head{ID: 1, Park: 1}, Document: 1, Subject: app.SubjectOfIndicator(2020, "S2.1")})
	recs = append(recs, answered(g.shown, "item", func(r *app.Disclosure) { r.Checked, r.Link = app.Day(2020, 12, 1), "https://park.example" })...)
	recs = append(recs, answered(g.practice, "item", func(r *app.Practice) { *r = app.Practice{Head: r.Head, Status: "no"} })...)
	recs = append(recs, answered(g.service, "kind", func(r *app.Service) { r.Offered = app.No() })...)
	byType := map[string][]app.Record{}
	for _, rec := range append(recs, more...) {
		key := rec.Type().Key
		if g.without[key] != rec.Header().ID {
			byType[key] = append(byType[key], rec)
		}
	}
	return app.NewBook(g.park, byType)
}

// answered returns the record of one item of a list and one of each other item.
func answered[R app.Record](rec R, key string, alter func(R)) []app.Record {
	f, _ := rec.Type().Field(key)
	all := []app.Record{rec}
	for i, o := range f.Options {
		if o.Code == f.Get(rec).S {
			continue
		}
		other := app.Clone(rec)
		other.Header().ID = int64(i + 2)
		alter(other)
		f.Set(other, app.TextValue(o.Code))
		all = append(all, other)
	}
	return all
}

// known is what the indicators of the ground are compared by.
func known() Indicators {
	return Indicators{"S2.1": {Value: big.NewRat(2000, 1), Unit: app.L("тыс. руб./чел.", "thousand RUB per head")}}
}

func TestCleanGroundHasNoFindings(t *testing.T) {
	for _, f := range Run(builtIn(t), newGround(t).book(), 2020, known()).Findings {
		t.Errorf("%s %s %d %s: %s", f.Rule, f.Type.Key, f.ID, f.Field.Key, f.Message.RU)
	}
}

// A self-employed person has neither ОГРН nor КПП, and nobody misses them.
func TestSelfEmployedOwesNoOGRN(t *testing.T) {
	g := newGround(t)
	fill(t, g.resident, "legal_form=Самозанятый;inn=366220664163;ogrn=;kpp=")
	report := Run(builtIn(t), g.book(), 2020, known())
	for _, f := range report.Findings {
		t.Errorf("%s %s %s: %s", f.Rule, f.Type.Key, f.Field.Key, f.Message.RU)
	}
	for _, filled := range report.Filled {
		if filled.Type.Key == "resident" && filled.Given != filled.Needed {
			t.Errorf("%d of %d cells of residents are filled in", filled.Given, filled.Needed)
		}
	}
	g.resident.OGRN = "304500116000157"
	if faults := app.Validate(g.resident); len(faults) != 1 || faults[0].Field != "ogrn" {
		t.Errorf("an ОГРН of a self-employed person: %v", faults)
	}
}

// Contacts of any record are doubted, not refused: no figure hangs on them.
func TestContactsAreDoubted(t *testing.T) {
	g := newGround(t)
	g.resident.Phone, g.paper.Link, g.company.Email = "нет", "журнал, стр. 5", "почта"
	got := map[string]Level{}
	for _, f := range Run(builtIn(t), g.book(), 2020, known()).Findings {
		got[f.Rule+" "+f.Type.Key+"."+f.Field.Key] = f.Level
	}
	want := map[string]Level{"VALUE resident.phone": Warning, "VALUE publication.link": Warning, "VALUE company.email": Warning}
	if !maps.Equal(got, want) {
		t.Errorf("found %v, want %v", got, want)
	}
}
