package exchange

import (
	"slices"
	"testing"

	"technopark/app"
)

// A column that is headed as a list of ours heads it is the field, whatever its unit is.
func TestOwnHeadsAreRecognised(t *testing.T) {
	seen := 0
	for _, typ := range app.Types() {
		h := newHeadReader(typ)
		for _, target := range Targets(typ) {
			if target.Part {
				continue
			}
			for _, lang := range []app.Lang{app.RU, app.EN} {
				head := target.Field.Label.In(lang)
				if unit := target.Field.Unit.In(lang); unit != "" {
					head += ", " + unit
					seen++
				}
				if is := h.read(head); !slices.Equal(is.fields, []string{target.Key}) || is.why != WhyLabel {
					t.Errorf("%s: %q means %v (%v), want %s", typ.Key, head, is.fields, is.why, target.Key)
				}
			}
		}
	}
	if seen < 100 {
		t.Errorf("only %d heads have a unit", seen)
	}
}
