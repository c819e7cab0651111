package exchange_test

import (
	"strings"
	"testing"
)

// Codes of activity go to their field whatever their column is called; what only looks like codes does not.
func TestCodesOfActivityGoToTheirField(t *testing.T) {
	for _, tt := range []struct{ name, table, want string }{
		{"a head that means the direction", "Название | ИНН | Основной вид деятельности\nООО «Один» | 7736050003 | 26.51\nООО «Два» | 5098100079 | 62.01", "C=okved(content)"},
		{"the very name of another field", "Название | ИНН | Направление\nООО «Один» | 7736050003 | 26.51\nООО «Два» | 5098100079 | 62", "C=okved(content)"},
		{"the direction has a column of its own", "Название | Вид деятельности | Отрасль\nООО «Один» | 26.51 | ИТ\nООО «Два» | 62.01 | Лазеры", "B=okved(content) C=specialism(called)"},
		{"codes beside the main ones", "Название | ОКВЭД | Виды деятельности\nООО «Один» | 26.51 | 62.01\nООО «Два» | 62.01 | 62.02", "B=okved(called) C=(taken)"},
		{"a head that means nothing", "Название | Шифр\nООО «Один» | 26.51.6\nООО «Два» | 62.01", "B=okved(content)"},
		{"words among the codes", "Название | Вид деятельности\nООО «Один» | 26.51\nООО «Два» | лазеры", "B=specialism(called)"},
		{"numbers of the directions", "Название | Вид деятельности\nООО «Один» | 26\nООО «Два» | 62", "B=specialism(called)"},
		{"figures under an unknown head", "Название | ИНН | Метраж\nООО «Один» | 7736050003 | 26.51\nООО «Два» | 5098100079 | 62.01", "B=inn(label)"},
		{"days under an unknown head", "Название | ИНН | Въехал\nООО «Один» | 7736050003 | 01.02.20\nООО «Два» | 5098100079 | 12.05.20", "B=inn(label)"},
	} {
		head, _, _ := strings.Cut(laidOut(t, park(), gridOf(tt.table), "resident", nil), "\n")
		if !strings.HasSuffix(head, tt.want) {
			t.Errorf("%s: %s", tt.name, head)
		}
	}
}
