package merging_test

import (
	"testing"

	"technopark/app"
	"technopark/app/merging"
)

// What a memory finds is what is found without one, whatever has changed meanwhile: a record of the
// type, or one that refers to it and so says which is to stay.
func TestMemoryFindsTheSame(t *testing.T) {
	b := app.NewBook(&app.Park{Head: app.Head{ID: 1}}, map[string][]app.Record{
		"resident": {resident(1, "ООО «Вектор»", "7707083893"), resident(2, "ООО «Вектор»", ""), resident(3, "ООО «Иное»", "5024000011")},
		"job":      {&app.Job{Head: app.Head{ID: 1}, Resident: 1}},
	})
	memory := new(merging.Memory)
	before := ""
	for i, changed := range []app.Record{
		nil,
		&app.Job{Head: app.Head{ID: 1}, Resident: 2},
		resident(3, "ООО «Вектор»", "5024000011"),
		resident(2, "ООО «Вектор»", "7707083893"),
		apart([2]int64{1, 2})[0],
		resident(3, "ООО «Вектор»", ""),
		resident(2, "ООО «Другое»", ""),
	} {
		if changed != nil {
			b = b.With(changed)
		}
		got, want := whole(memory.Find(b, app.Types())), whole(merging.Find(b, app.Types()))
		if got != want {
			t.Errorf("change %d: %v, want %v", i, got, want)
		}
		if want == before {
			t.Errorf("change %d changes nothing", i)
		}
		before = want
	}
}

// whole is the groups as text, with why one of each is to stay.
func whole(groups []merging.Group) string {
	text := told(groups)
	for _, g := range groups {
		text += "; " + g.Why.RU
	}
	return text
}
