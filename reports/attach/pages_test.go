package attach_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"technopark/reports/attach"
)

func TestParsePages(t *testing.T) {
	for choice, want := range map[string][]int{
		"": {1, 2, 3, 4, 5}, "2": {2}, "1-3, 5": {1, 2, 3, 5}, "3 – 4;1": {1, 3, 4}, "2,2-3": {2, 3}, " 4—5 ": {4, 5}, "2\u2009\u2212\u200b3": {2, 3},
	} {
		if got, err := attach.ParsePages(choice, 5); err != nil || !slices.Equal(got, want) {
			t.Errorf("%q: %v, %v", choice, got, err)
		}
	}
	for _, choice := range []string{"6", "0", "3-1", "1-", "а", ",", "1-9"} {
		if got, err := attach.ParsePages(choice, 5); !errors.Is(err, attach.ErrNoSuchPages) {
			t.Errorf("%q: %v, %v", choice, got, err)
		}
	}
}

func TestCutKeepsThePagesAndTheirWords(t *testing.T) {
	whole := paper(t, a4, a4, a4, a4)
	part, err := attach.Cut(context.Background(), whole, []int{2, 4})
	if err != nil {
		t.Fatal(err)
	}
	before, err := attach.Texts(whole)
	if err != nil {
		t.Fatal(err)
	}
	after, err := attach.Texts(part)
	if err != nil || len(after) != 2 || after[0] != before[1] || after[1] != before[3] || strings.TrimSpace(after[0]) == "" {
		t.Errorf("cut %q of %q, %v", after, before, err)
	}
	path := filepath.Join(t.TempDir(), "cut.pdf")
	if err := os.WriteFile(path, part, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("qpdf", "--check", path).CombinedOutput(); err != nil {
		t.Errorf("qpdf: %v\n%s", err, out)
	}
}

func TestSheetsOfADocument(t *testing.T) {
	p := prepared(t, attach.Document{Kind: attach.PDF, Data: paper(t, a4, a4, a4)})
	data := p.InMemory()
	if n, err := attach.PageCount(data); err != nil || n != 3 {
		t.Errorf("%d sheets, %v", n, err)
	}
	broken := prepared(t, attach.Document{Kind: attach.PDF, Data: []byte("не PDF"), Apart: []string{"Приложен отдельно"}})
	data = broken.InMemory()
	if texts, err := attach.Texts(data); err != nil || len(texts) != 1 || !strings.Contains(texts[0], "Приложен") {
		t.Errorf("%q, %v", texts, err)
	}
}
