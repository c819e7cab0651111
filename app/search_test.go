package app

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"ООО «Ёлка–2»":         "[ооо елка 2]",
		"OOO Eлка":             "[ооо елка]", // Latin letters
		"С-2019/1":             "[с 2019 1]",
		"RU2719345":            "[ru 2719345]",
		"  «»,.;  ":            "[]",
		"Е\u0308лка\u200b":     "[елка]",
		"café и\u0306":         "[саfé й]",
		"+7 495 000-00-00":     "[7 495 000 00 00]",
		"name@mail.example":    "[nамe маil ехамрle]",
		"№ 12":                 "[12]",
		"\"' OR 1=1; NEAR(a*)": "[оr 1 1 nеаr а]",
	} {
		got := fmt.Sprint(Words(text))
		if text == "name@mail.example" { // which letters are alike is tested with Fold
			want = fmt.Sprint(strings.FieldsFunc(Fold(text), func(r rune) bool { return r == '@' || r == '.' }))
		}
		if got != want {
			t.Errorf("%q has the words %s, not %s", text, got, want)
		}
	}
	for _, long := range []string{strings.Repeat("ы", 500), strings.Repeat("9", 500)} {
		if words := Words(long); len(words) != 1 || len(words[0]) > longestWord || words[0] != Words(words[0])[0] {
			t.Errorf("a word of %d bytes becomes %d words", len(long), len(words))
		}
	}
}

// unsought are texts that nobody looks for; whoever adds a text decides.
var unsought = []string{
	"distinction.one", "distinction.other", "document.sha256", "document_link.subject", "explanation.basis", "explanation.place", "profile.text", "questionnaire.sha256",
	"revision.data", "revision.files", "revision.parts", "revision.pdf", "revision.program", "scenario.changes", "signature.sha256",
}

func TestEveryTextIsSearchedOrListedHere(t *testing.T) {
	var not []string
	for _, typ := range Types() {
		for _, f := range typ.Stored() {
			switch f.Kind {
			case KindText, KindNote, KindID:
				if !f.Searched() {
					not = append(not, typ.Key+"."+f.Key)
				}
			default:
				if f.Searched() {
					t.Errorf("%s.%s holds no text", typ.Key, f.Key)
				}
			}
		}
	}
	slices.Sort(not)
	if !slices.Equal(not, unsought) {
		t.Errorf("no words are searched of %q, not of %q", not, unsought)
	}
}

func TestWhatARecordIsFoundBy(t *testing.T) {
	r := &Resident{Name: "ООО «Альфа»", ShortName: "Альфа", INN: "7707083893", Contact: "Иванов", Email: "a@b.example"}
	got := r.Type().SearchTextOf(func(f Field) Value { return f.Get(r) })
	if got.Names != "ооо альфа 7707083893 иванов" || !strings.HasPrefix(got.Rest, "а в") {
		t.Errorf("%+v", got)
	}
	if none := new(ResidentReport); none.Type().SearchTextOf(func(f Field) Value { return f.Get(none) }) != (SearchText{}) {
		t.Error("a report of figures has words")
	}
}
