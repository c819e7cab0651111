package pdf

import "technopark/reports/doc"

// cardSize is the type of cards, points: larger than tables, for few lines.
const cardSize = 9.5

// keyValues returns a card: one row an item, labels at the left.
func (l *layouter) keyValues(b doc.KeyValues, body Rect) []strip {
	labels := b.LabelWidth
	if labels <= 0 {
		labels = body.W * 2 / 5
	}
	labels = min(labels, body.W-longestWord)
	plain, bold := l.fonts.font(sans, cardSize, tableLeading), l.fonts.font(sansBold, cardSize, tableLeading)
	top := strip{gap: tableGap, bond: firm}
	top.rule(body.X, 0, body.W, strongRule, 0)
	var rows []run
	for _, kv := range b.Items {
		if kv.Value == "" && kv.Unit == "" {
			rows = append(rows, run{doc.Row{Kind: doc.RowSection}, l.cardTitle(bold, kv.Label, body)})
			continue
		}
		label := l.cell(plain, kv.Label, body.X, labels, doc.Left)
		value := l.cell(plain, joined(kv.Value, kv.Unit), body.X+labels, body.W-labels, doc.Left)
		rows = append(rows, run{strips: row([]cell{label, value}, body.X, body.W, body.H)})
	}
	bindRows(rows)
	out := append([]strip{top}, flat(rows)...)
	out[len(out)-1].below = tableGap
	return out
}

// cardTitle returns the title of the items below it, kept with them.
func (l *layouter) cardTitle(f font, title string, body Rect) []strip {
	out := row([]cell{l.cell(f, title, body.X, body.W, doc.Left)}, body.X, body.W, body.H)
	for i := range out {
		out[i].fill(Rect{X: body.X, W: body.W, H: out[i].height}, greyGroup)
		out[i].bond = firm
	}
	return out
}

// joined returns a value with its unit, which stays on the value's line.
func joined(value, unit string) string {
	switch {
	case unit == "":
		return value
	case value == "":
		return unit
	}
	return value + "\u00a0" + unit
}
