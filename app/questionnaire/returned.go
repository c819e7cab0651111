package questionnaire

import (
	"strings"

	"technopark/app"
	"technopark/app/exchange"
	"technopark/app/workbook"
)

// Words of a returned copy.
var (
	remarksName  = app.L("Замечания", "Remarks")
	remarksHeads = []app.Text{
		app.L("Лист", "Sheet"), app.L("Ячейка", "Cell"), app.L("Что спрошено", "What is asked"),
		app.L("Что в ячейке", "What the cell has"), app.L("Что ожидается", "What is expected"), app.L("Что не так и что сделать", "What is wrong and what to do"),
	}
)

// Remark is what is said of an answer besides its rejected and doubtful cells.
type Remark struct {
	Record string   // key of the type of the record
	ID     int64    // of the record
	Field  string   // key of the field
	What   app.Text // name of the figure
	Words  app.Text // what is wrong and what to do
	Slip   bool     // the figure is likely a slip: a doubtful cell says so itself
}

// Returned returns the workbook that came with the rejected and the doubtful cells marked, and
// those that more is said of, and a sheet that lists them, in the language of the questionnaire.
// Everything else is as it came, byte by byte.
func (p *Plan) Returned(raw []byte, more ...Remark) ([]byte, error) {
	lang := p.Answer.Identity.Lang
	archive, err := workbook.Open(raw)
	if err != nil {
		return nil, err
	}
	remarks := workbook.Remarks{Name: remarksName.In(lang), Widths: []float64{14, 9, 34, 24, 30, 70}}
	var heads []string
	for _, h := range remarksHeads {
		heads = append(heads, h.In(lang))
	}
	remarks.Rows = append(remarks.Rows, heads)
	if !p.Fault.Zero() {
		remarks.Rows = append(remarks.Rows, []string{"", "", "", "", "", p.Fault.Words.In(lang)})
	}
	said, apart := p.placed(more, lang)
	var marks []workbook.Mark
	for i, c := range p.Changes {
		text := remarkOn(c, said[i], lang)
		if text == "" {
			continue
		}
		at := ""
		if c.Row > 0 {
			at = workbook.Address(c.Row, c.Column)
		}
		remarks.Rows = append(remarks.Rows, []string{c.Sheet, at, c.What.In(lang), c.Found, c.Expected.In(lang), text})
		if !c.Expected.Zero() {
			text += "\n" + app.L("Ожидается: ", "Expected: ").In(lang) + c.Expected.In(lang)
		}
		marks = append(marks, workbook.Mark{Sheet: c.Sheet, Row: c.Row, Column: c.Column, Words: text})
	}
	for _, m := range apart {
		remarks.Rows = append(remarks.Rows, []string{"", "", m.What.In(lang), "", "", m.Words.In(lang)})
	}
	return archive.Marked(marks, remarks)
}

// placed gives each remark to the cells it is about; those about none are left over.
func (p *Plan) placed(more []Remark, lang app.Lang) (said map[int][]string, apart []Remark) {
	said = map[int][]string{} // by the place of the change
	for _, m := range more {
		cells := p.cellsOf(m.Record, m.ID, m.Field)
		if len(cells) == 0 {
			apart = append(apart, m)
		}
		for _, i := range cells {
			if !m.Slip || !p.Changes[i].Doubt {
				said[i] = append(said[i], m.Words.In(lang))
			}
		}
	}
	return said, apart
}

// remarkOn returns what is written at a cell; «» where it is not marked.
func remarkOn(c exchange.Change, more []string, lang app.Lang) string {
	switch {
	case c.State == exchange.Rejected:
		more = append([]string{c.Message.In(lang)}, more...)
	case c.Doubt:
		more = append([]string{app.L("Проверьте значение: ", "Please check the figure: ").In(lang) + c.Message.In(lang)}, more...)
	}
	return strings.Join(more, "\n")
}
