package exchange_test

import (
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/exchange"
)

// What a rejected cell was expected to have is a kind of value, and not the name of the column again.
func TestRejectedCellSaysWhatWasExpected(t *testing.T) {
	book, err := exchange.ReadText("Резидент;Номер;Подписан;Площадь, м²\nООО «Альфа»;1;завтра;много")
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, c := range park().plan(t, exchange.From{Book: book, Type: app.TypeByKey("contract")}, 1).Rejected() {
		said = append(said, c.Expected.RU)
	}
	if got := strings.Join(said, "; "); got != "дата дд.мм.гггг; число, м²" {
		t.Error(got)
	}
}
