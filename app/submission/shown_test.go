package submission_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/regulation"
	"technopark/app/submission"
	"technopark/reports/attach"
)

// What is not frozen is shown and printed as a draft, without a number nobody keeps; what
// is written is the final one, and from then on it is shown as it is.
func TestNothingUnkeptLooksFinal(t *testing.T) {
	d := signingDesk(t)
	ctx := context.Background()
	req := request("")
	req.Parts, req.Final, req.Reason = []string{"title", "card"}, true, "другой состав"
	made, err := submission.Make(ctx, d.Store, regulation.Program(), req, "Щукина", nil)
	if err != nil || made.Revision != 2 {
		t.Fatal(made.Revision, err)
	}
	shown, err := made.Shown(ctx, d.Store)
	if err != nil || !shown.Draft || shown.Name != "Пакет Пример 2020 черновик" || bytes.Equal(shown.PDF, bytesOf(t, made)) {
		t.Fatalf("%q, draft %v, %v", shown.Name, shown.Draft, err)
	}
	path := filepath.Join(t.TempDir(), "shown.pdf")
	if err := os.WriteFile(path, shown.PDF, 0o600); err != nil {
		t.Fatal(err)
	}
	text, pages := textOf(t, path)
	if pages != shown.Pages || strings.Contains(text, "едакция 2") {
		t.Errorf("%d pages of %d:\n%s", pages, shown.Pages, text)
	}
	i, err := submission.Inspect(ctx, shown.PDF, nil)
	if err != nil || !i.OK() || !i.Seal.Draft || i.Seal.Revision != 0 {
		t.Errorf("%q, %v", faults(i), err)
	}
	out, err := made.Write(ctx, d.Store, func(int) string { return "редакция" }, d.dir)
	if err != nil || out.Draft || app.Content(bytesOf(t, made)) != out.SHA256 {
		t.Fatalf("%+v, %v", out, err)
	}
	if shown, err = made.Shown(ctx, d.Store); err != nil || shown.Draft || shown.Name != "Пакет Пример 2020 редакция 2" || !bytes.Equal(shown.PDF, bytesOf(t, made)) {
		t.Errorf("once kept %q, draft %v, %v", shown.Name, shown.Draft, err)
	}
}

// A kept revision, a protocol and letters are shown and printed as a package is.
func TestAllPapersCanBeShown(t *testing.T) {
	d := signingDesk(t)
	shown, err := submission.ShowRevision(context.Background(), d.Store, d.revision())
	if err != nil || shown.Draft || shown.Name != d.name || !bytes.Equal(shown.PDF, d.read(d.name+".pdf")) {
		t.Errorf("revision %q, %v", shown.Name, err)
	}
	b, set := d.book(), rules(t)
	report := check.Run(set, b, 2020, nil)
	shown, err = submission.ShowProtocol(t.Context(), b, report, set, aprilDay, app.RU)
	if n, unread := attach.PageCount(shown.PDF); err != nil || unread != nil || n != shown.Pages || shown.Name != "Протокол проверки Пример 2020" {
		t.Errorf("protocol %q: %d of %d pages, %v", shown.Name, n, shown.Pages, err)
	}
	letters, err := submission.CheckPapers{Letters: t.TempDir()}.Write(t.Context(), b, report, set, aprilDay)
	if err != nil {
		t.Fatal(err)
	}
	shown, err = submission.ShowLetters(context.Background(), b, report, set, aprilDay, app.EN)
	if n, unread := attach.PageCount(shown.PDF); err != nil || unread != nil || n != shown.Pages || n != len(letters) {
		t.Errorf("letters: %d of %d pages, %d written, %v, %v", n, shown.Pages, len(letters), err, unread)
	}
	report.Findings = nil
	if shown, err = submission.ShowLetters(context.Background(), b, report, set, aprilDay, app.RU); err != nil || shown.Pages != 0 {
		t.Errorf("nobody to write to: %d pages, %v", shown.Pages, err)
	}
}
