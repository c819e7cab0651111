package intake

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/exchange"
	"technopark/app/ui/desk"
	"technopark/app/ui/desktest"
)

// register is a table of strangers: a new resident, one that changes, one that stays, two that are wrong,
// a row of sums.
const register = `Реестр;;;;
№;Арендатор;ИНН;Тел;Вид деятельности
1;ООО «Новая»;7736050003;+7 (900) 000-00-01;ИТ
2;Альфа;;+7 (900) 000-00-02;
3;ООО «Бета»;;;
4;ООО «Кривая»;77360500;;ИТ
5;ООО «Косая»;7736050004;;
Итого;5;;;
`

// screen returns the screen over a park of two residents.
func screen(t *testing.T) (*desktest.Desk, *Screen) {
	t.Helper()
	d := desktest.Small(t, "ООО «Альфа»", "ООО «Бета»")
	s := New(d.Desk).(*Screen)
	d.Show(s)
	return d, s
}

// file writes a table.
func file(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "реестр.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// preview leads a table to the third page.
func preview(t *testing.T, s *Screen, text string) {
	t.Helper()
	s.Take(desk.Taking{Type: "resident"})
	desktest.Key(s.desk.Window.Canvas().Focused(), fyne.KeyEscape) // the file is there already
	s.takeFile(file(t, text))
	s.onNext()
	s.onNext()
	if s.at != stepPreview {
		t.Fatalf("on page %d", s.at)
	}
}

// counts are the captions of the buttons that narrow the preview.
func counts(s *Screen) string {
	var all []string
	for _, b := range s.preview.buttons {
		all = append(all, b.Text)
	}
	return strings.Join(all, ", ")
}

func residents(t *testing.T, d *desktest.Desk) map[string]*app.Resident {
	t.Helper()
	all := map[string]*app.Resident{}
	for _, rec := range d.List(t, "resident") {
		all[rec.(*app.Resident).Name] = rec.(*app.Resident)
	}
	return all
}

func TestTableBecomesRecordsInOneStep(t *testing.T) {
	d, s := screen(t)
	preview(t, s, register)
	if got := counts(s); got != "Все 5, Новые 1, Изменятся 1, Без изменений 1, ■ Отклонено 2" {
		t.Error(got)
	}
	if len(residents(t, d)) != 2 {
		t.Error("something is written before the last button")
	}
	if s.next.Text != "Записать 2 строки" || s.save.Hidden {
		t.Errorf("%q, %v", s.next.Text, s.save.Hidden)
	}
	s.onNext()
	all := residents(t, d)
	if len(all) != 3 || all["ООО «Новая»"] == nil || all["ООО «Новая»"].INN != "7736050003" || all["ООО «Альфа»"].Phone != "+7 (900) 000-00-02" {
		t.Errorf("%v", all)
	}
	if s.at != stepDone || !strings.Contains(s.ready.empty.Said(), "Записаны 2 строки") {
		t.Error(s.ready.empty.Said())
	}
	for _, rejected := range []int{0, 2} { // of none there is nothing to be saved
		s.done.rejected = rejected
		s.ready.show(true)
		if said := s.ready.empty.Said(); strings.Contains(said, "Отклонённые можно сохранить") != (rejected > 0) {
			t.Errorf("of %d rejected rows it says %q", rejected, said)
		}
	}
	step, ok, err := d.Store.NextUndo(d.Ctx())
	if err != nil || !ok || !strings.HasPrefix(step.What, "данные из файла «реестр.csv» (контрольная сумма ") {
		t.Errorf("%+v %v", step, err)
	}
	var shown []int64
	d.OpenMany = func(_ string, ids []int64) { shown = ids }
	desktest.Press(t, s.Content(), "Показать записи")
	if len(shown) != 2 || !slices.Contains(shown, all["ООО «Новая»"].ID) || !slices.Contains(shown, all["ООО «Альфа»"].ID) {
		t.Error(shown)
	}
	desktest.Press(t, s.Content(), "Отменить импорт")
	desktest.Press(t, s.Content(), "Показать записи")
	if len(d.Opened) != 1 {
		t.Error(d.Opened)
	}
	if len(residents(t, d)) != 2 || residents(t, d)["ООО «Альфа»"].Phone != "" || len(d.List(t, "specialism")) != 0 {
		t.Error("the import is not undone")
	}
	if len(d.Failed) > 0 {
		t.Error(d.Failed)
	}
}

func TestRejectedCellIsPutRightInPlace(t *testing.T) {
	_, s := screen(t)
	preview(t, s, register)
	s.NextFault()
	if !strings.HasPrefix(s.preview.one.block.Title(), "Строка 6, столбец C «ИНН»") || !strings.Contains(s.preview.one.told.Text, "Найдено: 77360500\nОжидалось: «ИНН» — 10 цифр у организации, 12 у предпринимателя и самозанятого\nЧто сделать: ИНН состоит из 10 цифр") {
		t.Fatalf("%q %q", s.preview.one.block.Title(), s.preview.one.told.Text)
	}
	if s.desk.Window.Canvas().Focused() != fyne.Focusable(s.preview.one.right) {
		t.Error("the keyboard is not where the cell is put right")
	}
	s.preview.one.right.SetText("5098100079")
	desktest.Key(s.preview.one.right, fyne.KeyReturn)
	if got := counts(s); !strings.Contains(got, "Новые 2, Изменятся 1, Без изменений 1, ■ Отклонено 1") {
		t.Error(got)
	}
	s.NextFault()
	if !strings.HasPrefix(s.preview.one.block.Title(), "Строка 7") {
		t.Error(s.preview.one.block.Title())
	}
}

func TestPreviewIsNarrowedAndShowsWhatChanges(t *testing.T) {
	_, s := screen(t)
	preview(t, s, register)
	s.preview.narrow(2)
	shown := s.preview.list.Table.Shown()
	if len(shown) != 1 || !strings.Contains(strings.Join(s.preview.list.Table.Texts(shown[0]), "|"), "пусто → +7 (900) 000-00-02") {
		t.Errorf("%v %v", shown, s.preview.list.Table.Texts(shown[0]))
	}
	s.preview.narrow(0)
	s.preview.list.Table.SetFilter("кривая")
	if shown := s.preview.list.Table.Shown(); len(shown) != 1 {
		t.Error(shown)
	}
}

func TestColumnIsPutByHandAndRemembered(t *testing.T) {
	d, s := screen(t)
	text := "Имечко;Тлф\nООО «Альфа»;+7 (900) 000-00-02\nООО «Гамма»;+7 (900) 000-00-03\n"
	s.Take(desk.Taking{Type: "resident"})
	s.takeFile(file(t, text))
	s.columns.onHeadRow(1)
	s.show(stepColumns)
	if s.next.Disabled() == false && s.layout.Column("phone") != nil {
		t.Error("the column is known already")
	}
	s.columns.table.Select(2)
	s.columns.one.show(2)
	choose(t, s.columns.one.field.Options, "Телефон", s.columns.one.field.SetSelectedIndex)
	if s.layout.Column("phone") == nil || s.columns.table.Texts(2)[2] != "Телефон" {
		t.Fatalf("%+v", s.layout.Columns)
	}
	s.onNext()
	s.onNext()
	if len(residents(t, d)) != 3 || len(d.Layouts) != 1 {
		t.Errorf("%d residents, %d remembered", len(residents(t, d)), len(d.Layouts))
	}
	s.onNext()
	s.takeFile(file(t, text))
	s.columns.onHeadRow(1)
	if c := s.layout.Column("phone"); c == nil || c.Why != exchange.WhyKept {
		t.Errorf("not as the last time: %+v", s.layout.Columns)
	}
}

// onHeadRow chooses a row as the head.
func (p *columnsPage) onHeadRow(row int) { p.s.understand(p.s.layout.Sheet, row, row) }

func choose(t *testing.T, options []string, want string, set func(int)) {
	t.Helper()
	for i, o := range options {
		if o == want {
			set(i)
			return
		}
	}
	t.Fatalf("no %q in %v", want, options)
}

func TestFieldWithoutColumnIsGivenToAllRows(t *testing.T) {
	d, s := screen(t)
	s.Take(desk.Taking{Type: "room"})
	s.takeFile(file(t, "№ помещения;Площадь, м2\n101;10\n102;20,5\n"))
	s.onNext()
	var id int64
	for _, row := range s.columns.table.Shown() {
		if s.columns.table.Texts(row)[2] == "Здание" {
			id = row
		}
	}
	s.columns.table.Select(id)
	s.columns.one.show(id)
	s.columns.one.fixed.SetText("Корпус 1")
	s.columns.one.onFixed()
	s.onNext()
	s.onNext()
	if rooms := d.List(t, "room"); len(rooms) != 2 || rooms[0].(*app.Room).Building != "Корпус 1" {
		t.Errorf("%v, %s", rooms, counts(s))
	}
}

func TestPastedColumnChangesRecordsDownward(t *testing.T) {
	d, s := screen(t)
	book, err := exchange.ReadText("+7 (900) 000-00-02\n8 нет\n")
	if err != nil {
		t.Fatal(err)
	}
	var ids []int64
	for _, rec := range d.List(t, "resident") {
		ids = append(ids, rec.Header().ID)
	}
	s.Take(desk.Taking{Type: "resident", Book: book, Fields: []string{"phone"}, Records: ids})
	if s.at != stepPreview || !strings.Contains(counts(s), "Изменятся 1, Без изменений 0, ■ Отклонено 1") {
		t.Fatal(s.at, counts(s), d.Failed)
	}
	s.onNext()
	if residents(t, d)["ООО «Альфа»"].Phone != "+7 (900) 000-00-02" || residents(t, d)["ООО «Бета»"].Phone != "" {
		t.Error("not written downward")
	}
}

func TestRejectedRowsAreSavedWithRemarks(t *testing.T) {
	_, s := screen(t)
	preview(t, s, register)
	table := s.rejectedTable()
	if len(table.Rows) != 2 || table.Columns[2].Name != "ИНН" || table.Rows[0][1].Text != "ООО «Кривая»" || !table.Rows[0][2].Wrong || table.Rows[0][1].Wrong || !strings.Contains(table.Rows[0][5].Text, "C6: ИНН состоит из 10 цифр") {
		t.Errorf("%+v", table.Rows)
	}
}

func TestFindingsThatComeAreTold(t *testing.T) {
	d := desktest.New(t)
	s := New(d.Desk).(*Screen)
	d.Show(s)
	s.Take(desk.Taking{Type: "resident"})
	s.takeFile(file(t, "Полное наименование;ИНН\nООО «Без всего»;7736050003\n"))
	s.onNext()
	s.onNext()
	if !s.raises.known {
		t.Fatal("nothing is told of the check")
	}
	if !strings.Contains(s.preview.one.about.Text, "После записи проверка") || !s.preview.one.all.Hidden {
		t.Error(s.preview.one.about.Text)
	}
}

// Errors are told apart from warnings and before them, and all of what the check would find can be read.
func TestAllFindingsThatComeCanBeRead(t *testing.T) {
	d, s := screen(t)
	preview(t, s, register)
	var after check.Report
	for i, level := range []check.Level{check.Warning, check.Error, check.Error, check.Error, check.Error} {
		after.Findings = append(after.Findings, check.Finding{
			Rule: "R", Level: level, Type: app.TypeByKey("resident"), ID: int64(i + 1), Record: "ООО «Новая»", Message: app.L("нет поля "+strconv.Itoa(i), ""),
		})
	}
	s.raises = findings{true, newOf(check.Report{}, after)}
	s.preview.one.show(1)
	told := strings.Split(s.preview.one.about.Text, "\n")
	if len(told) < 5 || told[0] != "После записи проверка найдёт 5 новых замечаний (4 ошибки, 1 предупреждение):" || told[1] != app.MarkError.Before("ООО «Новая» — нет поля 1") || told[4] != "и ещё 2 замечания" {
		t.Errorf("%q", told)
	}
	desktest.Press(t, s.Content(), "Все новые замечания (5)…")
	if all := d.Asked(); strings.Count(all, "■") != 4 || strings.Count(all, "▲") != 1 || !strings.Contains(all, "нет поля 0") {
		t.Error(all)
	}
}

func TestEscapeGoesBackAPage(t *testing.T) {
	d, s := screen(t)
	preview(t, s, register)
	desktest.Key(s.preview.list.Table, fyne.KeyEscape)
	if s.at != stepColumns {
		t.Errorf("on page %d", s.at)
	}
	desktest.Key(s.columns.table, fyne.KeyEscape)
	desktest.Key(s.file.table, fyne.KeyEscape)
	if s.at != stepFile || d.Backs != 1 {
		t.Errorf("on page %d, %d times back", s.at, d.Backs)
	}
}

func TestDroppedTableIsRead(t *testing.T) {
	_, s := screen(t)
	s.Dropped([]string{file(t, register)})
	if s.layout == nil || s.typ.Key != "resident" || s.at != stepFile {
		t.Errorf("%+v", s.typ)
	}
}

func TestFileThatIsNoTableIsTold(t *testing.T) {
	d, s := screen(t)
	s.takeFile(file(t, ""))
	if s.source.book != nil || len(d.Window.Canvas().Overlays().List()) != 1 {
		t.Error("an empty file is not told of")
	}
}

// A table is read for the year in view: when that changes, what its heads mean and of when its rows are
// is decided anew, and nothing planned for the other year can be written.
func TestYearInViewDecidesWhatIsTaken(t *testing.T) {
	d, s := screen(t)
	d.Year = 2020
	s.Take(desk.Taking{Type: "resident_report"})
	s.takeFile(file(t, "Резидент;Выручка 2019 г., тыс. руб.;Выручка 2020 г., тыс. руб.\nООО «Альфа»;5;6\n"))
	s.onNext()
	s.onNext()
	if s.at != stepPreview || s.layout.Given["period"] != "2020" || s.layout.Column("revenue").Column != 3 {
		t.Fatalf("page %d, %+v", s.at, s.layout)
	}
	d.Year = 2019
	s.Refresh()
	if s.at != stepColumns || s.plan != nil || s.layout.Given["period"] != "2019" || s.layout.Column("revenue").Column != 2 {
		t.Fatalf("of another year: page %d, %+v", s.at, s.layout)
	}
	s.onNext()
	if len(s.plan.Landing()) != 1 || app.PeriodOf(s.plan.Landing()[0]) != app.YearPeriod(2019) {
		t.Errorf("planned is %+v", s.plan.Landing())
	}
}

// What is undone elsewhere is not said to be written, and what is made again is.
func TestUndoneElsewhereIsNotSaidToBeWritten(t *testing.T) {
	d, s := screen(t)
	preview(t, s, "Полное наименование;ИНН\nООО «Новое»;5098412208\n")
	s.onNext()
	if s.at != stepDone || s.done.undone {
		t.Fatalf("page %d, %+v", s.at, s.done)
	}
	for _, undo := range []bool{true, false} {
		var err error
		if undo {
			_, err = d.Store.Undo(t.Context())
		} else {
			_, err = d.Store.Redo(t.Context())
		}
		if err != nil {
			t.Fatal(err)
		}
		s.Stepped()
		if s.done.undone != undo || s.ready.empty == nil {
			t.Errorf("undone %v, said %v", undo, s.done.undone)
		}
	}
}

// What a table would bring is looked for in the years of its rows.
func TestFindingsAreOfTheYearsOfTheRows(t *testing.T) {
	report := func(year int) app.Record {
		r := &app.ResidentReport{}
		r.Period = app.YearPeriod(year)
		return r
	}
	if got := yearsOf([]app.Record{report(2018), report(2020), report(2018)}, 2021); !slices.Equal(got, []int{2020, 2018}) {
		t.Error(got)
	}
	if got := yearsOf([]app.Record{&app.Resident{}}, 2021); !slices.Equal(got, []int{2021}) {
		t.Error(got)
	}
}
