package attach_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"technopark/reports/attach"
)

const sealName = "seal.txt"

// sealed is a package of two sheets with a document of two behind, a file and a seal.
func sealed(t testing.TB) ([]byte, attach.Digests) {
	t.Helper()
	var found attach.Digests
	seal := &attach.Seal{Name: sealName, Make: func(d attach.Digests) (attach.File, error) {
		found = d
		return attach.File{Name: sealName, MIME: "text/plain", Relation: "Data", Data: []byte(fmt.Sprint(d))}, nil
	}}
	docs := []*attach.Prepared{prepared(t, document(attach.PDF, paper(t, a4, [2]float64{400, 300})))}
	files := []attach.File{
		{Name: "one.txt", MIME: "text/plain", Relation: "Data", Data: []byte("один"), Date: time.Unix(0, 0)},
		{Name: "two.bin", Shown: "два.bin", MIME: "application/octet-stream", Relation: "Source", Packed: true, Data: []byte{0, 1, 2}},
	}
	out, _, err := attach.Whole(paper(t, a4, a4), docs, files, seal)
	if err != nil {
		t.Fatal(err)
	}
	return out, found
}

func parsed(tb testing.TB, data []byte) *attach.Parsed {
	tb.Helper()
	p, err := attach.Parse(data)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

func digestsOf(t *testing.T, data []byte) attach.Digests {
	t.Helper()
	d, err := parsed(t, data).Digests(sealName)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestSealIsOfWhatIsWritten(t *testing.T) {
	data, found := sealed(t)
	if d := digestsOf(t, data); !slices.Equal(d.Pages, found.Pages) || d.Rest != found.Rest || len(d.Pages) != 4 {
		t.Errorf("read %v, sealed %v", d, found)
	}
	if !attach.Intact(data) {
		t.Error("what was just written is not intact")
	}
}

func TestCarriedFilesComeBack(t *testing.T) {
	data, found := sealed(t)
	files, err := parsed(t, data).Carried()
	if err != nil || len(files) != 3 || string(files["one.txt"]) != "один" || !bytes.Equal(files["two.bin"], []byte{0, 1, 2}) || string(files[sealName]) != fmt.Sprint(found) {
		t.Errorf("%q, %v", files, err)
	}
}

// Another program that writes the same sheets down anew changes no digest; but the file is
// not the one that was made.
func TestSavedAnewShowsTheSame(t *testing.T) {
	data, found := sealed(t)
	for _, how := range [][]string{{"--object-streams=generate"}, {"--linearize"}, {"--qdf", "--stream-data=preserve"}} {
		again := qpdf(t, data, how...)
		if d := digestsOf(t, again); !slices.Equal(d.Pages, found.Pages) {
			t.Errorf("%v: pages %v, sealed %v", how, d.Pages, found.Pages)
		}
		if attach.Intact(again) {
			t.Errorf("%v: taken for what was made", how)
		}
	}
}

func TestEveryByteCounts(t *testing.T) {
	data, _ := sealed(t)
	for at := 0; at < len(data); at += max(1, len(data)/200) {
		other := bytes.Clone(data)
		other[at] ^= 1
		if attach.Intact(other) {
			t.Errorf("byte %d of %d does not count", at, len(data))
		}
	}
	for _, other := range [][]byte{append(bytes.Clone(data), '\n'), data[:len(data)-1], nil} {
		if attach.Intact(other) {
			t.Errorf("%d bytes of %d are taken for all", len(other), len(data))
		}
	}
}

// What is changed on one sheet, or round the sheets, changes its digest and no other.
func TestDigestsSayWhere(t *testing.T) {
	data, found := sealed(t)
	plain := qpdf(t, data, "--qdf", "--stream-data=preserve", "--object-streams=disable")
	for _, c := range []struct {
		name  string
		data  []byte
		pages []int // that differ
		rest  bool
	}{
		{"a sheet turned", qpdf(t, data, "--rotate=+90:2"), []int{2}, false},
		{"sheets swapped", qpdf(t, data, "--remove-unreferenced-resources=no", "--pages", ".", "2,1,3,4", "--"), []int{1, 2}, false},
		{"a title changed", change(plain, "one.txt", "0ne.txt"), nil, true},
		{"a document's sheet covered", qpdf(t, data, "--overlay", overlay(t), "--to=3", "--"), []int{3}, false},
	} {
		d := digestsOf(t, c.data)
		var differ []int
		for i, sum := range d.Pages {
			if sum != found.Pages[i] {
				differ = append(differ, i+1)
			}
		}
		if !slices.Equal(differ, c.pages) || c.rest && d.Rest == found.Rest {
			t.Errorf("%s: sheets %v differ, the rest %v", c.name, differ, d.Rest != found.Rest)
		}
	}
}

// overlay writes a page to be laid over another and returns its path.
func overlay(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "over.pdf")
	if err := os.WriteFile(path, raw(box, hello), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// What comes from outside must neither stop the program nor fill the memory.
func FuzzParse(f *testing.F) {
	whole, _ := sealed(f)
	f.Add(whole)
	f.Add(raw(box, hello))
	f.Fuzz(func(_ *testing.T, data []byte) {
		p, err := attach.Parse(data)
		if err != nil {
			return
		}
		p.Carried()
		p.Digests(sealName)
	})
}
