package collecting

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/collection"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
)

// dialog returns the lists, the entries and the boxes of the dialog on the screen.
func dialogOf(t *testing.T, d *desktest.Desk) ([]*kit.Select, []*kit.Entry, []*kit.Check) {
	t.Helper()
	top := d.Window.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("no dialog")
	}
	return desktest.All[*kit.Select](top), desktest.All[*kit.Entry](top), desktest.All[*kit.Check](top)
}

// Whose report was entered by hand is not counted as one who is still to be asked, as over the list.
func TestSendingCountsThoseNotAskedAsTheListDoes(t *testing.T) {
	d, s := shown(t)
	s.onSend(nil)
	choices, _, _ := dialogOf(t, d)
	if said := strings.Join(choices[0].Options, "; "); s.of.Count(collection.NotSent) != 0 || strings.Contains(said, "ещё не послана") {
		t.Errorf("nobody is left to be asked, and it offers %q", said)
	}
}

func TestQuestionnairesAreSentToThoseTicked(t *testing.T) {
	d, s := shown(t)
	dir := filepath.Join(t.TempDir(), "анкеты")
	s.onSend([]int64{s.named(t, "ООО «Препрег-П»"), s.named(t, "ООО «Графен-Объём»")})
	choices, entries, _ := dialogOf(t, d)
	if choices[0].Selected != "выбранным: 2" {
		t.Fatalf("to whom: %q of %q", choices[0].Selected, choices[0].Options)
	}
	due, folder := entries[0], entries[1]
	if due.Text != "18.06.2021" { // what the others had has passed
		t.Errorf("offered %q", due.Text)
	}
	due.SetText("1.4.2021")
	if b := desktest.Button(t, d.Window.Canvas().Overlays().Top(), "Сделать 2 анкеты"); !strings.Contains(b.Why(), "Срок уже прошёл") {
		t.Errorf("a day that has passed is taken: %q", b.Why())
	}
	due.SetText("15.06.2021")
	folder.SetText(dir)
	d.Press(t, "Сделать 2 анкеты")
	if len(d.Failed) > 0 || !strings.Contains(d.Asked(), "2 анкеты") {
		t.Fatalf("failed %v, said %q", d.Failed, d.Asked())
	}
	d.Press(t, "ОК")
	sheets, letters := 0, 0
	for _, name := range desktest.FilesIn(t, dir) {
		switch {
		case strings.HasPrefix(name, "Анкета") && strings.HasSuffix(name, ".xlsx"):
			sheets++
		case strings.HasSuffix(name, ".pdf"):
			letters++
		}
	}
	if sheets != 2 || letters != 2 {
		t.Errorf("files: %q", desktest.FilesIn(t, dir))
	}
	for _, short := range []string{"ООО «Препрег-П»", "ООО «Графен-Объём»"} {
		row, _ := s.of.Of(s.named(t, short))
		if row.State != collection.Sent || row.Sheet.Sent != today || row.Sheet.Due != app.Day(2021, 6, 15) {
			t.Errorf("%s: %s on %v until %v", short, row.State.Key(), row.Sheet.Sent, row.Sheet.Due)
		}
	}
	if step, ok, err := d.Store.NextUndo(d.Ctx()); err != nil || !ok || step.What != "посланы: 2 анкеты" {
		t.Errorf("the step is %q, %v", step.What, err)
	}
}

// What stands where the folder is to be is told, and nothing is noted as sent.
func TestSendingIntoAFileIsRefused(t *testing.T) {
	d, s := shown(t)
	s.period.SetSelectedIndex(1)
	s.onSend(nil)
	choices, entries, boxes := dialogOf(t, d)
	if !strings.HasPrefix(choices[0].Selected, "кому ещё не послана: ") || choices[1].Selected != "I квартал 2020\u00a0г." {
		t.Fatalf("offered %q for %q", choices[0].Selected, choices[1].Selected)
	}
	boxes[0].SetChecked(false)
	file := filepath.Join(t.TempDir(), "занято")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	entries[1].SetText(file)
	for _, b := range desktest.All[*kit.Button](d.Window.Canvas().Overlays().Top()) {
		if strings.HasPrefix(b.Text, "Сделать ") {
			b.OnTapped()
		}
	}
	if len(d.Failed) != 1 || s.of.Begun() {
		t.Errorf("failed %v, begun %v", d.Failed, s.of.Begun())
	}
}

func TestNobodyIsAskedWhenAllHaveAnswered(t *testing.T) {
	d := desktest.Small(t)
	s := New(d.Desk).(*Screen)
	d.Show(s)
	s.onSend(nil)
	b := desktest.Button(t, d.Window.Canvas().Overlays().Top(), "Сделать 0 анкет")
	if !strings.Contains(b.Why(), "Посылать некому") {
		t.Errorf("why %q", b.Why())
	}
}
