package submission_test

import (
	"context"
	"errors"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/rating"
	"technopark/app/regulation"
	"technopark/app/submission"
	"technopark/storage"
)

func changeOf(t *testing.T, c *submission.Comparison, typeKey, field string) submission.Change {
	t.Helper()
	for _, x := range c.Changes {
		if x.Type.Key == typeKey && x.Field.Key == field {
			return x
		}
	}
	t.Fatalf("%s.%s is not among %d changes", typeKey, field, len(c.Changes))
	return submission.Change{}
}

// Somebody changed the figure before the earlier revision, somebody else after it, another
// one another field, and one more after the later revision: only what came between counts.
func TestHandIsTheLastBetweenTheRevisions(t *testing.T) {
	s := newShift(t)
	r := s.report(0)
	r.Revenue.N += 100
	s.save(r)
	first := s.finalise("")
	s.works("petrova")
	r.Revenue.N += 1_000_000
	s.save(r)
	gone, added := app.All[app.Publication](s.book(), "publication")[0], &app.Publication{Head: app.Head{Park: 1}}
	*added = *gone
	added.Head, added.Title = app.Head{Park: 1}, "Ещё одна"
	s.save(added)
	s.works("sidorova")
	r.Headcount.N++
	s.save(r)
	s.must(s.Delete(context.Background(), gone))
	second := s.finalise("уточнена выручка")
	s.works("late")
	r.Revenue.N++
	s.save(r)
	s.must(s.Delete(context.Background(), added))

	c := s.compare(first, second)
	if x := changeOf(t, c, "resident_report", "revenue"); x.Hand.Who != "petrova" || !x.Hand.At.Equal(s.at) {
		t.Errorf("revenue: %+v", x.Hand)
	}
	if x := changeOf(t, c, "resident_report", "headcount"); x.Hand.Who != "sidorova" {
		t.Errorf("headcount: %+v", x.Hand)
	}
	for _, x := range c.Changes {
		want := map[submission.ChangeKind]string{submission.Added: "petrova", submission.Removed: "sidorova"}[x.Kind]
		if x.Type.Key == "publication" && x.Hand.Who != want {
			t.Errorf("%s publication: %+v", x.Kind, x.Hand)
		}
	}
	if len(c.Changes) != 4 {
		t.Errorf("%d changes", len(c.Changes))
	}
	if day := changeOf(t, c, "resident_report", "revenue").Hand.Day(time.FixedZone("MSK", 3*3600)); day != app.Day(2021, 4, 13) {
		t.Errorf("by the clocks of Moscow it was %s", day)
	}
}

// References are written by their titles and figures to the last decimal: the change may
// be in it.
func TestChangesAreInWords(t *testing.T) {
	s := newShift(t)
	first := s.finalise("")
	r := s.report(0)
	r.Revenue.N++
	s.save(r)
	var lease *app.Contract
	for _, c := range app.All[app.Contract](s.book(), "contract") {
		if len(c.Rooms) > 1 {
			lease = c
		}
	}
	all := lease.Rooms
	lease.Rooms = all[:1]
	s.save(lease)
	c := s.compare(first, s.finalise(""))
	if x := changeOf(t, c, "resident_report", "revenue"); x.Was == x.Is {
		t.Errorf("revenue %q became %q", x.Was.RU, x.Is.RU)
	}
	x := changeOf(t, c, "contract", "rooms")
	var titles []string
	for _, id := range all {
		titles = append(titles, s.book().TitleOf("room", id))
	}
	if x.Was.RU != strings.Join(titles, "; ") || x.Is.RU != titles[0] {
		t.Errorf("rooms %q became %q, want %q", x.Was.RU, x.Is.RU, titles)
	}
}

// A record that was deleted and brought back is changed by whoever brought it back.
func TestHandOfWhatWasBroughtBack(t *testing.T) {
	s := newShift(t)
	r := s.report(0)
	first := s.finalise("")
	s.works("petrova")
	r.Revenue.N++
	s.save(r)
	s.works("sidorova")
	s.must(s.Delete(context.Background(), r))
	if _, err := s.Undo(context.Background()); err != nil {
		t.Fatal(err)
	}
	c := s.compare(first, s.finalise(""))
	if x := changeOf(t, c, "resident_report", "revenue"); x.Hand.Who != "petrova" || len(c.Changes) != 1 {
		t.Errorf("%+v, %d changes", x.Hand, len(c.Changes))
	}
}

// A journal that does not know a revision does not know what came before or after it.
func TestHandIsUnknownWithoutAJournal(t *testing.T) {
	s := newShift(t)
	first := s.finalise("")
	r := s.report(0)
	r.Revenue.N++
	s.save(r)
	second := s.finalise("")
	c, err := submission.Compare(context.Background(), voiceless{s.Store}, first, second)
	if err != nil || len(c.Changes) != 1 || c.Changes[0].Hand != (submission.Hand{}) {
		t.Errorf("%v, %+v", err, c.Changes)
	}
	if day := c.Changes[0].Hand.Day(time.UTC); !day.Zero() {
		t.Errorf("on %s", day)
	}
}

// voiceless is a data file whose journal knows every change but no revision.
type voiceless struct{ *storage.Store }

func (v voiceless) Journal(ctx context.Context, f app.JournalFilter) ([]app.JournalEntry, error) {
	if f.Type == "revision" {
		return nil, nil
	}
	return v.Store.Journal(ctx, f)
}

func TestReasonsOfAllRevisionsBetween(t *testing.T) {
	s := newShift(t)
	first := s.finalise("не печатается: она первая")
	s.comeTo(first, app.RevisionSigned, app.RevisionSent, app.RevisionReturned)
	second := s.finalise("приложено письмо")
	r := s.report(0)
	r.Revenue.N++
	s.save(r)
	third := s.finalise("уточнена выручка")
	said := func(c *submission.Comparison) string {
		var all []string
		for _, r := range c.Reasons {
			all = append(all, string(rune('0'+r.Revision.Number.N))+map[bool]string{true: "←", false: "→"}[r.Returned]+r.Text)
		}
		return strings.Join(all, "; ")
	}
	if got := said(s.compare(first, third)); got != "1←нет письма; 2→приложено письмо; 3→уточнена выручка" {
		t.Error(got)
	}
	if got := said(s.compare(third, second)); got != "3→уточнена выручка" {
		t.Errorf("the other way round: %s", got)
	}
}

// An explanation is why a figure is as it is: of the figure itself and of those it is
// compared with, and of no other.
func TestExplanationIsWhy(t *testing.T) {
	s := newShift(t)
	first := s.finalise("")
	r := s.report(0)
	r.Revenue.N *= 3 // a jump that the rules doubt
	s.save(r)
	report := check.Run(rules(t), s.book(), 2020, nil)
	explained := 0
	for _, f := range report.Findings {
		if f.Type.Key == "resident_report" && f.ID == r.ID && f.Explanation == nil {
			s.save(report.Explain(f, "Крупный заказ.", "Щукина", app.Day(2021, 4, 12)))
			explained++
		}
	}
	if explained == 0 {
		t.Fatal("nothing is doubted")
	}
	other := s.report(1)
	other.Revenue.N++
	s.save(other)
	c := s.compare(first, s.finalise(""))
	for _, x := range c.Changes {
		want := ""
		if x.ID == r.ID && x.Type.Key == "resident_report" || x.Type.Key == "explanation" {
			want = "Крупный заказ."
		}
		if x.Why != want {
			t.Errorf("%s %s %s: %q", x.Type.Key, x.Record, x.Field.Key, x.Why)
		}
	}
}

func TestEffectIsTheDifferenceOfWhatIsPrinted(t *testing.T) {
	s := newShift(t)
	first := s.finalise("")
	r := s.report(0)
	r.Revenue.N += 1_000_000_000
	s.save(r)
	second := s.finalise("")
	c := s.compare(first, second)
	if len(c.Effects) == 0 {
		t.Fatal("no indicator moved")
	}
	for _, e := range c.Effects {
		if e.Indicator.Code == "S2.1" && (!strings.HasPrefix(e.Change.RU, "+") || e.Was.EN == e.Is.EN || !strings.Contains(e.Change.EN, ".")) {
			t.Errorf("%+v → %+v: %+v", e.Was, e.Is, e.Change)
		}
		if !sums(e.Was.EN, e.Change.EN, e.Is.EN) {
			t.Errorf("%s: %s and %s is not %s", e.Indicator.Code, e.Was.EN, e.Change.EN, e.Is.EN)
		}
	}
}

func TestFindingsConcernAChange(t *testing.T) {
	typ := app.TypeByKey("resident_report")
	field := func(key string) app.Field { f, _ := typ.Field(key); return f }
	revenue := submission.Change{Type: typ, ID: 7, Kind: submission.Edited, Field: field("revenue")}
	for _, c := range []struct {
		of   submission.Change
		id   int64
		by   string
		read string
		want bool
	}{
		{revenue, 7, "revenue", "", true},
		{revenue, 7, "export", "export=1; revenue=2", true},
		{revenue, 7, "export", "export=1; headcount=2", false},
		{revenue, 7, "export", "export=1; previous.revenue=2", false},
		{revenue, 7, "", "", true}, // of the record as a whole
		{revenue, 8, "revenue", "", false},
		{submission.Change{Type: typ, ID: 7, Kind: submission.Added}, 7, "export", "", true},
		{submission.Change{Type: typ, ID: 7, Kind: submission.Removed}, 7, "export", "", false},
	} {
		if got := c.of.Concerns(check.Finding{Type: typ, ID: c.id, Field: field(c.by), Basis: c.read}); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

// sums reports whether two printed figures give a third.
func sums(was, by, is string) bool {
	number := func(text string) *big.Rat {
		r, _ := new(big.Rat).SetString(strings.NewReplacer("−", "-", ",", "", "+", "").Replace(text))
		return r
	}
	a, b, c := number(was), number(by), number(is)
	return a != nil && b != nil && c != nil && new(big.Rat).Add(a, b).Cmp(c) == 0
}

func resultOf(t *testing.T, set regulation.Set, b *app.Book) *rating.Result {
	t.Helper()
	result, err := rating.Compute(set.Method, b, 2020)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func TestSheetOfChangesSaysItAll(t *testing.T) {
	s := newShift(t)
	first := s.finalise("")
	s.comeTo(first, app.RevisionSigned, app.RevisionSent, app.RevisionReturned)
	s.works("Петрова")
	r := s.report(0)
	r.Revenue.N += 1_000_000_000
	s.save(r)
	second := s.finalise("уточнена выручка")
	sheet, err := submission.SheetOfChanges(s.compare(first, second), time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	path, err := sheet.Write(dir)
	if err != nil {
		t.Fatal(err)
	}
	text, pages := textOf(t, path)
	if pages != sheet.Pages {
		t.Errorf("%d sheets, said %d", pages, sheet.Pages)
	}
	flat := strings.Join(strings.Fields(text), " ")
	for _, want := range []string{
		"Почему возвращена редакция 1", "нет письма", "Почему собрана редакция 2", "уточнена выручка",
		"возвращён 12.04.2021", "Петрова", "Изменение", "S2.1",
	} {
		if !strings.Contains(flat, want) {
			t.Errorf("the sheet lacks %q:\n%s", want, text)
		}
	}
	if _, err := sheet.Write(filepath.Join(dir, "нет")); !errors.Is(err, app.ErrMissingDir) {
		t.Errorf("into no directory: %v", err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("%d files", len(left))
	}
}

func TestNextRevisionIsForeseen(t *testing.T) {
	s := newShift(t)
	next := func(parts ...string) (int, bool) {
		t.Helper()
		set, err := regulation.Program().For(s.book(), 2020)
		s.must(err)
		result := resultOf(t, set, s.book())
		req := request("")
		req.Parts = parts
		frozen, err := submission.Freeze(s.book(), set, result)
		s.must(err)
		return submission.NextRevision(s.book(), set, frozen.SHA256, req)
	}
	if n, isNew := next("title"); n != 1 || !isNew {
		t.Errorf("first: %d, %v", n, isNew)
	}
	r := s.finalise("")
	if n, isNew := next("title"); n != 1 || isNew {
		t.Errorf("the same data: %d, %v", n, isNew)
	}
	if n, isNew := next("title", "letter"); n != 2 || !isNew {
		t.Errorf("other parts: %d, %v", n, isNew)
	}
	s.comeTo(r, app.RevisionSigned, app.RevisionSent, app.RevisionReturned)
	if n, isNew := next("title"); n != 2 || !isNew {
		t.Errorf("returned: %d, %v", n, isNew)
	}
}
