package xlsx

import (
	"github.com/xuri/excelize/v2"

	"technopark/app"
	"technopark/app/i18n"
	"technopark/app/questionnaire"
)

// band writes a text over columns of the current row and returns how high it needs the row.
func (q *sheetForm) band(from, to int, text string, l answerLook) float64 {
	q.text(from, text, l)
	q.do(q.file.SetCellStyle(q.name, cellName(from, q.row), cellName(to, q.row), q.looked(l)))
	if to > from {
		q.do(q.file.MergeCell(q.name, cellName(from, q.row), cellName(to, q.row)))
	}
	size := l.size
	if size == 0 {
		size = textSize
	}
	return heightOf(text, size, q.grid.across(from, to)-lost(l))
}

// lost is how much narrower a cell is for bold letters and for its indent, in characters.
func lost(l answerLook) float64 {
	width := 0.0
	if l.bold {
		width++
	}
	if l.align == "left" || l.align == "right" {
		width += 1.5
	}
	return width
}

func (q *sheetForm) text(col int, text string, l answerLook) {
	at := cellName(col, q.row)
	if text != "" {
		q.do(q.file.SetCellStr(q.name, at, text))
	}
	q.do(q.file.SetCellStyle(q.name, at, at, q.looked(l)))
}

// end ends the row, as high as the highest of its texts.
func (q *sheetForm) end(heights ...float64) {
	height := heightOf("", textSize, 1)
	for _, h := range heights {
		height = max(height, h)
	}
	q.do(q.file.SetRowHeight(q.name, q.row, height))
	q.row++
}

// gap leaves a narrow row.
func (q *sheetForm) gap() {
	q.do(q.file.SetRowHeight(q.name, q.row, 5))
	q.row++
}

// head says who asks whom, for what, until when, and how to answer.
func (q *sheetForm) head() {
	first, last := q.grid.number, q.grid.last()
	park, company := q.form.From()
	right := last
	if q.form.Logo != nil {
		right = last - 1
	}
	q.end(q.band(first, right, q.latin(park), answerLook{bold: true}), q.logo())
	if company != "" {
		q.end(q.band(first, last, q.latin(company), answerLook{size: smallSize, muted: true}))
	}
	q.end(q.band(first, last, q.form.Title(), answerLook{size: titleSize, bold: true}))
	q.end(q.band(first, last, q.latin(q.form.Who()), answerLook{size: 12, bold: true}))
	q.end(q.band(first, last, q.latin(q.form.Return(questionnaire.OnFile)), answerLook{bold: true}))
	q.end(q.band(first, last, q.form.Guide(questionnaire.InCells), answerLook{size: smallSize}))
	q.gap()
}

// latin writes what people typed for readers of English, who have no Russian letters. What
// stands in the answers stays as it is on record.
func (q *sheetForm) latin(text string) string {
	if q.form.Lang == app.EN {
		return i18n.Romanized(text)
	}
	return text
}

// Room for a logo, in points and in pixels of a spreadsheet.
const (
	logoHeight = 42.0
	pixel      = 0.75
)

// logo puts the logo into the last cell of the row and returns how high it needs the row.
func (q *sheetForm) logo() float64 {
	if q.form.Logo == nil {
		return 0
	}
	l := q.form.Logo
	room := q.grid.widths[q.grid.last()-1] * 7
	scale := min(logoHeight/pixel/float64(l.Height), room/float64(l.Width))
	q.do(q.file.AddPictureFromBytes(q.name, cellName(q.grid.last(), q.row), &excelize.Picture{
		Extension: l.Extension, File: l.Data, Format: &excelize.GraphicOptions{AltText: q.form.Park.Name, ScaleX: scale, ScaleY: scale, OffsetX: 2, OffsetY: 2, Positioning: "oneCell"},
	}))
	return logoHeight + 4
}

// section writes a group of answers under its heading.
func (q *sheetForm) section(s questionnaire.Section) {
	if s.Table != nil {
		q.table(s)
		return
	}
	report := app.TypeByKey(s.Items[0].Record).Report
	if report && !q.told {
		q.figureHeads()
	}
	q.end(q.band(q.grid.number, q.grid.last(), s.Title.In(q.form.Lang), answerLook{bold: true, shaded: true, ruled: true, align: "left"}))
	for _, item := range s.Items {
		q.item(item)
	}
}

// figureHeads writes the heads of the columns of figures, once.
func (q *sheetForm) figureHeads() {
	q.told = true
	g, h, l := q.grid, q.form.Heads(), answerLook{size: headSize, bold: true, ruled: true, align: "center"}
	q.end(
		q.band(g.number, g.value-1, h.Label, l), q.band(g.value, g.value, h.Value, l), q.band(g.unit, g.unit, h.Unit, l),
		q.band(g.before, g.before, h.Last, l), q.band(g.hint, g.last(), h.Hint, l))
}

// item writes one answer on a line of its own. One that is a text has no unit and no period
// before, so it takes their room too.
func (q *sheetForm) item(it questionnaire.Item) {
	g, f := q.grid, it.Field
	q.key(it.Key())
	label, hint := answerLook{ruled: true, align: "left"}, answerLook{size: smallSize, muted: true, ruled: true, align: "left"}
	heights := []float64{q.band(g.number, g.value-1, f.Label.In(q.form.Lang), label), q.band(g.hint, g.last(), it.Hint(q.form.Lang), hint)}
	to := g.value
	if !f.Kind.Number() {
		to = g.before
	} else {
		heights = append(heights, q.band(g.unit, g.unit, f.Unit.In(q.form.Lang), answerLook{size: smallSize, ruled: true, align: "left"}))
		q.value(g.before, f, it.Last, answerLook{muted: true, ruled: true, align: "right"})
		if it.Last.Empty() {
			q.text(g.before, "—", answerLook{muted: true, ruled: true, align: "right"})
		}
		if q.first == "" {
			q.first = cellName(g.value, q.row)
		}
	}
	heights = append(heights, q.answer(g.value, to, it))
	q.holds(g.value, questionnaire.ValueHead)
	q.end(heights...)
}

// table writes the rows of records, the known ones with their ids, which nobody sees.
func (q *sheetForm) table(s questionnaire.Section) {
	g, t := q.grid, s.Table
	q.end(q.band(g.number, g.last(), s.Title.In(q.form.Lang)+" "+t.About(q.form.Lang), answerLook{bold: true, shaded: true, ruled: true, align: "left"}))
	l := answerLook{size: headSize, bold: true, ruled: true, align: "center"}
	heights := []float64{q.band(g.number, g.number, q.form.Number(), l)}
	for i, f := range t.Fields {
		heights = append(heights, q.band(g.number+1+i, g.number+1+i, f.Head(q.form.Lang), l))
	}
	q.end(heights...)
	for _, row := range t.Rows {
		q.key(row.Key())
		heights := []float64{q.band(g.number, g.number, app.FormatNumber(int64(row.Number), 1, 0, q.form.Lang), answerLook{size: smallSize, muted: true, ruled: true, align: "center"})}
		for i, it := range row.Items {
			heights = append(heights, q.answer(g.number+1+i, g.number+1+i, it))
			if row.Number == 1 {
				q.holds(g.number+1+i, it.Record+"."+it.Field.Key)
			}
		}
		q.end(heights...)
	}
	if rest := t.Rest(q.form.Lang); rest != "" {
		q.end(q.band(g.number, g.last(), rest, answerLook{size: smallSize, muted: true}))
	}
}
