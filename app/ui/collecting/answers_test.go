package collecting

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/collection"
	"technopark/app/questionnaire"
	"technopark/app/ui/desktest"
	"technopark/reports/xlsx"
)

// answerOf writes the answer of a resident of the sample into a folder: the questionnaire it was sent,
// with some answers changed, told by their keys.
func answerOf(t *testing.T, d *desktest.Desk, s *Screen, dir, short string, period app.Period, changed map[string]any) string {
	t.Helper()
	book := d.Look().Book
	form := questionnaire.New(book, app.Find[app.Resident](book, "resident", s.named(t, short)), questionnaire.Asking{Period: period})
	var raw bytes.Buffer
	if err := xlsx.WriteAnswer(&raw, form, changed, today.Midnight()); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "ответ "+strings.Trim(short, "«»")+" "+period.Key()+".xlsx")
	if err := os.WriteFile(path, raw.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// files returns what the page says of each file.
func (p *answers) said() map[string]string {
	all := map[string]string{}
	for _, r := range p.all {
		all[p.nameOf(r)] = p.stateOf(r)
	}
	return all
}

const (
	silent = "ООО «Сети без потерь»" // has no report
	gaps   = "ООО «БиоКлён»"
	whole  = "ООО «Литий и натрий»" // lacks nothing
)

func TestAnswerIsShownCellByCellAndRecordedOnlyWhenAccepted(t *testing.T) {
	d, s := shown(t)
	dir := t.TempDir()
	path := answerOf(t, d, s, dir, gaps, app.YearPeriod(2020), map[string]any{"resident_report.rd_own": 100.5, "resident_report.headcount": 17})
	before := d.List(t, "resident_report")
	s.Dropped([]string{path})
	p := s.answers
	if !p.view.Visible() || s.view.Visible() || len(p.all) != 1 {
		t.Fatalf("failed %v, asked %q, %d files", d.Failed, d.Asked(), len(p.all))
	}
	first := p.cells.Table.Texts(p.cells.Table.Shown()[0])
	if !strings.Contains(first[2], "→ 17") || first[3] != "изменится" {
		t.Errorf("the first cell is %q", first)
	}
	if got := reportOf(t, d, s.named(t, gaps)); got.RDOwn.Given() || len(d.List(t, "resident_report")) != len(before) {
		t.Error("something is recorded before it is accepted")
	}
	desktest.Press(t, s.Content(), "Принять этот")
	if strings.Contains(d.Asked(), "Принять?") {
		d.Press(t, "Значения верны, принять")
	}
	if got := reportOf(t, d, s.named(t, gaps)); got.RDOwn != app.Of(app.Money(10_050_000)) || got.Headcount.N != 17 {
		t.Errorf("recorded %+v, %+v; failed %v, asked %q", got.RDOwn, got.Headcount, d.Failed, d.Asked())
	}
	if p.view.Visible() {
		t.Error("the page stays although nothing waits")
	}
	row, _ := s.of.Of(s.named(t, gaps))
	if row.State != collection.Accepted || row.Sheet.Accepted != today || row.Sheet.Content == "" {
		t.Errorf("the desk says %s", row.State.Key())
	}
	if step, ok, err := d.Store.NextUndo(d.Ctx()); err != nil || !ok || !strings.Contains(step.What, filepath.Base(path)) {
		t.Errorf("the step is %q, %v", step.What, err)
	}
	if _, err := d.Store.Undo(d.Ctx()); err != nil {
		t.Fatal(err)
	}
	s.Refresh()
	if row, _ := s.of.Of(s.named(t, gaps)); row.State != collection.Doubtful || reportOf(t, d, s.named(t, gaps)).RDOwn.Given() {
		t.Errorf("after the undo it is %s", row.State.Key())
	}
}

// reportOf returns the report of a resident for the year as it is kept.
func reportOf(t *testing.T, d *desktest.Desk, id int64) *app.ResidentReport {
	t.Helper()
	for _, r := range app.As[app.ResidentReport](d.List(t, "resident_report")) {
		if r.Resident == id && r.Period == app.YearPeriod(2020) {
			return r
		}
	}
	return &app.ResidentReport{}
}

func TestRejectedCellsKeepAFileBackAndItIsReturnedMarked(t *testing.T) {
	d, s := shown(t)
	dir, out := t.TempDir(), filepath.Join(t.TempDir(), "назад")
	answerOf(t, d, s, dir, gaps, app.YearPeriod(2020), map[string]any{"resident_report.revenue": "примерно миллион", "resident_report.rd_own": 12})
	answerOf(t, d, s, dir, silent, app.YearPeriod(2020), map[string]any{"resident_report.headcount": 14, "resident_report.revenue": 52_000})
	answerOf(t, d, s, dir, silent, app.YearPeriod(2019), nil)
	if err := os.WriteFile(filepath.Join(dir, "записка.txt"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.Dropped([]string{dir})
	p := s.answers
	if len(p.all) != 3 || p.passed != 1 || p.stateOf(p.all[0])[:3] != app.MarkError.Shape() {
		t.Fatalf("%d files, %d passed by, asked %q: %v", len(p.all), p.passed, d.Asked(), p.said())
	}
	s.NextFault()
	if r := p.current(); p.nameOf(r) != gaps || !strings.Contains(p.cells.Table.Texts(p.cells.Table.Selected())[3], "отклонено") {
		t.Fatalf("F8 goes to %q", p.nameOf(p.current()))
	}
	if said := p.told; !strings.Contains(said, "примерно миллион") || !strings.Contains(said, "ожидается") {
		t.Errorf("of the cell it says %q", said)
	}
	if p.accept.Why() == "" {
		t.Error("a file with a rejected cell can be accepted")
	}
	p.giveBack(p.faulty(), out)
	d.Press(t, "ОК")
	if n := len(desktest.FilesIn(t, out)); n != 2 {
		t.Errorf("%d marked copies; failed %v", n, d.Failed)
	}
	s.Refresh()
	if row, _ := s.of.Of(s.named(t, gaps)); row.State != collection.Returned || reportOf(t, d, row.Resident.ID).RDOwn.Given() {
		t.Errorf("the desk says %s", row.State.Key())
	}
}

// One marked copy that cannot be made keeps no other back.
func TestMarkedCopiesAreMadeOfTheOthers(t *testing.T) {
	d, s := shown(t)
	dir, out := t.TempDir(), t.TempDir()
	words := map[string]any{"resident_report.revenue": "примерно миллион"}
	answerOf(t, d, s, dir, gaps, app.YearPeriod(2020), words)
	answerOf(t, d, s, dir, silent, app.YearPeriod(2020), words)
	s.Dropped([]string{dir})
	p := s.answers
	if len(p.faulty()) != 2 {
		t.Fatalf("faulty: %v", p.said())
	}
	gone := collection.Kept(&app.Questionnaire{Answer: "нет.xlsx"}, []byte("не книга"))
	gone.Plan, gone.Answer = p.all[0].Plan, p.all[0].Answer
	p.all[0] = gone
	p.giveBack([]*collection.Received{p.all[0], p.all[1]}, out)
	if asked := d.Asked(); len(desktest.FilesIn(t, out)) != 1 || !strings.Contains(asked, "1 копия") || !strings.Contains(asked, "нет.xlsx") || p.back[gone] {
		t.Errorf("%q, said %q", desktest.FilesIn(t, out), asked)
	}
}

func TestAnswersThatNobodyDecidedAreKeptIfTheUserLikes(t *testing.T) {
	d, s := shown(t)
	path := answerOf(t, d, s, t.TempDir(), silent, app.YearPeriod(2020), map[string]any{"resident_report.headcount": 14})
	s.Dropped([]string{path})
	if s.Unsaved() == "" || !strings.HasPrefix(s.Refused(), "Не сохран") {
		t.Fatalf("nothing waits: %v", s.answers.said())
	}
	desktest.Key(s.answers.files, fyne.KeyEscape)
	d.Press(t, "Сохранить")
	row, _ := s.of.Of(s.named(t, silent))
	if s.answers.view.Visible() || s.Unsaved()+s.Refused() != "" || row.Sheet.Content == "" || !row.Sheet.Accepted.Zero() {
		t.Fatalf("the desk says %s", row.State.Key())
	}
	s.table.Select(row.Resident.ID)
	desktest.Key(s.table, fyne.KeyReturn)
	if !s.answers.view.Visible() || len(s.answers.all) != 1 || s.answers.nameOf(s.answers.all[0]) != silent {
		t.Errorf("the kept answer is not shown again: %q", d.Asked())
	}
	desktest.Key(s.answers.files, fyne.KeyEscape)
	if s.answers.view.Visible() || d.Window.Canvas().Overlays().Top() != nil {
		t.Errorf("what is kept already is asked about again: %q", d.Asked())
	}
}

// By whatever way the answers are left, they can be kept: by the menu, and by files dropped over them.
func TestAnswersCanBeKeptByWhateverWayTheyAreLeft(t *testing.T) {
	d, s := shown(t)
	dir := t.TempDir()
	s.Dropped([]string{answerOf(t, d, s, dir, silent, app.YearPeriod(2020), map[string]any{"resident_report.headcount": 14})})
	left := 0
	d.AskToLeaveScreen(s, func() { left++ }, s.FocusUnsaved)
	d.Press(t, "Остаться здесь")
	if left != 0 || !s.answers.view.Visible() || s.Unsaved() == "" {
		t.Fatal("who stays has left")
	}
	s.Dropped([]string{answerOf(t, d, s, dir, gaps, app.YearPeriod(2020), map[string]any{"resident_report.headcount": 17})})
	if s.answers.nameOf(s.answers.current()) != silent {
		t.Fatal("other answers take the place of those nobody has decided about, unasked")
	}
	d.Press(t, "Сохранить")
	if s.answers.nameOf(s.answers.current()) != gaps {
		t.Errorf("the files that were dropped are not shown: %q", d.Asked())
	}
	d.AskToLeaveScreen(s, func() { left++ }, s.FocusUnsaved)
	d.Press(t, "Сохранить")
	s.Refresh()
	for _, name := range []string{silent, gaps} {
		if q := s.sheet(t, name); q.Content == "" || q.Answer == "" {
			t.Errorf("the answer of %s is not kept: %+v", name, q)
		}
	}
	if left != 1 || s.Unsaved() != "" {
		t.Errorf("left %d times, asks %q", left, s.Unsaved())
	}
}

// What is likely a slip by a thousand lands only when somebody has said that it is right.
func TestLikelySlipIsAskedAbout(t *testing.T) {
	d, s := shown(t)
	id := s.named(t, "ООО «Учёт и маршруты»")
	was := reportOf(t, d, id).Revenue
	dir := t.TempDir()
	answerOf(t, d, s, dir, "ООО «Учёт и маршруты»", app.YearPeriod(2020), map[string]any{"resident_report.revenue": int64(was.N) / 100})
	answerOf(t, d, s, dir, whole, app.YearPeriod(2020), map[string]any{"resident_report.export": 0})
	s.Dropped([]string{dir})
	p := s.answers
	desktest.Press(t, s.Content(), p.every.Text)
	if p.done[p.all[0]] || !p.done[p.all[1]] || reportOf(t, d, id).Revenue != was {
		t.Fatalf("all are accepted without a question: %v", p.said())
	}
	if said := p.aboutFile(p.all[1]); !strings.Contains(said, "Принят") {
		t.Errorf("of an accepted file it says %q", said)
	}
	desktest.Press(t, s.Content(), "Принять этот")
	if asked := d.Asked(); !strings.Contains(asked, "похожее на описку") || !strings.Contains(asked, "Выручка") {
		t.Errorf("asked %q", asked)
	}
	d.Press(t, "Отмена")
	if reportOf(t, d, id).Revenue != was {
		t.Fatal("a slip is recorded although nobody agreed")
	}
	desktest.Press(t, s.Content(), "Принять этот")
	d.Press(t, "Значения верны, принять")
	if got := reportOf(t, d, id).Revenue; got.N != was.N*1000 {
		t.Errorf("recorded %v; failed %v", got, d.Failed)
	}
}

// What the check would remark on is accepted by whoever has looked at it, not with all the others.
func TestAnswerWithFindingsIsNotAcceptedWithAll(t *testing.T) {
	d, s := shown(t)
	dir := t.TempDir()
	answerOf(t, d, s, dir, "ООО «Графен-Объём»", app.YearPeriod(2020), map[string]any{"resident_report.export": 0})
	answerOf(t, d, s, dir, whole, app.YearPeriod(2020), map[string]any{"resident_report.export": 0})
	s.Dropped([]string{dir})
	p := s.answers
	for _, r := range p.all {
		if waits := !slices.Contains(p.ready(), r); waits != (len(r.Findings) > 0 || r.Verdict() == collection.Unsure) {
			t.Errorf("%s, %d findings: waits %v", p.nameOf(r), len(r.Findings), waits)
		}
	}
	if len(p.all[0].Findings) == 0 || p.all[0].Verdict() != collection.Ready || p.accept.Why() != "" || len(p.ready()) != 1 {
		t.Errorf("no findings: %v", p.said())
	}
}

func TestWhatIsNoAnswerIsTold(t *testing.T) {
	d, s := shown(t)
	s.Dropped([]string{desktest.FileNamed(t, "письмо.xlsx", "это не книга")})
	p := s.answers
	if len(p.all) != 1 || !strings.Contains(p.stateOf(p.all[0]), "не читается") || p.accept.Why() == "" || p.every.Why() == "" || s.Unsaved() != "" {
		t.Errorf("says %v", p.said())
	}
	desktest.Key(p.files, fyne.KeyEscape)
	if p.view.Visible() {
		t.Error("Esc does not go back to the desk")
	}
	s.Dropped([]string{filepath.Dir(desktest.FileNamed(t, "записка.txt", "x"))})
	if !strings.Contains(d.Asked(), "нет файлов Excel") {
		t.Errorf("of a folder without answers it says %q", d.Asked())
	}
	d.Press(t, "ОК")
	s.Dropped([]string{t.TempDir()})
	if !strings.Contains(d.Asked(), "нет ни одного файла") {
		t.Errorf("of an empty folder it says %q", d.Asked())
	}
}

// A low window is left to the cells; Enter writes one out.
func TestLowWindowSaysWhyAFileHasNoCells(t *testing.T) {
	d, s := shown(t)
	d.Window.Resize(fyne.NewSize(1146, 300))
	s.Dropped([]string{answerOf(t, d, s, t.TempDir(), silent, app.YearPeriod(2019), nil)})
	s.answers.toCells()
	if said := desktest.Said(s.Content()); !strings.Contains(said, "анкета за 2019 год") || d.Window.Canvas().Focused() != fyne.Focusable(s.answers.toList) {
		t.Errorf("says %q", said)
	}
	desktest.Key(s.answers.toList, fyne.KeyEscape)
	if d.Window.Canvas().Focused() != fyne.Focusable(s.answers.files) {
		t.Error("Esc does not go back to the files")
	}
}

func TestLowWindowKeepsTheCells(t *testing.T) {
	d, s := shown(t)
	s.Dropped([]string{answerOf(t, d, s, t.TempDir(), gaps, app.YearPeriod(2020), map[string]any{"resident_report.rd_own": "по балансу"})})
	p := s.answers
	if !p.view.Visible() || !p.about.Visible() {
		t.Fatalf("asked %q", d.Asked())
	}
	d.Window.Resize(fyne.NewSize(1146, 300))
	p.toCells()
	if p.about.Visible() {
		t.Error("what is said of the file takes the room of the cells")
	}
	desktest.Key(p.cells.Table, fyne.KeyReturn)
	if asked := d.Asked(); !strings.Contains(asked, "по балансу") || !strings.Contains(asked, "ожидается") {
		t.Errorf("said %q", asked)
	}
}

// What may be accepted can be returned as well: a likely slip is the resident's to mend. Only the chosen
// file goes back.
func TestLikelySlipIsReturnedMarked(t *testing.T) {
	d, s := shown(t)
	const slips = "ООО «Учёт и маршруты»"
	was := reportOf(t, d, s.named(t, slips)).Revenue
	dir, out := t.TempDir(), t.TempDir()
	answerOf(t, d, s, dir, slips, app.YearPeriod(2020), map[string]any{"resident_report.revenue": int64(was.N) / 100})
	answerOf(t, d, s, dir, gaps, app.YearPeriod(2020), map[string]any{"resident_report.revenue": "примерно миллион"})
	s.Dropped([]string{dir})
	p := s.answers
	p.files.Select(2)
	p.choose(1)
	if p.nameOf(p.current()) != slips || p.give.Why() != "" || p.giveAll.Why() != "" {
		t.Fatalf("%q cannot be returned: %q, %q", p.nameOf(p.current()), p.give.Why(), p.giveAll.Why())
	}
	p.giveBack([]*collection.Received{p.current()}, out)
	d.Press(t, "ОК")
	files := desktest.FilesIn(t, out)
	if len(files) != 1 || !strings.Contains(files[0], "Учёт") || len(p.faulty()) != 1 {
		t.Errorf("returned %q, failed %v", files, d.Failed)
	}
	s.Refresh()
	if row, _ := s.of.Of(s.named(t, slips)); row.State != collection.Returned || reportOf(t, d, row.Resident.ID).Revenue != was {
		t.Errorf("the desk says %s", row.State.Key())
	}
}

// Undo stays with the answers: the one that was accepted waits again.
func TestUndoStaysWithTheAnswers(t *testing.T) {
	d, s := shown(t)
	dir := t.TempDir()
	answerOf(t, d, s, dir, whole, app.YearPeriod(2020), map[string]any{"resident_report.export": 0})
	answerOf(t, d, s, dir, gaps, app.YearPeriod(2020), map[string]any{"resident_report.revenue": "примерно миллион"})
	s.Dropped([]string{dir})
	p := s.answers
	p.onEvery()
	r := p.all[1]
	if p.nameOf(r) != whole || !p.done[r] || !p.view.Visible() {
		t.Fatalf("not accepted: %v", p.said())
	}
	for _, step := range []struct {
		turn func(context.Context) (app.Step, error)
		done bool
	}{{d.Store.Undo, false}, {d.Store.Redo, true}} {
		if _, err := step.turn(d.Ctx()); err != nil {
			t.Fatal(err)
		}
		d.Forget()
		s.Refresh()
		s.Stepped()
		if p.done[r] != step.done || (p.whyNotAccept(r) == "") == step.done || !p.view.Visible() {
			t.Errorf("accepted %v, %v", p.done[r], p.said())
		}
	}
}
