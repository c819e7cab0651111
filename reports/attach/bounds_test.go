package attach_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"technopark/reports/attach"
)

// What unpacks to far more than anybody attaches is left where it is.
func TestCarriedBombStaysPacked(t *testing.T) {
	bomb := attach.File{Name: "bomb.bin", MIME: "application/octet-stream", Relation: "Data", Data: make([]byte, attach.MaxBytes+1)}
	small := attach.File{Name: "small.txt", MIME: "text/plain", Relation: "Data", Data: []byte("мало")}
	data, _, err := attach.Whole(paper(t, a4), nil, []attach.File{bomb, small}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(data) > 1<<20 {
		t.Fatalf("the bomb is packed to %d bytes only", len(data))
	}
	files, err := parsed(t, data).Carried()
	if _, there := files["bomb.bin"]; err != nil || there || string(files["small.txt"]) != "мало" {
		t.Errorf("%d files, %v", len(files), err)
	}
}

// A page may name one piece of content any number of times.
func TestPageOfEndlessContentIsNotPutTogether(t *testing.T) {
	piece := strings.Repeat("q Q ", 1<<18)
	page := box + "/Resources<</XObject<</A 6 0 R/B 6 0 R>>>>/Contents[" + strings.Repeat("4 0 R ", 200) + "]"
	data := bytes.Replace(raw(page, piece, "<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Length 0>>stream\n\nendstream"), []byte("/Contents 4 0 R"), nil, 1)
	if _, err := parsed(t, data).Digests(sealName); !errors.Is(err, attach.ErrDamaged) || !errors.Is(err, attach.ErrTooBig) {
		t.Errorf("%v", err)
	}
}

// Pages share one list of pictures; each answers for those it draws and for no other.
func TestPictureCountsWhereItIsDrawn(t *testing.T) {
	const pages = 5
	data := shared(t, pages)
	before, err := parsed(t, data).Digests(sealName)
	if err != nil {
		t.Fatal(err)
	}
	ink := []byte("/Subtype /Image")
	for n := range pages {
		at := 0
		for range n + 1 {
			at += bytes.Index(data[at:], ink) + len(ink)
		}
		other := bytes.Clone(data)
		copy(other[at:], bytes.Replace(data[at:at+40], []byte("/Width 40"), []byte("/Width 41"), 1))
		after, err := parsed(t, other).Digests(sealName)
		if err != nil {
			t.Fatal(err)
		}
		var differ []string
		for i := range pages {
			if before.Pages[i] != after.Pages[i] {
				differ = append(differ, fmt.Sprint(i))
			}
		}
		if len(differ) != 1 {
			t.Errorf("picture %d: pages %v differ", n, differ)
		}
	}
}
