package cli

import (
	"testing"

	"technopark/app"
)

// Figures of the wrong park look like figures: a name that two parks share opens neither.
func TestParksNamed(t *testing.T) {
	parks := []*app.Park{
		{Head: app.Head{ID: 1}, Name: "Северный", ShortName: "СТ"},
		{Head: app.Head{ID: 2}, Name: "Средний", ShortName: "СТ"},
		{Head: app.Head{ID: 3}, Name: "2"},
	}
	for name, want := range map[string][]int64{
		"северный": {1}, "СТ": {1, 2}, "1": {1}, "2": {3}, "3": {3}, "Южный": nil, "": nil,
	} {
		var got []int64
		for _, p := range parksNamed(parks, name) {
			got = append(got, p.ID)
		}
		if len(got) != len(want) || len(got) > 0 && (got[0] != want[0] || got[len(got)-1] != want[len(want)-1]) {
			t.Errorf("parksNamed(%q) = %v, want %v", name, got, want)
		}
	}
}
