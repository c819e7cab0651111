package hush_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"fyne.io/fyne/v2/lang"

	"technopark/app/ui/hush"
)

// TestToolkitStartsSilently starts this very program, in which the toolkit is, with a
// language the toolkit cannot read.
func TestToolkitStartsSilently(t *testing.T) {
	if os.Getenv("HUSH_TEST_CHILD") != "" {
		return
	}
	for _, language := range []string{"C", "C.UTF-8", "POSIX", "ru_RU.UTF-8", "xx", "not a language"} {
		child := exec.Command(os.Args[0], "-test.run=^TestToolkitStartsSilently$")
		child.Env = append(os.Environ(), "HUSH_TEST_CHILD=1", "LC_ALL="+language, "LANG="+language, "LANGUAGE=")
		out, err := child.CombinedOutput()
		if err != nil || strings.TrimSpace(string(out)) != "PASS" {
			t.Errorf("%s: %v, says %q", language, err, out)
		}
	}
	hush.End()
	if lang.SystemLocale() == "" {
		t.Error("the toolkit is not in this program")
	}
}
