package submission

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/i18n"
	"technopark/reports/attach"
)

// sheets is what an inspection has read of a package when it comes to its sheets.
type sheets struct {
	pdf     []byte
	parsed  *attach.Parsed
	carried map[string][]byte
	digests attach.Digests
}

// askSheets compares the sheets, and what is round them, with what was sealed and with what
// data and documents give. Where something is written otherwise than it was, what is seen
// and said decides: another program may have saved the file.
func (i *Inspection) askSheets(ctx context.Context, of sheets) error {
	var err error
	if i.Seal, err = readSeal(of.carried); err != nil {
		i.failed(AskSeal, err)
		i.unasked(AskRest, "")
		i.askDocuments()
		i.unasked(AskRedraw, "")
		return nil
	}
	again, err := i.redrawn(ctx, of.digests.Pages)
	defer again.close()
	if stopped := ctx.Err(); stopped != nil {
		return stopped
	}
	seal := Answer{Ask: AskSeal, Differences: differences(of.digests.Pages, i.Seal.Sheets)}
	var drawn Answer
	if again != nil {
		drawn = Answer{Ask: AskRedraw, Differences: differences(of.digests.Pages, again.should)}
		if err := again.forgive(ctx, of, i.Seal.Sheets, &seal, &drawn); err != nil {
			return err
		}
	}
	seal.OK = seal.None() && i.Seal.Data == i.DataSHA256
	i.Answers = append(i.Answers, seal)
	if err := i.askRest(of, again); err != nil {
		return err
	}
	i.askDocuments()
	i.answerRedraw(drawn, again, err)
	return nil
}

// answerRedraw says whether the sheets made again are those that are there. When the
// package was made by another version of the program, as the seal says, other sheets prove
// nothing: that version may have drawn the same data otherwise.
func (i *Inspection) answerRedraw(drawn Answer, again *redrawing, err error) {
	switch {
	case i.Thawed == nil:
		i.unasked(AskRedraw, "")
	case again == nil:
		i.failed(AskRedraw, err)
	case !drawn.None() && i.Seal.Program != app.Version:
		i.unasked(AskRedraw, i.Seal.Program)
	default:
		drawn.OK = drawn.None()
		i.Answers = append(i.Answers, drawn)
	}
}

// askRest compares what is round the sheets. Files are counted wherever they hang: one that
// the list of files does not name is still carried.
func (i *Inspection) askRest(of sheets, again *redrawing) error {
	a := Answer{Ask: AskRest, OK: of.digests.Rest == i.Seal.Rest}
	around, err := of.parsed.Around(!a.OK)
	if err != nil {
		return err
	}
	if more := i.foreign(around.Files); len(more) > 0 {
		a.OK, a.Extra = false, more
	} else if !a.OK && again != nil {
		a.Alike, err = again.around(around)
		a.OK = a.Alike
	}
	i.Answers = append(i.Answers, a)
	return err
}

// foreign returns the names of files that a package carries and should not, or more than
// once.
func (i *Inspection) foreign(names []string) []string {
	left := map[string]int{DataName: 1, SealName: 1}
	for _, d := range i.Seal.Documents {
		if d.File != "" {
			left[d.File]++
		}
	}
	var more []string
	for _, name := range names {
		left[name]--
		if left[name] < 0 {
			more = append(more, name)
		}
	}
	return more
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

// redrawing is a package made again from what one carries.
type redrawing struct {
	made   *disk.Loose
	should []string     // digests of its sheets
	absent map[int]bool // sheets, from 0, of documents whose files are not there to be drawn
}

// close removes what was drawn; that nothing was is no fault.
func (r *redrawing) close() {
	if r != nil {
		r.made.Close() //nolint:errcheck // it is swept at the next start
	}
}

// redrawn makes the package again; nil when there is nothing to make it of. Of documents
// whose files are not inside there is nothing to draw, and their sheets are taken to be
// those that are there; where they stand is not the seal's to say.
func (i *Inspection) redrawn(ctx context.Context, are []string) (*redrawing, error) {
	if i.Thawed == nil {
		return nil, nil
	}
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
	again := &redrawing{made: s.pdf, should: s.digests.Pages, absent: map[int]bool{}}
	for _, d := range s.out.Documents {
		if d.Apart() || d.Document.SHA256 == "" || i.files[d.Document.SHA256] != nil {
			continue
		}
		for n := d.First - 1; n < min(d.First-1+d.Sheets, len(again.should), len(are)); n++ {
			again.should[n], again.absent[n] = are[n], true
		}
	}
	return again, nil
}

// forgive judges anew sheets that were written otherwise: drawn beside those made again,
// one that looks the same and has the same words on it is taken for that one.
func (r *redrawing) forgive(ctx context.Context, of sheets, sealed []string, seal, drawn *Answer) error {
	var pages []int
	known := setOf(r.should)
	for n, sum := range of.digests.Pages {
		if !known[sum] && !r.absent[n] {
			pages = append(pages, n)
		}
	}
	if len(pages) == 0 {
		return nil
	}
	made, err := r.made.Bytes()
	if err != nil {
		return err
	}
	found, err := attach.Compare(ctx, of.pdf, made, pages)
	if errors.Is(err, attach.ErrHeavy) {
		return nil // sheets that cannot be drawn in time are not those that were made
	}
	if err != nil || len(found) == 0 {
		return err
	}
	drawnAs, sealedAs := slices.Clone(of.digests.Pages), slices.Clone(of.digests.Pages)
	var hidden []int
	for k, m := range found {
		n := pages[k]
		switch {
		case m.Page >= 0 && m.None():
			drawnAs[n] = r.should[m.Page]
			if m.Page < len(sealed) {
				sealedAs[n] = sealed[m.Page]
			}
		case m.Page == n && !m.Looks:
			hidden = append(hidden, n+1)
		}
	}
	for _, judged := range []struct {
		answer      *Answer
		are, should []string
	}{{seal, sealedAs, sealed}, {drawn, drawnAs, r.should}} {
		d := differences(judged.are, judged.should)
		d.Hidden = hidden
		d.Changed = slices.DeleteFunc(d.Changed, func(n int) bool { return slices.Contains(hidden, n) })
		judged.answer.Differences, judged.answer.Alike = d, d.None()
	}
	return nil
}

// around reports whether what is round the sheets of a package is what is round those made
// again. Links may be lost, and all bookmarks together; nothing may be there besides.
func (r *redrawing) around(there attach.Around) (bool, error) {
	made, err := r.made.Bytes()
	if err != nil {
		return false, err
	}
	parsed, err := attach.Parse(made)
	if err != nil {
		return false, err
	}
	should, err := parsed.Around(true)
	if err != nil {
		return false, err
	}
	outline := len(there.Outline) == 0 || slices.Equal(there.Outline, should.Outline)
	return outline && slices.Equal(there.Properties, should.Properties) && slices.Equal(withoutSeal(there.Sums), withoutSeal(should.Sums)) &&
		within(there.Live, should.Live), nil
}

// withoutSeal leaves out the seal, which is read and judged for itself: that of another
// version of the program need not be the one made again.
func withoutSeal(sums []string) []string {
	return slices.DeleteFunc(slices.Clone(sums), func(s string) bool { return strings.HasPrefix(s, SealName+" ") })
}

// within reports whether a sorted list has nothing that another has not.
func within(list, of []string) bool {
	for _, item := range list {
		at, found := slices.BinarySearch(of, item)
		if !found {
			return false
		}
		of = of[at+1:]
	}
	return true
}

// Sentences returns what was found out in the user's words: what the package says it is,
// the verdict, a line for each answer, which begins with ●, ■ or, where nothing was asked, ○, and what
// the signatures beside it say, their moments by the clocks of a place.
func (i *Inspection) Sentences(words *i18n.Printer, zone *time.Location) []string {
	about := i.about()
	all := []string{words.T("inspect.about", map[string]any{
		"Park": about.Park, "INN": about.INN, "Year": about.Year, "Rating": about.Year + 1, "Revision": about.Revision,
		"Sheets": i.Sheets, "Hash": i.DataSHA256,
	})}
	verdict := i.Verdict()
	switch {
	case verdict == VerdictAltered, verdict == VerdictSame && i.wrong() > 0:
		all = append(all, words.N("inspect.unsound", i.wrong(), nil))
	case !i.Complete():
		all = append(all, words.T("inspect.sound_so_far", map[string]any{"Resaved": verdict == VerdictResaved}))
	case verdict == VerdictResaved:
		all = append(all, words.T("inspect.resaved", nil))
	default:
		all = append(all, words.T("inspect.sound", nil))
	}
	for _, a := range i.Answers {
		id := "inspect.yes."
		switch {
		case a.Unasked:
			id = "inspect.unasked."
		case a.Alike:
			id = "inspect.alike."
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

// about returns what a package says it is: its code, else its data; a year of 0 when
// neither can be read.
func (i *Inspection) about() Code {
	if i.Code.Year != 0 || i.Thawed == nil {
		return i.Code
	}
	b := i.Thawed.Book
	about := Code{Park: cmp.Or(b.Park.ShortName, b.Park.Name), INN: innOf(b), Year: i.Thawed.Year}
	if i.Seal != nil {
		about.Revision = i.Seal.Revision
	}
	return about
}

func (a Answer) detail(words *i18n.Printer) string {
	var said []string
	if a.Detail != "" {
		said = append(said, a.Detail)
	}
	for _, x := range []struct {
		id     string
		sheets []int
	}{
		{"inspect.changed", a.Changed},
		{"inspect.hidden", a.Hidden},
		{"inspect.added", a.Added},
		{"inspect.missing", a.Missing},
		{"inspect.moved", a.Moved},
	} {
		if len(x.sheets) > 0 {
			said = append(said, words.T(x.id, map[string]any{"Sheets": numbers(x.sheets)}))
		}
	}
	if len(a.Extra) > 0 {
		said = append(said, words.T("inspect.extra", map[string]any{"Names": quotedList(a.Extra)}))
	}
	return strings.Join(said, "; ")
}

// Book and Content make an inspection records to draw from.
func (i *Inspection) Book(context.Context, int64) (*app.Book, error) { return i.Thawed.Book, nil }

// Verify finds nothing: what a package carries was compared with its sums when it was read.
func (i *Inspection) Verify(context.Context) (app.Verdict, error) { return app.Verdict{}, nil }

// Content returns the file of a document by its SHA-256; app.ErrNotFound when the package
// does not carry it.
func (i *Inspection) Content(_ context.Context, sha256 string) ([]byte, error) {
	if data, there := i.files[sha256]; there {
		return data, nil
	}
	return nil, app.ErrNotFound
}
