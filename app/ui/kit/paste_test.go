package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/i18n"
)

// formOf is a form of one type over values that are kept in memory.
func formOf(t *testing.T, typeKey string, names []app.Named) (f *Form, kept map[string]app.Value) {
	t.Helper()
	kept = map[string]app.Value{}
	window := test.NewTempWindow(t, nil)
	f = NewForm(app.TypeByKey(typeKey).Fields, Env{
		Lang: app.RU, Words: i18n.New(app.RU),
		Names: func() *app.Names { return app.NewNames(func(string) []app.Named { return names }) },
		Year:  func() int { return 2020 },
		Commit: func(changes map[string]app.Value) error {
			for key, v := range changes {
				kept[key] = v
			}
			return nil
		},
		Fail:  func(err error) { t.Error(err) },
		Focus: window.Canvas().Focus,
	})
	window.SetContent(f)
	return f, kept
}

// paste puts a text into an empty field as the keyboard does, and leaves the field.
func paste(f *Form, key, text string) *Input {
	in := f.Field(key)
	clipboard := test.NewClipboard()
	clipboard.SetContent(text)
	in.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	f.commit(in)
	return in
}

func TestPastedFigures(t *testing.T) {
	for text, want := range map[string]app.Value{
		"100\r\n":                    app.NumberValue(10_000_000),
		"\t1\u00a0234,5 тыс. руб.\n": app.NumberValue(123_450_000),
		"=100+200":                   app.NumberValue(30_000_000),
	} {
		f, kept := formOf(t, "resident_report", nil)
		paste(f, "revenue", text)
		if kept["revenue"] != want {
			t.Errorf("%q is kept as %+v: %s", text, kept["revenue"], f.Message("revenue"))
		}
	}
	for _, text := range []string{"100\n200", "100\r\n200\r\n", "100\t200", "5 руб."} {
		f, kept := formOf(t, "resident_report", nil)
		if in := paste(f, "revenue", text); len(kept) != 0 || f.Message("revenue") == "" {
			t.Errorf("%q is kept as %+v, shown as %q", text, kept["revenue"], in.Text)
		}
	}
}

func TestReferencesOfOneTitleAreToldApart(t *testing.T) {
	twins := []app.Named{{ID: 3, Title: "Альфа"}, {ID: 12, Title: "Альфа"}, {ID: 20, Title: "Сигма"}}
	f, kept := formOf(t, "contract", twins)
	paste(f, "resident", "Альфа")
	if len(kept) != 0 || f.Message("resident") == "" {
		t.Errorf("one of two is chosen: %v", kept)
	}
	in := f.Field("resident")
	in.choose(in.choices()[1])
	if kept["resident"] != app.NumberValue(12) {
		t.Errorf("the second of the list is %+v", kept["resident"])
	}
	g, kept := formOf(t, "contract", twins)
	paste(g, "resident", "Cиг")
	if kept["resident"] != app.NumberValue(20) {
		t.Errorf("a Latin C finds %+v", kept["resident"])
	}
}
