package storage_test

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"

	"technopark/app"
	"technopark/reports/doc"
)

// printed is a text and the place where it stands: «S1.1 value».
type printed struct{ place, text string }

// walk goes through part 10 and says of each text where it stands.
type walk struct {
	code string // of the indicator under whose heading we are
	all  []printed
}

func printedIn(sections []doc.Section) []printed {
	w := &walk{}
	for _, s := range sections {
		w.add("heading", s.Title)
		w.blocks(s.Blocks)
	}
	return w.all
}

func (w *walk) add(place, text string) { w.all = append(w.all, printed{place, text}) }

var codeOf = regexp.MustCompile(`^S\d\.\d`)

func (w *walk) blocks(blocks []doc.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case doc.Heading:
			w.code = codeOf.FindString(b.Text)
			if w.code == "" {
				w.add("heading", b.Text)
			} else {
				w.add("method", strings.TrimPrefix(b.Text, w.code+"."+app.NBSP))
			}
		case doc.Paragraph:
			w.add("reading", b.Text)
		case doc.KeyValues:
			w.card(b)
		case doc.Table:
			w.table(b)
		case doc.KeepTogether:
			w.blocks(b.Blocks)
		default:
			w.add("unknown block", "0")
		}
	}
}

// figures of the card: the bound, the value, that of the year before, growth and points.
var figures = regexp.MustCompile(`^(?:(не меньше)\x{a0})?(\S+).*?; за (\d+\x{a0}год) — (?:не меньше\x{a0})?(\S+?|не рассчитан)(?:; к предыдущему году — (\S+)\x{a0}%)?(?: \((\S+)\x{a0}п\.\x{a0}п\.\))?$`)

func (w *walk) card(c doc.KeyValues) {
	for _, item := range c.Items {
		switch item.Label {
		case "Значение":
			m := figures.FindStringSubmatch(item.Value)
			if m == nil {
				w.add("unknown figures", item.Value)
				continue
			}
			w.add(w.code+" bound", cmp.Or(m[1], "точно"))
			w.add(w.code+" value", strings.Split(m[2], app.NBSP)[0])
			if strings.Contains(m[2], app.NBSP) { // groups of three and the unit
				w.all[len(w.all)-1].text = numeral.FindString(m[2])
			}
			w.add("year", m[3])
			w.add(w.code+" previous", m[4])
			w.add(w.code+" growth", m[5])
			w.add(w.code+" points", strings.TrimLeft(m[6], "+\u2212"))
		case "Формула", "Пояснение":
			w.add("method", item.Value)
		case "Расчёт":
			w.add(w.code+" calculation", item.Value)
		case "Полнота":
			m := regexp.MustCompile(`^(\S+) из (\S+) \((\S+)\x{a0}%\)$`).FindStringSubmatch(item.Value)
			w.add(w.code+" in", m[1])
			w.add(w.code+" of", m[2])
			w.add(w.code+" percent", m[3])
		case "Документы":
			for _, line := range strings.Split(item.Value, "\n") {
				number := numeral.FindString(line)
				w.add(w.code+" document "+number, line)
			}
		default: // what is lacking, and the direction
			w.add("names", item.Value)
		}
	}
}

func (w *walk) table(t doc.Table) {
	title, of, _ := strings.Cut(t.Columns[0].Title, app.NBSP)
	switch title {
	case "Код":
		w.summary(t)
	case "Слагаемые":
		if of != "" && of != w.code {
			w.add("terms of "+of+" under "+w.code, "0")
		}
		w.trace(t)
	case "№":
		w.ledger(t)
	default:
		w.add("unknown table", "0")
	}
}

func (w *walk) summary(t doc.Table) {
	for _, r := range t.Rows {
		if r.Kind == doc.RowSection {
			w.add("heading", r.Cells[0].Text)
			continue
		}
		code := r.Cells[0].Text
		w.add("method", r.Cells[1].Text)
		for i, place := range []string{" value", " previous", " growth", " percent"} {
			w.add(code+place, r.Cells[3+i].Text)
		}
		w.add(code+" documents", expanded(r.Cells[7].Text))
	}
}

// expanded writes out runs of numbers: «1–3, 5» as «1 2 3 5».
func expanded(text string) string {
	return regexp.MustCompile(`(\d+)–(\d+)`).ReplaceAllStringFunc(text, func(run string) string {
		from, to, _ := strings.Cut(run, "–")
		first, _ := strconv.Atoi(from)
		last, _ := strconv.Atoi(to)
		var all []string
		for n := first; n <= last; n++ {
			all = append(all, strconv.Itoa(n))
		}
		return strings.Join(all, " ")
	})
}

// listed is the number of a record in a long list.
var listed = regexp.MustCompile(`^\d+\.\x{a0}`)

func (w *walk) trace(t doc.Table) {
	code, term := w.code, ""
	for _, r := range t.Rows {
		title := strings.Trim(r.Cells[0].Text, app.NBSP)
		switch {
		case r.Cells[0].Bold:
			if c := codeOf.FindString(title); c != "" { // of the lists in the breakdown
				code, title = c, strings.TrimPrefix(title, c+"."+app.NBSP)
			}
			term = title
			w.add("method", term)
			w.add(code+" records "+term, r.Cells[1].Text)
			w.add(code+" sum "+term, r.Cells[2].Text)
		case len(r.Cells) == 1:
			number := listed.FindString(title)
			w.add("ordinal", strings.TrimSuffix(number, "."+app.NBSP))
			w.add("names", strings.TrimPrefix(title, number))
		case r.Cells[0].Span > 1: // the amount is one figure
			w.add("names", title)
			w.add(code+" part "+term+"|"+title, r.Cells[1].Text)
		default:
			w.add("names", title)
			w.add(code+" how "+term+"|"+title, r.Cells[1].Text)
			w.add(code+" part "+term+"|"+title, r.Cells[2].Text)
		}
	}
}

func (w *walk) ledger(t doc.Table) {
	for _, r := range t.Rows {
		who := ""
		if r.Kind == doc.RowPlain {
			w.add("ordinal", r.Cells[0].Text)
			who = r.Cells[1].Text
			w.add("names", who)
		}
		at := 0
		for _, cell := range r.Cells {
			if at >= 2 { // behind the number and the name
				w.ledgerCell(t, r.Kind, at, who, cell.Text)
			}
			at += max(cell.Span, 1)
		}
	}
}

func (w *walk) ledgerCell(t doc.Table, kind doc.RowKind, at int, who, text string) {
	c := t.Columns[at]
	title := c.Title
	if title == "Записей" {
		title += " " + t.Columns[at-1].Title
	}
	switch kind {
	case doc.RowSubtotal:
		w.add(c.Group+" inside", text)
	case doc.RowTotal:
		w.add(c.Group+" total "+title, text)
	default:
		w.add(c.Group+" cell "+title+"|"+who, text)
	}
}
