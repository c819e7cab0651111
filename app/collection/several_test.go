package collection_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"technopark/app"
	"technopark/app/collection"
	"technopark/app/questionnaire"
	"technopark/app/workbook"
)

// at says when a program saved a workbook.
func at(t *testing.T, raw []byte, moment string) []byte {
	return edited(t, raw, func(x *excelize.File) {
		if err := x.SetDocProps(&excelize.DocProperties{Created: "2021-03-01T09:00:00Z", Modified: moment}); err != nil {
			t.Fatal(err)
		}
	})
}

// Of equal files one is taken, of different ones the newest, once a person has confirmed it; where
// nobody can say which is newer, none.
func TestSeveralAnswersOfOneResident(t *testing.T) {
	p := open(t)
	form := p.forms(questionnaire.Asking{Period: year})[3]
	first := at(t, filled(t, form, map[string]any{"resident_report.revenue": 12345}), "2021-04-01T08:00:00Z")
	second := at(t, filled(t, form, map[string]any{"resident_report.revenue": 12346}), "2021-04-02T08:00:00Z")
	dir := t.TempDir()
	one, two, copied := save(t, dir, "1.xlsx", first), save(t, dir, "2.xlsx", second), save(t, dir, "3.xlsx", second)

	files := p.take(p.intake(), two, copied)
	if files[0].Verdict() != collection.Ready || files[1].Verdict() != collection.Unfit || !strings.Contains(files[1].Plan.Fault.Words.RU, "тот же самый файл, что и «2.xlsx»") || files[1].Keepable() {
		t.Errorf("the same file: %s\n%s", told(files[0]), told(files[1]))
	}
	files = p.take(p.intake(), one, two)
	if files[0].Verdict() != collection.Unfit || files[1].Verdict() != collection.Unsure ||
		!strings.Contains(files[0].Plan.Fault.Words.RU, "новее — «2.xlsx» (сохранён 02.04.2021 08:00:00, этот — 01.04.2021 08:00:00)") || !strings.Contains(files[0].Plan.Fault.Words.RU, "Выручка (F") ||
		!strings.Contains(files[1].Confirm.RU, ": 12345 → 12346") {
		t.Errorf("two answers: %s\n%s\n%s", told(files[0]), told(files[1]), files[1].Confirm.RU)
	}
	if err := p.accept(files[1], false); err == nil {
		t.Error("the newer answer was accepted unasked")
	}
	undated := p.take(p.intake(), save(t, dir, "4.xlsx", at(t, first, "2021-04-02T08:00:00Z")), two)
	for _, r := range undated {
		if r.Verdict() != collection.Unfit || !strings.Contains(r.Plan.Fault.Words.RU, "какой новее, по файлам не видно") {
			t.Errorf("two answers of one moment: %s", told(r))
		}
	}
	if err := p.accept(files[1], true); err != nil {
		t.Fatal(err)
	}
	again := p.take(p.intake(), two)[0]
	if again.Verdict() != collection.Unfit || !strings.Contains(again.Plan.Fault.Words.RU, "уже принят 05.04.2021 (2.xlsx)") {
		t.Errorf("the file once more: %s", told(again))
	}
	if earlier := p.take(p.intake(), one)[0]; earlier.Verdict() != collection.Unfit || !strings.Contains(earlier.Plan.Fault.Words.RU, "уже принят ответ новее — «2.xlsx»") || earlier.Keepable() {
		t.Errorf("an older answer after it: %s", told(earlier))
	}
	third := save(t, dir, "5.xlsx", at(t, filled(t, form, map[string]any{"resident_report.revenue": 12347}), "2021-04-03T08:00:00Z"))
	later := p.take(p.intake(), third)[0]
	if later.Verdict() != collection.Unsure || !strings.Contains(later.Confirm.RU, "уже принят 05.04.2021 (2.xlsx), этот сохранён позже") {
		t.Errorf("a newer answer after it: %s, %s", told(later), later.Confirm.RU)
	}
	if err := p.accept(later, true); err != nil {
		t.Fatal(err)
	}
	before := p.book()
	for _, r := range p.take(p.intake(), one, two, third) { // all of them once more, as on every day
		if v := r.Verdict(); v == collection.Ready || v == collection.Unsure {
			t.Errorf("%s: %s", r.Name, told(r))
		}
	}
	sameBut(t, before, p.book(), nil)
}

// What is refused leaves an accepted answer accepted, and is noted beside it, once.
func TestRefusedFileLeavesWhatIsAccepted(t *testing.T) {
	p := open(t)
	form := p.forms(questionnaire.Asking{Period: year})[3]
	good := p.take(p.intake(), save(t, t.TempDir(), "Ответ.xlsx", filled(t, form, map[string]any{"resident_report.revenue": 12345})))[0]
	if err := p.accept(good, true); err != nil {
		t.Fatal(err)
	}
	bad := p.take(p.intake(), save(t, t.TempDir(), "Ещё.xlsx", filled(t, form, map[string]any{"resident_report.revenue": "нет"})))[0]
	for range 2 {
		err := p.store.Change(context.Background(), "пришло", func(tx app.Tx) error {
			return bad.Keep(context.Background(), tx, arrival, func(string, int64) string { return "" })
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	q := gathered(p, form.Resident.ID)
	if q.Accepted != arrival || q.Answer != "Ответ.xlsx" || q.Content != good.SHA256 || strings.Count(q.Remark, "пришёл и не принят файл «Ещё.xlsx»") != 1 {
		t.Errorf("kept is %+v", q)
	}
}

// Where both the record and the answer have changed since the questionnaire was sent, a person says
// which is right.
func TestBothChangedSinceItWasSent(t *testing.T) {
	p := open(t)
	form := p.forms(questionnaire.Asking{Period: year})[3]
	raw := filled(t, form, map[string]any{"resident_report.headcount": 35})
	for _, report := range app.All[app.ResidentReport](p.book(), "resident_report") {
		if report.Resident == form.Resident.ID && report.Period == year {
			report = app.Clone(report)
			report.Headcount = app.Of(app.Count(34))
			if err := p.store.Change(context.Background(), "правка", func(tx app.Tx) error { return tx.Save(context.Background(), report) }); err != nil {
				t.Fatal(err)
			}
		}
	}
	r := p.take(p.intake(), save(t, t.TempDir(), "x.xlsx", raw))[0]
	if r.Verdict() != collection.Unsure || !strings.Contains(reasons(r), "изменили и запись, и ответ") {
		t.Error(told(r))
	}
}

// One file is one change that can be taken back, and the file is kept with its sum.
func TestAcceptedFileIsOneChangeAndIsKept(t *testing.T) {
	p := open(t)
	form := p.forms(questionnaire.Asking{Period: year})[3]
	raw := filled(t, form, map[string]any{"resident_report.revenue": 12345, "resident.phone": "+7 900 123-45-67", "job.1.count": 9})
	before := p.book()
	r := p.take(p.intake(), save(t, t.TempDir(), "Ответ.xlsx", raw))[0]
	if r.Verdict() != collection.Ready {
		t.Fatal(told(r))
	}
	if err := p.accept(r, false); err != nil {
		t.Fatal(err)
	}
	q := gathered(p, form.Resident.ID)
	if q.Accepted != arrival || q.Received != arrival || q.Answer != "Ответ.xlsx" || q.Content != app.Content(raw) || q.Filled.N == 0 || q.Filled.N > q.Asked.N {
		t.Errorf("kept is %+v", q)
	}
	kept, err := p.store.Content(context.Background(), q.Content)
	if err != nil || app.Content(kept) != app.Content(raw) {
		t.Errorf("the file is not kept: %v", err)
	}
	if _, err := p.store.Undo(context.Background()); err != nil {
		t.Fatal(err)
	}
	sameBut(t, before, p.book(), nil)
	if q := gathered(p, form.Resident.ID); q.Accepted == arrival {
		t.Error("what was taken back is accepted still")
	}
}

func gathered(p *parkFile, resident int64) *app.Questionnaire {
	for _, q := range app.All[app.Questionnaire](p.book(), "questionnaire") {
		if q.Resident == resident && q.Period == year {
			return q
		}
	}
	return nil
}

// What cannot be accepted is kept, and whoever looks at it later sees the same.
func TestFileThatIsNotAcceptedIsKept(t *testing.T) {
	p := open(t)
	form := p.forms(questionnaire.Asking{Period: year})[3]
	path := save(t, t.TempDir(), "Ответ.xlsx", filled(t, form, map[string]any{"resident_report.revenue": "нет"}))
	r := p.take(p.intake(), path)[0]
	err := p.store.Change(context.Background(), "пришло", func(tx app.Tx) error {
		return r.Keep(context.Background(), tx, arrival, func(string, int64) string { return "" })
	})
	if err != nil || !r.Keepable() {
		t.Fatal(err)
	}
	q := gathered(p, form.Resident.ID)
	if q.Received != arrival || !q.Accepted.Zero() || q.Doubts.N != 1 {
		t.Errorf("kept is %+v", q)
	}
	raw, err := p.store.Content(context.Background(), q.Content)
	if err != nil {
		t.Fatal(err)
	}
	again := collection.Kept(q, raw)
	if err := p.intake().Plan(context.Background(), []*collection.Received{again}, nil); err != nil || told(again) != told(r) {
		t.Errorf("%s\nwas\n%s, %v", told(again), told(r), err)
	}
	dir := t.TempDir()
	one, err := again.SaveMarkedCopy(dir)
	two, wrong := r.SaveMarkedCopy(dir)
	if err != nil || wrong != nil || one != filepath.Join(dir, "Ответ — замечания.xlsx") || two != one {
		t.Fatalf("%s, %s, %v, %v", one, two, err, wrong)
	}
	marked, err := os.ReadFile(one)
	if err != nil {
		t.Fatal(err)
	}
	b, err := workbook.Read(marked)
	if err != nil || b.Sheet("Замечания") == nil {
		t.Fatalf("%v", err)
	}
	answer, err := questionnaire.Read(marked, "x.xlsx")
	if err != nil || !answer.Genuine {
		t.Errorf("a marked copy is no questionnaire: %v", err)
	}
}

// An amount that looks a thousand times off is not converted, and lands only when it is confirmed.
func TestSlipsAreConfirmed(t *testing.T) {
	p := open(t)
	for _, form := range p.forms(questionnaire.Asking{Period: year})[:3] {
		var item questionnaire.Item
		for _, it := range form.Items() {
			if it.Key() == "resident_report.revenue" {
				item = it
			}
		}
		r := p.take(p.intake(), save(t, t.TempDir(), "x.xlsx", filled(t, form, map[string]any{item.Key(): float64(item.Now.N) / 100_000 * 1000})))[0]
		if r.Verdict() != collection.Unsure || r.Plan.Doubts() == 0 || !strings.Contains(reasons(r), "в сотни раз меньше") || len(r.Findings) == 0 {
			t.Errorf("%s: %s, %d findings", form.Resident.Name, told(r), len(r.Findings))
		}
		if err := p.accept(r, false); err == nil {
			t.Error("a slip was accepted unasked")
		}
		if err := p.accept(r, true); err != nil {
			t.Fatal(err)
		}
		report := p.book().Get("resident_report", r.Plan.Records()[0].Header().ID)
		if got := item.Field.Get(report); got != app.NumberValue(item.Now.N*1000) {
			t.Errorf("%v landed", got)
		}
	}
}

// What staff changed after the questionnaire was sent stays where the resident left the cell alone.
func TestUntouchedCellDoesNotUndoWhatStaffRecorded(t *testing.T) {
	p := open(t)
	form := p.forms(questionnaire.Asking{Period: year})[3]
	raw := filled(t, form, map[string]any{"resident_report.revenue": 12345})
	var report *app.ResidentReport
	for _, r := range app.All[app.ResidentReport](p.book(), "resident_report") {
		if r.Resident == form.Resident.ID && r.Period == year {
			report = app.Clone(r)
		}
	}
	report.Payroll = app.Of(app.Money(777_00000))
	if err := p.store.Change(context.Background(), "правка", func(tx app.Tx) error { return tx.Save(context.Background(), report) }); err != nil {
		t.Fatal(err)
	}
	r := p.take(p.intake(), save(t, t.TempDir(), "x.xlsx", raw))[0]
	if err := p.accept(r, true); err != nil {
		t.Fatal(err)
	}
	got := app.Find[app.ResidentReport](p.book(), "resident_report", report.ID)
	if got.Payroll != report.Payroll || got.Revenue != app.Of(app.Money(12345_00000)) {
		t.Errorf("payroll %v, revenue %v; %s", got.Payroll, got.Revenue, told(r))
	}
}

// Directories are looked through without links and leftovers; what is no answer is passed by.
func TestDirectoriesAreLookedThrough(t *testing.T) {
	p := open(t)
	form := p.forms(questionnaire.Asking{Period: year})[3]
	raw := filled(t, form, map[string]any{"resident_report.revenue": 12345})
	dir := t.TempDir()
	deep := filepath.Join(dir, "почта", "апрель")
	if err := os.MkdirAll(deep, 0o700); err != nil {
		t.Fatal(err)
	}
	save(t, deep, "Ответ.xlsx", raw)
	save(t, dir, "~$Ответ.xlsx", raw)
	save(t, dir, ".скрытый.xlsx", raw)
	save(t, dir, "письмо.pdf", []byte("%PDF-1.4"))
	save(t, dir, "старая.xls", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
	if err := os.Symlink(dir, filepath.Join(deep, "круг")); err != nil {
		t.Fatal(err)
	}
	verdicts := map[string]string{}
	for _, r := range p.take(p.intake(), dir, filepath.Join(deep, "Ответ.xlsx")) {
		verdicts[r.Name] = r.Verdict().Key()
	}
	if len(verdicts) != 3 || verdicts["Ответ.xlsx"] != "ready" || verdicts["письмо.pdf"] != "skipped" || verdicts["старая.xls"] != "unread" {
		t.Errorf("%v", verdicts)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := collection.Gather(ctx, []string{dir}, nil); err == nil {
		t.Error("it goes on after it was given up")
	}
	if _, err := collection.Gather(context.Background(), []string{t.TempDir()}, nil); err == nil {
		t.Error("an empty directory has answers")
	}
}

// A new row that an accepted answer has made a record of is that record in the answer that corrects it.
func TestCorrectedRowIsNotDoubled(t *testing.T) {
	p := open(t)
	var form *questionnaire.Form
	row := ""
	for _, f := range p.forms(questionnaire.Asking{Period: year}) {
		if table := f.Sections[len(f.Sections)-1].Table; table != nil && table.Rows[len(table.Rows)-1].ID == 0 {
			form, row = f, table.Rows[len(table.Rows)-1].Key()
			break
		}
	}
	answers := map[string]any{row + ".date": "05.05.2020", row + ".change": "создано", row + ".count": 3, row + ".category": "прочие"}
	jobs := len(p.book().Of("job"))
	first := p.take(p.intake(), save(t, t.TempDir(), "1.xlsx", at(t, filled(t, form, answers), "2021-04-01T08:00:00Z")))[0]
	if err := p.accept(first, true); err != nil {
		t.Fatal(err, told(first))
	}
	answers[row+".count"] = 4
	second := p.take(p.intake(), save(t, t.TempDir(), "2.xlsx", at(t, filled(t, form, answers), "2021-04-02T08:00:00Z")))[0]
	if second.Verdict() != collection.Unsure || len(second.Plan.Records()) != 1 {
		t.Errorf("the corrected answer: %s, %s", told(second), second.Confirm.RU)
	}
	if err := p.accept(second, true); err != nil {
		t.Fatal(err)
	}
	if got := len(p.book().Of("job")); got != jobs+1 {
		t.Errorf("%d records of jobs, were %d", got, jobs)
	}
}

// The same answers saved once more are one answer; a park of another name asks first.
func TestSameAnswersAndAnotherName(t *testing.T) {
	p := open(t)
	form := p.forms(questionnaire.Asking{Period: year})[3]
	raw := filled(t, form, map[string]any{"resident_report.revenue": 12345})
	files := p.take(p.intake(), save(t, t.TempDir(), "1.xlsx", raw), save(t, t.TempDir(), "1.xlsx", at(t, raw, "2021-04-02T08:00:00Z")))
	if files[0].Verdict() != collection.Ready || files[1].Verdict() != collection.Unfit || !strings.Contains(files[1].Plan.Fault.Words.RU, "это тот же ответ, что и «"+files[0].Path+"»") {
		t.Errorf("the same answers: %s\n%s", told(files[0]), told(files[1]))
	}
	in := p.intake()
	park := app.Clone(in.Book.Park)
	park.Name = "Другой"
	in.Book = in.Book.With(park)
	if r := p.take(in, files[0].Path)[0]; r.Verdict() != collection.Unsure || !strings.Contains(r.Confirm.RU, "а открыт «Другой»") {
		t.Errorf("another name: %s, %s", told(r), r.Confirm.RU)
	}
}
