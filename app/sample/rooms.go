package sample

import (
	"fmt"

	"technopark/app"
)

// addRooms builds four blocks: offices, laboratories, shop floors, and one for
// what all use together. Offices and laboratories range widely in size because
// companies do.
func (b *builder) addRooms() {
	b.addBlock("Корпус 1", "office", 6, 25, span{16_000, 92_000})
	b.addBlock("Корпус 2", "laboratory", 5, 20, span{38_000, 210_000})
	b.addBlock("Корпус 3", "production", 2, 31, span{110_000, 720_000})
	b.addBlock("Корпус 4", "coworking", 2, 5, span{6_000, 14_000})
	for _, r := range []app.Room{
		{Number: "4301", Kind: "conference", Area: app.Of(app.Quantity(214_500))},
		{Number: "4302", Kind: "tech_centre", Area: app.Of(app.Quantity(688_300))},
		{Number: "4303", Kind: "tech_centre", Area: app.Of(app.Quantity(412_000))},
		{Number: "4304", Kind: "service", Area: app.Of(app.Quantity(186_700))},
		{Number: "4305", Kind: "service", Area: app.Of(app.Quantity(143_900))},
	} {
		r.Building, r.Floor, r.Leasable = "Корпус 4", "3", app.No()
		b.addRoom(&r)
	}
}

// addBlock builds the floors of one block with rooms of one kind; their numbers
// are block, floor and place, as on the doors.
func (b *builder) addBlock(building, kind string, floors, perFloor int, area span) {
	d := diceFor(building, 0)
	block := building[len(building)-1:]
	for floor := 1; floor <= floors; floor++ {
		for place := 1; place <= perFloor; place++ {
			b.addRoom(&app.Room{
				Building: building, Floor: fmt.Sprint(floor), Number: fmt.Sprintf("%s%d%02d", block, floor, place),
				Kind: kind, Area: app.Of(app.Quantity(d.in(area) / 100 * 100)), Leasable: app.Yes(),
			})
		}
	}
}

func (b *builder) addRoom(r *app.Room) {
	b.add(r)
	b.rooms = append(b.rooms, r)
}

// areaOf sums the rooms that pass.
func (b *builder) areaOf(pass func(*app.Room) bool) app.Quantity {
	var sum app.Quantity
	for _, r := range b.rooms {
		if pass(r) {
			sum += r.Area.N
		}
	}
	return sum
}

// letOn returns the rooms that are let on a day.
func (b *builder) letOn(day app.Date) map[int64]bool {
	let := map[int64]bool{}
	for _, m := range b.members {
		for _, c := range m.leases {
			if !c.InForce(day) {
				continue
			}
			for _, id := range c.Rooms {
				let[id] = true
			}
		}
	}
	return let
}
