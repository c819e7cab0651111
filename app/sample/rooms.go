package sample

import (
	"fmt"

	"technopark/app"
)

// addRooms builds four blocks: offices, laboratories, shop floors, and one for
// what all use together. Offices and laboratories range widely in size because
// companies do.
func (b *builder) addRooms() {
	b.addBlock(1, "office", 6, 25, span{16_000, 92_000})
	b.addBlock(2, "laboratory", 5, 20, span{38_000, 210_000})
	b.addBlock(3, "production", 2, 31, span{110_000, 720_000})
	b.addBlock(4, "coworking", 2, 5, span{6_000, 14_000})
	for _, r := range []app.Room{
		{Number: "4301", Kind: "conference", Area: app.Of(app.Quantity(214_500))},
		{Number: "4302", Kind: "tech_centre", Area: app.Of(app.Quantity(688_300))},
		{Number: "4303", Kind: "tech_centre", Area: app.Of(app.Quantity(412_000))},
		{Number: "4304", Kind: "service", Area: app.Of(app.Quantity(186_700))},
		{Number: "4305", Kind: "service", Area: app.Of(app.Quantity(143_900))},
	} {
		r.Building, r.Floor, r.Leasable = building(b.block*blocks+4), "3", app.No()
		b.addRoom(&r)
	}
}

// blocks are built for the companies of one roster.
const blocks = 4

func building(block int) string { return fmt.Sprint("Корпус ", block) }

// addBlock builds the floors of one block with rooms of one kind; their numbers
// are block, floor and place, as on the doors.
func (b *builder) addBlock(nth int, kind string, floors, perFloor int, area span) {
	block := b.block*blocks + nth
	d := diceFor(building(block), 0)
	for floor := 1; floor <= floors; floor++ {
		for place := 1; place <= perFloor; place++ {
			b.addRoom(&app.Room{
				Building: building(block), Floor: fmt.Sprint(floor), Number: fmt.Sprintf("%d%d%02d", block, floor, place),
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
