package ui

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/regulation"
	"technopark/app/submission"
	"technopark/app/ui/port"
	"technopark/storage"
)

// packageOf makes the final package of a park and returns its path.
func packageOf(t *testing.T, s *shell) string {
	t.Helper()
	dir := t.TempDir()
	req := submission.Request{Park: s.desk.Park, Year: 2020, Dir: dir, Now: now(), Final: true, Parts: []string{"title", "indicators"}}
	out, err := submission.Finalise(t.Context(), s.desk.Store, regulation.Program(), req, func(int) string { return "редакция" }, "tester", nil)
	if err != nil {
		t.Fatal(err)
	}
	return out.PDF
}

func TestOpeningAPackageInspectsIt(t *testing.T) {
	s := sampleShell(t)
	path := packageOf(t, s)
	s.OpenFile(path)
	if text := s.asked(); strings.Contains(text, "■") || strings.Count(text, "●") != 11 {
		t.Errorf("told %q", text)
	}
	s.press("Показать листы")
	if s.win.Canvas().Overlays().Top() == nil {
		t.Error("the sheets are not shown")
	}
	pdf, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for name, as := range map[string]struct {
		bytes []byte
		want  string
		marks int
	}{
		"сохранён.pdf": {append(slices.Clone(pdf), ' '), "показывает и говорит то же самое", 0},
		"изменён.pdf":  {bytes.ReplaceAll(pdf, []byte("/MediaBox [0 0 595"), []byte("/MediaBox [0 0 695")), "Файл изменён", 4},
	} {
		changed := filepath.Join(filepath.Dir(path), name)
		if err := os.WriteFile(changed, as.bytes, 0o600); err != nil {
			t.Fatal(err)
		}
		s.win.Canvas().Overlays().Remove(s.win.Canvas().Overlays().Top())
		s.OpenFile(changed)
		if text := s.asked(); strings.Count(text, "■") != as.marks || !strings.Contains(text, as.want) {
			t.Errorf("%s: told %q", name, text)
		}
	}
}

func TestSubmissionIsOpenedFromThePackage(t *testing.T) {
	s := sampleShell(t)
	path := packageOf(t, s)
	target := filepath.Join(t.TempDir(), "снова.tpark")
	s.options.CreateFrom = func(_ string, from *submission.Inspection) (port.Store, error) {
		return storage.CreateFilled(target, storage.Options{Who: "tester", Now: now}, "из пакета", func(ctx context.Context, tx app.Tx) error {
			return submission.FillFrozen(ctx, tx, from)
		})
	}
	pdf, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	found, err := submission.Inspect(t.Context(), pdf, nil)
	if err != nil {
		t.Fatal(err)
	}
	s.useFile(func(path string) (port.Store, error) { return s.options.CreateFrom(path, found) }, target)
	b, err := s.desk.Store.Book(t.Context(), 1)
	if err != nil || len(b.Of("resident")) < 95 || len(b.Of("revision")) != 1 || s.desk.Store.Path() != target {
		t.Errorf("%v, %s", err, s.desk.Store.Path())
	}
}
