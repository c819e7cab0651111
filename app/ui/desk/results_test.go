package desk_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"technopark/app"
	"technopark/app/submission"
	"technopark/app/ui/desk"
	"technopark/app/ui/desktest"
	"technopark/app/ui/port"
)

// change alters one figure of a resident's report.
func change(t *testing.T, d *desktest.Desk) {
	t.Helper()
	rec, err := d.Store.Get(t.Context(), app.TypeByKey("resident_report"), 62)
	if err != nil {
		t.Fatal(err)
	}
	rec.(*app.ResidentReport).Headcount.N++
	d.Save(t, rec)
}

// lookedAt returns a desk whose check has been computed, what comes after being held back.
func lookedAt(t *testing.T) (*desktest.Desk, *desktest.Steps) {
	t.Helper()
	d := desktest.New(t)
	steps := d.Hold()
	d.Look()
	steps.Finish(t)
	return d, steps
}

func wantUnderway(t *testing.T, d *desktest.Desk, want string) {
	t.Helper()
	if got := d.Underway(); got != want {
		t.Errorf("underway %q, want %q", got, want)
	}
}

// Screens go on with what was found before until the records as they are now are checked.
func TestResultsComeBesideTheWindow(t *testing.T) {
	d := desktest.New(t)
	steps := d.Hold()
	if d.Look().Book != nil || d.Result() != nil {
		t.Fatal("the window computes itself")
	}
	wantUnderway(t, d, "проверяется…")
	steps.Step(t)
	first := d.Look()
	if first.Book == nil || len(first.Report.Findings) == 0 || d.Arrivals != 1 {
		t.Fatalf("%d findings, told %d times", len(first.Report.Findings), d.Arrivals)
	}
	wantUnderway(t, d, "считается…")
	steps.Step(t)
	if d.Result() == nil || d.Arrivals != 2 {
		t.Errorf("indicators %v, told %d times", d.Result(), d.Arrivals)
	}
	wantUnderway(t, d, "")

	result := d.Result()
	change(t, d)
	if d.Look() != first || d.Result() != result {
		t.Error("nothing is shown while the records are checked anew")
	}
	wantUnderway(t, d, "проверяется…")
	steps.Step(t)
	if d.Look() == first || d.Result() != result {
		t.Error("the new check is not shown, or no indicators until they are there")
	}
	steps.Step(t)
	if d.Result() == result {
		t.Error("the indicators are still those of before")
	}
	wantUnderway(t, d, "")
}

func TestOneMomentIsComputedOnce(t *testing.T) {
	d := desktest.New(t)
	steps := d.Hold()
	form := submission.Form{Lang: app.RU}
	for range 3 {
		d.Look()
		d.Result()
		d.Sheets(form)
		d.DataNow()
	}
	done := 0
	for steps.Held() > 0 {
		if steps.Held() > 1 {
			t.Fatal("two things are computed at a time")
		}
		steps.Step(t)
		done++
	}
	if _, known := d.DataNow(); done != 4 || !known || len(d.Sheets(form)) == 0 || steps.Held() != 0 {
		t.Errorf("%d computations, then %d more", done, steps.Held())
	}
	d.Sheets(submission.Form{Lang: app.EN})
	if steps.Held() != 1 {
		t.Error("the other form is not counted")
	}
}

// counted counts how often the records are read.
type counted struct {
	port.Store
	books *int
}

func (c counted) Book(ctx context.Context, park int64) (*app.Book, error) {
	*c.books++
	return c.Store.Book(ctx, park)
}

func (c counted) Renew(ctx context.Context, b *app.Book) (*app.Book, error) {
	*c.books++
	return c.Store.Renew(ctx, b)
}

// What was begun for records as they were is given up, and never shown as the newest.
func TestStaleOutcomeIsDropped(t *testing.T) {
	d, steps := lookedAt(t)
	books := 0
	d.Store = counted{d.Store, &books}
	d.Look()
	deliver := steps.Work(t) // it is computed, and not delivered yet
	told, shown := d.Arrivals, d.Look()
	change(t, d)
	d.Look()
	if steps.Held() != 0 {
		t.Fatal("the next one does not wait for the one before")
	}
	deliver()
	if d.Arrivals != told || d.Look() != shown {
		t.Error("a check of earlier records is shown")
	}
	wantUnderway(t, d, "проверяется…")
	change(t, d)
	d.Look() // what was begun meanwhile is given up before it reads anything
	steps.Step(t)
	if books != 1 {
		t.Errorf("the records were read %d times", books)
	}
	steps.Step(t)
	if d.Arrivals != told+1 || d.Look().Book == nil || books != 2 {
		t.Errorf("told %d times, read %d times", d.Arrivals-told, books)
	}
	wantUnderway(t, d, "")
}

// A change is checked at once, though sheets of the records before are still being counted.
func TestCheckDoesNotWaitForWhatIsGivenUp(t *testing.T) {
	d, steps := lookedAt(t)
	form := submission.Form{Lang: app.RU}
	counting := func() (deliver func()) {
		d.Sheets(form)
		for d.Behind(desk.ToCheck) || d.Behind(desk.ToRate) {
			steps.Step(t)
			d.Result()
		}
		return steps.Work(t)
	}
	d.Result()
	first := counting()
	change(t, d)
	d.Look()
	if steps.Held() != 1 {
		t.Fatal("the check waits for the count")
	}
	second := counting()
	change(t, d)
	d.Look()
	if steps.Held() != 0 {
		t.Error("more and more is left to itself")
	}
	told, shown := d.Arrivals, d.Look()
	first()
	second()
	if d.Arrivals != told || d.Look() != shown || len(d.Sheets(form)) > 0 {
		t.Error("what was counted of earlier records is shown")
	}
	steps.Finish(t)
	if d.Look() == shown || len(d.Sheets(form)) == 0 {
		t.Error("the newest is not computed")
	}
}

// Of another year, park or file nothing is shown until it is computed.
func TestNothingOfTheFormerYearIsShown(t *testing.T) {
	for _, other := range []struct {
		name string
		turn func(*desktest.Desk)
	}{
		{"year", func(d *desktest.Desk) { d.Year-- }},
		{"park", func(d *desktest.Desk) { d.Park++ }},
		{"file", func(d *desktest.Desk) { d.Store = counted{d.Store, new(int)} }},
	} {
		d, steps := lookedAt(t)
		d.Result()
		d.Sheets(submission.Form{Lang: app.RU})
		d.DataNow()
		steps.Finish(t)
		other.turn(d)
		_, known := d.DataNow()
		if seen := d.Look(); seen.Book != nil || len(seen.Report.Findings) > 0 || seen.Set.Rules != nil || d.Result() != nil || d.Sheets(submission.Form{Lang: app.RU}) != nil || known {
			t.Errorf("another %s shows what was found in the one before", other.name)
		}
		wantUnderway(t, d, "проверяется…")
	}
}

// Who needs the newest gets the newest, even when the records change while he waits.
func TestNewestIsWaitedFor(t *testing.T) {
	d, steps := lookedAt(t)
	var got []*desk.Seen
	then := func(s *desk.Seen) { got = append(got, s) }
	d.Newest(then)
	if len(got) != 1 || got[0] != d.Look() {
		t.Fatal("what is there already is waited for")
	}
	change(t, d)
	d.Newest(then)
	if len(got) != 1 || d.Window.Canvas().Overlays().Top() == nil {
		t.Fatal("the user is not told that he has to wait")
	}
	change(t, d)
	d.Look()
	steps.Step(t) // of the moment before
	if len(got) != 1 {
		t.Error("got a check of earlier records")
	}
	steps.Step(t)
	if len(got) != 2 || got[1] != d.Look() || d.Window.Canvas().Overlays().Top() != nil {
		t.Errorf("answered %d times", len(got))
	}
}

func TestWaitingCanBeGivenUp(t *testing.T) {
	d, steps := lookedAt(t)
	d.Tasks.Cancel = "Отмена"
	change(t, d)
	d.Newest(func(*desk.Seen) { t.Error("called all the same") })
	d.Press(t, "Отмена")
	if d.Window.Canvas().Overlays().Top() != nil {
		t.Error("the dialog stays")
	}
	steps.Finish(t)
}

// torn is a file whose records, or whose journal, cannot be read.
type torn struct {
	port.Store
	book, journal error
}

func (f *torn) Book(ctx context.Context, park int64) (*app.Book, error) {
	if f.book != nil {
		return nil, f.book
	}
	return f.Store.Book(ctx, park)
}

func (f *torn) Journal(ctx context.Context, filter app.JournalFilter) ([]app.JournalEntry, error) {
	if f.journal != nil {
		return nil, f.journal
	}
	return f.Store.Journal(ctx, filter)
}

// What is in the way is told once, not by each screen; Ctrl+R tries again.
func TestFailureIsToldOnce(t *testing.T) {
	d := desktest.New(t)
	file := &torn{Store: d.Store, book: errors.New("bad sector")}
	d.Store = file
	steps := d.Hold()
	for range 3 {
		d.Look()
		d.Result()
		d.Sheets(submission.Form{Lang: app.RU})
		steps.Finish(t)
	}
	if len(d.Failed) != 1 || d.WhyNothing() == d.Underway() {
		t.Errorf("told %v, and then %q", d.Failed, d.WhyNothing())
	}
	d.Newest(func(*desk.Seen) { t.Error("called without a check") })
	if len(d.Failed) != 2 {
		t.Error("who presses a button is told nothing")
	}
	file.book = nil
	d.Again()
	d.Look()
	steps.Finish(t)
	if d.Look().Book == nil || len(d.Failed) != 2 {
		t.Errorf("not tried again; told %v", d.Failed)
	}
}

func TestUnreadableJournalIsToldOnce(t *testing.T) {
	d, steps := lookedAt(t)
	file := &torn{Store: d.Store}
	d.Store = file
	d.Look()
	steps.Finish(t)
	shown := d.Look()
	file.journal = errors.New("bad sector")
	for range 3 {
		if d.Look() != shown {
			t.Error("what is known is not shown")
		}
		d.Part("document")
	}
	wantUnderway(t, d, "")
	if len(d.Failed) != 2 { // by what is computed, and by what is read at once
		t.Errorf("told %v", d.Failed)
	}
}

// What cannot be computed any more is not shown as it was: here the method, then the rules of
// the year are put out of order.
func TestWhatCannotBeComputedIsNotShownAsBefore(t *testing.T) {
	for _, kind := range []string{app.ProfileMethod, app.ProfileRules} {
		d, steps := lookedAt(t)
		form := submission.Form{Lang: app.RU}
		ask := func() (indicators bool, sheets int, data bool) {
			d.Result()
			d.Sheets(form)
			d.DataNow()
			steps.Finish(t)
			_, data = d.DataNow()
			return d.Result() != nil, len(d.Sheets(form)), data
		}
		if indicators, sheets, data := ask(); !indicators || sheets == 0 || !data {
			t.Fatal("nothing computed")
		}
		d.Save(t, &app.Profile{Kind: kind, Year: app.Of(app.Count(d.Year + 1)), Title: "сломанный", Text: "id = 1"})
		indicators, sheets, data := ask()
		if indicators != (kind == app.ProfileRules) || sheets > 0 || data || len(d.Failed) != 1 {
			t.Errorf("%s: indicators %v, %d sheets, data %v, told %v", kind, indicators, sheets, data, d.Failed)
		}
		wantUnderway(t, d, "")
	}
}

// Who waits when the file is lost is not left waiting.
func TestNobodyWaitsForALostFile(t *testing.T) {
	d, steps := lookedAt(t)
	file := &torn{Store: d.Store}
	d.Store = file
	d.Newest(func(*desk.Seen) { t.Error("called all the same") })
	file.journal = errors.New("bad sector")
	d.Look()
	if d.Window.Canvas().Overlays().Top() != nil || len(d.Failed) != 1 {
		t.Errorf("the dialog stays; told %v", d.Failed)
	}
	steps.Finish(t)
}

// slow is a file that takes its time until it is told to stop.
type slow struct {
	port.Store
	begun, left chan struct{}
}

func (s slow) Book(ctx context.Context, _ int64) (*app.Book, error) {
	close(s.begun)
	<-ctx.Done()
	close(s.left)
	return nil, ctx.Err()
}

// A file that is closed while it is read is read no more when LetGo returns, and nothing
// comes of what was begun.
func TestFileIsClosedWhileItIsRead(t *testing.T) {
	d := desktest.New(t)
	whole := d.Store
	file := slow{whole, make(chan struct{}), make(chan struct{})}
	d.Store = file
	ended := make(chan func(), 1)
	d.Beside = func(work func() error, done func(error)) {
		go func() {
			err := work()
			ended <- func() { done(err) }
		}()
	}
	d.Look()
	<-file.begun
	d.LetGo()
	select {
	case <-file.left:
	default:
		t.Fatal("the file may be closed while it is read")
	}
	d.Store = whole
	select {
	case deliver := <-ended:
		deliver()
	case <-time.After(10 * time.Second):
		t.Fatal("the work goes on")
	}
	if d.Arrivals != 0 || len(d.Failed) != 0 {
		t.Errorf("told %d times, %v", d.Arrivals, d.Failed)
	}
}

// What has not begun when the file is closed reads nothing of it.
func TestClosedFileIsNotRead(t *testing.T) {
	d := desktest.New(t)
	books := 0
	d.Store = counted{d.Store, &books}
	steps := d.Hold()
	d.Look()
	d.LetGo()
	steps.Finish(t)
	if books != 0 || d.Arrivals != 0 || len(d.Failed) != 0 {
		t.Errorf("read %d times, told %d times, %v", books, d.Arrivals, d.Failed)
	}
}

// Part is of the records as they are now, whatever is being computed.
func TestPartIsExact(t *testing.T) {
	d, _ := lookedAt(t)
	before := len(d.Part("document").Of("document"))
	d.Save(t, &app.Document{Head: app.Head{Park: d.Park}, Title: "Справка", Kind: "other"})
	if after := d.Part("document"); len(after.Of("document")) != before+1 || after.Park.ID != d.Park || len(after.Of("resident")) != 0 {
		t.Errorf("%d documents, %d before", len(after.Of("document")), before)
	}
	if d.Part("document").Of("document")[0] != d.Part("document").Of("document")[0] {
		t.Error("read twice with nothing changed")
	}
}
