package submission_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"technopark/app/submission"
	"technopark/reports"
	"technopark/reports/attach"
	"technopark/reports/doc"
)

// savedBy has qpdf write a PDF anew, as an editor would.
func savedBy(t *testing.T, pdf []byte, arguments ...string) []byte {
	t.Helper()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.pdf"), filepath.Join(dir, "out.pdf")
	if err := os.WriteFile(in, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	if said, err := exec.Command("qpdf", append(arguments, in, out)...).CombinedOutput(); err != nil {
		t.Fatalf("qpdf %v: %v\n%s", arguments, err, said)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// unpacked is a PDF in which everything can be read and changed by hand.
func unpacked(t *testing.T, pdf []byte) []byte {
	return savedBy(t, pdf, "--qdf", "--normalize-content=n", "--object-streams=disable")
}

// swapped replaces the first occurrence of some bytes by as many others.
func swapped(t *testing.T, data []byte, from, to string) []byte {
	t.Helper()
	if len(from) != len(to) || !bytes.Contains(data, []byte(from)) {
		t.Fatalf("%q cannot be made %q", from, to)
	}
	return bytes.Replace(data, []byte(from), []byte(to), 1)
}

// utf16 is how the sheets write their words.
func utf16(s string) string {
	var b strings.Builder
	for _, r := range s {
		fmt.Fprintf(&b, "%c%c", byte(r>>8), byte(r))
	}
	return b.String()
}

// sheet writes a page to lay over another or to put in, and returns its path.
func sheet(t *testing.T, words string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sheet.pdf")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if _, err := reports.WritePDF(file, doc.Document{Sections: []doc.Section{{Blocks: []doc.Block{doc.Paragraph{Text: words}}}}}); err != nil {
		t.Fatal(err)
	}
	return path
}

func filesOf(t *testing.T, pdf []byte) map[string][]byte {
	t.Helper()
	parsed, err := attach.Parse(pdf)
	if err != nil {
		t.Fatal(err)
	}
	files, err := parsed.Carried()
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// with replaces one of the files a package carries; nil takes it out.
func with(t *testing.T, pdf []byte, name string, content []byte) []byte {
	t.Helper()
	files := maps.Clone(filesOf(t, pdf))
	if _, there := files[name]; !there {
		t.Fatalf("no %s in %v", name, slices.Sorted(maps.Keys(files)))
	}
	files[name] = content
	if content == nil {
		delete(files, name)
	}
	out, err := submission.WithFiles(pdf, files)
	if err != nil {
		t.Fatal(err)
	}
	return savedBy(t, out)
}

// TestTamperingIsTold changes a package in many ways; each must be told, and where it is.
func TestTamperingIsTold(t *testing.T) {
	pdf, out := packageOf(t)
	plain := unpacked(t, pdf)
	files := filesOf(t, pdf)
	value := submission.Values(out.Result)["S3.2"] // «12»
	document := out.Documents[0].First
	for _, c := range []struct {
		name   string
		pdf    []byte
		asks   string // that must be answered with no
		sheets []int  // that must be named by the seal; nil: not looked at
	}{
		{"one byte of the data", with(t, pdf, submission.DataName, swapped(t, files[submission.DataName], `"headcount":4`, `"headcount":5`)), "file code feet seal rest redraw", nil},
		{"an indicator of the data", with(t, pdf, submission.DataName, swapped(t, files[submission.DataName], `"S3.2":"`+value+`"`, `"S3.2":"99"`)), "file code feet values compute", nil},
		{"data taken out", with(t, pdf, submission.DataName, nil), "file data code seal rest", nil},
		{"data that are none", with(t, pdf, submission.DataName, []byte("{}")), "file data code feet", nil},
		{"the seal taken out", with(t, pdf, submission.SealName, nil), "file seal", nil},
		{"a seal of one's own", with(t, pdf, submission.SealName, []byte(`{"format":"technopark-seal-1"}`)), "file seal rest", nil},
		{"a document replaced", with(t, pdf, "document-001.pdf", []byte("%PDF-1.7 другой")), "file rest documents", nil},
		{"a figure on a sheet", swapped(t, plain, utf16("2020"), utf16("2030")), "file seal redraw", nil},
		{"a sheet taken out", savedBy(t, pdf, "--pages", ".", "1-2,4-z", "--"), "file seal redraw", nil},
		{"a sheet put in", savedBy(t, pdf, "--pages", ".", "1-3", sheet(t, "вставлен"), ".", "4-z", "--"), "file feet seal redraw", nil},
		{"sheets swapped", savedBy(t, pdf, "--remove-unreferenced-resources=no", "--pages", ".", "1,3,2,4-z", "--"), "file seal redraw", []int{2, 3}},
		{"something laid over a sheet", savedBy(t, pdf, "--overlay", sheet(t, "неправда"), "--to=2", "--"), "file seal redraw", []int{2}},
		{"something laid over a document", savedBy(t, pdf, "--overlay", sheet(t, "неправда"), fmt.Sprint("--to=", document), "--"), "file seal redraw", []int{document}},
		{"a sheet turned", savedBy(t, pdf, "--rotate=+90:2"), "file seal redraw", []int{2}},
		{"the title of the file", swapped(t, plain, "/Author <feff", "/Authos <feff"), "file rest", []int{}},
		{"a byte behind the end", append(bytes.Clone(pdf), ' '), "file", []int{}},
		{"saved by another program", savedBy(t, pdf, "--object-streams=generate"), "file", []int{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			i, err := submission.Inspect(t.Context(), c.pdf, nil)
			if err != nil {
				t.Fatal(err)
			}
			told := " " + faults(i) + " "
			for _, ask := range strings.Fields(c.asks) {
				if !strings.Contains(told, " "+ask+" ") {
					t.Errorf("%s is not told; told are%s", ask, told)
				}
			}
			if c.sheets != nil {
				if got := sealFaults(i); !slices.Equal(got, c.sheets) {
					t.Errorf("the seal names %v, want %v", got, c.sheets)
				}
			}
		})
	}
}

func sealFaults(i *submission.Inspection) []int {
	for _, a := range i.Answers {
		if a.Ask == submission.AskSeal {
			all := append(append(append([]int{}, a.Changed...), a.Missing...), a.Moved...)
			slices.Sort(all)
			return all
		}
	}
	return nil
}

// A package without the files of its documents says that their sheets were not compared.
func TestBarePackageSaysWhatWasNotAsked(t *testing.T) {
	pdf := barePackage(t)
	i, err := submission.Inspect(t.Context(), pdf, nil)
	if err != nil {
		t.Fatal(err)
	}
	if !i.OK() || len(filesOf(t, pdf)) != 2 {
		t.Errorf("faults %q, %d files", faults(i), len(filesOf(t, pdf)))
	}
	for _, a := range i.Answers {
		if a.Unasked != (a.Ask == submission.AskDocuments) {
			t.Errorf("%s: %+v", a.Ask, a)
		}
	}
	over := savedBy(t, pdf, "--overlay", sheet(t, "неправда"), "--to=3", "--")
	if i, err = submission.Inspect(t.Context(), over, nil); err != nil || !slices.Equal(sealFaults(i), []int{3}) {
		t.Errorf("%v, %v", sealFaults(i), err)
	}
}
