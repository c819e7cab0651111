package app

import "testing"

// What stands under every column of figures is decided here by hand: a sum where a sum means
// nothing is a wrong figure.
func TestTotalsOfFiguresAreDecided(t *testing.T) {
	sums, means := TotalSum, TotalMean
	want := map[string]Total{
		"room.area": sums, "contract.area": sums, "contract.rate": means,
		"resident_report.headcount": sums, "resident_report.researchers": sums,
		"resident_report.staff_start": sums, "resident_report.staff_end": sums,
		"company_report.pay": means, "job.pay": means,
		"event.participants": sums, "service_report.times": sums, "park.taxes_before": NoTotal,
	}
	for _, typ := range Types() {
		for _, f := range typ.Fields {
			key := typ.Key + "." + f.Key
			total, decided := want[key]
			if !decided && f.Kind == KindMoney {
				total = sums
			}
			if f.Total != total {
				t.Errorf("under %s stands %d, want %d", key, f.Total, total)
			}
			if f.Total != NoTotal && (!f.Kind.Number() || f.UnitIn != "") {
				t.Errorf("%s has no figures of one unit to add up", key)
			}
			delete(want, key)
		}
	}
	for key := range want {
		t.Errorf("there is no field %s", key)
	}
}

func TestNamingFieldIsInEveryList(t *testing.T) {
	for _, typ := range Types() {
		if f := typ.NamingField(); f.Hidden || typ.Naming != "" && f.Key != typ.Naming {
			t.Errorf("%s is told apart by %q, which its list does not show", typ.Key, f.Key)
		}
	}
	if got := residentType.NamingField().Key; got != "short_name" {
		t.Errorf("residents are told apart by %s", got)
	}
}
