package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/i18n"
)

// bigList is a list of ten thousand contracts in a window of 1366 × 768 pixels, drawn by the
// software painter.
func bigList(b *testing.B) (*List, fyne.Window, []Row) {
	b.Helper()
	test.NewTempApp(b).Settings().SetTheme(NewTheme(100, Light))
	contract := app.TypeByKey("contract")
	recs := make([]app.Record, 10_000)
	for i := range recs {
		recs[i] = &app.Contract{
			Head: app.Head{ID: int64(i + 1)}, Resident: int64(i%1100 + 1), Number: fmt.Sprintf("А-%02d/%05d", i%30, i), Kind: app.ContractLease,
			From: app.Day(2010+i%10, 1+i%12, 1+i%28), To: app.Day(2021+i%5, 1+i%12, 1+i%28), Area: app.Of(app.Quantity(10_000 + i*37)),
		}
	}
	names := make([]string, 1101)
	for i := range names {
		names[i] = fmt.Sprintf("ООО «Опытное производство № %d»", i*7919%1101)
	}
	titles := func(_ string, id int64) string { return names[id%1101] }
	window := test.NewTempWindow(b, nil)
	list := NewList(ListOptions{Window: window, Words: i18n.New(app.RU), Columns: FieldColumns(contract, titles, app.RU), Ticks: true})
	list.Table.SetOwnSort("resident", false)
	window.SetContent(list.Content)
	window.Resize(fyne.NewSize(1366, 768))
	rows := FieldRows(contract, recs, titles, app.RU)
	list.Table.SetRows(rows)
	window.Canvas().Focus(list.Table)
	return list, window, rows
}

// BenchmarkList10000 measures what the window does at a key or a click in a list of ten
// thousand records, the picture drawn anew included where it says so.
func BenchmarkList10000(b *testing.B) {
	list, window, rows := bigList(b)
	table := list.Table
	b.Run("show-anew", func(b *testing.B) {
		for range b.N {
			table.SetRows(rows)
		}
	})
	b.Run("first-search", func(b *testing.B) {
		for range b.N {
			table.grid.folded = nil
			table.SetFilter("производство 17")
		}
	})
	b.Run("search-key", func(b *testing.B) {
		for i := range b.N {
			table.SetFilter(fmt.Sprintf("производство %d", i%10))
		}
	})
	table.SetFilter("")
	b.Run("condition", func(b *testing.B) {
		for i := range b.N {
			n := int64(10_000 + i%100*1000)
			list.setCondition(Condition{Key: "area", From: &n})
		}
	})
	list.clearConditions()
	b.Run("sort", func(b *testing.B) {
		for i := range b.N {
			table.SortBy([]string{"resident", "valid_to"}[i%2], false)
		}
	})
	b.Run("sort-by-three", func(b *testing.B) {
		for i := range b.N {
			table.state.View.Sorts = []Sort{{Key: "valid_to", Descending: i%2 == 0}, {Key: "resident"}, {Key: "area"}}
			table.changed()
		}
	})
	b.Run("scroll", func(b *testing.B) {
		for i := range b.N {
			table.scroll.Offset.Y = float32(i*97%9000) * Size(SizeRow)
			table.sync()
		}
	})
	b.Run("scroll-drawn", func(b *testing.B) {
		for i := range b.N {
			table.scroll.Offset.Y = float32(i*97%9000) * Size(SizeRow)
			table.sync()
			window.Canvas().Capture()
		}
	})
	b.Run("down-key", func(b *testing.B) {
		for range b.N {
			press(window, fyne.KeyDown)
		}
	})
	b.Run("tick", func(b *testing.B) {
		for range b.N {
			press(window, fyne.KeySpace)
		}
	})
	b.Run("tick-all", func(b *testing.B) {
		for range b.N {
			table.tickAll()
		}
	})
}
