package card

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/ui/desktest"
)

// The card goes on paper whole: fields that the window has no room for, and what belongs to it.
func TestCardIsPrinted(t *testing.T) {
	d := desktest.New(t)
	s := New(d.Desk).(*Screen)
	d.Show(s)
	doc := &app.Document{Head: app.Head{Park: d.Park}, Title: "Справка о выручке", Kind: "contract", Pages: app.Of(app.Count(14))}
	d.Save(t, doc)
	d.Save(t, &app.DocumentLink{Head: app.Head{Park: d.Park}, Document: doc.ID, Subject: "resident/1"})
	s.ShowCard(app.Place{Type: "resident", ID: 1})
	shown := d.PaperOf(t, s.Print)
	if !strings.Contains(shown.Name, "СолнцеГрань") || shown.Pages < 1 {
		t.Errorf("%d pages of %q", shown.Pages, shown.Name)
	}
	if pressed := d.PaperOf(t, func() { desktest.Press(t, s.Content(), "Напечатать") }); pressed.Name != shown.Name {
		t.Errorf("the button prints %q", pressed.Name)
	}
	text := textOf(t, shown.PDF)
	for _, wanted := range []string{"2020 год", "Документы: 1 запись", "Справка о выручке", "14 стр."} {
		if !strings.Contains(text, wanted) {
			t.Errorf("%q is not on the paper: %.400s", wanted, text)
		}
	}
}

// textOf returns the words of a PDF, a space between two.
func textOf(t *testing.T, pdf []byte) string {
	t.Helper()
	cmd := exec.Command("pdftotext", "-", "-")
	cmd.Stdin = bytes.NewReader(pdf)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(string(out)), " ")
}
