package submission_test

import (
	"context"
	"encoding/json"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"technopark/app"
	"technopark/app/i18n"
	"technopark/app/regulation"
	"technopark/app/submission"
)

// barePackage is a package without the files of its two documents, on sheets 3 and 4, made
// once for all who ask.
func barePackage(t *testing.T) []byte {
	t.Helper()
	m, err := bareMade()
	if err != nil {
		t.Fatal(err)
	}
	return bytesOf(t, m)
}

var bareMade = sync.OnceValues(func() (*submission.Made, error) {
	l, _, err := withPapers()
	if err != nil {
		return nil, err
	}
	req := request("")
	req.Parts, req.Bare = []string{"title", "inventory", "attachments"}, true
	return submission.Make(context.Background(), l, regulation.Program(), req, "", nil)
})

// forged gives a package another seal.
func forged(t *testing.T, pdf []byte, forge func(*submission.Seal)) []byte {
	t.Helper()
	var seal submission.Seal
	if err := json.Unmarshal(filesOf(t, pdf)[submission.SealName], &seal); err != nil {
		t.Fatal(err)
	}
	forge(&seal)
	data, err := json.Marshal(seal)
	if err != nil {
		t.Fatal(err)
	}
	return with(t, pdf, submission.SealName, data)
}

func redrawn(t *testing.T, pdf []byte) submission.Answer {
	t.Helper()
	i, err := submission.Inspect(t.Context(), pdf, nil)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(i.Answers, func(a submission.Answer) bool { return a.Ask == submission.AskRedraw })
	return i.Answers[at]
}

// The sheets of absent documents cannot be drawn; a seal that says they are elsewhere does
// not keep other sheets from being compared.
func TestForgedSealHidesNoSheet(t *testing.T) {
	over := savedBy(t, barePackage(t), "--overlay", sheet(t, "неправда"), "--to=1", "--")
	pdf := forged(t, over, func(s *submission.Seal) { s.Documents[0].First = 1 })
	if a := redrawn(t, pdf); a.OK || !slices.Contains(a.Changed, 1) {
		t.Errorf("%+v", a)
	}
}

// A seal made to harm is an answer, not a crash or a full memory.
func TestHostileSealIsSurvived(t *testing.T) {
	pdf := barePackage(t)
	for name, forge := range map[string]func(*submission.SealedDocument){
		"sheets before the first": func(d *submission.SealedDocument) { d.First = math.MinInt },
		"very many sheets":        func(d *submission.SealedDocument) { d.Sheets = math.MaxInt },
		"fewer than none":         func(d *submission.SealedDocument) { d.Sheets = -1 },
		"another record":          func(d *submission.SealedDocument) { d.ID = 99 },
	} {
		t.Run(name, func(t *testing.T) {
			a := redrawn(t, forged(t, pdf, func(s *submission.Seal) { forge(&s.Documents[0]) }))
			if name != "sheets before the first" && a.OK {
				t.Errorf("%+v", a)
			}
		})
	}
}

// Another version of the program in the seal excuses no sheet without a word: the same
// sheets are the same, and other ones leave the verdict open.
func TestAnotherVersionIsNoVerdict(t *testing.T) {
	pdf := barePackage(t)
	older := func(s *submission.Seal) { s.Program = "0.0.9" }
	if a := redrawn(t, forged(t, pdf, older)); !a.OK || a.Unasked {
		t.Errorf("the same sheets: %+v", a)
	}
	changed := savedBy(t, pdf, "--overlay", sheet(t, "неправда"), "--to=2", "--")
	i, err := submission.Inspect(t.Context(), forged(t, changed, older), nil)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(i.Answers, func(a submission.Answer) bool { return a.Ask == submission.AskRedraw })
	if a := i.Answers[at]; !a.Unasked || a.Detail != "0.0.9" || i.Complete() {
		t.Errorf("other sheets: %+v, complete %v", a, i.Complete())
	}
}

func TestVerdictSaysWhatWasLeftOpen(t *testing.T) {
	i, err := submission.Inspect(t.Context(), barePackage(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	if verdict := i.Sentences(i18n.New(app.RU), time.UTC)[1]; !strings.HasPrefix(verdict, "○ Расхождений не найдено, но проверено не всё") {
		t.Errorf("verdict %q", verdict)
	}
}
