package pdf_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"technopark/reports/doc"
)

// tool runs a program of poppler-utils or qpdf (.ci/setup installs them) on
// the PDF and returns what it prints.
func tool(t *testing.T, out []byte, name string, args ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "out.pdf")
	if err := os.WriteFile(file, out, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "FILE" {
			args[i] = file
		}
	}
	printed, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, printed)
	}
	return string(printed)
}

func check(t *testing.T, out []byte) {
	t.Helper()
	if s := tool(t, out, "qpdf", "--check", "FILE"); strings.Contains(s, "WARNING") {
		t.Error(s)
	}
}

func pdftotext(t *testing.T, out []byte, flags ...string) string {
	t.Helper()
	return tool(t, out, "pdftotext", append(flags, "FILE", "-")...)
}

// pages returns the text of every page.
func pages(t *testing.T, out []byte, flags ...string) []string {
	t.Helper()
	all := strings.Split(pdftotext(t, out, flags...), "\f")
	return all[:len(all)-1]
}

func TestFileIsSound(t *testing.T) {
	out, info := render(t, sample())
	check(t, out)
	about := tool(t, out, "pdfinfo", "FILE")
	for _, want := range []string{
		"Пакет документов на рейтинг 2021", "АО «УК „Пример“»", "Национальный рейтинг технопарков России", "Технопарк 0.1",
		"CreationDate:    Mon Mar 15 00:00:00 2021", "ModDate:         Mon Mar 15 00:00:00 2021", fmt.Sprintf("Pages:           %d\n", info.Pages), "(A4)",
	} {
		if !strings.Contains(about, want) {
			t.Errorf("pdfinfo lacks %q:\n%s", want, about)
		}
	}
	if !bytes.Contains(out, []byte("/Type /Catalog\n/Lang (ru-RU)\n")) {
		t.Error("the catalogue names no language")
	}
}

func TestFontsAreEmbeddedSubsets(t *testing.T) {
	out, _ := render(t, sample())
	lines := strings.Split(strings.TrimSpace(tool(t, out, "pdffonts", "FILE")), "\n")[2:]
	if len(lines) < 4 {
		t.Fatalf("fonts: %q", lines)
	}
	sound := regexp.MustCompile(`^[A-Z]{6}\+Liberation(Serif|Sans)\S* .*Identity-H +yes yes yes`)
	for _, l := range lines {
		if !sound.MatchString(l) {
			t.Errorf("not an embedded subset with text: %s", l)
		}
	}
	if len(out) > 400_000 {
		t.Errorf("%d bytes: the fonts are not cut to what is used", len(out))
	}
}

func TestContentsNameTheRealPages(t *testing.T) {
	out, info := render(t, sample())
	text := pages(t, out, "-layout")
	if len(text) != info.Pages {
		t.Fatalf("%d pages of text, %d pages", len(text), info.Pages)
	}
	entry := regexp.MustCompile(`(?m)^ *(\S.*?) +(?:\. )+\.? *(\d+)$`)
	found := entry.FindAllStringSubmatch(text[1], -1)
	if len(found) != len(info.Contents) || len(found) < 10 {
		t.Fatalf("%d lines of contents, %d entries:\n%s", len(found), len(info.Contents), text[1])
	}
	for i, m := range found {
		page, err := strconv.Atoi(m[2])
		if err != nil || page != info.Contents[i].Page || m[1] != info.Contents[i].Title {
			t.Errorf("printed %q %s, entry %+v", m[1], m[2], info.Contents[i])
		}
		if !strings.Contains(text[page-1], m[1]) {
			t.Errorf("%q is not on page %d", m[1], page)
		}
	}
}

// A contents of several pages moves everything after it, itself included.
func TestLongContentsAreCounted(t *testing.T) {
	d := one(doc.Contents{})
	for i := range 120 {
		d.Sections = append(d.Sections, doc.Section{Title: fmt.Sprintf("Часть-%d.", i), InContents: true, NewPage: true})
	}
	out, info := render(t, d)
	text := pages(t, out)
	for _, e := range info.Contents {
		if !strings.Contains(text[e.Page-1], e.Title) {
			t.Errorf("%q is not on page %d", e.Title, e.Page)
		}
	}
	if info.Contents[0].Page < 3 {
		t.Errorf("120 entries on %d page", info.Contents[0].Page-1)
	}
}

func TestOutlinePointsAtTheTitles(t *testing.T) {
	out, info := render(t, sample())
	type node struct {
		Title string
		Page  int `json:"destpageposfrom1"`
		Kids  []node
	}
	var parsed struct{ Outlines []node }
	if err := json.Unmarshal([]byte(tool(t, out, "qpdf", "--json", "--json-key=outlines", "FILE")), &parsed); err != nil {
		t.Fatal(err)
	}
	at := map[string]int{}
	for _, n := range parsed.Outlines {
		at[n.Title] = n.Page
		for _, k := range n.Kids {
			at[k.Title] = k.Page
		}
	}
	for _, e := range info.Contents {
		if at[e.Title] != e.Page {
			t.Errorf("outline leads %q to page %d, contents to %d", e.Title, at[e.Title], e.Page)
		}
	}
	if at["Титульный лист"] != 1 || len(parsed.Outlines) != 7 {
		t.Errorf("outline: %v", at)
	}
}

func TestEveryPageHasNumberFootAndDraft(t *testing.T) {
	d := sample()
	out, info := render(t, d)
	for i, text := range pages(t, out, "-raw") {
		plain := strings.ReplaceAll(text, "\u00a0", " ")
		for _, want := range []string{fmt.Sprintf("лист %d из %d", i+1, info.Pages), "Технопарк в сфере высоких", "рейтинг 2021 г., редакция 3", "данные 3f2a9c10", "ЧЕРНОВИК"} {
			if !strings.Contains(plain, want) {
				t.Errorf("page %d lacks %q", i+1, want)
			}
		}
		number := regexp.MustCompile(fmt.Sprintf(`(?m)^%d$`, i+1)).MatchString(text)
		if number != (i > 0) && i == 0 {
			t.Error("the first sheet has a page number")
		} else if i > 0 && !number {
			t.Errorf("page %d has no number", i+1)
		}
	}
	d.Draft = false
	if final, _ := render(t, d); strings.Contains(pdftotext(t, final, "-raw"), "ЧЕРНОВИК") {
		t.Error("a final paper is marked as a draft")
	}
}

func TestEveryRowIsInTheText(t *testing.T) {
	out, _ := render(t, sample())
	joined := strings.NewReplacer(" ", "", "\n", "", "\u00a0", "")
	for _, mode := range []string{"-raw", "-q"} { // in order of drawing; as a reader would read
		text := joined.Replace(pdftotext(t, out, mode))
		for _, r := range register("", 95).Blocks[0].(doc.Table).Rows[:95] {
			for _, c := range r.Cells {
				if !strings.Contains(text, joined.Replace(c.Text)) {
					t.Errorf("%s: the text lacks %q", mode, c.Text)
				}
			}
		}
	}
}
