package submission_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"technopark/app"
	"technopark/app/i18n"
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
		{"one byte of the data", with(t, pdf, submission.DataName, swapped(t, files[submission.DataName], `"headcount":4`, `"headcount":5`)), "file code feet seal redraw", nil},
		{"an indicator of the data", with(t, pdf, submission.DataName, swapped(t, files[submission.DataName], `"S3.2":"`+value+`"`, `"S3.2":"99"`)), "file code feet values compute", nil},
		{"data taken out", with(t, pdf, submission.DataName, nil), "file data seal rest", nil},
		{"data that are none", with(t, pdf, submission.DataName, []byte("{}")), "file data code feet", nil},
		{"the seal taken out", with(t, pdf, submission.SealName, nil), "file seal", nil},
		{"a seal of one's own", with(t, pdf, submission.SealName, []byte(`{"format":"technopark-seal-1"}`)), "file seal rest", nil},
		{"a document replaced", with(t, pdf, "document-001.pdf", []byte("%PDF-1.7 другой")), "file rest documents", nil},
		{"a document taken out", with(t, pdf, "document-001.pdf", nil), "file documents", nil},
		{"a figure on a sheet", swapped(t, plain, utf16("2020"), utf16("2030")), "file seal redraw", nil},
		{"a sheet taken out", savedBy(t, pdf, "--pages", ".", "1-2,4-z", "--"), "file seal redraw", []int{3}},
		{"a sheet put in", savedBy(t, pdf, "--pages", ".", "1-3", sheet(t, "вставлен"), ".", "4-z", "--"), "file feet seal redraw", []int{4}},
		{"a sheet twice", savedBy(t, pdf, "--remove-unreferenced-resources=no", "--pages", ".", "1-3,3,4-z", "--"), "file seal redraw", []int{4}},
		{"the first sheet again at the end", savedBy(t, pdf, "--remove-unreferenced-resources=no", "--pages", ".", "1-z,1", "--"), "file seal redraw", []int{out.Pages + 1}},
		{"sheets swapped", savedBy(t, pdf, "--remove-unreferenced-resources=no", "--pages", ".", "1,3,2,4-z", "--"), "file seal redraw", []int{2, 3}},
		{"a sheet in place of another", savedBy(t, pdf, "--remove-unreferenced-resources=no", "--pages", ".", "1,2,2,4-z", "--"), "file seal redraw", []int{3, 3}},
		{"something laid over a sheet", savedBy(t, pdf, "--overlay", sheet(t, "неправда"), "--to=2", "--"), "file seal redraw", []int{2}},
		{"something laid over a document", savedBy(t, pdf, "--overlay", sheet(t, "неправда"), fmt.Sprint("--to=", document), "--"), "file seal redraw", []int{document}},
		{"something laid under a sheet", savedBy(t, pdf, "--underlay", sheet(t, "неправда"), "--to=2", "--"), "file seal redraw", []int{2}},
		{"a sheet turned", savedBy(t, pdf, "--rotate=+90:2"), "file seal redraw", []int{2}},
		{"a figure bleached", painted(t, pdf, 2, "1 1 1 rg 0 400 600 200 re f"), "file seal redraw", []int{2}},
		{"a dot put on", painted(t, pdf, 2, "0 g 300 500 1 1 re f"), "file seal redraw", []int{2}},
		{"words nobody sees", painted(t, pdf, 2, "BT /F1 8 Tf 3 Tr 100 100 Td <00310032> Tj ET"), "file seal redraw", []int{2}},
		{"all shifted", painted(t, pdf, 2, "", "1 0 0 1 3 0 cm"), "file seal redraw", []int{2}},
		{"a sheet cut", paged(t, pdf, 2, "MediaBox", types.NewNumberArray(0, 0, 500, 841.89)), "file seal redraw", []int{2}},
		{"the title of the file", swapped(t, plain, "/Author <feff", "/Authos <feff"), "file rest", []int{}},
		{"a note on a sheet", paged(t, pdf, 2, "Annots", note("Text", types.Dict{"Contents": types.StringLiteral("no")})), "file rest", nil},
		{"a link to a site", paged(t, pdf, 2, "Annots", note("Link", types.Dict{"A": types.Dict{"S": types.Name("URI"), "URI": types.StringLiteral("http://x.example")}})), "file rest", nil},
		{"a program that starts by itself", rooted(t, pdf, "OpenAction", script), "file rest", []int{}},
		{"a file beside the list of files", rooted(t, pdf, "AF", besideTheList(t)), "file rest", nil},
		{"a second file of a name", listedTwice(t, pdf, true), "file rest", nil},
		{"a second file before the first", listedTwice(t, pdf, false), "file rest", nil},
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
			if i.Verdict() != submission.VerdictAltered {
				t.Errorf("verdict %s", i.Verdict())
			}
		})
	}
}

// A package that another program has only saved anew is told from one that was altered.
func TestSavingAnewIsNoTampering(t *testing.T) {
	pdf, _ := packageOf(t)
	plain := unpacked(t, pdf)
	for name, saved := range map[string][]byte{
		"a byte behind the end": append(bytes.Clone(pdf), ' '), "objects in streams": savedBy(t, pdf, "--object-streams=generate"),
		"for the web": savedBy(t, pdf, "--linearize"), "unpacked": plain, "packed anew": savedBy(t, plain, "--compress-streams=y", "--recompress-flate"),
		"content laid out anew": savedBy(t, pdf, "--qdf", "--normalize-content=y"), "resources sorted out": savedBy(t, pdf, "--remove-unreferenced-resources=yes", "--pages", ".", "1-z", "--"),
		"content in one": savedBy(t, pdf, "--coalesce-contents"), "locked to changes": savedBy(t, pdf, "--encrypt", "", "owner", "256", "--"),
		"by pdfcpu": byPdfcpu(t, pdf), "an update behind": updated(pdf), "links taken off": savedBy(t, pdf, "--flatten-annotations=all"),
	} {
		t.Run(name, func(t *testing.T) {
			i, err := submission.Inspect(t.Context(), saved, nil)
			if err != nil {
				t.Fatal(err)
			}
			if i.Verdict() != submission.VerdictResaved || !i.Complete() {
				t.Errorf("%s; against it %q, %v", i.Verdict(), faults(i), i.Sentences(i18n.New(app.RU), time.UTC))
			}
			if said := i.Sentences(i18n.New(app.RU), time.UTC)[1]; !strings.HasPrefix(said, "● Файл сохранён заново") {
				t.Errorf("said %q", said)
			}
		})
	}
}

// byPdfcpu has the library write a PDF as it would by itself.
func byPdfcpu(t *testing.T, pdf []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := api.Optimize(bytes.NewReader(pdf), &out, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// updated adds an update that changes nothing, as viewers do when they save.
func updated(pdf []byte) []byte {
	size := regexp.MustCompile(`/Size (\d+)/Root (\d+ 0 R)`).FindSubmatch(pdf)
	start := regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`).FindSubmatch(pdf)
	info := regexp.MustCompile(`0 R/Info (\d+ 0 R)/ID`).FindSubmatch(pdf)
	out := fmt.Appendf(bytes.Clone(pdf), "%s 0 obj\n<</Type/Metadata>>\nendobj\n", size[1])
	at := len(out)
	n, _ := strconv.Atoi(string(size[1]))
	return fmt.Appendf(out, "xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size %d/Root %s/Info %s/Prev %s>>\nstartxref\n%d\n%%%%EOF\n",
		n, len(pdf), n+1, size[2], info[1], start[1], at)
}

// edited has somebody change a PDF with a library and write it.
func edited(t *testing.T, pdf []byte, edit func(*model.Context)) []byte {
	t.Helper()
	ctx, err := api.ReadContext(bytes.NewReader(pdf), model.NewDefaultConfiguration())
	if err == nil {
		err = ctx.EnsurePageCount()
	}
	if err != nil {
		t.Fatal(err)
	}
	edit(ctx)
	var out bytes.Buffer
	if err := api.WriteContext(ctx, &out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// paged gives a page an entry.
func paged(t *testing.T, pdf []byte, page int, key string, value types.Object) []byte {
	t.Helper()
	return edited(t, pdf, func(ctx *model.Context) {
		d, _, _, err := ctx.PageDict(page, false)
		if err != nil {
			t.Fatal(err)
		}
		d[key] = value
	})
}

// rooted gives the catalog an entry.
func rooted(t *testing.T, pdf []byte, key string, value func(*model.Context) types.Object) []byte {
	t.Helper()
	return edited(t, pdf, func(ctx *model.Context) { ctx.RootDict[key] = value(ctx) })
}

// painted lays operators over what a page draws, and others under it.
func painted(t *testing.T, pdf []byte, page int, over string, under ...string) []byte {
	t.Helper()
	return edited(t, pdf, func(ctx *model.Context) {
		d, _, _, err := ctx.PageDict(page, false)
		if err != nil {
			t.Fatal(err)
		}
		content, err := ctx.PageContent(d, page)
		if err != nil {
			t.Fatal(err)
		}
		d["Contents"] = stream(t, ctx, fmt.Sprintf("%s q %s Q %s", strings.Join(under, " "), content, over))
	})
}

// stream adds a stream to a document.
func stream(t *testing.T, ctx *model.Context, content string) types.IndirectRef {
	t.Helper()
	sd, err := ctx.NewStreamDictForBuf([]byte(content))
	if err == nil {
		err = sd.Encode()
	}
	if err != nil {
		t.Fatal(err)
	}
	ref, err := ctx.IndRefForNewObject(*sd)
	if err != nil {
		t.Fatal(err)
	}
	return *ref
}

// note is an annotation of a page.
func note(kind string, more types.Dict) types.Array {
	d := types.Dict{"Type": types.Name("Annot"), "Subtype": types.Name(kind), "Rect": types.NewIntegerArray(100, 100, 120, 120), "Border": types.NewIntegerArray(0, 0, 0)}
	maps.Copy(d, more)
	return types.Array{d}
}

// script is an action that runs by itself.
func script(*model.Context) types.Object {
	return types.Dict{"S": types.Name("JavaScript"), "JS": types.StringLiteral("app.alert")}
}

// besideTheList is a file carried without standing in the list of files.
func besideTheList(t *testing.T) func(*model.Context) types.Object {
	return func(ctx *model.Context) types.Object {
		return types.Array{types.Dict{"Type": types.Name("Filespec"), "F": types.StringLiteral("x.txt"), "EF": types.Dict{"F": stream(t, ctx, "x")}}}
	}
}

// listedTwice lists a second file under a name that is taken, before or behind the first.
func listedTwice(t *testing.T, pdf []byte, behind bool) []byte {
	t.Helper()
	return edited(t, pdf, func(ctx *model.Context) {
		names, err := ctx.DereferenceDict(ctx.RootDict["Names"])
		if err != nil {
			t.Fatal(err)
		}
		tree, err := ctx.DereferenceDict(names["EmbeddedFiles"])
		if err != nil {
			t.Fatal(err)
		}
		list, err := ctx.DereferenceArray(tree["Names"])
		if err != nil {
			t.Fatal(err)
		}
		more := types.Array{types.StringLiteral("document-001.pdf"), types.Dict{"Type": types.Name("Filespec"), "F": types.StringLiteral("document-001.pdf"), "EF": types.Dict{"F": stream(t, ctx, "%PDF-1.7 другой")}}}
		if behind {
			tree["Names"] = slices.Concat(list[:2], more, list[2:])
		} else {
			tree["Names"] = slices.Concat(more, list)
		}
	})
}

func sealFaults(i *submission.Inspection) []int {
	for _, a := range i.Answers {
		if a.Ask == submission.AskSeal {
			all := slices.Concat(a.Changed, a.Hidden, a.Added, a.Missing, a.Moved)
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
