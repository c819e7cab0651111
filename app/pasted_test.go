package app

import "testing"

func TestPastedPath(t *testing.T) {
	for text, want := range map[string]string{
		"":                           "",
		" \t\u200b":                  "",
		"/a/b c.tpark":               "/a/b c.tpark",
		" \"/a/b  c.tpark\"\r\n":     "/a/b  c.tpark",
		"«/a/Ёлка.tpark»":            "/a/Ёлка.tpark",
		"\u202a/a/b.tpark\u202c":     "/a/b.tpark", // as Windows copies a path from its properties
		"\ufeff'/a/b'\u00a0":         "/a/b",
		"file:///a/%D0%B9%20b.tpark": "/a/й b.tpark",
		"file://localhost/a":         "/a",
		"file://server/a":            "file://server/a",
		`C:\Документы\парк.tpark`:    `C:\Документы\парк.tpark`,
		`"C:\Мои документы\парк.tpark"`: `C:\Мои документы\парк.tpark`,
		"/a/«b»":     "/a/«b»",
		"\"half":     "\"half",
		"100%.tpark": "100%.tpark",
	} {
		if got := PastedPath(text); got != want {
			t.Errorf("%q means %q, not %q", text, got, want)
		}
	}
}
