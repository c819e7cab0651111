package exchange_test

import (
	"testing"

	"technopark/app"
	"technopark/app/exchange"
)

// Whatever a table says, it is understood somehow and planned, and what lands can be kept.
func FuzzLayout(f *testing.F) {
	for _, tt := range oddTables {
		f.Add(tt.text, tt.typeKey)
	}
	f.Fuzz(func(t *testing.T, text, typeKey string) {
		typ := app.TypeByKey(typeKey)
		if typ == nil || !exchange.Importable(typ) || len(text) > 4000 {
			return
		}
		book := gridOf(text)
		to := exchange.Recipient{List: park().list, Park: 1, Year: 2020}
		l := to.Guess(book, 0, typ, 0, 0, nil)
		p, err := to.Plan(exchange.From{Book: book, Layouts: []*exchange.Layout{l}})
		if err != nil {
			t.Fatal(err)
		}
		for _, rec := range p.Landing() {
			if faults := app.Validate(rec); len(faults) > 0 && rec.Header().ID >= 1<<48 {
				t.Errorf("%s lands with %v", rec.Type().Key, faults)
			}
		}
		for _, line := range p.Lines() {
			if line.State == exchange.Rejected && len(line.Changes) == 0 {
				t.Errorf("row %d is rejected without a word", line.Row)
			}
		}
	})
}
