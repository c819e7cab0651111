package app

import (
	"errors"
	"strings"
	"testing"
)

func fieldOf(t *testing.T, typ *Type, key string) Field {
	t.Helper()
	f, ok := typ.Field(key)
	if !ok {
		t.Fatalf("%s has no field %s", typ.Key, key)
	}
	return f
}

func TestParseKnowsFourStates(t *testing.T) {
	revenue := fieldOf(t, residentReportType, "revenue")
	tests := []struct {
		text string
		want Value
	}{
		{"0", NumberValue(0)},
		{"1 234,5", NumberValue(123_450_000)},
		{"не применимо", NAValue()},
		{"Not applicable", NAValue()},
		{"не представлено", Value{}},
		{"", Value{}},
	}
	for _, tt := range tests {
		if got, err := revenue.Read(tt.text, nil); err != nil || got != tt.want {
			t.Errorf("Parse(%q) = %v, %v; want %v", tt.text, got, err, tt.want)
		}
	}
}

func TestParseSaysWhatIsWrong(t *testing.T) {
	tests := []struct {
		typ       *Type
		key, text string
		says      string
	}{
		{residentReportType, "revenue", "много", "«много» — не число в тыс. руб."},
		{residentReportType, "revenue", "-5", "не может быть отрицательным"},
		{residentReportType, "headcount", "12,5", "не целое число"},
		{jobType, "count", "не применимо", "не принимается"},
		{jobType, "date", "31.02.2020", "такого дня нет"},
		{jobType, "category", "волшебники", "исследователи, инженеры и техники"},
		{residentType, "inn", "7707083890", "7707083890"},
		{residentType, "innovative", "наверное", "«да» или «нет»"},
		{siteReportType, "period", "вчера", "не период"},
	}
	for _, tt := range tests {
		_, err := fieldOf(t, tt.typ, tt.key).Read(tt.text, nil)
		var fault FieldError
		if !errors.As(err, &fault) || !strings.Contains(fault.Message.RU, tt.says) {
			t.Errorf("%s.Read(%q): %v, want it to say %q", tt.key, tt.text, err, tt.says)
		}
	}
}

// TestEntryHidesNothing guards the figure of one who opens a form and leaves it:
// an entry shows every kopeck, and reading it back changes nothing.
func TestEntryHidesNothing(t *testing.T) {
	revenue := fieldOf(t, residentReportType, "revenue")
	v := NumberValue(123_456_789)
	if got := revenue.Words(v, nil, RU); got != "1"+NBSP+"234,6" {
		t.Errorf("Text = %q", got)
	}
	if got := revenue.Exact(v, nil, EN); got != "1,234.56789" {
		t.Errorf("Exact = %q", got)
	}
	entry := revenue.Entry(v, nil, RU)
	if back, err := revenue.Read(entry, nil); err != nil || back != v {
		t.Errorf("%q reads back as %v, %v", entry, back, err)
	}
}

func TestChoiceReadsLabelWithoutYo(t *testing.T) {
	f := choice("x", L("Зачёт", ""), []Option{{"counted", L("зачтён", "counted")}}, func(r *Room) *string { return &r.Kind })
	if v, err := f.Read("Зачтен", nil); err != nil || v.S != "counted" {
		t.Errorf("Parse = %v, %v", v, err)
	}
}

func TestValidateNamesEssentialFields(t *testing.T) {
	faults := Validate(&Contract{From: Date{2020, 5, 1}, To: Date{2020, 4, 1}})
	if _, ok := faults.Of("resident"); !ok {
		t.Error("a contract without a resident must be refused")
	}
	if msg, ok := faults.Of("valid_to"); !ok || !strings.Contains(msg.RU, "01.04.2020") {
		t.Errorf("dates out of order: %v", msg)
	}
	if _, ok := Validate(&Resident{Name: "\xd0льфа"}).Of("name"); !ok {
		t.Error("half a letter cannot be written into the journal and read back")
	}
	if len(Validate(&Resident{Name: "Альфа"})) != 0 {
		t.Error("a resident needs no more than a name to be kept")
	}
}
