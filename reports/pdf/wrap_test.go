package pdf

import (
	"slices"
	"strings"
	"testing"
)

func texts(lines []line) []string {
	out := make([]string, len(lines))
	for i, ln := range lines {
		out[i] = ln.text
	}
	return out
}

func TestWrap(t *testing.T) {
	f := fonts(t).font(sans, 10, 1.2)
	em := f.measure("оооооооооо") // ten letters
	tests := []struct {
		name  string
		in    string
		width float64
		want  []string
	}{
		{"empty", "", em, []string{""}},
		{"fits", "ооо ооо", em, []string{"ооо ооо"}},
		{"at a space", "оооооо оооооо", em, []string{"оооооо", "оооооо"}},
		{"never at a non-breaking space", "оо оооо\u00a0ооооо", em, []string{"оо", "оооо\u00a0ооооо"}},
		{"not at the hyphen of a compound", "ооо ооооо-ооо", em, []string{"ооо", "ооооо-ооо"}},
		{"at a hyphen when the word is too long", "оооооо-ооооооо", em, []string{"оооооо-", "ооооооо"}},
		{"not inside a code", "оооооо 112-233", em, []string{"оооооо", "112-233"}},
		{"at a soft hyphen", "оооооо\u00adооооооо", em, []string{"оооооо-", "ооооооо"}},
		{"soft hyphen unseen", "оооо\u00adоооо", em, []string{"оооооооо"}},
		{"soft hyphen at the end unseen", "оооо\u00ad", em, []string{"оооо"}},
		{"long word", strings.Repeat("о", 25), em, []string{"оооооооооо", "оооооооооо", "ооооо"}},
		{"long word after a short one", "оо " + strings.Repeat("о", 12), em, []string{"оо", "оооооооооо", "оо"}},
		{"given lines", "ооо\nооо\n", em, []string{"ооо", "ооо", ""}},
		{"spaces collapse", "  ооо   ооо ", em, []string{"ооо ооо"}},
		{"initials with their name", "ооооо В. С. Оо", em, []string{"ооооо", "В. С. Оо"}},
		{"a name with initials too wide", "ИП Ооооооооо В.\u00a0С.", em, []string{"ИП", "Ооооооооо", "В.\u00a0С."}},
		{"figures too wide at a group", "1\u00a0000\u00a0000\u00a0000", em, []string{"1\u00a0000\u00a0000", "000"}},
		{"narrower than a letter", "ооо", 0.1, []string{"о", "о", "о"}},
	}
	for _, tt := range tests {
		if got := texts(wrap(f, tt.in, tt.width, 0)); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestWrapIndentsTheFirstLineOnly(t *testing.T) {
	f := fonts(t).font(serif, 12, 1.2)
	em := f.measure("оооооооооо")
	got := texts(wrap(f, "оооооо оо оооооо оо", em, em*0.3))
	if want := []string{"оооооо", "оо оооооо", "оо"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// No line is wider than it may be and no character gets lost, whatever comes.
func FuzzWrap(f *testing.F) {
	for _, s := range []string{"", "а б", "технико-внедренческий", "сверх\u00adдлинное\u00ad слово", strings.Repeat("Ж", 300), "a\nb\u00a0c", "0/!AA-00A0C!A000!0Ж/00000000000-ЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖ"} {
		f.Add(s, 30.0)
	}
	set := fonts(f)
	face := set.font(sans, 8.5, 1.2)
	letters := strings.NewReplacer(" ", "", "\u00a0", "", "\n", "", string(softHyphen), "", "-", "")
	f.Fuzz(func(t *testing.T, s string, width float64) {
		if !(width > 8 && width < 300) {
			return
		}
		s, _ = face.clean(s)
		lines := texts(wrap(face, s, width, 0))
		for _, ln := range lines {
			if face.measure(ln) > width+slack {
				t.Fatalf("%q is wider than %v", ln, width)
			}
		}
		if got, want := letters.Replace(strings.Join(lines, "")), letters.Replace(s); got != want {
			t.Fatalf("wrapped %q\nwant    %q", got, want)
		}
	})
}
