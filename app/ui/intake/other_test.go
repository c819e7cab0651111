package intake

import (
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/exchange"
	"technopark/app/ui/desk"
)

// A row that is of one resident by its number and of another by its name renames nobody: it is rejected, and
// both are named.
func TestRowOfTwoResidentsIsRejected(t *testing.T) {
	d, s := screen(t)
	alpha := residents(t, d)["ООО «Альфа»"]
	alpha.INN = "7736050003"
	d.Save(t, alpha)
	preview(t, s, "Полное наименование;ИНН\nООО «Бета»;7736050003\n")
	if got := counts(s); got != "Все 1, Новые 0, Изменятся 0, Без изменений 0, ■ Отклонено 1" {
		t.Error(got)
	}
	s.NextFault()
	if told := s.preview.one.told.Text; !strings.Contains(told, "найдена как ООО «Альфа» (ИНН"+app.NBSP+"7736050003)") || !strings.Contains(told, "другой записи: ООО «Бета»") {
		t.Error(told)
	}
	if title := s.preview.one.block.Title(); !strings.HasPrefix(title, "Строка 2, столбец A") {
		t.Error(title)
	}
}

// Names that are pasted a row too high or too low do not make one resident of another.
func TestPastedNameOfAnotherIsRejected(t *testing.T) {
	d, s := screen(t)
	book, err := exchange.ReadText("ООО «Бета»\n")
	if err != nil {
		t.Fatal(err)
	}
	s.Take(desk.Taking{Type: "resident", Book: book, Fields: []string{"name"}, Records: []int64{residents(t, d)["ООО «Альфа»"].ID}})
	if s.at != stepPreview || !strings.Contains(counts(s), "Изменятся 0, Без изменений 0, ■ Отклонено 1") {
		t.Error(s.at, counts(s), d.Failed)
	}
}
