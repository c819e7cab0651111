package exchange_test

import (
	"errors"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/exchange"
)

// A few bytes of JSON make a record: they are counted before anything is made of them.
func TestJSONOfTooManyRecordsIsRefused(t *testing.T) {
	for name, records := range map[string]string{
		"of one type":  `"resident":[{}` + strings.Repeat(",{}", 200_000) + `]`,
		"of two types": `"resident":[{}` + strings.Repeat(",{}", 100_000) + `],"contract":[{}` + strings.Repeat(",{}", 100_000) + `]`,
		"of one twice": `"resident":[{}` + strings.Repeat(",{}", 100_000) + `],"resident":[{}` + strings.Repeat(",{}", 100_000) + `]`,
	} {
		planned := false
		_, err := exchange.Recipient{List: park().list, Park: 1, Tell: func(int, int) error {
			planned = true
			return errors.New("planned all the same")
		}}.Plan(exchange.From{JSON: []byte(`{"format":"technopark-records-1","records":{` + records + `}}`)})
		var refused *app.Refusal
		if !errors.As(err, &refused) || planned {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What a file of JSON says that nothing here is called so is told, and not left out silently.
func TestUnknownNamesOfJSONAreTold(t *testing.T) {
	text := `{"format":"technopark-records-1","program":"1","park":"П","records":{"residnt":[{"name":["а",{}]}],
		"resident":[{"id":"7","name":"ООО «Гамма»","mood":{"a":[1]}},{"name":null,"inn":"5098100079","mood":2,"name":"ООО «Дельта»"}],
		"resident":[{"name":"ООО «Эпсилон»"}],"contract":null}}`
	p := park().plan(t, exchange.From{JSON: []byte(text)}, 1)
	if p.Count(exchange.New) != 3 || len(p.Notes) != 2 || !strings.Contains(p.Notes[0].RU, "«residnt»") || !strings.Contains(p.Notes[1].RU, "«resident.mood»") {
		t.Errorf("%d new, %v\n%s", p.Count(exchange.New), p.Notes, faultsOf(p))
	}
}

// What is JSON and no records is refused as such.
func TestOtherJSONIsRefused(t *testing.T) {
	for _, records := range []string{`[]`, `{"resident":{}}`, `{"resident":[1]}`, `{"resident":[null`, `"x"`} {
		_, err := exchange.Recipient{List: park().list, Park: 1}.Plan(exchange.From{JSON: []byte(`{"format":"technopark-records-1","records":` + records + `}`)})
		var refused *app.Refusal
		if !errors.As(err, &refused) {
			t.Errorf("%s: %v", records, err)
		}
	}
}

// Texts of JSON land as those of tables do: no tab and no line break in a name, and no invisible sign.
func TestTextsOfJSONAreCleaned(t *testing.T) {
	text := `{"format":"technopark-records-1","records":{"resident":[{"name":" ООО\t«Гамма»\nа\u200bб ","inn":" 5098100079 "},{"name":" \t"}]}}`
	p := park().plan(t, exchange.From{JSON: []byte(text)}, 1)
	if p.Count(exchange.New) != 1 || p.Count(exchange.Rejected) != 1 {
		t.Fatalf("%d new\n%s", p.Count(exchange.New), faultsOf(p))
	}
	got := p.Records()[0].(*app.Resident)
	if got.Name != "ООО «Гамма» аб" || got.INN != "5098100079" {
		t.Errorf("%q, %q", got.Name, got.INN)
	}
}

// Files do not come with records: it is told, in the words of what can be done about each.
func TestFilesThatDoNotComeAreTold(t *testing.T) {
	sum := strings.Repeat("a", 64)
	text := `{"format":"technopark-records-1","records":{"questionnaire":[{"resident":{"id":9,"title":"ООО «Альфа»"},"period":"2020","accepted":"2020-12-05","sha256":"` + sum + `"}],"document":[{"title":"Выписка","kind":"registry","sha256":"` + sum + `"}]}}`
	p := park().plan(t, exchange.From{JSON: []byte(text)}, 1)
	if p.Count(exchange.New) != 2 || len(p.Notes) != 2 || !strings.Contains(p.Notes[0].RU, "файлы ответов (1)") || !strings.Contains(p.Notes[1].RU, "прикрепите их заново") {
		t.Errorf("%d new, %v\n%s", p.Count(exchange.New), p.Notes, faultsOf(p))
	}
}
