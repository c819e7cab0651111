package attach_test

import (
	"errors"
	"os"
	"slices"
	"testing"

	"technopark/reports/attach"
)

func TestSayingReadsBothWaysOfWriting(t *testing.T) {
	path, _ := appended(t, document(attach.PDF, paper(t, a4, a4)))
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := attach.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		words         string
		pages, itself []bool // itself: found without pdfium
	}{
		{"53ac3b18f855", []bool{false, false, true, true}, []bool{false, false, true, true}},
		{"л. 2", []bool{false, false, false, true}, []bool{false, false, false, true}},
		{"page1", []bool{true, false, true, false}, make([]bool, 4)}, // in a font of other bytes
		{"page3", make([]bool, 4), make([]bool, 4)},
	} {
		got, err := parsed.Saying(c.words)
		if err != nil || !slices.Equal(got, c.pages) {
			t.Errorf("%s stands on %v, %v, want %v", c.words, got, err, c.pages)
		}
		if got := parsed.Written(c.words); !slices.Equal(got, c.itself) {
			t.Errorf("%s is found without pdfium on %v, want %v", c.words, got, c.itself)
		}
	}
}

func TestSayingRefusesWhatPdfiumCannotOpen(t *testing.T) {
	if says, err := attach.SayingOfLost(paper(t, a4), "page1"); !errors.Is(err, attach.ErrDamaged) {
		t.Errorf("%v, %v", says, err)
	}
}
