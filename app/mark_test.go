package app

import (
	"testing"
)

func TestMarksAreToldByShapeAndWord(t *testing.T) {
	shapes, words := map[string]Mark{}, map[string]Mark{}
	for _, m := range Marks() {
		if m.Shape() == "" || shapes[m.Shape()] != NoMark {
			t.Errorf("the shape of %d is %q", m, m.Shape())
		}
		if w := m.Word(); w.RU == "" || w.EN == "" || words[w.RU] != NoMark {
			t.Errorf("the word of %d is %v", m, w)
		}
		shapes[m.Shape()], words[m.Word().RU] = m, m
		if got := MarkOf(m.Before("есть замечания")); got != m {
			t.Errorf("a text marked %v is read as %v", m, got)
		}
	}
	if got, want := MarkWarning.In(RU), "▲\u00a0предупреждение"; got != want {
		t.Errorf("%q, not %q", got, want)
	}
	if got := NoMark.Before("текст"); got != "текст" || MarkOf(got) != NoMark || MarkOf("") != NoMark {
		t.Errorf("what has no mark is %q", got)
	}
}
