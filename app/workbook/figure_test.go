package workbook_test

import (
	"fmt"
	"strings"
	"testing"

	"technopark/app/workbook"
)

// A day with a time never becomes another day: whoever reads it is told of the time. What is beyond
// the digits that a spreadsheet keeps is none.
func TestTimeOfDayMovesNoDay(t *testing.T) {
	for from04, first := range map[string]int{"0": 44196, "1": 44196 - 1462} {
		for part, want := range map[string]string{
			"": "31.12.2020", ".0000000001": "31.12.2020", ".5": "31.12.2020 12:00", ".25": "31.12.2020 06:00",
			".0001": "31.12.2020 00:00:08", ".99": "31.12.2020 23:45:36", ".999305556": "31.12.2020 23:59",
			".999652778": "31.12.2020 23:59:30", ".999988425926": "31.12.2020 23:59:59", ".9999999": "31.12.2020 23:59:59",
			".99999999999": "01.01.2021", // noise of binary fractions
		} {
			all := parts()
			all["xl/workbook.xml"] = strings.Replace(all["xl/workbook.xml"], `date1904="1"`, `date1904="`+from04+`"`, 1)
			all["xl/worksheets/sheet1.xml"] = fmt.Sprintf(`<worksheet><sheetData><row r="1"><c r="A1" s="1"><v>%d%s</v></c></row></sheetData></worksheet>`, first, part)
			b, err := workbook.Read(packed(t, all))
			if err != nil {
				t.Fatal(err)
			}
			if got := b.Sheets[0].Rows[0].At(1); got.Kind != workbook.Date || got.Text != want {
				t.Errorf("%d%s counted from %s is %q (%v), want %q", first, part, from04, got.Text, got.Kind, want)
			}
		}
	}
}
