package questionnaire

import (
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

// Returned returns the workbook that came with the rejected and the doubtful cells marked, and a
// sheet that lists them, in the language of the questionnaire. Everything else is as it came, byte by byte.
func (p *Plan) Returned(raw []byte) ([]byte, error) {
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
	var marks []workbook.Mark
	for _, c := range p.Changes {
		if c.State != exchange.Rejected && !c.Doubt {
			continue
		}
		at := ""
		if c.Row > 0 {
			at = workbook.Address(c.Row, c.Column)
		}
		remarks.Rows = append(remarks.Rows, []string{c.Sheet, at, c.What.In(lang), c.Found, c.Expected.In(lang), c.Message.In(lang)})
		words := c.Message.In(lang)
		if !c.Expected.Zero() {
			words += "\n" + app.L("Ожидается: ", "Expected: ").In(lang) + c.Expected.In(lang)
		}
		marks = append(marks, workbook.Mark{Sheet: c.Sheet, Row: c.Row, Column: c.Column, Words: words})
	}
	return archive.Marked(marks, remarks)
}
