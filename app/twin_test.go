package app

import "testing"

func TestSameName(t *testing.T) {
	same := []string{
		"ООО «Ёлка»", "ООО \"Елка\"", "  ооо   ЁЛКА ", "OOO «Eлка»", "Ёлка, ООО", "Общество с ограниченной ответственностью «Ёлка»", "Ёлка", "«Ёлка» (ООО)", "Е\u0308лка\u200b",
	}
	for _, a := range same {
		for _, b := range same {
			if !SameName(a, b) {
				t.Errorf("%q is not %q", a, b)
			}
		}
	}
	for _, other := range []string{"АО «Ёлка»", "Публичное акционерное общество «Ёлка»", "ООО «Ёлка-2»", "ООО «Ёлки»", "ООО", "", "Новая Ёлка"} {
		if SameName("ООО «Ёлка»", other) {
			t.Errorf("%q is taken for ООО «Ёлка»", other)
		}
	}
	if !SameName("АО «Рога»", "Непубличное акционерное общество „Рога“") || !SameName("НПО-1", "НПО 1") || SameName("C++", "C") || SameName("«»", "") {
		t.Error("forms and signs are compared amiss")
	}
}

func TestTwins(t *testing.T) {
	resident := func(id int64, name, short, inn string) Record {
		return &Resident{Head: Head{ID: id}, Name: name, ShortName: short, INN: inn}
	}
	left := resident(1, "Общество с ограниченной ответственностью «Сигма»", "", "7707083893")
	other := resident(2, "АО «Бета»", "Бета", "1234567894")
	twins := NewTwins([]Record{left, other})
	for _, tt := range []struct {
		rec  Record
		want map[string]int64
	}{
		{resident(0, "Cигма", "", ""), map[string]int64{"name": 1}}, // a draft, with a Latin C
		{resident(0, "Новая", "ооо сигма", "1234567894"), map[string]int64{"short_name": 1, "inn": 2}},
		{resident(3, "ООО «Бета»", "", ""), map[string]int64{"name": 2}}, // its short name has no form
		{resident(3, "Гамма", "", ""), nil},
		{resident(3, "", "", ""), nil},
		{left, nil},
	} {
		got := map[string]int64{}
		for _, twin := range twins.Of(tt.rec) {
			got[twin.Field.Key] = twin.Other.Header().ID
		}
		if len(got) != len(tt.want) {
			t.Errorf("%+v: %v, want %v", tt.rec, got, tt.want)
		}
		for key, id := range tt.want {
			if got[key] != id {
				t.Errorf("%+v: %v, want %v", tt.rec, got, tt.want)
			}
		}
	}
}

// A resident may be the management company entered a second time, and the other way round.
func TestTwinsOfAnotherType(t *testing.T) {
	resident := &Resident{Head: Head{ID: 1}, Name: "ООО «Сигма»", INN: "7707083893"}
	company := &ManagementCompany{Head: Head{ID: 1}, Name: "Общество с ограниченной ответственностью «Сигма»", INN: "7707083893"}
	twins := NewTwins([]Record{resident, company})
	for _, pair := range [][2]Record{{resident, company}, {company, resident}} {
		found := twins.Of(pair[0])
		if len(found) != 2 || found[0].Other != pair[1] || found[1].Other != pair[1] {
			t.Errorf("%T: %+v", pair[0], found)
		}
	}
}

// Every name and number by which an organisation or a person is known tells twins apart.
func TestTellingFields(t *testing.T) {
	for _, typ := range Types() {
		for _, f := range typ.Stored() {
			known := f.Key == "inn" || f.Key == "ogrn" || f.Key == "full_name" || f.Key == "short_name" || f.Key == "name" && typ != parkStatusType
			if f.Telling != known {
				t.Errorf("%s.%s: telling is %v", typ.Key, f.Key, f.Telling)
			}
		}
	}
}
