package composite_test

import (
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/composite"
)

// Tables come with any of three separators, decimal commas or points, groups of three, gaps
// written in several ways, quotes, and blank rows below.
func TestReadTable(t *testing.T) {
	for name, text := range map[string]string{
		"semicolons": "\ufeffu;a;b\r\nA;1 234,5;NA\r\nB;\"7\";−8\r\n;;\r\n",
		"tabs":       "u\ta\tb\nA\t1234.5\tн/д\nB\t7\t-8",
		"commas":     "u,a,b\nA,\"1\u00a0234,5\",\nB,7,-8\n\n",
		"exponent":   "u;a;b\nA;1.2345e3;—\nB;7;−8",
	} {
		t.Run(name, func(t *testing.T) {
			r := compute(t, with(plain("a", "b"), func(m *composite.Method) { m.Normalise = composite.Usual(composite.AsIs) }), table(t, text))
			if len(r.Units) != 2 {
				t.Fatalf("%d units, expected 2", len(r.Units))
			}
			for _, c := range []struct {
				unit int
				code string
				want composite.Value
			}{{0, "a", composite.Value{Number: 1234.5, Known: true}}, {0, "b", composite.Value{}}, {1, "a", composite.Value{Number: 7, Known: true}}, {1, "b", composite.Value{Number: -8, Known: true}}} {
				if got := r.Score(c.unit, c.code); got != c.want {
					t.Errorf("unit %d, %s: %v, expected %v", c.unit, c.code, got, c.want)
				}
			}
		})
	}
}

// What is no table is refused with the line.
func TestReadTableRefuses(t *testing.T) {
	for text, says := range map[string]string{
		"":                          "таблица пуста",
		"u\nA\nB":                   "один столбец",
		"u;a\nA;1;2":                "строка 2: ячеек 3, а в первой строке 2",
		"u,a,b\nA,1,5,2\nB,1,2":     "строка 2: ячеек 4",
		"u;a\nA;\"1\"2":             "строка 2: кавычки",
		"u;a\nA;1\nB;\"2\nC;3\nD;4": "кавычки",
	} {
		_, err := composite.ReadTable(text)
		refusal, ok := app.Refused(err)
		if reason, _ := refusal.Data["Reason"].(app.Text); !ok || !strings.Contains(reason.RU, says) {
			t.Errorf("%q: %v, expected %q", text, err, says)
		}
	}
}

func FuzzReadTable(f *testing.F) {
	f.Add("u;a;b\nA;1;2\nB;3;4")
	f.Add("u,a,b\n\"A\",1,\nB,-1e5,NA")
	f.Fuzz(func(t *testing.T, text string) {
		x, err := composite.New(plain("a", "b"))
		if err != nil {
			t.Fatal(err)
		}
		values, err := composite.ReadTable(text)
		if err == nil {
			_, err = x.Compute(values)
		}
		if _, ok := app.Refused(err); err != nil && !ok {
			t.Errorf("%q: %v is no refusal", text, err)
		}
	})
}
