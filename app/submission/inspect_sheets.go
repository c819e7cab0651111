package submission

import (
	"context"
	"strings"
	"time"

	"technopark/app"
	"technopark/app/i18n"
	"technopark/reports/attach"
)

// askSeal compares the sheets, and what is round them, with what was sealed.
func (i *Inspection) askSeal(carried map[string][]byte, digests attach.Digests) {
	var err error
	if i.Seal, err = readSeal(carried); err != nil {
		i.failed(AskSeal, err)
		i.unasked(AskRest, "")
		return
	}
	a := Answer{Ask: AskSeal, Differences: differences(digests.Pages, i.Seal.Sheets)}
	a.OK = a.None() && i.Seal.Data == i.DataSHA256
	i.Answers = append(i.Answers, a)
	i.answer(AskRest, digests.Rest == i.Seal.Rest, "")
}

// askDocuments looks for the files of the documents whose sheets are in the package: each
// must be the one of the record. Detail numbers the attachments of which that is not so.
func (i *Inspection) askDocuments() {
	if i.Seal == nil || i.Thawed == nil {
		i.unasked(AskDocuments, "")
		return
	}
	var others, absent []int
	for n, d := range i.Seal.Documents {
		kept := app.Find[app.Document](i.Thawed.Book, "document", d.ID)
		switch {
		case kept == nil || kept.SHA256 != d.SHA256:
			others = append(others, n+1)
		case d.SHA256 == "":
		case d.File == "":
			absent = append(absent, n+1)
		case i.files[d.SHA256] == nil:
			others = append(others, n+1)
		}
	}
	switch {
	case len(others) > 0:
		i.answer(AskDocuments, false, numbers(others))
	case len(absent) > 0:
		i.unasked(AskDocuments, numbers(absent))
	default:
		i.answer(AskDocuments, true, "")
	}
}

// askRedraw makes the package again from what it carries and compares the sheets. When it
// was made by another version of the program, as the seal says, other sheets prove nothing:
// that version may have drawn the same data otherwise. are gives the digests of the sheets
// that are there.
func (i *Inspection) askRedraw(ctx context.Context, are []string) error {
	if i.Seal == nil || i.Thawed == nil {
		i.unasked(AskRedraw, "")
		return nil
	}
	should, err := i.redrawn(ctx, are)
	if err != nil {
		i.failed(AskRedraw, err)
		return ctx.Err()
	}
	found := differences(are, should)
	if !found.None() && i.Seal.Program != app.Version {
		i.unasked(AskRedraw, i.Seal.Program)
		return nil
	}
	i.Answers = append(i.Answers, Answer{Ask: AskRedraw, OK: found.None(), Differences: found})
	return nil
}

// redrawn returns the digests of the sheets that data and documents give. Of documents
// whose files are not inside there is nothing to draw, and their sheets are taken to be
// those that are there; where they stand is not the seal's to say.
func (i *Inspection) redrawn(ctx context.Context, are []string) ([]string, error) {
	how, err := i.Seal.how(i.Sheets)
	if err != nil {
		return nil, err
	}
	s, err := i.Thawed.judged(i.Data, nil)
	if err != nil {
		return nil, err
	}
	if err := s.render(ctx, i, how); err != nil {
		return nil, err
	}
	should := s.digests.Pages
	for _, d := range s.out.Documents {
		if d.Apart || d.Document.SHA256 == "" || i.files[d.Document.SHA256] != nil {
			continue
		}
		for n := d.First - 1; n < min(d.First-1+d.Sheets, len(should), len(are)); n++ {
			should[n] = are[n]
		}
	}
	return should, nil
}

// Sentences returns what was found out in the user's words: what the package says it is,
// the verdict, a line for each answer, which begins with ✓, ■ or, where nothing was asked, ○, and what
// the signatures beside it say, their moments by the clocks of a place.
func (i *Inspection) Sentences(words *i18n.Printer, zone *time.Location) []string {
	all := []string{words.T("inspect.about", map[string]any{
		"Park": i.Code.Park, "INN": i.Code.INN, "Year": i.Code.Year, "Rating": i.Code.Year + 1, "Revision": i.Code.Revision,
		"Sheets": i.Sheets, "Hash": i.DataSHA256,
	})}
	switch wrong := i.wrong(); {
	case wrong > 0:
		all = append(all, words.N("inspect.unsound", wrong, nil))
	case !i.Complete():
		all = append(all, words.T("inspect.sound_so_far", nil))
	default:
		all = append(all, words.T("inspect.sound", nil))
	}
	for _, a := range i.Answers {
		id := "inspect.yes."
		switch {
		case a.Unasked:
			id = "inspect.unasked."
		case !a.OK:
			id = "inspect.no."
		}
		all = append(all, words.T(id+a.Ask, map[string]any{"Detail": a.detail(words)}))
	}
	for _, b := range i.Signatures {
		all = append(all, b.sentences(words, zone)...)
	}
	return all
}

func (a Answer) detail(words *i18n.Printer) string {
	var said []string
	if a.Detail != "" {
		said = append(said, a.Detail)
	}
	for _, x := range []struct {
		id     string
		sheets []int
	}{{"inspect.changed", a.Changed}, {"inspect.missing", a.Missing}, {"inspect.moved", a.Moved}} {
		if len(x.sheets) > 0 {
			said = append(said, words.T(x.id, map[string]any{"Sheets": numbers(x.sheets)}))
		}
	}
	return strings.Join(said, "; ")
}

// Book and Content make an inspection records to draw from.
func (i *Inspection) Book(context.Context, int64) (*app.Book, error) { return i.Thawed.Book, nil }

// Content returns the file of a document by its SHA-256; app.ErrNotFound when the package
// does not carry it.
func (i *Inspection) Content(_ context.Context, sha256 string) ([]byte, error) {
	if data, there := i.files[sha256]; there {
		return data, nil
	}
	return nil, app.ErrNotFound
}
