package pdf

import "technopark/reports/doc"

// Columns of a line of signatures, as fractions of the width.
const (
	roleMost  = 0.4
	roleLeast = 0.28
	signGap   = 4.0 // mm between the columns
	signRoom  = 0.6 // mm above and below the line
	signLines = 12  // the most lines of a role or a name: they are not split between pages
)

// signatures returns a line for every signatory, the place for the seal and
// the date where they are asked for, all kept together.
func (l *layouter) signatures(b doc.Signatures, body Rect) []strip {
	f := l.fonts.font(serif, textSize, 1.2)
	var out []strip
	role := l.roleWidth(f, b.People, body)
	for _, p := range b.People {
		out = append(out, l.signatory(f, p, role, body))
	}
	if !b.Undated || b.Seal {
		out = append(out, l.sealed(f, b, role, body))
	}
	for i := range len(out) - 1 {
		out[i].bond = firm
	}
	return out
}

// roleWidth returns the width of the column of roles: narrower where a name needs the room.
func (l *layouter) roleWidth(f font, people []doc.Signatory, body Rect) float64 {
	widest := 0.0
	for _, p := range people {
		widest = max(widest, f.measure(l.single(f, p.Name)))
	}
	return min(max(body.W-2*(widest+slack+signGap), body.W*roleLeast), body.W*roleMost)
}

// sealed returns the line with the place for the seal and the date.
func (l *layouter) sealed(f font, b doc.Signatures, role float64, body Rect) strip {
	date := b.Date
	if date == "" {
		date = l.words.BlankDate
	}
	last := strip{gap: 8, height: f.lineHeight()}
	seal := Rect{X: body.X, W: role, H: last.height}
	if b.Seal {
		last.align(f, l.words.Seal, doc.Left, seal, 0)
	}
	if b.Undated {
		return last
	}
	at := body.X + role + signGap
	room := body.X + body.W - at
	last.write(f, shorten(f, l.single(f, date), room), at, 0, Rect{X: at, W: room, H: last.height})
	return last
}

// signatory returns role, line to sign on and name; signature and name stand
// on the last line of whichever is longer.
func (l *layouter) signatory(f font, p doc.Signatory, roles float64, body Rect) strip {
	note := l.fonts.font(sans, leastSize, 1.2)
	signX := body.X + roles + signGap
	width := (body.X + body.W - signX - signGap) / 2 // of both lines: they are even
	nameX := signX + width + signGap
	role := clip(f, wrap(f, l.text(f, p.Role), roles, 0), signLines, roles)
	name := clip(f, wrap(f, l.text(f, p.Name), width, 0), signLines, width)
	n := max(len(role), len(name))
	base := float64(n) * f.lineHeight()
	s := strip{gap: 7, height: base + 2*signRoom + note.lineHeight()}
	s.column(f, role, n-len(role), Rect{X: body.X, W: roles, H: base})
	s.column(f, name, n-len(name), Rect{X: nameX, W: width, H: base})
	s.rule(signX, base+signRoom, width, hairline, 0)
	s.rule(nameX, base+signRoom, width, hairline, 0)
	s.caption(note, l.words.Sign, Rect{X: signX, Y: base + 2*signRoom, W: width, H: note.lineHeight()})
	s.caption(note, l.words.Name, Rect{X: nameX, Y: base + 2*signRoom, W: width, H: note.lineHeight()})
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
