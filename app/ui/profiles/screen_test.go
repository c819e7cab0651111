package profiles

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/ui/desktest"
)

const fewRules = `id = "few"
title = "Немногие правила"
version = "7"
year = 2021
[[rule]]
id = "EXPORT_SMALL"
level = "warning"
of = "resident_report"
field = "export"
holds = "export <= 100"
message = "много"
remedy = "проверьте"
`

func ruleFile(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "few.toml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestRulesAreReplacedAndBroughtBack(t *testing.T) {
	d := desktest.New(t)
	s := New(d.Desk).(*Screen)
	d.Show(s)
	if _, all := s.table.Len(); all != 21 || !strings.Contains(s.about.Text, "не является официальной") {
		t.Fatalf("%d indicators, %q", all, s.about.Text)
	}
	if !strings.HasPrefix(s.whole.Text, "S1.1. ") {
		t.Errorf("the chosen line reads %q", s.whole.Text)
	}
	s.kind.SetSelectedIndex(1)
	_, builtin := s.table.Len()
	if builtin < 100 || !s.reset.Disabled() {
		t.Fatalf("%d rules built in, reset disabled: %v", builtin, s.reset.Disabled())
	}
	s.loadFrom(ruleFile(t, fewRules))
	if _, all := s.table.Len(); all != 1 || !strings.Contains(s.about.Text, "Немногие правила") || d.Look().Report.Count("warning") < 10 {
		t.Fatalf("%d rules after loading, %q", all, s.about.Text)
	}
	test.Tap(s.reset)
	if _, all := s.table.Len(); all != builtin {
		t.Errorf("%d rules after going back to %d", all, builtin)
	}
	if _, err := d.Store.Undo(d.Ctx()); err != nil {
		t.Fatal(err)
	}
	s.Refresh()
	if _, all := s.table.Len(); all != 1 {
		t.Errorf("%d rules after the undo", all)
	}
}

func TestRefusedProfileChangesNothing(t *testing.T) {
	d := desktest.New(t)
	s := New(d.Desk).(*Screen)
	d.Show(s)
	s.loadFrom(ruleFile(t, strings.Replace(fewRules, "export <= 100", "nosuch > 1", 1)))
	if d.Window.Canvas().Overlays().Top() == nil {
		t.Error("nothing is said")
	}
	recs, err := d.Store.List(d.Ctx(), app.TypeByKey("profile"), 0)
	if err != nil || len(recs) != 0 {
		t.Errorf("%d profiles kept, %v", len(recs), err)
	}
}

func TestExportedProfileIsTheOneInForce(t *testing.T) {
	d := desktest.New(t)
	s := New(d.Desk).(*Screen)
	d.Show(s)
	path := filepath.Join(t.TempDir(), "method.toml")
	s.export(path, d.Look().Set.MethodFile.TOML)
	s.export(path, []byte("другое"))
	text, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(text, d.Look().Set.MethodFile.TOML) {
		t.Errorf("%d bytes, %v", len(text), err)
	}
}
