package records

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
)

// leases is a list of three contracts, two of them leases.
func leases(t *testing.T) (*desktest.Desk, *Screen) {
	t.Helper()
	d := desktest.Small(t, "Альфа", "Бета", "Гамма")
	for i, kind := range []string{app.ContractLease, app.ContractService, app.ContractLease} {
		d.Save(t, &app.Contract{Head: app.Head{Park: d.Park}, Resident: int64(i + 1), Kind: kind, Number: "1", Area: app.Of(app.Quantity(1000 * (i + 1)))})
	}
	return d, shown(d, "contract")
}

// only shows the contracts of a kind, as the list does when it is told to.
func only(s *Screen, kind string) {
	s.list.State().View.Conditions = []kit.Condition{{Key: "kind", Values: []string{kind}}}
	s.table.SortBy("resident", false)
}

func TestFormFollowsWhatConditionsShow(t *testing.T) {
	_, s := leases(t)
	s.Open(1, "")
	only(s, app.ContractService)
	if s.Selected() != 2 || s.header.Count() != "показано 1, всего 3 договора" {
		t.Errorf("the form has %d, the head says %q", s.Selected(), s.header.Count())
	}
	s.Open(3, "")
	if s.Selected() != 3 || s.list.Conditions() != 0 {
		t.Errorf("opened from elsewhere: the form has %d under %d conditions", s.Selected(), s.list.Conditions())
	}
}

// Who types a value that a condition does not admit goes on with the same record, and it leaves
// the list when he goes on to another.
func TestRecordThatIsEditedOutOfTheListStaysUntilItIsLeft(t *testing.T) {
	d, s := leases(t)
	only(s, app.ContractLease)
	s.Open(1, "kind")
	d.Type(t, s.form, "kind", "оказание услуг")
	d.Tab()
	if got := s.table.Shown(); s.Selected() != 1 || !slices.Equal(got, []int64{1, 3}) {
		t.Fatalf("the form has %d, the list %v", s.Selected(), got)
	}
	d.Window.Canvas().Focus(s.table)
	desktest.Key(s.table, fyne.KeyDown)
	if got := s.table.Shown(); s.Selected() != 3 || !slices.Equal(got, []int64{3}) {
		t.Errorf("left for another: the form has %d, the list %v", s.Selected(), got)
	}
}

func TestAnotherYearShowsTheSameResident(t *testing.T) {
	d := desktest.Small(t, "Альфа", "Бета", "Гамма")
	for _, year := range []int{2019, 2020} {
		for resident := range int64(3) {
			d.Save(t, &app.ResidentReport{Head: app.Head{Park: d.Park}, Resident: resident + 1, Period: app.YearPeriod(year)})
		}
	}
	s := shown(d, "resident_report")
	s.table.SortBy("resident", true)
	desktest.Key(s.table, fyne.KeyHome)
	desktest.Key(s.table, fyne.KeyDown)
	if got := s.current.(*app.ResidentReport); got.Resident != 2 || got.Period.Year != 2020 {
		t.Fatalf("the form has %v", got)
	}
	d.Year = 2019
	s.Refresh()
	if got := s.current.(*app.ResidentReport); got.Resident != 2 || got.Period.Year != 2019 || s.table.Place(s.Selected()) != 1 {
		t.Errorf("of another year the form has %v, row %d", got, s.table.Place(s.Selected()))
	}
}

func TestShortNameStandsFirst(t *testing.T) {
	d := desktest.Small(t, "Общество «Альфа»", "Общество «Бета»")
	beta := d.List(t, "resident")[1].(*app.Resident)
	beta.ShortName = "Бета"
	d.Save(t, beta)
	s := shown(d, "resident")
	if got := s.table.Texts(1); got[0] != "Общество «Альфа»" {
		t.Errorf("without a short name it is %q", got[0])
	}
	if got := s.table.Texts(2); got[0] != "Бета" || got[len(got)-1] != "Общество «Бета»" {
		t.Errorf("a short name stands at %q", got)
	}
}
