package card

import (
	"slices"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/ui/desk"
)

// seen is all that a card shows, read at one moment.
type seen struct {
	rec     app.Record // nil when it is not there, or is another park's
	title   string
	foreign bool // what belongs to it is seen when another park is chosen
	book    *app.Book
	parts   []app.Part
	places  map[app.Place]app.Record // the record and what belongs to it

	findings []check.Finding // of them, those that wait first
	proofs   []proof         // documents of them
}

// proof is a document and what of the card it proves.
type proof struct {
	document *app.Document
	of       app.Record
}

// gather reads the record at a place and what belongs to it. Records that were just checked
// are taken as they are; else the few lists are read that the card is made of, in one pass
// each.
func gather(d *desk.Desk, place app.Place) seen {
	t := app.TypeByKey(place.Type)
	checked := d.Look()
	book := checked.Book
	if book == nil || d.Behind(desk.ToCheck) {
		book = d.Part(listsOf(t)...)
	}
	s := seen{book: book, rec: book.Get(t.Key, place.ID), places: map[app.Place]app.Record{}}
	if s.rec == nil {
		return s
	}
	s.title = t.TitleIn(d.Lang, s.rec, d.TitleOf)
	s.foreign = !book.Concerns(s.rec)
	s.parts = reportsFirst(app.PartsOf(book, s.rec))
	s.places[place] = s.rec
	for _, part := range s.parts {
		for _, rec := range part.Records {
			s.places[placeOf(rec)] = rec
		}
	}
	s.findings = s.findingsIn(checked.Report)
	s.proofs = s.proofsIn(book)
	return s
}

// reportsFirst puts the parts of yearly reports, which are asked for most, before the others.
func reportsFirst(parts []app.Part) []app.Part {
	rank := map[bool]int{true: 0, false: 1}
	slices.SortStableFunc(parts, func(a, b app.Part) int { return rank[a.Type.Yearly()] - rank[b.Type.Yearly()] })
	return parts
}

// listsOf returns the keys of the types that a card of the type is made of.
func listsOf(t *app.Type) []string {
	keys := []string{t.Key, "company", "document", "document_link"}
	for _, part := range app.Parts(t) {
		keys = append(keys, part.Key)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

func placeOf(rec app.Record) app.Place {
	return app.Place{Type: rec.Type().Key, ID: rec.Header().ID}
}

// findingsIn returns what the check found of the record and of what belongs to it.
func (s *seen) findingsIn(report check.Report) []check.Finding {
	var open, closed []check.Finding
	for _, f := range report.Findings {
		switch {
		case s.places[app.Place{Type: f.Type.Key, ID: f.ID}] == nil:
		case f.Explanation == nil:
			open = append(open, f)
		default:
			closed = append(closed, f)
		}
	}
	return append(open, closed...)
}

// open returns how many findings of each level wait.
func (s *seen) open() (errors, warnings int) {
	for _, f := range s.findings {
		switch {
		case f.Explanation != nil:
			return errors, warnings // those that wait come first
		case f.Level == check.Error:
			errors++
		default:
			warnings++
		}
	}
	return errors, warnings
}

// proofsIn returns the documents of the record and of what belongs to it, each once.
func (s *seen) proofsIn(book *app.Book) []proof {
	var all []proof
	known := map[int64]bool{}
	for _, l := range app.All[app.DocumentLink](book, "document_link") {
		subject, ok := app.ParsePlace(l.Subject)
		of := s.places[app.Place{Type: subject.Type, ID: subject.ID}]
		doc := app.Find[app.Document](book, "document", l.Document)
		if ok && of != nil && doc != nil && !known[doc.ID] {
			known[doc.ID] = true
			all = append(all, proof{doc, of})
		}
	}
	return all
}

// about says what the record is now and by which number the state knows it, in full and in
// short.
func (s *seen) about(d *desk.Desk) (long, short string) {
	t := s.rec.Type()
	if t.About != nil {
		short = t.About(s.rec, d.Lang)
	}
	long = short
	for _, f := range t.Fields {
		if number := f.Words(f.Get(s.rec), nil, d.Lang); f.Scheme == app.SchemeINN && number != "" {
			if long != "" {
				long += " · "
			}
			long += f.Label.In(d.Lang) + app.NBSP + number
		}
	}
	return long, short
}
