package app_test

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"technopark/app"
)

func TestAsFileName(t *testing.T) {
	for text, want := range map[string]string{
		"Справка № 5.pdf":                      "Справка № 5.pdf",
		"../../etc/passwd":                     "_.._.._etc_passwd",
		`..\..\windows\x.exe`:                  "_.._.._windows_x.exe",
		"/etc/cron.d/x":                        "_etc_cron.d_x",
		`C:\x.pdf`:                             "C__x.pdf",
		"..":                                   "_",
		".":                                    "_",
		"":                                     "_",
		".bashrc":                              "_.bashrc",
		"CON":                                  "_CON",
		"con.pdf":                              "_con.pdf",
		"Nul .txt":                             "_Nul .txt",
		"lpt¹.txt":                             "_lpt¹.txt",
		"console.pdf":                          "console.pdf",
		"отчёт. . ":                            "отчёт",
		"a\u202efdp.exe":                       "afdp.exe",
		"a\x00b\nc":                            "ab c",
		"что?*.xlsx":                           "что__.xlsx",
		"a\xffb":                               "a\uFFFDb",
		"stream.txt:hidden":                    "stream.txt_hidden",
		"И\u0306.pdf":                          "Й.pdf",
		strings.Repeat("я", 150):               strings.Repeat("я", 100),
		strings.Repeat("я", 150) + ".tar.xlsx": strings.Repeat("я", 97) + ".xlsx",
	} {
		if got := app.AsFileName(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

func FuzzAsFileName(f *testing.F) {
	for _, seed := range []string{"../x", "con .", "..con", " .a", "a\u00a0.", "COM1.tar.gz", "_", "Привет.pdf", ". .", "\u202e.exe", strings.Repeat("é.", 150)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		name := app.AsFileName(text)
		if again := app.AsFileName(name); again != name {
			t.Fatalf("%q becomes %q, and that %q", text, name, again)
		}
		if name == "" || len(name) > 210 || !utf8.ValidString(name) || strings.ContainsAny(name, "/\\:*?\"<>|\x00\n") || filepath.Base(name) != name ||
			strings.HasPrefix(name, ".") || strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") {
			t.Fatalf("%q becomes %q", text, name)
		}
		if folder := t.TempDir(); filepath.Dir(filepath.Join(folder, name)) != folder {
			t.Fatalf("%q leads out: %q", text, name)
		}
	})
}
