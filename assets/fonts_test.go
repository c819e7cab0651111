package assets_test

import (
	"strings"
	"testing"

	"technopark/assets"
)

func TestFontsAreTrueTypeFilesWithTheirLicence(t *testing.T) {
	set := assets.Fonts()
	faces := map[string]string{
		"serif": set.Serif, "serif bold": set.SerifBold, "serif italic": set.SerifItalic,
		"serif bold italic": set.SerifBoldItalic, "sans": set.Sans, "sans bold": set.SansBold,
	}
	seen := map[string]string{}
	for name, file := range faces {
		if !strings.HasPrefix(file, "\x00\x01\x00\x00") {
			t.Errorf("%s: not a TrueType file", name)
		}
		if other, ok := seen[file]; ok {
			t.Errorf("%s and %s are the same file", name, other)
		}
		seen[file] = name
	}
	for _, want := range []string{"SIL OPEN FONT LICENSE Version 1.1", "Reserved Font Name Liberation"} {
		if !strings.Contains(assets.FontLicence(), want) {
			t.Errorf("licence lacks %q", want)
		}
	}
}
