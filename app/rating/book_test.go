package rating_test

import (
	"strconv"
	"strings"
	"testing"

	"technopark/app"
)

// shelf collects records by type, giving them ids in the order they are put.
type shelf struct {
	t       testing.TB
	park    *app.Park // the one the book is about
	records map[string][]app.Record
}

func newShelf(t testing.TB) *shelf {
	return &shelf{t: t, records: map[string][]app.Record{}}
}

// put adds a record described as people would type it: «key: text; key: text».
func (s *shelf) put(typeKey, text string) app.Record {
	s.t.Helper()
	rec := app.TypeByKey(typeKey).New()
	rec.Header().ID = int64(len(s.records[typeKey]) + 1)
	for _, part := range strings.Split(text, ";") {
		if strings.TrimSpace(part) != "" {
			s.set(rec, part)
		}
	}
	s.records[typeKey] = append(s.records[typeKey], rec)
	return rec
}

func (s *shelf) set(rec app.Record, part string) {
	s.t.Helper()
	key, value, _ := strings.Cut(part, ":")
	f, ok := rec.Type().Field(strings.TrimSpace(key))
	if !ok {
		s.t.Fatalf("%s has no field %q", rec.Type().Key, key)
	}
	v, err := f.Read(value, byID)
	if err != nil {
		s.t.Fatalf("%s: %v", rec.Type().Key, err)
	}
	f.Set(rec, v)
}

// byID finds a record by its number: records of a worked example have no other name.
func byID(_, name string) (int64, error) { return strconv.ParseInt(name, 10, 64) }

// change sets fields of a record already put.
func (s *shelf) change(typeKey string, id int64, text string) {
	s.t.Helper()
	for _, part := range strings.Split(text, ";") {
		s.set(s.records[typeKey][id-1], part)
	}
}

// drop removes all records of a type.
func (s *shelf) drop(typeKey string) { delete(s.records, typeKey) }

// report adds a resident's report; the figures come in the order of columns.
func (s *shelf) report(resident, period, figures string) {
	s.t.Helper()
	columns := []string{
		"headcount", "revenue", "export", "innovative_revenue", "rd_own", "rd_budget", "rd_other",
		"capital", "equity", "taxes_federal", "taxes_regional", "taxes_local", "customs", "contributions",
	}
	cells := strings.Fields(figures)
	if len(cells) != len(columns) {
		s.t.Fatalf("report of %s for %s: %d figures, want %d", resident, period, len(cells), len(columns))
	}
	text := "resident: " + resident + "; period: " + period
	for i, c := range cells {
		if c != "?" {
			text += ";" + columns[i] + ":" + c
		}
	}
	s.put("resident_report", text)
}

func (s *shelf) book() *app.Book { return app.NewBook(s.park, s.records) }

// smallPark is a park small enough to compute all indicators of 2020 by hand;
// the figures are beside the expectations in TestAllIndicatorsByHand.
func smallPark(t testing.TB) *shelf {
	s := newShelf(t)
	s.put("company", "name: УК Пример")
	s.put("park", "name: Другой технопарк; taxes_before: 99999")
	park, ok := s.put("park", "name: Технопарк Пример; company: 1; taxes_before: 1000").(*app.Park)
	if !ok {
		t.Fatal("the type «park» makes no park")
	}
	s.park = park
	putResidents(s)
	putReports(s)
	putResults(s)
	putPark(s)
	putLists(s)
	return s
}

func putResidents(s *shelf) {
	s.put("resident", "name: Альфа; innovative: да")
	s.put("resident", "name: Бета; innovative: нет")
	s.put("resident", "name: Гамма; innovative: да") // a sole owner without staff
	s.put("resident", "name: Дельта; innovative: да")
	s.put("resident", "name: Эпсилон") // nobody said whether it is innovative
	s.put("resident", "name: Дзета; innovative: да")
	for _, c := range []string{
		"resident: 1; kind: residency; valid_from: 01.01.2018; valid_to: 31.12.2019",
		"resident: 1; kind: residency; valid_from: 01.01.2020", // a renewal admits nobody
		"resident: 2; kind: residency; valid_from: 01.07.2020",
		"resident: 3; kind: residency; valid_from: 01.01.2018",
		"resident: 4; kind: residency; valid_from: 01.01.2018; valid_to: 31.12.2019", // gone before 2020
		"resident: 5; kind: residency; valid_from: 01.06.2019",
		"resident: 6; kind: residency; valid_from: 01.01.2018",
		"resident: 1; kind: lease; area: 100; valid_from: 01.01.2018",
		"resident: 2; kind: lease; area: 200; valid_from: 01.07.2020", // 184 days of 2020
		"resident: 4; kind: lease; area: 500; valid_from: 01.01.2018",
		"resident: 5; kind: lease; area: 30; valid_from: 01.06.2019",
		"resident: 6; kind: lease; area: 50; valid_from: 01.01.2019; valid_to: 31.01.2020", // 31 days
		"resident: 6; kind: lease; valid_from: 01.01.2018; valid_to: 31.12.2018",           // over: its area is not needed
		"resident: 1; kind: service; area: 7; valid_from: 01.01.2018",
		"resident: 1; kind: lease; area: 10; valid_from: 01.01.2018; valid_to: 10.01.2020", // 10 days
		"resident: 6; kind: lease; area: 20; valid_from: 27.12.2020",                       // 5 days
	} {
		s.put("contract", c)
	}
}

func putReports(s *shelf) {
	//                      people revenue export innov   rd_own rd_b rd_o  cap equity  tax_f tax_r tax_l customs contrib
	s.report("1", "2020", "  100   10000   1000   4000    500,5  100  0     300 0       200   100   50    10      40")
	s.report("2", "2020", "  50    5000    н/п    0       100    0    н/п   40  60      100   50    25    н/п     20")
	s.report("3", "2020", "  н/п   700     70     7       9      9    9     5   н/п     8     8     8     8       8")
	s.report("4", "2020", "  999   999     999    999     999    999  999   999 999     999   999   999   999     999")
	s.report("5", "2020", "  20    2000    ?      100     10     н/п  0     20  н/п     10    10    10    0       5")
	s.report("6", "2020", "  30    н/п     0      н/п     н/п    н/п  н/п   0   н/п     1     1     1     0       1")
	s.report("1", "2019", "  90    8000    800    4000    400    0    0     0   0       150   0     0     0       30")
	s.report("3", "2019", "  н/п   600     0      0       1      0    0     0   0       5     0     0     0       0")
	s.report("4", "2019", "  40    900     0      0       1      0    0     0   0       20    ?     0     0       0")
	s.report("5", "2019", "  10    1900    100    100     5      0    0     0   0       5     0     0     0       0")
	s.report("6", "2019", "  25    н/п     н/п    н/п     н/п    н/п  н/п   0   0       0     0     0     0       0")
	s.report("1", "2020-Q1", "777  777     777    777     777    777  777   777 777     777   777   777   777     777")
}

func putResults(s *shelf) {
	for _, r := range []string{
		"resident: 1; kind: invention; title: а; granted: 01.03.2020",
		"resident: 1; kind: software; title: б; granted: 05.05.2020",
		"resident: 2; kind: utility_model; title: в; granted: 31.12.2020",
		"resident: 3; kind: invention; title: г; granted: 31.12.2020",
		"resident: 4; kind: invention; title: д; granted: 31.12.2020",
		"resident: 5; kind: invention; title: е; filed: 01.02.2020",
		"resident: 1; kind: design; title: ж; granted: 31.12.2019",
	} {
		s.put("ip_result", r)
	}
	for _, j := range []string{
		"resident: 1; change: created; count: 10; date: 01.02.2020",
		"resident: 1; change: cut; count: 3; date: 01.03.2020",
		"resident: 2; change: created; count: 5; date: 31.12.2020",
		"resident: 3; change: created; count: 7; date: 01.02.2020",
		"resident: 4; change: created; count: 9; date: 01.02.2020",
		"change: created; count: 2; date: 01.02.2020",
		"resident: 1; change: created; count: 4; date: 31.12.2019",
	} {
		s.put("job", j)
	}
}

func putPark(s *shelf) {
	s.put("site_report", "period: 2020; useful: 1000; leasable: 800; production: 400; production_free: 100; power: 2; power_free: 0,3")
	s.put("site_report", "period: 2019; useful: 1000; leasable: 800; production: 400; production_free: 0; power: 2; power_free: 0")
	s.put("company_report", "period: 2020; income_rent: 1000,5; income_services: 200; income_other: н/п; costs: 1500")
	for _, i := range []string{
		"date: 01.05.2018; source: federal; amount: 2000",
		"date: 31.12.2020; source: regional; amount: 1000",
		"date: 01.01.2021; source: municipal; amount: 500",
		"date: 01.05.2019; source: company; amount: 600",
		"date: 01.05.2020; source: private; amount: 900",
		"date: 01.06.2020; source: loan; amount: 300",
	} {
		s.put("investment", i)
	}
	for _, p := range []string{"01.01.2020", "31.12.2020", "15.05.2020", "31.12.2019"} {
		s.put("publication", "title: п; outlet: о; date: "+p)
	}
	s.put("event", "title: м; kind: training; date: 01.01.2020")
	s.put("event", "title: м; kind: training; date: 31.12.2020")
}

func putLists(s *shelf) {
	kind, _ := app.TypeByKey("service").Field("kind")
	for i, o := range kind.Options {
		switch {
		case i < 6: // offered; for the sixth nobody says how often
			s.put("service", "kind: "+o.Code+"; offered: да")
		case i > 6: // the seventh has no record at all
			s.put("service", "kind: "+o.Code+"; offered: нет")
		}
	}
	for i, times := range []string{"3", "1", "0", "н/п", ""} {
		s.put("service_report", "period: 2020; service: "+string(rune('1'+i))+"; times: "+times)
	}
	item, _ := app.TypeByKey("disclosure").Field("item")
	for i, o := range item.Options[:11] {
		met := "да"
		if i >= 6 {
			met = "нет"
		}
		if i == 10 {
			met = ""
		}
		s.put("disclosure", "period: 2020; item: "+o.Code+"; met: "+met)
	}
	for _, p := range []string{
		"item: low_carbon; status: yes; since: 01.01.2019",
		"item: energy_audit; status: yes; since: 31.12.2020",
		"item: waste; status: yes; since: 01.01.2021",
		"item: access; status: yes; since: 01.01.2018; until: 30.12.2020",
		"item: iso14001; status: yes; since: 01.01.2018; until: 31.12.2020",
		"item: training; status: no",
		"item: charity; status: planned",
		"item: renewables; status: no",
		"item: water_saving; status: yes", // since when?
	} {
		s.put("practice", p)
	}
}
