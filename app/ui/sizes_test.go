package ui

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// rawSize finds a size of what is shown that is said in pixels: a number of three digits given to Resize or
// Within outside kit.Pixels.
var rawSize = regexp.MustCompile(`(Resize|Within)\(.*[ (,]\d{3}\b`)

// Sizes grow with the texts in them: a dialog as wide at 200 % as at 100 % cuts what there is room for.
func TestSizesAreSaidInUnits(t *testing.T) {
	scaled := regexp.MustCompile(`Pixels\([^()]*\)`)
	seen := 0
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.HasPrefix(path, "desktest") {
			return err
		}
		source, err := os.ReadFile(path)
		for i, line := range strings.Split(string(source), "\n") {
			if strings.Contains(line, "Within(") || strings.Contains(line, "Resize(") {
				seen++
			}
			if rawSize.MatchString(scaled.ReplaceAllString(line, "units")) {
				t.Errorf("%s:%d says a size in pixels: %s", path, i+1, strings.TrimSpace(line))
			}
		}
		return err
	})
	if err != nil || seen < 100 {
		t.Errorf("%d sizes, %v", seen, err)
	}
}
