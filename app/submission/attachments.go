package submission

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/rating"
	"technopark/reports"
	"technopark/reports/attach"
)

// Proof is a document and what it proves in a year.
type Proof struct {
	Document *app.Document // that goes with the package
	Records  []app.Record  // of the year, or of none, that it is linked to
	Codes    []string      // of indicators, itself or through the records they are made of, in their order
}

// Proofs returns the documents that go with a submission of the year, in the order they
// were added: those that prove an indicator of the year, a record of the year, or a record
// of no year. Papers that prove nothing yet, or only another year, stay at home.
func Proofs(b *app.Book, result *rating.Result) []Proof {
	sources := map[string][]string{} // by subject, the indicators a record is part of
	for _, ind := range result.All() {
		for _, term := range ind.Terms {
			for _, part := range term.Parts() {
				subject := app.Place{Type: part.Type, ID: part.ID}.String()
				if part.ID != 0 && !slices.Contains(sources[subject], ind.Code) {
					sources[subject] = append(sources[subject], ind.Code)
				}
			}
		}
	}
	links := map[int64][]*app.DocumentLink{}
	for _, l := range app.All[app.DocumentLink](b, "document_link") {
		links[l.Document] = append(links[l.Document], l)
	}
	var all []Proof
	for _, d := range app.All[app.Document](b, "document") {
		p := Proof{Document: d}
		for _, l := range links[d.ID] {
			p.add(b, result, l.Subject, sources)
		}
		if len(p.Records) > 0 || len(p.Codes) > 0 {
			p.Codes = inOrder(result, p.Codes)
			all = append(all, p)
		}
	}
	return all
}

func (p *Proof) add(b *app.Book, result *rating.Result, subject string, sources map[string][]string) {
	if year, code, ok := app.IndicatorOfSubject(subject); ok {
		if year == result.Year && result.Find(code) != nil {
			p.Codes = append(p.Codes, code)
		}
		return
	}
	place, ok := app.ParsePlace(subject)
	if !ok {
		return
	}
	rec := b.Get(place.Type, place.ID)
	if rec == nil || !b.Concerns(rec) {
		return
	}
	if method, ok := rec.(*app.Profile); ok && method.Year != app.Of(app.Count(result.Year+1)) {
		return // the figures of this year are computed by another
	}
	if of := app.PeriodOf(rec); of.Zero() || of.Year == result.Year {
		p.Records = append(p.Records, rec)
		p.Codes = append(p.Codes, sources[subject]...)
	}
}

// inOrder returns the codes once each, in the order of the method.
func inOrder(result *rating.Result, codes []string) []string {
	var out []string
	for _, ind := range result.All() {
		if slices.Contains(codes, ind.Code) {
			out = append(out, ind.Code)
		}
	}
	return out
}

// words says what a document proves.
func (p Proof) words(b *app.Book, result *rating.Result, lang app.Lang) []string {
	var all []string
	for _, rec := range p.Records {
		all = append(all, rec.Type().One.In(lang)+": "+rec.Type().TitleIn(lang, rec, b.TitlesIn(lang)))
	}
	for _, code := range p.Codes {
		all = append(all, fmt.Sprintf(app.L("%s «%s»", "%s “%s”").In(lang), code, result.Find(code).Name.In(lang)))
	}
	return all
}

// bundle is the documents of a package and their sheets.
type bundle struct {
	attachments []reports.Attachment
	prepared    []*attach.Prepared // by attachment; empty when the documents are left out
	files       []attach.File      // of the documents, to be carried inside
	carriedAs   map[int]string     // names of files, by attachment
	lang        app.Lang
	input       *reports.Input // of the package, for the feet of the sheets
	total       int

	pile   *attach.Pile // of the sheets of the documents
	lying  *disk.Loose  // what it is written into
	opened *os.File     // the same, to be read
}

// close throws the sheets of the documents away.
func (all *bundle) close() {
	if all.opened != nil {
		all.opened.Close() //nolint:errcheck // opened for reading: nothing can be lost
	}
	all.lying.Close() //nolint:errcheck // it is swept at the next start
}

// lie opens what the sheets of the documents are kept in.
func (all *bundle) lie(dir string) (err error) {
	if all.lying, err = disk.NewLoose(dir); err == nil {
		all.pile = attach.NewPile(all.lying)
	}
	return err
}

// read ends the keeping: from now on the sheets are read.
func (all *bundle) read() (err error) {
	if err = all.lying.Written(); err == nil {
		all.opened, err = all.lying.Open()
	}
	if err == nil {
		all.pile.Readable(all.opened)
	}
	return err
}

// gather reads the documents and makes their sheets, if they are to be in the package.
// A content that has changed or is lost is an error: a package must not hide it.
func gather(ctx context.Context, records Records, b *app.Book, result *rating.Result, how paperOf) (*bundle, error) {
	all := &bundle{carriedAs: map[int]string{}, lang: how.form.Lang}
	if err := all.lie(how.dir); err != nil {
		return nil, err
	}
	if err := all.gather(ctx, records, b, result, how); err != nil {
		all.close()
		return nil, err
	}
	return all, nil
}

func (all *bundle) gather(ctx context.Context, records Records, b *app.Book, result *rating.Result, how paperOf) error {
	for i, p := range Proofs(b, result) {
		a := reports.Attachment{Document: p.Document}
		if reports.Attached(how.parts) {
			ready, err := all.prepare(ctx, records, i, p.Document, how)
			if err == nil {
				err = all.pile.Put(ready)
			}
			if err != nil {
				return fmt.Errorf("document «%s»: %w", p.Document.Title, err)
			}
			all.prepared = append(all.prepared, ready)
			a = attachmentOf(p.Document, ready)
		}
		a.Proves, a.Codes = p.words(b, result, all.lang), p.Codes
		all.attachments = append(all.attachments, a)
	}
	return all.read()
}

func (all *bundle) prepare(ctx context.Context, records Records, i int, d *app.Document, how paperOf) (*attach.Prepared, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	file := attach.Document{Title: reports.AttachmentName(all.lang, i+1, d), Kind: d.Format, Apart: reports.AttachmentApart(all.lang, i+1, d)}
	file.Label = func(sheet int) []string {
		a := all.attachments[i]
		return []string{
			reports.AttachmentSheet(all.lang, i+1, sheet, a.Sheets),
			reports.FootOf(*all.input, a.First+sheet-1, all.total),
		}
	}
	if d.SHA256 == "" {
		return attach.Prepare(ctx, file)
	}
	data, err := records.Content(ctx, d.SHA256)
	switch {
	case err == nil:
		file.Data = data
		if !how.bare {
			all.carry(i, d, func() ([]byte, error) { return records.Content(ctx, d.SHA256) }, how.day)
		}
	case errors.Is(err, app.ErrNotFound) && how.empty != nil:
		if sheets := how.empty[d.ID]; sheets > 0 {
			return attach.Blank(file, sheets), nil
		}
	default:
		return nil, err
	}
	return attach.Prepare(ctx, file)
}

// settle tells the attachments how many sheets stand before them, and reports whether that has
// changed anything.
func (all *bundle) settle(pages int) bool {
	news := false
	next := pages + 1
	for i := range all.attachments {
		a := &all.attachments[i]
		if a.Sheets == 0 {
			continue
		}
		news = news || a.First != next
		a.First = next
		next += a.Sheets
	}
	all.total = next - 1
	return news
}

var errUnsettled = errors.New("the sheets of the package do not settle")
