package app_test

import (
	"testing"

	"technopark/app"
)

// A book with a record changed has the other in its place, and the book itself keeps its own.
func TestBookWith(t *testing.T) {
	park := &app.Park{Head: app.Head{ID: 1}, Name: "Парк"}
	one, two := &app.Resident{Head: app.Head{ID: 1}, Name: "Первый"}, &app.Resident{Head: app.Head{ID: 2}, Name: "Второй"}
	b := app.NewBook(park, map[string][]app.Record{"park": {park}, "resident": {one, two}})
	changed, added := &app.Resident{Head: app.Head{ID: 2}, Name: "Иной"}, &app.Resident{Head: app.Head{ID: 3}, Name: "Третий"}
	renamed := &app.Park{Head: app.Head{ID: 1}, Name: "Новое имя"}
	with := b.With(changed, added, renamed)
	if got := app.Find[app.Resident](with, "resident", 2); got.Name != "Иной" || len(with.Of("resident")) != 3 || with.Park.Name != "Новое имя" {
		t.Errorf("got %q, %d residents, park %q", got.Name, len(with.Of("resident")), with.Park.Name)
	}
	if got := app.Find[app.Resident](b, "resident", 2); got.Name != "Второй" || len(b.Of("resident")) != 2 || b.Park != park {
		t.Errorf("the book itself changed: %q, %d residents", got.Name, len(b.Of("resident")))
	}
}
