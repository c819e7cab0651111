package rating

import (
	"fmt"

	"technopark/app"
)

// Another is what a second method makes of the same records: the indicators that move, and the
// index, group and place where they can be told.
type Another struct {
	Effects []Effect      // indicators of the park that are printed otherwise
	Was, Is *ParkPosition // of the park by either method; nil where nothing can be told
	Why     [2]app.Text   // why nothing can be told by the first, by the second
}

// ByAnother sets the indicators and the position of a park in a year by one method beside those
// by another. Books are those of all parks of the data file; at says which of them the park is.
func ByAnother(was, is *Profile, books []*app.Book, at, year int) (*Another, error) {
	a := &Another{}
	var of [2]*Result
	for i, p := range []*Profile{was, is} {
		var own []OwnPark
		for n, b := range books {
			result, err := Compute(p, b, year)
			if err != nil {
				return nil, fmt.Errorf("compute by %s: %w", p.ID, err)
			}
			own = append(own, OwnPark{Name: b.Park.Name, Result: result})
			if n == at {
				of[i] = result
			}
		}
		place, why, err := locatedBy(p, own, books[at], at, year)
		if err != nil {
			return nil, fmt.Errorf("locate by %s: %w", p.ID, err)
		}
		a.Why[i] = why
		if i == 0 {
			a.Was = place
		} else {
			a.Is = place
		}
	}
	a.Effects = Effects(of[0], of[1])
	return a, nil
}

// locatedBy says where a park stands by a method, or why that cannot be told.
func locatedBy(p *Profile, own []OwnPark, b *app.Book, at, year int) (*ParkPosition, app.Text, error) {
	if p.Composite == nil {
		return nil, app.L("в методике нет раздела [rating]: не сказано, как складывается индекс", "the method has no [rating]: it does not say how the index is made"), nil
	}
	position, err := Locate(p.Composite, Compare(p.Composite, own, app.All[app.Reference](b, "reference"), year), nil)
	if r, refused := app.Refused(err); refused {
		if why, said := r.Data["Reason"].(app.Text); said {
			return nil, why, nil
		}
	}
	if err != nil {
		return nil, app.Text{}, err
	}
	return &position.Parks[at], app.Text{}, nil
}
