package collection_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"technopark/app"
	"technopark/app/collection"
	"technopark/app/questionnaire"
	"technopark/app/sample"
)

var today = time.Date(2021, 1, 20, 10, 0, 0, 0, time.UTC)

// kept is a data file that keeps what is saved in a change.
type kept struct {
	app.Tx // no more of it is asked for
	what   string
	saved  []app.Record
	fails  error
}

func (k *kept) Change(_ context.Context, what string, fn func(app.Tx) error) error {
	was := k.saved
	k.what = what
	if err := fn(k); err != nil {
		k.saved = was
		return err
	}
	return nil
}

func (k *kept) Save(_ context.Context, rec app.Record) error {
	k.saved = append(k.saved, rec)
	return k.fails
}

// sending asks some residents of the sample park in a directory of the test.
func sending(t testing.TB, how func(*collection.Sending)) collection.Sending {
	t.Helper()
	b := sample.Park().Book()
	s := collection.Sending{
		Book: b, Dir: t.TempDir(), File: true, Now: today,
		Asking: questionnaire.Asking{Period: app.YearPeriod(2020), Due: app.Day(2021, 2, 15), Lang: app.RU, Profile: "national-2021"},
	}
	s.Residents = collection.Everyone(b, s.Asking.Period)[:3]
	if how != nil {
		how(&s)
	}
	return s
}

func sent(t testing.TB, s collection.Sending) (*collection.Outgoing, *kept) {
	t.Helper()
	out, err := s.Make(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	k := &kept{}
	if err := out.Send(t.Context(), k, "анкеты"); err != nil {
		t.Fatal(err)
	}
	return out, k
}

func filesIn(t testing.TB, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// Each gets all that was asked for, the index names the files, and the data file knows of it.
func TestSendMakesTheFilesAndKeepsThatTheyWereSent(t *testing.T) {
	s := sending(t, func(s *collection.Sending) { s.Paper, s.Letters = true, true })
	var told []int
	out, err := s.Make(t.Context(), func(done, of int) { told = append(told, done*100+of) })
	if err != nil {
		t.Fatal(err)
	}
	visible := slices.DeleteFunc(filesIn(t, s.Dir), func(name string) bool { return strings.HasPrefix(name, ".") })
	if len(visible) != 0 || !slices.Equal(told, []int{103, 203, 303}) {
		t.Errorf("there before they are sent: %q; told %v", visible, told)
	}
	k := &kept{}
	if err := out.Send(t.Context(), k, "анкеты за 2020 год"); err != nil || k.what != "анкеты за 2020 год" {
		t.Fatal(k.what, err)
	}
	if got := filesIn(t, s.Dir); len(got) != 3*3+1 {
		t.Errorf("files %q", got)
	}
	book, err := excelize.OpenFile(out.Index)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	rows, err := book.GetRows(book.GetSheetName(0))
	if err != nil || len(rows) != 4 {
		t.Fatalf("%d rows in the index, %v", len(rows), err)
	}
	for i, sheet := range out.Sheets {
		r := sheet.Resident
		for _, want := range []string{r.INN, r.Email, filepath.Base(sheet.File), filepath.Base(sheet.Paper), filepath.Base(sheet.Letter)} {
			if !slices.Contains(rows[i+1], want) {
				t.Errorf("the index does not name %q for %s: %q", want, r.ShortName, rows[i+1])
			}
		}
		if want := "Анкета 2020 — " + strings.NewReplacer("«", "", "»", "").Replace(r.ShortName) + " — " + r.INN + ".xlsx"; filepath.Base(sheet.File) != want {
			t.Errorf("the file is %q, want %q", filepath.Base(sheet.File), want)
		}
		q := k.saved[i].(*app.Questionnaire)
		if q.Resident != r.ID || q.Period != s.Asking.Period || q.Sent != app.DateOf(today) || q.Due != s.Asking.Due || q.Way != app.QuestionnaireFile ||
			q.Asked != app.Of(app.Count(sheet.Asked)) || sheet.Asked == 0 || q.Park != r.Park {
			t.Errorf("kept %+v of %s", q, r.ShortName)
		}
	}
}

// Sent again, an untouched questionnaire gives way to the new one; one that somebody has filled in
// does not, nor does anything else under that name.
func TestSendingAgainKeepsWhatWasFilledIn(t *testing.T) {
	s := sending(t, nil)
	out, _ := sent(t, s)
	filled, foreign := out.Sheets[0].File, out.Sheets[1].File
	book, err := excelize.OpenFile(filled)
	if err != nil {
		t.Fatal(err)
	}
	if err := book.SetCellValue(book.GetSheetName(0), "F22", 77); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(book.Save(), book.Close()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(foreign, []byte("чужое"), 0o600); err != nil {
		t.Fatal(err)
	}
	was := [][]byte{bytesOf(t, filled), bytesOf(t, foreign)}
	s.Now = s.Now.AddDate(0, 0, 1)
	s.Asking.Due = app.Day(2021, 3, 1)
	again, _ := sent(t, s)
	if !bytes.Equal(bytesOf(t, filled), was[0]) || !bytes.Equal(bytesOf(t, foreign), was[1]) {
		t.Error("what stood there was written over")
	}
	for i, want := range []bool{false, false, true} {
		if same := again.Sheets[i].File == out.Sheets[i].File; same != want {
			t.Errorf("%d: %q, then %q", i, out.Sheets[i].File, again.Sheets[i].File)
		}
	}
}

func bytesOf(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Two of one name, without a number of the taxpayer, get files of their own.
func TestResidentsOfOneNameGetFilesOfTheirOwn(t *testing.T) {
	s := sending(t, func(s *collection.Sending) {
		one, other := *s.Residents[0], *s.Residents[1]
		one.INN, other.INN, other.Name, other.ShortName = "", "", one.Name, one.ShortName
		s.Residents = []*app.Resident{&one, &other}
	})
	out, _ := sent(t, s)
	if out.Sheets[0].File == out.Sheets[1].File || len(filesIn(t, s.Dir)) != 3 {
		t.Errorf("%q", filesIn(t, s.Dir))
	}
}

// What cannot be kept leaves no files, and what is given up leaves none either.
func TestNothingIsLeftOfWhatWasNotSent(t *testing.T) {
	s := sending(t, nil)
	out, err := s.Make(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	k := &kept{fails: errors.New("the file is read only")}
	if err := out.Send(t.Context(), k, "анкеты"); err == nil {
		t.Error("sent all the same")
	}
	if left := filesIn(t, s.Dir); len(left) != 0 {
		t.Errorf("left %q", left)
	}
	ctx, cancel := context.WithCancel(t.Context())
	if _, err := s.Make(ctx, func(int, int) { cancel() }); !errors.Is(err, context.Canceled) || len(filesIn(t, s.Dir)) != 0 {
		t.Errorf("%v, left %q", err, filesIn(t, s.Dir))
	}
}

// Who was asked already is asked anew: one record a period, and what was accepted is open again.
func TestSendingAgainKeepsOneRecord(t *testing.T) {
	s := sending(t, nil)
	r := s.Residents[0]
	was := &app.Questionnaire{Resident: r.ID, Period: s.Asking.Period, Sent: app.Day(2021, 1, 10), Received: app.Day(2021, 1, 14), Accepted: app.Day(2021, 1, 15), Reminders: app.Of(app.Count(2)), Remark: "звонили"}
	was.ID, was.Park = 100_000, r.Park
	for _, q := range app.All[app.Questionnaire](s.Book, "questionnaire") {
		if q.Resident == r.ID && q.Period == s.Asking.Period {
			was.ID = q.ID
		}
	}
	s.Book = s.Book.With(was)
	s.Residents = s.Residents[:1]
	if rows := collection.Over(s.Book, s.Asking.Period, app.DateOf(today)).Rows; !slices.ContainsFunc(rows, func(row collection.Row) bool { return row.Resident.ID == r.ID && row.State == collection.Accepted }) {
		t.Fatal("it was not accepted")
	}
	_, k := sent(t, s)
	q := k.saved[0].(*app.Questionnaire)
	if q == was || q.ID != was.ID || q.Sent != app.DateOf(today) || !q.Accepted.Zero() || !q.Received.Zero() || q.Reminders != was.Reminders || q.Remark != was.Remark {
		t.Errorf("kept %+v", q)
	}
	rows := collection.Over(s.Book.With(q), s.Asking.Period, app.DateOf(today)).Rows
	if !slices.ContainsFunc(rows, func(row collection.Row) bool { return row.Resident.ID == r.ID && row.State == collection.Sent }) {
		t.Error("no answer is awaited")
	}
}

// An answer that has come and that nobody has looked at is not forgotten when all are asked again.
func TestSendingAgainKeepsAnAnswerThatHasCome(t *testing.T) {
	s := sending(t, nil)
	s.Residents = s.Residents[:1]
	was := &app.Questionnaire{Resident: s.Residents[0].ID, Period: app.YearPeriod(2019), Sent: app.Day(2021, 1, 10), Received: app.Day(2021, 1, 14), Answer: "ответ.xlsx"}
	was.ID = 100_000
	s.Asking.Period = was.Period
	s.Book = s.Book.With(was)
	_, k := sent(t, s)
	if q := k.saved[0].(*app.Questionnaire); q.Received != was.Received || q.Answer != was.Answer {
		t.Errorf("kept %+v", q)
	}
}

func TestWhatCannotBeSentIsRefused(t *testing.T) {
	for want, how := range map[string]func(*collection.Sending){
		"err.nobody_asked": func(s *collection.Sending) { s.Residents = nil },
		"err.due_past":     func(s *collection.Sending) { s.Asking.Due = app.Day(2021, 1, 19) },
	} {
		_, err := sending(t, how).Make(t.Context(), nil)
		if r, ok := app.Refused(err); !ok || r.ID != want {
			t.Errorf("want %s, got %v", want, err)
		}
	}
	if _, err := sending(t, func(s *collection.Sending) { s.Dir = filepath.Join(s.Dir, "нет") }).Make(t.Context(), nil); err == nil {
		t.Error("sent to a directory that is not there")
	}
}

// Everyone who was active is asked, but for those who need not be.
func TestEveryoneLeavesOutTheUnneeded(t *testing.T) {
	b := sample.Park().Book()
	all := b.ActiveResidents(app.YearPeriod(2018))
	q := &app.Questionnaire{Resident: all[0].ID, Period: app.YearPeriod(2018), Way: app.QuestionnaireUnneeded}
	q.ID = 100_000
	if got := collection.Everyone(b.With(q), app.YearPeriod(2018)); len(got) != len(all)-1 || got[0] == all[0] {
		t.Errorf("%d of %d are asked", len(got), len(all))
	}
}

func TestLogoIsBounded(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "logo.png")
	for want, data := range map[string][]byte{"err.no_logo": []byte("<svg/>"), "err.logo_too_big": make([]byte, 2<<20)} {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := collection.ReadLogo(path); err == nil {
			t.Errorf("want %s", want)
		} else if r, ok := app.Refused(err); !ok || r.ID != want {
			t.Errorf("want %s, got %v", want, err)
		}
	}
}

// What it costs to ask 95 residents, files alone and with paper and letters, and 1,000 with files.
func BenchmarkSend(b *testing.B) {
	for _, run := range []struct {
		name string
		n    int
		all  bool
	}{{"files/95", 95, false}, {"all/95", 95, true}, {"files/1000", 1000, false}} {
		b.Run(run.name, func(b *testing.B) {
			if testing.Short() && run.n > 95 {
				b.Skip("a large park")
			}
			s := sending(b, func(s *collection.Sending) { s.Paper, s.Letters = run.all, run.all })
			s.Residents = manyOf(collection.Everyone(s.Book, s.Asking.Period), run.n)
			for b.Loop() {
				s.Dir = b.TempDir()
				sent(b, s)
			}
		})
	}
}

// manyOf returns so many residents, each of a number of its own.
func manyOf(some []*app.Resident, n int) []*app.Resident {
	all := make([]*app.Resident, n)
	for i := range all {
		r := *some[i%len(some)]
		if i >= len(some) {
			r.INN = fmt.Sprintf("%010d", i)
		}
		all[i] = &r
	}
	return all
}
