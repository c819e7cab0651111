package app

// offering returns the value that records of the park make likely for a field of rec, and of
// how many records it is the sum; false when nothing is likely. of returns the records of a
// type.
type offering func(rec Record, of func(typeKey string) []Record) (v Value, n int, ok bool)

// Offer returns the value that other records of the park make likely for the field of rec,
// and of how many records it is the sum; false when nothing is likely or the field
// has a value. Whoever asks only offers it: what is typed stays. of returns the records of a type.
func (f Field) Offer(rec Record, of func(typeKey string) []Record) (v Value, n int, ok bool) {
	switch {
	case !f.Get(rec).Empty():
		return Value{}, 0, false
	case f.Opens != "":
		return opening(rec, f.Opens, of)
	case f.offer == nil:
		return Value{}, 0, false
	}
	return f.offer(rec, of)
}

// opening offers what a field of the report of the year before says.
func opening(rec Record, key string, of func(string) []Record) (Value, int, bool) {
	t := rec.Type()
	before := Earlier(rec, of(t.Key))
	f, ok := t.Field(key)
	if before == nil || !ok || f.Get(before).State != Given {
		return Value{}, 0, false
	}
	return f.Get(before), 1, true
}

// areaOfRooms offers a contract the area of its rooms.
func areaOfRooms(rec Record, of func(string) []Record) (Value, int, bool) {
	let := map[int64]bool{}
	for _, id := range rec.(*Contract).Rooms {
		let[id] = true
	}
	if len(let) == 0 {
		return Value{}, 0, false
	}
	return sumOfAreas(of, len(let), func(r *Room) bool { return let[r.ID] })
}

// areaOfLeasable offers a site the area of the rooms that can be let.
func areaOfLeasable(_ Record, of func(string) []Record) (Value, int, bool) {
	return sumOfAreas(of, 1, func(r *Room) bool { return r.Leasable == Yes() })
}

// sumOfAreas adds up the areas of the rooms that suit, of which there are at least so many.
// The area of one that is not known would be missing in the sum, so there is none then.
func sumOfAreas(of func(string) []Record, least int, suits func(*Room) bool) (Value, int, bool) {
	sum, n := Quantity(0), 0
	for _, r := range As[Room](of("room")) {
		if !suits(r) {
			continue
		}
		if !r.Area.Given() {
			return Value{}, 0, false
		}
		sum, n = sum+r.Area.N, n+1
		if sum < 0 { // no building has such an area: what was typed is wrong
			return Value{}, 0, false
		}
	}
	if n == 0 || n < least {
		return Value{}, 0, false
	}
	return NumberValue(int64(sum)), n, true
}
