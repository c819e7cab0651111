package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/sample"
)

// mutation is a slip of the hand in the sample park: the fields of the nth record of a
// type, counted among those of the year whose figures are all given.
type mutation struct {
	name, record string
	nth          int
	fields       string
	want         string // level, type and field where it must be found
}

func mutations() []mutation {
	const report, lease = "resident_report", "contract/lease"
	return []mutation{
		{"two digits of a tax number swapped", "resident", 3, "inn=5098222607", "error resident.inn"},
		{"the tax number of another", "resident", 4, "inn=5098222670", "error resident.inn"},
		{"a registration number a digit short", "resident", 3, "ogrn=110019850013", "error resident.ogrn"},
		{"КПП forgotten", "resident", 3, "kpp=", "warning resident.kpp"},
		{"an address without @", "resident", 3, "email=info.example.ru", "warning resident.email"},
		{"registered after the agreement", "resident", 3, "registered=01.11.2020", "error resident.registered"},
		{"export in roubles", report, 5, "export=9000000", "error resident_report.export"},
		{"revenue in roubles", report, 5, "revenue=190000000", "error resident_report.revenue"},
		{"revenue in millions", report, 5, "revenue=0,2", "error resident_report.revenue"},
		{"payroll in roubles", report, 6, "payroll=90000000", "error resident_report.payroll"},
		{"federal taxes in roubles", report, 6, "taxes_federal=40000000", "error resident_report.taxes_federal"},
		{"R&D in roubles", report, 7, "rd_own=9000000", "error resident_report.rd_own"},
		{"more researchers than people", report, 8, "researchers=900", "error resident_report.researchers"},
		{"nobody works, but there is revenue", report, 9, "headcount=0;researchers=0", "error resident_report.headcount"},
		{"innovative output over the whole", report, 10, "innovative_revenue=9999999", "error resident_report.innovative_revenue"},
		{"headcount with a digit too many", report, 11, "headcount=9000", "error resident_report.headcount"},
		{"profit over revenue", report, 12, "profit=9999999", "error resident_report.profit"},
		{"last year's staff not carried over", report, 13, "staff_start=777", "warning resident_report.staff_start"},
		{"contributions over the payroll", report, 14, "contributions=9999999", "error resident_report.contributions"},
		{"investment in roubles", report, 15, "capital=99000000", "error resident_report.capital"},
		{"equity in roubles", report, 15, "equity=99000000", "error resident_report.equity"},
		{"revenue left empty", report, 16, "revenue=", "warning resident_report.revenue"},
		{"a report of the wrong year", report, 17, "period=2018", "warning resident.name"},
		{"a lease that ends before it begins", lease, 2, "valid_from=01.05.2020;valid_to=01.04.2020", "error contract.valid_to"},
		{"signed after it came into force", lease, 2, "signed=31.12.2020;valid_from=01.02.2020", "warning contract.signed"},
		{"area of a lease typed tenfold", lease, 1, "area=90000", "error contract.area"},
		{"rent in thousands", lease, 1, "rate=0,9", "error contract.rate"},
		{"rent in kopecks", lease, 1, "rate=90000", "error contract.rate"},
		{"jobs over the headcount", "job", 2, "count=9000", "error job.count"},
		{"pay of a job in thousands", "job", 2, "pay=60", "error job.pay"},
		{"pay of a job in kopecks", "job", 2, "pay=6000000", "warning job.pay"},
		{"a job without a ground", "job", 2, "basis=", "warning job.basis"},
		{"a job of next year", "job", 2, "date=01.02.2031", "error job.date"},
		{"granted before filed", "ip_result/invention", 0, "filed=01.06.2020;granted=01.05.2020", "error ip_result.granted"},
		{"a patent without its number", "ip_result/invention", 0, "number=", "error ip_result.number"},
		{"a contract signed in a year to come", lease, 2, "signed=10.02.2032;valid_from=10.02.2032;valid_to=", "error contract.signed"},
		{"a report of a year to come", report, 18, "period=2030", "error resident_report.period"},
		{"a project that ends before it starts", "project", 1, "start_date=01.06.2020;end_date=01.05.2020", "error project.end_date"},
		{"free land over all land", "site_report", 0, "land_free=999", "error site_report.land_free"},
		{"useful area over the buildings", "site_report", 0, "useful=900000", "error site_report.useful"},
		{"area to let over the useful one", "site_report", 0, "leasable=900000", "error site_report.leasable"},
		{"free power over all power", "site_report", 0, "power_free=9999", "error site_report.power_free"},
		{"buildings in hectares", "site_report", 0, "building=5", "error site_report.building"},
		{"a room of a square kilometre", "room", 4, "area=1000000", "error room.area"},
		{"public money in roubles", "investment", 0, "amount=62000000000", "error investment.amount"},
		{"the company's rent in roubles", "company_report", 0, "income_rent=900000000", "error company_report.income_rent"},
		{"the company's pay in thousands", "company_report", 0, "pay=60", "error company_report.pay"},
		{"a service for more residents than there are", "service_report", 0, "residents=900", "error service_report.residents"},
		{"a service sold to nobody", "service_report", 0, "times=0;residents=3", "error service_report.times"},
		{"an event without guests", "event", 0, "participants=0", "warning event.participants"},
		{"a publication without its address", "publication", 0, "link=", "warning publication.link"},
		{"a practice without proof", "practice", 0, "status=да;document=", "warning practice.document"},
		{"a disclosure without its address", "disclosure", 0, "met=да;link=", "warning disclosure.link"},
		{"the park opened in the future", "park", 0, "commissioned=01.01.2031", "error park.commissioned"},
		{"the company's tax number mistyped", "company", 0, "inn=5098000019", "error company.inn"},
		{"a mean of the rating in other units", "reference", 0, "code=S2.1;value=99999999", "warning reference.value"},
	}
}

// TestEverySlipIsFound spoils the sample park in one place at a time.
func TestEverySlipIsFound(t *testing.T) {
	p := builtIn(t)
	clean := found(Run(p, sample.Park().Book(), 2020, known()))
	for _, m := range mutations() {
		t.Run(m.name, func(t *testing.T) {
			b := sample.Park().Book()
			rec := nth(t, b, m.record, m.nth)
			fill(t, rec, m.fields)
			now := found(Run(p, b, 2020, known()))
			more := slices.DeleteFunc(now, func(s string) bool { return slices.Contains(clean, s) })
			if !slices.ContainsFunc(more, func(s string) bool { return strings.HasPrefix(s, m.want+" ") }) {
				t.Errorf("want %s, found %q", m.want, more)
			}
		})
	}
}

func found(r Report) []string {
	var all []string
	for _, f := range r.Findings {
		all = append(all, fmt.Sprintf("%s %s.%s (%s, %d)", f.Level, f.Type.Key, f.Field.Key, f.Rule, f.ID))
	}
	return all
}

func nth(t *testing.T, b *app.Book, key string, n int) app.Record {
	t.Helper()
	key, kind, _ := strings.Cut(key, "/")
	for _, rec := range b.Of(key) {
		if f, ok := rec.Type().Field("kind"); !plain(rec) || ok && kind != "" && f.Get(rec).S != kind {
			continue
		}
		if n == 0 {
			return rec
		}
		n--
	}
	t.Fatalf("there is no such %s", key)
	return nil
}

// plain reports a record whose figures are all given and of the year.
func plain(rec app.Record) bool {
	typ := rec.Type()
	if year, ok := typ.Field(typ.Period); ok && !strings.HasPrefix(year.Get(rec).S, "2020") {
		return false
	}
	return !slices.ContainsFunc(typ.Fields, func(f app.Field) bool { return f.Required && f.Get(rec).State == app.NotProvided })
}
