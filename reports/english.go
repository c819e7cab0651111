package reports

import (
	"strings"

	"technopark/app"
	"technopark/app/i18n"
	"technopark/reports/doc"
)

// An English paper is for readers who have no Russian letters. What people typed in them — names,
// posts, addresses, titles — is transliterated by one rule when the paper is made, so that no
// builder can forget it; what has to be read as it was written — an explanation, the name of a
// file — is quoted, and stays. The data beside the paper are as they were typed.

// Marks around what stays as it was typed: isolates, which print nothing.
const (
	originalFrom = "\u2068"
	originalTo   = "\u2069"
)

// original returns a text that is to be read as it was typed: in an English paper in quotation
// marks, where it is Russian.
func original(lang app.Lang, s string) string {
	if lang != app.EN || i18n.Romanized(s) == s {
		return s
	}
	return originalFrom + "“" + strings.Trim(s, "«»") + "”" + originalTo
}

// english returns the document with all its texts for readers of English.
func english(d doc.Document) doc.Document {
	for _, s := range []*string{&d.Title, &d.Author, &d.Subject, &d.Creator, &d.Foot.Park, &d.Foot.Edition} {
		*s = inLatin(*s)
	}
	d.Behind = each(d.Behind, func(b doc.Behind) doc.Behind {
		b.Title = inLatin(b.Title)
		return b
	})
	d.Sections = each(d.Sections, func(s doc.Section) doc.Section {
		s.Title, s.Blocks = inLatin(s.Title), each(s.Blocks, englishBlock)
		return s
	})
	return d
}

// inLatin transliterates a text but for what is marked as original in it.
func inLatin(s string) string {
	var out strings.Builder
	for {
		before, rest, marked := strings.Cut(s, originalFrom)
		out.WriteString(i18n.Romanized(before))
		if !marked {
			return out.String()
		}
		kept, after, _ := strings.Cut(rest, originalTo)
		out.WriteString(kept)
		s = after
	}
}

func englishBlock(b doc.Block) doc.Block {
	switch b := b.(type) {
	case doc.Lead:
		b.Figure, b.Title, b.Lines = inLatin(b.Figure), inLatin(b.Title), each(b.Lines, inLatin)
		return b
	case doc.Heading:
		b.Text = inLatin(b.Text)
		return b
	case doc.Paragraph:
		b.Text = inLatin(b.Text)
		return b
	case doc.KeyValues:
		b.Items = each(b.Items, func(item doc.KeyValue) doc.KeyValue {
			item.Label, item.Value, item.Unit = inLatin(item.Label), inLatin(item.Value), inLatin(item.Unit)
			return item
		})
		return b
	case doc.Table:
		return englishTable(b)
	case doc.Code: // what machines read stays as it is
		b.Caption = inLatin(b.Caption)
		return b
	case doc.Drawing:
		return englishDrawing(b)
	case doc.Signatures:
		b.People = each(b.People, func(s doc.Signatory) doc.Signatory {
			return doc.Signatory{Role: inLatin(s.Role), Name: inLatin(s.Name)}
		})
		return b
	case doc.KeepTogether:
		b.Blocks = each(b.Blocks, englishBlock)
		return b
	}
	return b
}

func englishDrawing(d doc.Drawing) doc.Drawing {
	d.Labels = each(d.Labels, func(l doc.Label) doc.Label {
		l.Text = inLatin(l.Text)
		return l
	})
	return d
}

func englishTable(t doc.Table) doc.Table {
	t.Empty = inLatin(t.Empty)
	t.Columns = each(t.Columns, func(c doc.Column) doc.Column {
		c.Title, c.Unit, c.Group = inLatin(c.Title), inLatin(c.Unit), inLatin(c.Group)
		return c
	})
	t.Rows = each(t.Rows, func(r doc.Row) doc.Row {
		r.Cells = each(r.Cells, func(c doc.Cell) doc.Cell {
			c.Text = inLatin(c.Text)
			if c.Drawing != nil {
				latin := englishDrawing(*c.Drawing)
				c.Drawing = &latin
			}
			return c
		})
		return r
	})
	return t
}

// each returns what f makes of every element.
func each[E any](all []E, f func(E) E) []E {
	out := make([]E, len(all))
	for i, e := range all {
		out[i] = f(e)
	}
	return out
}
