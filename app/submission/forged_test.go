package submission_test

import (
	"context"
	"encoding/json"
	"math"
	"slices"
	"sync"
	"testing"

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
	return m.Bytes
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
