package cli

import (
	"errors"
	"fmt"
	"os"
	"slices"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/submission"
)

// inspectCommand looks whether paper and data of a package are of each other.
type inspectCommand struct {
	Package string `arg:"" place:""`
	Data    string `place:""` // path for the data carried inside
	To      string `place:""` // path of a new data file made of them
	JSON    bool   `name:"json"`
}

type inspectJSON struct {
	Verdict    string            `json:"verdict"` // same, resaved, altered, unreadable
	OK         bool              `json:"ok"`
	Complete   bool              `json:"complete"` // all questions could be asked
	Sheets     int               `json:"sheets"`
	DataSHA256 string            `json:"data_sha256"` // of the data carried inside; may be empty
	Journal    string            `json:"journal"`     // control value of the journal as printed; may be empty
	Park       string            `json:"park"`        // this and what follows as the code on the title page says
	INN        string            `json:"inn"`
	Year       int               `json:"year"`
	Revision   int               `json:"revision"`
	CodeSHA256 string            `json:"code_sha256"`
	Values     map[string]string `json:"values"`
	Answers    []answerJSON      `json:"answers"`
	Signatures []besideJSON      `json:"signatures"` // found beside the package
}

type besideJSON struct {
	File    string       `json:"file"`
	OK      bool         `json:"ok"`    // nothing speaks against it
	Error   string       `json:"error"` // why it cannot be read; else empty
	Signers []signerJSON `json:"signers"`
}

type answerJSON struct {
	Ask     string `json:"ask"`
	OK      bool   `json:"ok"`
	Alike   bool   `json:"alike"`   // written otherwise, but it shows and says the same
	Unasked bool   `json:"unasked"` // it could not be asked; detail says why
	Detail  string `json:"detail"`
	Error   string `json:"error"`   // what the program met, for those who mend it
	Changed []int  `json:"changed"` // sheets, by number
	Hidden  []int  `json:"hidden"`  // that look the same and have other words
	Added   []int  `json:"added"`
	Missing []int  `json:"missing"`
	Moved   []int  `json:"moved"`

	Extra []string `json:"extra"` // names of files that should not be inside
}

// Run prints what was found; exit 1 when something does not fit.
func (c inspectCommand) Run(s *session) error {
	if err := c.ready(); err != nil {
		return err
	}
	i, err := submission.InspectFile(s.ctx, c.Package, nil)
	if err != nil {
		if refused, ok := app.Refused(err); ok && c.JSON && slices.Contains([]string{
			"inspect.unreadable", "inspect.heavy", "inspect.archive_unreadable", "inspect.archive_several", "inspect.archive_empty",
		}, refused.ID) {
			err = errors.Join(err, s.printJSON(unreadable()))
		}
		return err
	}
	if c.JSON {
		err = s.printJSON(s.inspectAnswer(i))
	} else {
		for _, line := range i.Sentences(s.words, s.Now().Location()) {
			fmt.Fprintln(s.Stdout, line)
		}
	}
	if err == nil {
		err = c.take(s, i)
	}
	if err == nil && !i.OK() {
		return errFindings
	}
	return err
}

// ready refuses places where nothing can be written, before the package is looked into.
func (c inspectCommand) ready() error {
	if err := disk.Distinct(c.Package, c.Data, c.To); err != nil {
		return err
	}
	for _, path := range []string{c.Data, c.To} {
		if path == "" {
			continue
		}
		if err := disk.New(path); err != nil {
			return err
		}
	}
	return nil
}

// take writes what was asked for out of the package, all of it or nothing.
func (c inspectCommand) take(s *session, i *submission.Inspection) error {
	if c.To != "" && i.Thawed == nil || c.Data != "" && i.Data == nil {
		return &app.Refusal{ID: "inspect.nothing_to_open", Data: map[string]any{"File": c.Package}}
	}
	if c.Data != "" {
		if err := disk.WriteNew(c.Data, i.Data); err != nil {
			return err
		}
	}
	if c.To == "" {
		return nil
	}
	if err := s.CreateFrom(s.ctx, c.To, i); err != nil {
		if c.Data != "" {
			err = errors.Join(err, os.Remove(c.Data))
		}
		return app.About(c.To, err)
	}
	if !c.JSON {
		s.say("cli.data_file", map[string]any{"File": c.To})
	}
	return nil
}

func (s *session) inspectAnswer(i *submission.Inspection) inspectJSON {
	a := inspectJSON{
		Verdict: i.Verdict(), OK: i.OK(), Complete: i.Complete(), Sheets: i.Sheets, DataSHA256: i.DataSHA256, Park: i.Code.Park, INN: i.Code.INN, Year: i.Code.Year,
		Revision: i.Code.Revision, CodeSHA256: i.Code.SHA256, Values: i.Code.Values, Answers: []answerJSON{}, Signatures: []besideJSON{},
	}
	if i.Seal != nil {
		a.Journal = i.Seal.Journal
	}
	if a.Values == nil {
		a.Values = map[string]string{}
	}
	for _, x := range i.Answers {
		a.Answers = append(a.Answers, answerJSON{
			x.Ask, x.OK, x.Alike, x.Unasked, x.Detail, errorText(x.Err),
			orNone(x.Changed), orNone(x.Hidden), orNone(x.Added), orNone(x.Missing), orNone(x.Moved), orNone(x.Extra),
		})
	}
	for _, b := range i.Signatures {
		beside := besideJSON{File: b.Name, OK: b.OK(), Error: s.sayIf(b.Err), Signers: signerAnswers(b.Checks)}
		a.Signatures = append(a.Signatures, beside)
	}
	return a
}

// unreadable is the answer about what is no PDF that can be read.
func unreadable() inspectJSON {
	return inspectJSON{Verdict: "unreadable", Values: map[string]string{}, Answers: []answerJSON{}, Signatures: []besideJSON{}}
}

// orNone keeps null out of the JSON, as the other lists do.
func orNone[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// sayIf puts an error into words, if there is one.
func (s *session) sayIf(err error) string {
	if err == nil {
		return ""
	}
	return s.sentence(err)
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}
