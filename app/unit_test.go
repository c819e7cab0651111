package app

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func TestEnglishJoinsTheSignOfPerCentToItsNumber(t *testing.T) {
	for _, c := range []struct {
		unit string
		lang Lang
		want string
	}{{"%", RU, "16,7\u00a0%"}, {"%", EN, "16,7%"}, {"ha", EN, "16,7\u00a0ha"}, {"га", RU, "16,7\u00a0га"}} {
		if got := InUnit("16,7", c.unit, c.lang); got != c.want {
			t.Errorf("%s in %s: %q", c.unit, c.lang, got)
		}
	}
}

// English has one unit and several units.
func TestEnglishUnitsAgreeWithOne(t *testing.T) {
	for _, c := range []struct{ figure, unit, want string }{
		{"1", "units", "1\u00a0unit"},
		{"2", "units", "2\u00a0units"},
		{"1.0", "units", "1.0\u00a0units"},
		{"\u22121", "people", "\u22121\u00a0person"},
		{"1", "units per head", "1\u00a0unit per head"},
		{"1", "m²·days", "1\u00a0m²·days"},
		{"1", "thousand RUB", "1\u00a0thousand RUB"},
		{"1", "ha", "1\u00a0ha"},
		{"1", "pcs", "1\u00a0pc"},
		{"1", "%", "1%"},
		{"1", "", "1"},
	} {
		if got := InUnit(c.figure, c.unit, EN); got != c.want {
			t.Errorf("%s %s: %q", c.figure, c.unit, got)
		}
	}
	if got := InUnit("1", "ед.", RU); got != "1\u00a0ед." {
		t.Errorf("in Russian: %q", got)
	}
}

// A figure and its unit are put together by InUnit alone: whoever does it by hand says «5.6 %» and
// “1 units” in English. Megabytes, which are no unit of a figure, are left out.
func TestUnitsArePutToFiguresInOnePlace(t *testing.T) {
	byHand := regexp.MustCompile(`(?i)NBSP *\+ *[\w.()]*unit\b`)
	allowed := map[string]bool{"unit.go": true, "disk/fault.go": true, "cli/backup.go": true}
	for _, root := range []string{".", "../reports"} {
		err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || allowed[filepath.ToSlash(path)] {
				return err
			}
			text, err := os.ReadFile(path)
			if found := byHand.Find(text); found != nil {
				t.Errorf("%s: %q: use InUnit", path, found)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
