package app

import (
	"slices"
	"testing"
)

func TestContacts(t *testing.T) {
	for _, tt := range []struct {
		key  string
		good []string
		bad  map[string]string
	}{
		{"email", []string{
			"office@example.ru", "i.ivanov+park@mail.example-park.com", "почта@пример.рф", "a@b.ru, c@d.ru; e@f.ru", "a@xn--e1afmkfd.xn--p1ai", "  office@example.ru\u200b",
		}, map[string]string{
			"office": "не адрес электронной почты", "office@": "office@example.ru", "@example.ru": "не адрес", "office@example": "не адрес", "a b@example.ru": "«a» — не адрес",
			"office@@example.ru": "не адрес", "a@example..ru": "не адрес", "a@b.ru, нет": "«нет» — не адрес", "a@mаil.ru": "«а» — русская буква, нужна латинская", "оffice@mail.ru": "«о» — русская буква",
			"http://example.ru": "не адрес", "a@example.r": "не адрес", ".a@example.ru": "не адрес", "Иван <a@b.ru>": "не адрес",
		}},
		{"phone", []string{
			"+7 495 123-45-67", "8 (4822) 12\u201334\u201356", "12-34-56", "тел. 8 800 100-10-10, доб. 12", "+7 495 1234567 ext. 5", "8 (495) 123-45-67, 123-45-68; факс 123-45-69", "+7\u00a0495\u00a0123\u201145\u201167", "84951234567",
		}, map[string]string{
			"нет": "не номер телефона", "123": "не номер телефона", "позвонить Ивану": "+7 495 123-45-67", "8 495 l23-45-67": "не номер", "+7 495 123-45-67, Иванов": "«Иванов» — не номер", "7+7 495 123": "не номер",
			"1234567890123456789012345": "не номер", "a@b.ru": "не номер",
		}},
	} {
		for _, typ := range []*Type{residentType, companyType, personType} {
			f := fieldOf(t, typ, tt.key)
			for _, text := range tt.good {
				reads(t, f, map[string]Value{text: TextValue(Clean(text))})
			}
			refuses(t, f, tt.bad)
		}
	}
	for _, key := range []string{"site_ru", "site_en"} {
		f := fieldOf(t, parkType, key)
		for _, text := range []string{"example.ru", "www.example.ru", "https://example.ru/a,b;c?d=e&f=g.ru#h", "http://example.ru:8080/", "пример.рф", "vk.com/park, t.me/park", "HTTPS://EXAMPLE.RU"} {
			reads(t, f, map[string]Value{text: TextValue(text)})
		}
		refuses(t, f, map[string]string{
			"нет": "не адрес сайта", "есть сайт": "не адрес сайта", "ftp://example.ru": "не адрес", "https://": "не адрес", "http:/example.ru": "не адрес", "exаmple.ru": "«а» — русская буква", "example.ru:порт": "не адрес",
			"стр. 5": "не адрес", "a@b": "не адрес", "https://exam ple.ru": "не адрес",
		})
	}
}

// Whatever field a person is reached by has the form of what it is called.
func TestContactsHaveTheirForm(t *testing.T) {
	want := map[string]Scheme{"phone": SchemePhone, "email": SchemeEmail, "site_ru": SchemeURL, "site_en": SchemeURL, "link": SchemeURL}
	var found []string
	for _, typ := range Types() {
		for _, f := range typ.Fields {
			if scheme, ok := want[f.Key]; ok {
				found = append(found, typ.Key+"."+f.Key)
				if f.Scheme != scheme || f.Kind != KindText {
					t.Errorf("%s.%s has the scheme %q", typ.Key, f.Key, f.Scheme)
				}
			}
		}
	}
	if !slices.Contains(found, "disclosure.link") || !slices.Contains(found, "publication.link") || len(found) < 10 {
		t.Errorf("found only %v", found)
	}
}

// A value kept by an earlier version does not forbid to change another field.
func TestEditIsNotBlamedForWhatWas(t *testing.T) {
	var was Record = &Resident{Name: "Альфа", Phone: "спросить у Ивана", OKVED: "04.11"}
	is := Clone(was).(*Resident)
	is.Contact = "Иванов"
	if faults := ValidateEdit(was, is); len(faults) > 0 {
		t.Error(faults)
	}
	is.Phone = "спросить у Петра"
	if _, ok := ValidateEdit(was, is).Of("phone"); !ok {
		t.Error("a new phone is not looked at")
	}
	if faults := Validate(is); len(faults) != 2 {
		t.Errorf("a new record has %v", faults)
	}
}
