package agenda

import (
	"cmp"
	"slices"

	"technopark/app"
	"technopark/app/i18n"
)

// EndingDays is how many days ahead contracts that end are told of.
const EndingDays = 60

// Ending is a contract that ends soon.
type Ending struct {
	Contract *app.Contract // it is in force today
	Resident *app.Resident // whose it is; nil when the record is gone
	Days     int           // until its last day; 0 is today
}

// endingOf returns the contracts in force that end in the next days, the first first. One that
// another of the same kind and resident follows without a gap is not told of: nothing ends there.
func endingOf(b *app.Book, day app.Date) []Ending {
	contracts := app.All[app.Contract](b, "contract")
	next := map[[2]any][]*app.Contract{}
	for _, c := range contracts {
		key := [2]any{c.Resident, c.Kind}
		next[key] = append(next[key], c)
	}
	last := day.AddDays(EndingDays)
	var all []Ending
	for _, c := range contracts {
		if c.To.Zero() || c.To.After(last) || !c.InForce(day) || followed(c, next[[2]any{c.Resident, c.Kind}]) {
			continue
		}
		all = append(all, Ending{c, app.Find[app.Resident](b, "resident", c.Resident), c.To.Days() - day.Days()})
	}
	slices.SortStableFunc(all, func(x, y Ending) int { return cmp.Compare(x.Days, y.Days) })
	return all
}

// followed reports whether one of the contracts goes on where another ends: of a lease it must be
// of one of the same rooms, where rooms are told.
func followed(c *app.Contract, others []*app.Contract) bool {
	after := c.To.AddDays(1)
	return slices.ContainsFunc(others, func(o *app.Contract) bool {
		goesOn := o.ID != c.ID && o.InForce(after)
		if !goesOn || len(c.Rooms) == 0 || len(o.Rooms) == 0 {
			return goesOn && o.From.After(c.From)
		}
		return slices.ContainsFunc(o.Rooms, func(room int64) bool { return slices.Contains(c.Rooms, room) })
	})
}

// Name is what people call the resident.
func (e Ending) Name() string {
	if e.Resident == nil {
		return ""
	}
	return cmp.Or(e.Resident.ShortName, e.Resident.Name)
}

// Left says how many days are left: «10 дней», «сегодня».
func (e Ending) Left(lang app.Lang) string {
	if e.Days == 0 {
		return app.L("сегодня", "today").In(lang)
	}
	return i18n.Count(lang, int64(e.Days), dayForms)
}

// What names the contract: «А-2018/41, аренда».
func (e Ending) What(lang app.Lang) string {
	f, _ := e.Contract.Type().Field("kind")
	kind, _ := f.Option(e.Contract.Kind)
	switch label := kind.Label.In(lang); {
	case e.Contract.Number == "":
		return label
	case label == "":
		return e.Contract.Number
	default:
		return e.Contract.Number + ", " + label
	}
}
