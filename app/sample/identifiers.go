package sample

import (
	"fmt"

	"technopark/app"
)

// inspection follows the region in our tax numbers; no tax inspection has it.
const inspection = "98"

// taxNumber returns the ИНН: 10 digits of an organisation, 12 of an entrepreneur.
func (m *member) taxNumber() string {
	if m.form == "ip" {
		return closed(app.SchemeINN, fmt.Sprintf("%s%s%06d", m.region, inspection, (104_729+m.number*7_919)%1_000_000))
	}
	return closed(app.SchemeINN, fmt.Sprintf("%s%s%05d", m.region, inspection, (10_007+m.number*613)%100_000))
}

// registrationReason returns the КПП: 01 is the seat, 43 a branch, 45 another
// subdivision (приказ ФНС ММВ-7-6/435@); an entrepreneur has none.
func (m *member) registrationReason() string {
	switch m.form {
	case "ip":
		return ""
	case "branch":
		return "50" + inspection + "43001"
	}
	return m.region + inspection + "01001"
}

// stateNumber returns the ОГРН or ОГРНИП, which holds the year of registration
// and the region.
func (m *member) stateNumber(registered app.Date) string {
	if m.form == "ip" {
		return closed(app.SchemeOGRN, fmt.Sprintf("3%02d%s%s%07d", registered.Year%100, m.region, inspection, 10_000+m.number))
	}
	return closed(app.SchemeOGRN, fmt.Sprintf("1%02d%s%s%05d", registered.Year%100, m.region, inspection, 50_000+m.number))
}

// closed appends the check digits.
func closed(scheme app.Scheme, digits string) string {
	id, err := scheme.Complete(digits)
	if err != nil {
		panic(err) // the digits are ours, of the right number
	}
	return id
}
