package reports

import (
	"technopark/reports/doc"
)

// compressedNote says what a compressed package leaves out, so that a line that is not
// there is not read as one that was hidden.
func (p *paper) compressedNote() string {
	return p.say("Сжатая форма: строки без сведений не печатаются", "Compressed form: lines without data are not printed")
}

// squeeze takes out of a section what its builders marked as blank: lines of cards, rows of
// tables, and the headings these leave without anything under them. A table or a card with
// nothing in it becomes one sentence, and a part of such sentences alone begins no sheet of
// its own. Columns stay, because messages name them by their numbers.
//
// Only builders know what says nothing: a true zero, «не применимо», a sum, an indicator
// and what is said to be missing are never marked.
func (p *paper) squeeze(s *doc.Section) {
	s.Blocks = p.squeezed(s.Blocks)
	for _, b := range s.Blocks {
		switch b.(type) {
		case doc.Heading, doc.Paragraph:
		default:
			return
		}
	}
	s.NewPage, s.Landscape = false, false
}

func (p *paper) squeezed(blocks []doc.Block) []doc.Block {
	out := make([]doc.Block, len(blocks))
	for i, b := range blocks {
		switch b := b.(type) {
		case doc.KeepTogether:
			out[i] = doc.KeepTogether{Blocks: p.squeezed(b.Blocks)}
		case doc.KeyValues:
			out[i] = p.squeezedCard(b)
		case doc.Table:
			out[i] = p.squeezedTable(b)
		default:
			out[i] = b
		}
	}
	return out
}

func (p *paper) squeezedCard(card doc.KeyValues) doc.Block {
	items := filled(card.Items, func(item doc.KeyValue) bool { return item.Blank },
		func(item doc.KeyValue) bool { return item.Value == "" && item.Unit == "" })
	if len(items) == 0 {
		return p.sentence("")
	}
	card.Items = items
	return card
}

func (p *paper) squeezedTable(t doc.Table) doc.Block {
	none := t.Empty
	if len(t.Rows) > 0 {
		none = ""
	}
	rows := filled(t.Rows, func(r doc.Row) bool { return r.Blank }, func(r doc.Row) bool { return r.Kind == doc.RowSection })
	if len(rows) == 0 {
		return p.sentence(none)
	}
	t.Rows = rows
	return t
}

// filled returns the lines that are not blank; a heading over none of them goes with them.
func filled[L any](lines []L, blank, heading func(L) bool) []L {
	var out []L
	for i, line := range lines {
		switch {
		case blank(line):
			continue
		case heading(line) && !leads(lines[i+1:], blank, heading):
			continue
		}
		out = append(out, line)
	}
	return out
}

// leads reports whether a line that is not blank comes before the next heading.
func leads[L any](lines []L, blank, heading func(L) bool) bool {
	for _, line := range lines {
		if heading(line) {
			return false
		}
		if !blank(line) {
			return true
		}
	}
	return false
}

// sentence stands for a table or a card with nothing in it.
func (p *paper) sentence(said string) doc.Block {
	if said == "" {
		said = p.say("Сведения не представлены", "Not provided")
	}
	return doc.Paragraph{Text: said + ".", Indent: true}
}
