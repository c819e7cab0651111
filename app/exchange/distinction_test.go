package exchange_test

import (
	"testing"

	"technopark/app"
	"technopark/app/exchange"
)

// A mark goes along with both of its records; one of a record that was deleted would be refused where
// it came, and stays behind.
func TestMarksGoAlongWithTheirRecords(t *testing.T) {
	head := func(id int64) app.Head { return app.Head{ID: id, Park: 1} }
	a, b := &app.Resident{Head: head(1), Name: "Фотоника"}, &app.Resident{Head: head(2), Name: "Фотоника"}
	there, gone := app.Distinguish(1, a, b), app.Distinguish(1, a, &app.Resident{Head: head(3)})
	park := &app.Park{Head: app.Head{ID: 1}}
	book := app.NewBook(park, map[string][]app.Record{"park": {park}, "resident": {a, b}, "distinction": {there, gone}})
	if all := exchange.Exported(book, there.Type(), 0); len(all) != 1 || all[0] != app.Record(there) {
		t.Errorf("exported are %v", all)
	}
}
