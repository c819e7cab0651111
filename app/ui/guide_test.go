package ui

import (
	"os"
	"strings"
	"testing"

	"technopark/app"
)

// The guide lists what stands in the navigation, and the help of keys says what deletes as the
// menu and the guide do.
func TestGuideNamesTheSections(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { onePark(save) })
	raw, err := os.ReadFile("../../assets/docs/guide.md")
	if err != nil {
		t.Fatal(err)
	}
	guide := strings.Join(strings.Fields(string(raw)), " ")
	_, list, _ := strings.Cut(guide, "Слева в окне — разделы:")
	list, _, _ = strings.Cut(list, "## ")
	for _, e := range listed(specialScreens()) {
		if title := e.title(s.desk); !strings.Contains(strings.ToLower(list), strings.ToLower(title)) {
			t.Errorf("the guide does not list «%s»", title)
		}
	}
	for _, typ := range navigationOrder() {
		if title := strings.ToLower(typ.Many.RU); !strings.Contains(strings.ToLower(list), title) {
			t.Errorf("the guide does not list «%s»", title)
		}
	}
	for what, text := range map[string]string{"guide": guide, "help": s.desk.T("ui.keys")} {
		if !strings.Contains(text, "Ctrl+Delete") {
			t.Errorf("the %s does not say what Ctrl+Delete does", what)
		}
	}
}
