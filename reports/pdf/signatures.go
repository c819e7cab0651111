package pdf

import "technopark/reports/doc"

// Columns of a line of signatures, as fractions of the width.
const (
	roleShare = 0.39
	signShare = 0.25
	signGap   = 4.0 // mm between the columns
	signRoom  = 0.6 // mm above and below the line
	signLines = 12  // the most lines of a role or a name: they are not split between pages
)

// signatures returns a line for every signatory, the place for the seal and
// the date where they are asked for, all kept together.
func (l *layouter) signatures(b doc.Signatures, body Rect) []strip {
	f := l.fonts.font(serif, textSize, 1.2)
	var out []strip
	for _, p := range b.People {
		out = append(out, l.signatory(f, p, body))
	}
	if !b.Undated || b.Seal {
		out = append(out, l.sealed(f, b, body))
	}
	for i := range len(out) - 1 {
		out[i].keep = true
	}
	return out
}

// sealed returns the line with the place for the seal and the date.
func (l *layouter) sealed(f font, b doc.Signatures, body Rect) strip {
	date := b.Date
	if date == "" {
		date = l.words.BlankDate
	}
	last := strip{gap: 8, height: f.lineHeight()}
	seal := Rect{X: body.X, W: body.W * roleShare, H: last.height}
	if b.Seal {
		last.align(f, l.words.Seal, doc.Left, seal, 0)
	}
	if b.Undated {
		return last
	}
	at := body.X + body.W*roleShare + signGap
	room := body.X + body.W - at
	last.write(f, shorten(f, l.single(f, date), room), at, 0, Rect{X: at, W: room, H: last.height})
	return last
}

// signatory returns role, line to sign on and name; signature and name stand
// on the last line of whichever is longer.
func (l *layouter) signatory(f font, p doc.Signatory, body Rect) strip {
	note := l.fonts.font(sans, 7, 1.2)
	signX := body.X + body.W*roleShare + signGap
	signW := body.W*signShare - signGap
	nameX := signX + signW + signGap
	nameW := body.X + body.W - nameX
	role := clip(f, wrap(f, l.text(f, p.Role), body.W*roleShare, 0), signLines, body.W*roleShare)
	name := clip(f, wrap(f, l.text(f, p.Name), nameW, 0), signLines, nameW)
	n := max(len(role), len(name))
	base := float64(n) * f.lineHeight()
	s := strip{gap: 7, height: base + 2*signRoom + note.lineHeight()}
	s.column(f, role, n-len(role), Rect{X: body.X, W: body.W * roleShare, H: base})
	s.column(f, name, n-len(name), Rect{X: nameX, W: nameW, H: base})
	s.rule(signX, base+signRoom, signW, hairline, 0)
	s.rule(nameX, base+signRoom, nameW, hairline, 0)
	s.caption(note, l.words.Sign, Rect{X: signX, Y: base + 2*signRoom, W: signW, H: note.lineHeight()})
	s.caption(note, l.words.Name, Rect{X: nameX, Y: base + 2*signRoom, W: nameW, H: note.lineHeight()})
	return s
}

// column writes lines one below the other, the first skip lines down.
func (s *strip) column(f font, lines []line, skip int, box Rect) {
	for i, ln := range lines {
		s.align(f, ln.text, doc.Left, box, float64(skip+i)*f.lineHeight())
	}
}

// caption writes a small grey word under a line.
func (s *strip) caption(f font, text string, box Rect) {
	s.align(f, text, doc.Center, box, 0)
	s.texts[len(s.texts)-1].grey = greyNote
}
