package pdf

import (
	"strings"
	"testing"
	"unicode/utf8"

	"technopark/assets"
)

func fonts(t testing.TB) *fontSet {
	t.Helper()
	set, err := loadFonts()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// The layout measures with its own reading of the font files; the viewer uses
// the widths gofpdf writes. They must not differ.
func TestWidthsAreThoseOfTheRenderer(t *testing.T) {
	set := fonts(t)
	c := newCanvas(set, []style{serif, serifBold, serifItalic, serifBoldItalic, sans, sansBold})
	texts := []string{"Щёкин-Кротов Ёжи", "1\u00a0234\u00a0567,89 €", "«НПП „Фотон-7“» № 5 — §", "Quick brown fox, 42 %", "Σ ≤ ≥ □ …"}
	for st, f := range set {
		c.pdf.SetFont(family(f), "", 10)
		for _, s := range texts {
			if got, want := f.width(s, 10), c.pdf.GetStringWidth(s); got < want-1e-9 || got > want+1e-9 {
				t.Errorf("style %d %q: width %v, gofpdf says %v", st, s, got, want)
			}
		}
	}
}

func TestEveryFaceHasTheCharactersOfThePapers(t *testing.T) {
	for _, f := range fonts(t) {
		for _, r := range "АЯаяЁё«»„“№§–—…−×·≤≥Σ²³%‰□ \u00a0" {
			if !f.has(r) {
				t.Errorf("%s lacks %q", f.name, r)
			}
		}
	}
}

func TestFiguresHaveOneWidth(t *testing.T) {
	for _, f := range fonts(t) {
		for _, r := range "123456789" {
			if f.advances[r] != f.advances['0'] {
				t.Errorf("%s: %c is not as wide as 0; columns of figures would not align", f.name, r)
			}
		}
	}
}

func TestBrokenFontIsAnError(t *testing.T) {
	whole := assets.Fonts().Sans
	for name, data := range map[string]string{"empty": "", "cut": whole[:5000], "zeros": strings.Repeat("\x00", 400)} {
		if _, err := parseFace(name, data); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestClean(t *testing.T) {
	f := fonts(t)[sans]
	tests := []struct {
		name, in, want string
		lost           int
	}{
		{"plain", "OOO 42", "OOO 42", 0},
		{"composed", "и\u0306 е\u0308", "й ё", 0},
		{"emoji", "ракета 🚀!", "ракета □!", 1},
		{"emoji with selector and joiner", "👩\u200d🔬\ufe0f", "□□", 2},
		{"invalid", "a\xffb\xc3", "a□b□", 2},
		{"noncharacter", "\uffff", "□", 1},
		{"controls", "a\x00b\x07c\td\u200be\ufeff", "abc de", 0},
		{"lines", "a\r\nb\rc\u2028d", "a\nb\nc\nd", 0},
		{"wide space", "1\u3000234", "1\u00a0234", 0},
		{"rouble sign", "1 234 ₽", "1 234 руб.", 0},
		{"hieroglyph", "公司", "□□", 2},
		{"marks of states", "■▲◊●○", "■▲◊●○", 0},
		{"soft hyphen", "сверх\u00adдлинный", "сверх\u00adдлинный", 0},
	}
	for _, tt := range tests {
		got, lost := f.clean(tt.in)
		if got != tt.want || lost != tt.lost {
			t.Errorf("%s: clean(%q) = %q, %d; want %q, %d", tt.name, tt.in, got, lost, tt.want, tt.lost)
		}
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{"", "a\xff", "🚀", "й\u0306", "\x00\n\r", "\u202e \u202e"} {
		f.Add(s)
	}
	faces := fonts(f)
	f.Fuzz(func(t *testing.T, s string) {
		out, _ := faces[serif].clean(s)
		if !utf8.ValidString(out) {
			t.Fatalf("clean(%q) = %q: not UTF-8", s, out)
		}
		for _, r := range out {
			if r != '\n' && r != softHyphen && !faces[serif].has(r) {
				t.Fatalf("clean(%q) left %U, which has no glyph", s, r)
			}
		}
		if again, _ := faces[serif].clean(out); again != out {
			t.Fatalf("clean is not stable: %q, then %q", out, again)
		}
	})
}
