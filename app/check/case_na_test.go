package check

import "testing"

// bare empties what a resident without staff would not have.
const bare = "headcount=не применимо;researchers=не применимо;staff_start=;staff_end=;payroll=не применимо;revenue=не применимо;export=не применимо;innovative_revenue=не применимо;profit=не применимо;" +
	"rd_own=не применимо;rd_budget=не применимо;rd_other=не применимо;capital=не применимо;equity=не применимо;taxes_federal=не применимо;taxes_regional=не применимо;taxes_local=не применимо;customs=не применимо;contributions=не применимо"

// naCases answer «не применимо» where figures say otherwise: each raises a ratio.
func naCases() []ruleCase {
	without := func(t *testing.T, g *ground, fields string) {
		fill(t, g.before, bare)
		fill(t, g.report, bare)
		fill(t, g.report, fields)
		g.without["job"] = 1
	}
	return []ruleCase{
		{"STAFF_NA_REVENUE", "headcount", "численность — «не применимо», а выручка 100\u00a0000,0\u00a0тыс. руб.: показатели на одного работника считаются без этого резидента", func(t *testing.T, g *ground) { fill(t, g.report, "headcount=не применимо") }},
		{"STAFF_NA_PAY", "headcount", "численность — «не применимо», а фонд оплаты труда и взносы 70,0\u00a0тыс. руб.", func(t *testing.T, g *ground) { without(t, g, "payroll=50;contributions=20") }},
		{"STAFF_NA_MONEY", "headcount", "численность — «не применимо», а НИОКР, инвестиции и налоги вместе 3,0\u00a0тыс. руб.", func(t *testing.T, g *ground) { without(t, g, "rd_budget=1;equity=1;customs=1") }},
		{"STAFF_NA_PEOPLE", "headcount", "численность — «не применимо», а исследователи или работники на начало и конец года указаны", func(t *testing.T, g *ground) { without(t, g, "researchers=1") }},
		{"STAFF_NA_JOBS", "headcount", "численность — «не применимо», а рабочих мест создано: 5\u00a0мест", func(t *testing.T, g *ground) {
			without(t, g, "revenue=0")
			delete(g.without, "job")
		}},
		{"STAFF_NA_BEFORE", "headcount", "численность — «не применимо», а за прошлый год 50\u00a0чел.", func(t *testing.T, g *ground) {
			without(t, g, "revenue=0")
			fill(t, g.before, "headcount=50")
		}},
		{"REVENUE_NA", "revenue", "выручка — «не применимо», а экспортная и инновационная вместе 1\u00a0000,0\u00a0тыс. руб.: доли в выручке завышены", func(t *testing.T, g *ground) {
			fill(t, g.report, "revenue=не применимо;innovative_revenue=не применимо")
		}},
		{"REVENUE_NA_BEFORE", "revenue", "выручка — «не применимо», а за прошлый год 100\u00a0000,0\u00a0тыс. руб.: темп роста считается без этого резидента", func(t *testing.T, g *ground) {
			fill(t, g.report, "revenue=не применимо;innovative_revenue=0;export=не применимо")
		}},
		{"FREE_NA", "production_free", "Производственная, свободно: 10,0\u00a0м², а сколько всего — «не применимо»: доля в показатель не войдёт", func(t *testing.T, g *ground) {
			fill(t, g.site, "production=не применимо")
			fill(t, g.siteLast, "production=0;production_free=0")
		}},
		{"SITE_NA", "production", "Производственная площадь: «не применимо», а в прошлом году 100,0\u00a0м²", func(t *testing.T, g *ground) {
			fill(t, g.site, "production=не применимо;production_free=не применимо")
		}},
		{"COSTS_NA", "costs", "расходы — «не применимо», а доходы 2\u00a0300,0\u00a0тыс. руб.: самоокупаемость не рассчитать", func(t *testing.T, g *ground) { fill(t, g.uk, "costs=не применимо") }},
	}
}
