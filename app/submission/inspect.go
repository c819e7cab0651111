package submission

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/rating"
	"technopark/reports/attach"
)

// The questions Inspect asks of a package, as they are named to people and in JSON.
const (
	AskFile      = "file"      // is the file, byte for byte, one that this program wrote
	AskData      = "data"      // are the data inside, and whole
	AskCode      = "code"      // is the code on the title page that of these data
	AskFeet      = "feet"      // do all sheets carry the sum of these data
	AskValues    = "values"    // are the indicators of the code those of the data
	AskCompute   = "compute"   // do the data give these indicators when computed again
	AskSeal      = "seal"      // are the sheets those that were sealed
	AskRest      = "rest"      // and what is round them: outline, properties, files inside
	AskDocuments = "documents" // are the files of the documents inside those the data name
	AskRedraw    = "redraw"    // do data and documents give these sheets when drawn again
)

// The verdicts of an inspection.
const (
	VerdictSame    = "same"    // the very file, and all in it fits
	VerdictResaved = "resaved" // another file, which shows and says the same
	VerdictAltered = "altered" // somebody has changed it; the answers say where
)

// Answer is what Inspect found out.
type Answer struct {
	Ask     string // which question: AskDocuments and so on
	OK      bool   // nothing is wrong
	Alike   bool   // not the very same, but it shows and says the same; OK is true
	Unasked bool   // the question could not be put: what it needs is not there; OK is true
	Detail  string // what is wrong: indicators, sums; «» when the words of Ask say it all
	Err     error  // for logs: why something could not be read, drawn or computed
	Differences
	Extra []string // names of files that are carried and should not be, or more than once
}

// Inspection is what a package says of itself.
type Inspection struct {
	Sheets     int      // that the PDF has
	Data       []byte   // as carried inside; nil when there are none
	DataSHA256 string   // of Data; empty when there are none
	Code       Code     // on the title page; zero when it cannot be read
	Seal       *Seal    // nil when there is none that can be read
	Thawed     *Thawed  // nil when the data cannot be read
	Answers    []Answer // to all questions, in their order

	PDF        []byte   // of InspectFile
	Signatures []Beside // of InspectFile

	files map[string][]byte // of the documents, by their SHA-256
}

// OK reports whether nothing is wrong.
func (i *Inspection) OK() bool { return i.wrong() == 0 }

// Verdict says in one word what was found of the package itself: VerdictSame and so on. What
// signatures beside it say is not in it.
func (i *Inspection) Verdict() string {
	switch {
	case slices.ContainsFunc(i.Answers, func(a Answer) bool { return !a.OK }):
		return VerdictAltered
	case slices.ContainsFunc(i.Answers, func(a Answer) bool { return a.Alike }):
		return VerdictResaved
	}
	return VerdictSame
}

// Complete reports whether all questions could be put.
func (i *Inspection) Complete() bool {
	return !slices.ContainsFunc(i.Answers, func(a Answer) bool { return a.Unasked })
}

// wrong counts the answers and the signatures that say no.
func (i *Inspection) wrong() int {
	n := 0
	for _, a := range i.Answers {
		if !a.OK {
			n++
		}
	}
	for _, b := range i.Signatures {
		if !b.OK() {
			n++
		}
	}
	return n
}

// Inspect looks whether paper and data of a package are of each other: the file itself, the
// data carried inside, the code on the title page, the foot and the seal of every sheet,
// the indicators and what comes out when they are computed, and the sheets drawn, again.
// progress, which may be nil, is told how much of it is done, from 0 to 1. An error means
// that the file is empty, that it is no PDF that can be read, or that ctx was cancelled.
func Inspect(ctx context.Context, pdf []byte, progress func(done float64)) (*Inspection, error) {
	if len(pdf) == 0 {
		return nil, app.ErrEmptyFile
	}
	i := &Inspection{files: map[string][]byte{}}
	var parsed *attach.Parsed
	var carried map[string][]byte
	var digests attach.Digests
	steps := []func() error{
		func() (err error) { i.Sheets, err = attach.PageCount(pdf); return err },
		func() (err error) { parsed, err = attach.Parse(pdf); return err },
		func() (err error) { carried, err = parsed.Carried(); return err },
		func() (err error) { digests, err = parsed.Digests(SealName); return err },
		func() error {
			for _, content := range carried {
				i.files[app.Content(content)] = content
			}
			i.answer(AskFile, attach.Intact(pdf), "")
			i.askData(carried)
			return nil
		},
		func() error { i.askCode(pdf); return nil },
		func() error { return i.askFeet(parsed) },
		func() error { i.askValues(); i.askCompute(); return nil },
		func() error { return i.askSheets(ctx, sheets{pdf, parsed, carried, digests}) },
		func() error { i.judgeFile(); return nil },
	}
	for n, step := range steps {
		err := step()
		if stopped := ctx.Err(); stopped != nil {
			return nil, stopped
		}
		if err != nil {
			return nil, unread(err)
		}
		if progress != nil {
			progress(float64(n+1) / float64(len(steps)))
		}
	}
	return i, nil
}

// unread says why a file could not be inspected: one that takes too long on this computer is
// not called damaged.
func unread(err error) error {
	if errors.Is(err, attach.ErrHeavy) {
		return &app.Refusal{ID: "inspect.heavy", Cause: err}
	}
	return &app.Refusal{ID: "inspect.unreadable", Cause: err}
}

func (i *Inspection) answer(ask string, ok bool, detail string) {
	i.Answers = append(i.Answers, Answer{Ask: ask, OK: ok, Detail: detail})
}

// judgeFile says of a file that is not the very one that it was only saved anew, when there
// is nothing else to be said against it.
func (i *Inspection) judgeFile() {
	for n := range i.Answers {
		if a := &i.Answers[n]; a.Ask == AskFile && !a.OK {
			a.OK, a.Alike = true, true
			if i.Verdict() == VerdictAltered {
				a.OK, a.Alike = false, false
			}
		}
	}
}

// failed answers with no because of an error.
func (i *Inspection) failed(ask string, err error) {
	i.Answers = append(i.Answers, Answer{Ask: ask, Err: err})
}

func (i *Inspection) unasked(ask, why string) {
	i.Answers = append(i.Answers, Answer{Ask: ask, OK: true, Unasked: true, Detail: why})
}

func (i *Inspection) askData(carried map[string][]byte) {
	data, there := carried[DataName]
	if !there {
		i.answer(AskData, false, "")
		return
	}
	i.Data, i.DataSHA256 = data, app.Content(data)
	var err error
	i.Thawed, err = thaw(data)
	if err != nil {
		i.failed(AskData, err)
		return
	}
	i.answer(AskData, true, "")
}

// askCode reads the code off the drawn page, as a telephone would off paper.
func (i *Inspection) askCode(pdf []byte) {
	err := attach.ErrNoCode
	for _, dpi := range []int{200, 300, 150} {
		var text string
		page, drawn := attach.Page(pdf, 0, dpi)
		if drawn != nil {
			err = drawn
			if errors.Is(err, attach.ErrHeavy) {
				break
			}
			continue
		}
		if text, err = attach.ReadCode(page); err == nil {
			i.Code, err = ParseCode(text)
			break
		}
	}
	switch {
	case err != nil:
		i.failed(AskCode, err)
	case i.DataSHA256 == "":
		i.unasked(AskCode, "")
	case i.Code.SHA256 != i.DataSHA256:
		detail := fmt.Sprintf("%.12s ≠ %.12s", i.Code.SHA256, i.DataSHA256)
		i.answer(AskCode, false, detail)
	default:
		i.answer(AskCode, true, "")
	}
}

// askFeet looks for the beginning of the sum on every sheet.
func (i *Inspection) askFeet(pdf *attach.Parsed) error {
	if i.DataSHA256 == "" {
		i.unasked(AskFeet, "")
		return nil
	}
	says, err := pdf.Saying(i.DataSHA256[:12])
	if err != nil {
		return err
	}
	a := Answer{Ask: AskFeet}
	for n, said := range says {
		if !said {
			a.Changed = append(a.Changed, n+1)
		}
	}
	a.OK = a.None()
	i.Answers = append(i.Answers, a)
	return nil
}

func (i *Inspection) askValues() {
	if i.Thawed == nil || i.Code.Values == nil {
		i.unasked(AskValues, "")
		return
	}
	i.answer(AskValues, maps.Equal(i.Code.Values, i.Thawed.Values), differing(i.Code.Values, i.Thawed.Values))
}

func (i *Inspection) askCompute() {
	if i.Thawed == nil {
		i.unasked(AskCompute, "")
		return
	}
	computed, err := i.Thawed.compute()
	if err != nil {
		i.failed(AskCompute, err)
		return
	}
	values := Values(computed)
	i.answer(AskCompute, maps.Equal(values, i.Thawed.Values), differing(values, i.Thawed.Values))
}

func (t *Thawed) compute() (*rating.Result, error) {
	set, err := t.By.For(t.Book, t.Year)
	if err != nil {
		return nil, err
	}
	return rating.Compute(set.Method, t.Book, t.Year)
}

// differing names the indicators of which two lists say different things.
func differing(a, b map[string]string) string {
	var codes []string
	all := maps.Clone(a)
	maps.Copy(all, b)
	for _, code := range slices.Sorted(maps.Keys(all)) {
		if a[code] != b[code] {
			codes = append(codes, fmt.Sprintf("%s: %s ≠ %s", code, a[code], b[code]))
		}
	}
	return strings.Join(codes, "; ")
}
