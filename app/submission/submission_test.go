package submission_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/rating"
	"technopark/app/regulation"
	"technopark/app/sample"
	"technopark/app/submission"
	"technopark/assets"
)

type library struct {
	book     *app.Book
	contents map[string][]byte
	verdict  app.Verdict
}

func (l library) Book(context.Context, int64) (*app.Book, error) { return l.book, nil }

func (l library) Journal(context.Context, app.JournalFilter) ([]app.JournalEntry, error) {
	return []app.JournalEntry{{ID: 7, Hash: strings.Repeat("0123456789abcdef", 4)}}, nil
}

func (l library) Verify(context.Context) (app.Verdict, error) { return l.verdict, nil }

func (l library) Content(_ context.Context, name string) ([]byte, error) {
	data, ok := l.contents[name]
	if !ok {
		return nil, app.ErrNotFound
	}
	return data, nil
}

func rules(t *testing.T) *check.Profile {
	t.Helper()
	set := assets.Rules()[0]
	p, err := check.Load(set.Name, set.TOML)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func request(dir string) submission.Request {
	return submission.Request{Park: 1, Year: 2020, Dir: dir, Now: time.Date(2021, 4, 12, 15, 4, 5, 0, time.UTC)}
}

func TestBuildIsDeterministic(t *testing.T) {
	var outs [2]submission.Output
	var files [2][]byte
	for i := range outs {
		req := request(t.TempDir())
		req.Now = req.Now.Add(time.Duration(i) * time.Hour) // another hour of the same day
		var steps []submission.Step
		out, err := submission.Build(context.Background(), library{book: sample.Park().Book()}, regulation.Program(), req,
			func(s submission.Step) { steps = append(steps, s) })
		if err != nil {
			t.Fatal(err)
		}
		if len(steps) != 5 || steps[4] != submission.StepWrite {
			t.Errorf("progress: %v", steps)
		}
		outs[i] = out
		if files[i], err = os.ReadFile(out.PDF); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0], files[1]) || outs[0].DataSHA256 != outs[1].DataSHA256 {
		t.Error("the same data on the same day gives other bytes")
	}
	sum := sha256.Sum256(files[0])
	if outs[0].SHA256 != hex.EncodeToString(sum[:]) || outs[0].Pages < 20 || !outs[0].Draft {
		t.Errorf("output: %+v", outs[0])
	}
}

func TestFreezeFollowsFiguresOnly(t *testing.T) {
	book := sample.Park().Book()
	first := freeze(t, book)
	if !json.Valid(first.JSON) {
		t.Fatal("not JSON")
	}
	resident := app.All[app.Resident](book, "resident")[0]
	resident.Changed = resident.Changed.Add(time.Hour)
	if freeze(t, book).SHA256 != first.SHA256 {
		t.Error("when a record was touched is not data")
	}
	report := app.All[app.ResidentReport](book, "resident_report")[0]
	report.Revenue = app.NA[app.Money]()
	if freeze(t, book).SHA256 == first.SHA256 {
		t.Error("«не применимо» instead of a figure must change the hash")
	}
}

// The frozen data goes out with the package: it holds nothing of other parks of the file.
func TestFreezeLeavesOtherParksOut(t *testing.T) {
	book := sample.Park().Book()
	first := freeze(t, book)
	records := map[string][]app.Record{}
	for _, typ := range app.Types() {
		records[typ.Key] = book.Of(typ.Key)
	}
	records["park"] = append(records["park"], &app.Park{Head: app.Head{ID: 2}, Name: "Другой", Company: 2})
	records["company"] = append(records["company"], &app.ManagementCompany{Head: app.Head{ID: 2}, Name: "Другая", HeadPerson: 99})
	records["person"] = append(records["person"], &app.Person{Head: app.Head{ID: 99}, FullName: "Чужой"})
	if got := freeze(t, app.NewBook(book.Park, records)); !bytes.Equal(got.JSON, first.JSON) {
		t.Error("the records of another park are frozen with this one's")
	}
}

func freeze(t *testing.T, b *app.Book) submission.Frozen {
	t.Helper()
	f, err := frozenOf(b)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestFinalIsRefusedWhileThereAreErrors(t *testing.T) {
	book := sample.Park().Book()
	book.ActiveResidents(app.YearPeriod(2020))[0].INN = "7707083890"
	dir := t.TempDir()
	req := request(dir)
	req.Final = true
	_, err := submission.Make(context.Background(), library{book: book}, regulation.Program(), req, "", nil)
	if refused, _ := app.Refused(err); !errors.Is(err, submission.ErrErrorsFound) || refused.Data["N"] != 1 {
		t.Fatalf("final with a wrong digit: %v", err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

// What somebody wrote into the file past the program is not submitted; a draft is still made.
func TestFinalIsRefusedOfWhatWasAlteredPastTheProgram(t *testing.T) {
	dir := t.TempDir()
	req := request(dir)
	altered := library{book: sample.Park().Book(), verdict: app.Verdict{Problems: []app.Problem{
		{Kind: app.ProblemValue, Type: "resident_report", ID: 3, Field: "revenue", Journal: "1", File: "2"},
	}}}
	for _, final := range []bool{true, false} {
		req.Final = final
		_, err := submission.Make(context.Background(), altered, regulation.Program(), req, "", nil)
		if refused, _ := app.Refused(err); final != (refused.ID == "err.unsound") || final != errors.Is(err, app.ErrDamaged) {
			t.Errorf("final %v: %v", final, err)
		}
	}
}

// Somebody who answers for an error may send it: the reason is printed.
func TestExplainedErrorIsSent(t *testing.T) {
	book := sample.Park().Book()
	book.ActiveResidents(app.YearPeriod(2020))[0].INN = "7707083890"
	found := check.Run(rules(t), book, 2020, nil)
	e := found.Explain(found.Findings[0], "Так в выписке из реестра.", "Образцова М. В.", app.Day(2021, 4, 1))
	e.ID = 100
	records := map[string][]app.Record{}
	for _, typ := range app.Types() {
		records[typ.Key] = book.Of(typ.Key)
	}
	records["explanation"] = append(records["explanation"], e)
	req := request(t.TempDir())
	req.Final = true
	out, err := submission.Make(context.Background(), library{book: app.NewBook(book.Park, records)}, regulation.Program(), req, "", nil)
	if err != nil || out.Report.Count(check.Error) != 1 {
		t.Fatalf("%v", err)
	}
	path := filepath.Join(t.TempDir(), "p.pdf")
	if err := os.WriteFile(path, bytesOf(t, out), 0o600); err != nil {
		t.Fatal(err)
	}
	if text, _ := textOf(t, path); !strings.Contains(text, "Ошибки, оставленные намеренно") || !strings.Contains(text, "Так в выписке") {
		t.Error("the reason is not printed")
	}
}

func TestBuildNeedsADirectory(t *testing.T) {
	_, err := submission.Build(context.Background(), library{book: sample.Park().Book()}, regulation.Program(),
		request(filepath.Join(t.TempDir(), "нет")), nil)
	if !errors.Is(err, app.ErrMissingDir) {
		t.Errorf("missing directory: %v", err)
	}
}

func TestCancelledBuildLeavesNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	dir := t.TempDir()
	_, err := submission.Build(ctx, library{book: sample.Park().Book()}, regulation.Program(), request(dir), func(s submission.Step) {
		if s == submission.StepDocuments {
			cancel()
		}
	})
	left, _ := filepath.Glob(filepath.Join(dir, "*"))
	if !errors.Is(err, context.Canceled) || len(left) != 0 {
		t.Errorf("cancelled: %v, left %v", err, left)
	}
}

func TestDraftName(t *testing.T) {
	park := &app.Park{Name: "Технопарк „Х/У: 1“"}
	for form, want := range map[submission.Form]string{
		{}:                               "Пакет Технопарк Х У 1 2020 черновик.pdf",
		{Lang: app.RU}:                   "Пакет Технопарк Х У 1 2020 черновик.pdf",
		{Lang: app.EN}:                   "Пакет Технопарк Х У 1 2020 черновик (English).pdf",
		{Compressed: true}:               "Пакет Технопарк Х У 1 2020 черновик (сжатая форма).pdf",
		{Lang: app.EN, Compressed: true}: "Пакет Технопарк Х У 1 2020 черновик (English, compressed).pdf",
	} {
		if got := submission.DraftName(park, 2020, form); got != want {
			t.Errorf("%+v: %s, want %s", form, got, want)
		}
	}
}

func frozenOf(b *app.Book) (submission.Frozen, error) {
	set, err := regulation.Program().For(b, 2020)
	if err != nil {
		return submission.Frozen{}, err
	}
	result, err := rating.Compute(set.Method, b, 2020)
	if err != nil {
		return submission.Frozen{}, err
	}
	return submission.Freeze(b, set, result)
}
