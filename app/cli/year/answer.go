package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// money are the fields of a report in thousand roubles, each with its share of the revenue in
// thousandths.
var money = map[string]int64{
	"payroll": 300, "revenue": 1000, "export": 150, "innovative_revenue": 600, "profit": 90, "rd_own": 40, "rd_budget": 15,
	"rd_other": 5, "capital": 70, "equity": 10, "taxes_federal": 80, "taxes_regional": 20, "taxes_local": 3, "customs": 7, "contributions": 85,
}

// answer fills in a questionnaire and remembers what it says of the whole year.
func (y *workingYear) answer(file, inn string, i int64, quarter int) {
	says := figures(i, quarter)
	if quarter == 0 {
		y.told[inn] = says
	}
	write(file, says)
}

// answerAll fills in the questionnaires of a whole year that lie in a folder, as residents would.
func answerAll(dir string) {
	files, err := filepath.Glob(filepath.Join(dir, "Анкета*.xlsx"))
	must(err)
	if len(files) == 0 {
		stop("no questionnaires in %s", dir)
	}
	slices.Sort(files)
	for i, file := range files {
		write(file, figures(int64(i), 0))
	}
}

// figures are what a resident says: revenues of its own for each, a quarter of them in each quarter,
// of the whole year when that is 0.
func figures(i int64, quarter int) map[string]int64 {
	revenue := (300_000 + i*1_234) * 4 * 1000
	people := 8 + i%40
	says := map[string]int64{"headcount": people, "researchers": people / 3, "staff_start": people, "staff_end": people}
	for field, share := range money {
		says[field] = revenue / 1000 * share // which a quarter of is whole kopecks
		if quarter > 0 {
			says[field] /= 4
		}
	}
	return says
}

// write puts values into the cells of a questionnaire that bear the names of their fields.
func write(file string, says map[string]int64) {
	book, err := excelize.OpenFile(file)
	must(err)
	written := 0
	for _, n := range book.GetDefinedName() {
		field, ours := strings.CutPrefix(n.Name, "tp_resident_report__")
		value, known := says[field]
		if !ours || !known {
			continue
		}
		text := strconv.FormatInt(value, 10)
		if _, inRoubles := money[field]; inRoubles {
			text = fmt.Sprintf("%d,%05d", value/100_000, value%100_000)
		}
		sheet, at, _ := strings.Cut(strings.ReplaceAll(n.RefersTo, "$", ""), "!")
		at, _, _ = strings.Cut(at, ":")
		must(book.SetCellValue(strings.Trim(sheet, "'"), at, text))
		written++
	}
	if written == 0 {
		stop("%s has no cells of a report", file)
	}
	props := &excelize.DocProperties{Modified: time.Now().UTC().Format(time.RFC3339)} // as a spreadsheet would write it
	must(book.SetDocProps(props))
	must(book.Save())
	must(book.Close())
}
