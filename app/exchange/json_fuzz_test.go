package exchange_test

import (
	"testing"

	"technopark/app"
	"technopark/app/exchange"
)

// FuzzJSON reads whatever calls itself records: it becomes a plan or is refused in words.
func FuzzJSON(f *testing.F) {
	for _, records := range []string{
		`{}`, `[]`, `{"resident":[{"name":"ООО «Гамма»","inn":"5098100079"}]}`, `{"resident":[1]}`, `{"resident":[null`, `{"contract":null}`,
		`{"resident":[{"id":1e999,"name":{"a":[[[[]]]]}}],"resident":[{}]}`, `{"resident_report":[{"period":"2020","revenue":9223372036854775807}]}`,
	} {
		f.Add([]byte(`{"format":"technopark-records-1","records":` + records + `}`))
	}
	list := park().list
	f.Fuzz(func(t *testing.T, raw []byte) {
		p, err := exchange.Recipient{List: list, Park: 1}.Plan(exchange.From{JSON: raw})
		if err != nil {
			if _, said := app.Refused(err); !said {
				t.Fatalf("%v is not put into words", err)
			}
			return
		}
		p.Records()
	})
}
