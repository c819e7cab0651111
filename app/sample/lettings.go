package sample

import (
	"cmp"
	"fmt"
	"slices"

	"technopark/app"
)

// holdings says until when each room taken so far is held: the last day of the
// company in it, or no date while it is here. Contracts are cut from a holding,
// so that no room is ever let twice on one day.
type holdings map[int64]app.Date

// free reports whether the room can be had from the day on.
func (h holdings) free(room *app.Room, from app.Date) bool {
	until, taken := h[room.ID]
	return !taken || !until.Zero() && until.Before(from)
}

// demand is a company's need of rooms from a day on.
type demand struct {
	member *member
	from   app.Date
	area   app.Quantity
	kinds  []string // of rooms, the best first
}

// addLettings builds the rooms and serves the companies in the order in which
// they came, as a park does.
func (b *builder) addLettings() {
	b.addRooms()
	b.addAgreements()
	var demands []demand
	for _, m := range b.members {
		demands = append(demands, m.demands()...)
	}
	slices.SortStableFunc(demands, func(x, y demand) int { return cmp.Compare(x.from.Days(), y.from.Days()) })
	held := holdings{}
	for _, d := range demands {
		if rooms := b.choose(d, held); len(rooms) > 0 {
			b.addLeases(d, rooms)
		}
	}
	b.addServiceContracts()
}

// demands says what rooms a company takes: a large one more than half of them when
// it comes and the rest some years later, and a shop floor where it makes things.
func (m *member) demands() []demand {
	if m.is(candidate | holding) {
		return nil
	}
	d, from, need := diceFor("demand", m.number), m.admitted(), tradeOf(m.trade)
	area := app.Quantity(max(m.people, 1) * d.in(need.desk) * 1000)
	if m.people <= 2 {
		return []demand{{m, from, area, []string{"coworking", "office"}}}
	}
	first := demand{m, from, area, need.rooms}
	list := []demand{first}
	if later := from.AddDays(int(d.between(700, 2400))); m.people >= 14 && later.Year <= lastYear && (m.until == 0 || later.Before(m.left())) {
		list[0].area = area * 3 / 5
		list = append(list, demand{m, later, area * 2 / 5, need.rooms})
	}
	if need.floor.high > 0 && m.people >= 8 {
		list = append(list, demand{m, from, app.Quantity(m.people * d.in(need.floor) * 1000), []string{"production"}})
	}
	return list
}

// choose takes up to three free rooms: the smallest that is large enough, or the
// largest there is and then for the rest again.
func (b *builder) choose(d demand, held holdings) []*app.Room {
	var chosen []*app.Room
	for left := d.area; left > d.area/6 && len(chosen) < 3; {
		room := b.bestRoom(d, left, held)
		if room == nil {
			break
		}
		held[room.ID] = d.member.left()
		chosen = append(chosen, room)
		left -= room.Area.N
	}
	return chosen
}

func (b *builder) bestRoom(d demand, area app.Quantity, held holdings) *app.Room {
	for _, kind := range d.kinds {
		var best *app.Room
		for _, room := range b.rooms {
			if room.Kind == kind && room.Leasable == app.Yes() && held.free(room, d.from) && (best == nil || closer(room.Area.N, best.Area.N, area)) {
				best = room
			}
		}
		if best != nil {
			return best
		}
	}
	return nil
}

// closer reports whether an area serves the need better than the best so far.
func closer(area, best, need app.Quantity) bool {
	if best >= need {
		return area >= need && area < best
	}
	return area > best
}

// addLeases makes the contracts on the rooms: one after the other of three years,
// or one for good.
func (b *builder) addLeases(d demand, rooms []*app.Room) {
	m, roll := d.member, diceFor("lease", d.member.number*100+len(d.member.leases))
	lease := app.Contract{Resident: m.id, Kind: app.ContractLease}
	var area app.Quantity
	for _, room := range rooms {
		lease.Rooms = append(lease.Rooms, room.ID)
		area += room.Area.N
	}
	lease.Area = app.Of(area)
	rate := roll.between(520, 980)
	if rooms[0].Kind == "production" {
		rate = roll.between(310, 540)
	}
	renewed := roll.chance(55)
	for from := d.from; ; {
		c := lease
		c.From, c.Signed = from, from.AddDays(-int(roll.between(2, 25)))
		c.Number = fmt.Sprintf("А-%02d/%03d-%d", from.Year%100, m.number+1, len(m.leases)+1)
		c.Rate = app.Of(app.Rubles(rate) + app.Money(roll.between(0, 99)))
		if renewed {
			c.To = inYears(from, 3).AddDays(-1)
		}
		if last := m.left(); !last.Zero() && (c.To.Zero() || !c.To.Before(last)) {
			c.To, c.Outcome = last, "terminated"
		}
		over := c.To.Zero() || c.To.After(lastDay) || c.To == m.left()
		if !over {
			c.Outcome = "expired"
		}
		b.add(&c)
		m.leases = append(m.leases, &c)
		if over {
			return
		}
		from, rate = c.To.AddDays(1), rate*107/100
	}
}

// inYears returns the same day of a later year; 1 March where that year has no 29 February.
func inYears(day app.Date, years int) app.Date {
	if same := app.Day(day.Year+years, day.Month, day.Day); !same.Zero() {
		return same
	}
	return app.Day(day.Year+years, 3, 1)
}
