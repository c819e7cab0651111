package sample

import (
	"fmt"

	"technopark/app"
)

// addAgreements makes the residency agreements: for some one without an end, for
// others a first one of three or five years and then one without an end.
func (b *builder) addAgreements() {
	for _, m := range b.members {
		if m.since == 0 {
			continue
		}
		d := diceFor("agreement", m.number)
		from := m.admitted()
		c := &app.Contract{
			Resident: m.id, Kind: app.ContractResidency, Number: fmt.Sprintf("Р-%02d/%03d", from.Year%100, m.number+1),
			Signed: from.AddDays(-int(d.between(3, 40))), From: from,
		}
		last := m.left()
		end := app.Day(from.Year+int(oneOf(d, []int64{3, 5})), from.Month, from.Day).AddDays(-1)
		if d.chance(60) && !end.After(lastDay) && (last.Zero() || end.Before(last)) {
			renewal := *c
			renewal.From = end.AddDays(1)
			renewal.Signed, renewal.Number = end.AddDays(-int(d.between(0, 20))), c.Number+"-2"
			c.To, c.Outcome = end, "expired"
			b.add(c)
			c = &renewal
		}
		if !last.Zero() {
			c.To, c.Outcome = last, m.outcome
		}
		b.add(c)
	}
}

// addServiceContracts gives some residents, and the candidate who is only trying
// the park out, a contract for services.
func (b *builder) addServiceContracts() {
	for _, m := range b.members {
		d := diceFor("service contract", m.number)
		from := m.admitted()
		switch {
		case m.is(candidate) && m.since == 0 && m.form == "ooo":
			from = app.Day(2020, 10, 5)
		case m.is(candidate) || m.until != 0 || !d.chance(24):
			continue
		}
		from = from.AddDays(int(d.between(10, 45)))
		c := &app.Contract{
			Resident: m.id, Kind: app.ContractService, Number: fmt.Sprintf("У-%02d/%03d", from.Year%100, m.number+1),
			Signed: from.AddDays(-int(d.between(0, 7))), From: from,
		}
		if d.chance(40) {
			c.To = from.AddDays(364)
			if !c.To.After(lastDay) {
				c.Outcome = "expired"
			}
		}
		b.add(c)
	}
}
