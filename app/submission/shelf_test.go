package submission_test

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
	"technopark/app/sample"
	"technopark/app/submission"
)

// parkNamed is the sample with another park's card.
func parkNamed(change func(*app.Book)) library {
	b := sample.Park().Book()
	change(b)
	return library{book: b}
}

func draftOf(t *testing.T, l library, year int) *submission.Made {
	t.Helper()
	req := request("")
	req.Parts, req.Year = []string{"title"}, year
	made, err := submission.Make(context.Background(), l, regulation.Program(), req, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func writeIn(t *testing.T, made *submission.Made, dir string) submission.Output {
	t.Helper()
	out, err := made.Write(context.Background(), nil, nil, dir)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A draft takes the place of a draft of its own park and year, and says so; anything else
// stays as it is and the draft gets a name that says more.
func TestDraftReplacesOnlyItsLike(t *testing.T) {
	plain := "Пакет Пример 2020 черновик.pdf"
	park := parkNamed(func(*app.Book) {})
	inn := park.book.Company.INN
	own := draftOf(t, park, 2020)
	earlier := func(b *app.Book) { app.All[app.Room](b, "room")[0].Area = app.Of[app.Quantity](1234) }
	write := func(dir, name string, data []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	other := func(change func(*app.Book)) func(dir string) {
		return func(dir string) { writeIn(t, draftOf(t, parkNamed(change), 2020), dir) }
	}
	for name, c := range map[string]struct {
		there    func(dir string)
		name     string
		replaced bool
	}{
		"nothing":                {func(string) {}, plain, false},
		"a draft of an hour ago": {other(earlier), plain, true},
		"another park":           {other(func(b *app.Book) { b.Park.Name = "Другой" }), "Пакет Пример 2020 черновик, ИНН " + inn + ".pdf", false},
		"another company":        {other(func(b *app.Book) { b.Company.INN = "7707083893" }), "Пакет Пример 2020 черновик, ИНН " + inn + ".pdf", false},
		"a park of another id":   {other(func(b *app.Book) { b.Park.ID = 7 }), "Пакет Пример 2020 черновик, ИНН " + inn + ".pdf", false},
		"a paper of the user's":  {func(dir string) { write(dir, plain, []byte("%PDF-1.7 мой")) }, "Пакет Пример 2020 черновик, ИНН " + inn + ".pdf", false},
		"another case":           {func(dir string) { write(dir, strings.ToUpper(plain), nil) }, "Пакет Пример 2020 черновик, ИНН " + inn + ".pdf", false},
		"a folder":               {func(dir string) { _ = os.Mkdir(filepath.Join(dir, plain), 0o700) }, "Пакет Пример 2020 черновик, ИНН " + inn + ".pdf", false},
		"both names": {func(dir string) {
			write(dir, plain, nil)
			write(dir, "Пакет Пример 2020 черновик, ИНН "+inn+".pdf", nil)
		}, "Пакет Пример 2020 черновик, ИНН " + inn + " (2).pdf", false},
		"a draft somebody wrote on": {func(dir string) {
			write(dir, plain, append(bytes.Clone(bytesOf(t, own)), "\n% заметка"...))
		}, "Пакет Пример 2020 черновик, ИНН " + inn + ".pdf", false},
		"a draft of another year": {func(dir string) {
			out := writeIn(t, draftOf(t, park, 2019), dir)
			if err := os.Rename(out.PDF, filepath.Join(dir, plain)); err != nil {
				t.Fatal(err)
			}
		}, "Пакет Пример 2020 черновик, ИНН " + inn + ".pdf", false},
		"a draft somebody signed": {func(dir string) {
			other(earlier)(dir)
			write(dir, plain+".sig", []byte("подпись"))
		}, "Пакет Пример 2020 черновик, ИНН " + inn + ".pdf", false},
		"a signature of what is gone": {func(dir string) { write(dir, plain+".p7s", []byte("подпись")) }, "Пакет Пример 2020 черновик, ИНН " + inn + ".pdf", false},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			c.there(dir)
			was := contents(t, dir)
			out := writeIn(t, own, dir)
			if filepath.Base(out.PDF) != c.name || out.Replaced != c.replaced || (out.Taken != "") != (c.name != plain) {
				t.Errorf("written as %s, replaced %v, taken %q", filepath.Base(out.PDF), out.Replaced, out.Taken)
			}
			is := contents(t, dir)
			for file, data := range was {
				if !c.replaced && !bytes.Equal(is[file], data) {
					t.Errorf("%s was written over", file)
				}
			}
			again := writeIn(t, own, dir) // the same bytes lie there now
			if again.PDF != out.PDF || again.Replaced {
				t.Errorf("made again as %s, replaced %v", again.PDF, again.Replaced)
			}
		})
	}
}

// contents returns what the files of a directory hold.
func contents(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{}
	for _, e := range entries {
		if e.IsDir() {
			continue
		}
		if all[e.Name()], err = os.ReadFile(filepath.Join(dir, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// The signed revision of one data file stays when another one makes a revision of the same
// name; both can be signed on where they lie.
func TestRevisionsOfTwoDataFilesShareAFolder(t *testing.T) {
	d, other := signingDesk(t), signingDesk(t)
	if _, err := d.add("x.sig", d.sign(d.name+".pdf", 13)); err != nil {
		t.Fatal(err)
	}
	was := contents(t, d.dir)
	park := other.book().Park
	park.Address = "Другой адрес"
	if err := other.Save(context.Background(), park); err != nil {
		t.Fatal(err)
	}
	if err := other.Delete(context.Background(), other.revision()); err != nil {
		t.Fatal(err)
	}
	out := other.finalise(d.dir)
	inn := other.book().Company.INN
	if want := d.name + ", ИНН " + inn + ".pdf"; filepath.Base(out.PDF) != want || out.Taken != d.name+".pdf" || len(out.Files) != 4 {
		t.Errorf("written as %v, taken %q", out.Files, out.Taken)
	}
	is := contents(t, d.dir)
	for name, data := range was {
		if !bytes.Equal(is[name], data) {
			t.Errorf("%s was written over", name)
		}
	}
	other.dir = d.dir
	signed, err := other.add("y.sig", other.sign(filepath.Base(out.PDF), 14))
	if err != nil || !slices.Contains(signed.Files, out.PDF+".sig") || submission.PackageIn(d.dir, other.revision()) != out.PDF {
		t.Errorf("%v, %v", signed.Files, err)
	}
	beside, err := submission.SignaturesBeside(out.PDF, is[filepath.Base(out.PDF)])
	if err != nil || len(beside) != 1 || !beside[0].OK() {
		t.Errorf("%+v, %v", beside, err)
	}
	if again := other.finalise(d.dir); again.PDF != out.PDF || len(again.Files) != 6 {
		t.Errorf("made again as %v", again.Files)
	}
}
