package cli

import (
	"fmt"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/submission"
	"technopark/reports"
)

// packageCommand makes the package of papers.
type packageCommand struct {
	yearOf
	profileFiles
	Out          string `required:"" place:""`
	Final        bool
	Reason       string // why another final package of the year is made
	Lang         string `enum:"ru,en" default:"ru"`
	Compressed   bool
	WithoutFiles bool // of the documents, which are carried inside otherwise
	Parts        []string
}

type packageJSON struct {
	PDF        string   `json:"pdf"`
	Pages      int      `json:"pages"`
	SHA256     string   `json:"sha256"`
	DataSHA256 string   `json:"data_sha256"`
	Draft      bool     `json:"draft"`
	Documents  []placed `json:"documents"` // in the order of their numbers; never null
	Revision   int      `json:"revision"`  // 0 for a draft
	New        bool     `json:"new"`       // the revision was not there before
	Lang       string   `json:"lang"`      // "ru" or "en"
	Form       string   `json:"form"`      // "full" or "compressed"
	Files      []string `json:"files"`     // all that was written
	Replaced   bool     `json:"replaced"`  // a draft of the same park and year was there
	Taken      string   `json:"taken"`     // the plain name, which another file has; may be empty
	Remarks    []string `json:"remarks"`   // of the method and the rules
	Apart      []string `json:"apart"`     // sentences on documents that are enclosed separately, or are pictures in part; never null
}

// placed says how a document got into a package.
type placed struct {
	ID     int64  `json:"id"`
	Number int    `json:"number"` // of the attachment
	Title  string `json:"title"`
	State  string `json:"state"`  // "pages", "pictures", "mixed", "apart", or "left_out" where documents are no part of the package
	First  int    `json:"first"`  // its first sheet in the package; 0 when left out
	Sheets int    `json:"sheets"` // how many it takes
	Reason string `json:"reason"` // the code of why it is apart, else empty
	Why    string `json:"why"`    // the reason in words, in the language of the package
}

// placedIn describes the documents of a package.
func placedIn(out submission.Output) []placed {
	all := []placed{}
	for i, a := range out.Documents {
		p := placed{
			ID: a.Document.ID, Number: i + 1, Title: a.Document.Title, State: "pages", First: a.First, Sheets: a.Sheets,
			Reason: a.Reason, Why: app.ApartWords(a.Reason).In(out.Form.Lang),
		}
		switch {
		case a.Apart():
			p.State = "apart"
		case a.Sheets == 0:
			p.State = "left_out"
		case a.Pictures:
			p.State = "pictures"
		case len(a.Drawn) > 0:
			p.State = "mixed"
		}
		all = append(all, p)
	}
	return all
}

// Run writes the PDF into the directory and says what it is.
func (c packageCommand) Run(s *session) error {
	c.Reason = app.CleanNote(c.Reason)
	if c.Reason != "" && !c.Final {
		return &app.Refusal{ID: "cli.reason_of_draft", Cause: errWords}
	}
	for _, key := range c.Parts {
		if known := partKeys(); !slices.Contains(known, key) {
			return &app.Refusal{ID: "cli.no_part", Data: map[string]any{"What": key, "Known": strings.Join(known, ", ")}, Cause: errWords}
		}
	}
	if err := s.force(c.profileFiles); err != nil {
		return err
	}
	open := s.read
	if c.Final { // a final package is kept as a revision
		open = s.write
	}
	return open(c.yearOf, func(store Store, b *app.Book) error {
		form := submission.Form{Lang: app.Lang(c.Lang), Compressed: c.Compressed}
		out, err := s.build(store, submission.Request{
			Park: b.Park.ID, Year: c.Year, Parts: c.Parts, Final: c.Final, Form: form, Bare: c.WithoutFiles, Dir: c.Out,
			Reason: c.Reason,
		})
		if err != nil {
			return app.About(c.File, err)
		}
		isNew := out.Revision > 0 && !slices.ContainsFunc(submission.RevisionsOf(b, c.Year), func(r *app.Revision) bool { return int(r.Number.N) == out.Revision })
		if c.JSON {
			return s.printJSON(s.packageAnswer(out, isNew))
		}
		s.printPackage(out)
		if c.Reason != "" && !isNew {
			s.say("cli.reason_unused", map[string]any{"Number": out.Revision})
		}
		return nil
	})
}

// partKeys returns the keys of the parts of a package, in their order.
func partKeys() []string {
	var keys []string
	for _, part := range reports.Parts() {
		keys = append(keys, part.Key)
	}
	return keys
}

func (s *session) build(store Store, req submission.Request) (submission.Output, error) {
	req.Now = s.Now()
	if req.Final {
		what := func(n int) string { return s.words.T("step.revision", map[string]any{"Number": n, "Year": req.Year}) }
		return submission.Finalise(s.ctx, store, s.by, req, what, s.Who, nil)
	}
	return submission.Build(s.ctx, store, s.by, req, nil)
}

func (s *session) packageAnswer(out submission.Output, isNew bool) packageJSON {
	return packageJSON{
		PDF: out.PDF, Pages: out.Pages, SHA256: out.SHA256, DataSHA256: out.DataSHA256, Draft: out.Draft, Documents: placedIn(out),
		Revision: out.Revision, New: isNew, Lang: string(out.Form.Lang), Form: out.Form.Key(), Files: out.Files,
		Replaced: out.Replaced, Taken: out.Taken, Remarks: remarks(out.By), Apart: s.notesOf(out),
	}
}

func (s *session) printPackage(out submission.Output) {
	id := "cli.package_final"
	if out.Draft {
		id = "cli.package_draft"
	}
	s.say(id, map[string]any{"File": out.PDF, "Pages": s.words.N("cli.sheets", out.Pages, nil), "Hash": out.DataSHA256[:12]})
	switch {
	case out.Taken != "":
		s.say("package.taken", map[string]any{"Name": out.Taken})
	case out.Replaced:
		s.say("package.replaced", nil)
	}
	for _, note := range s.notesOf(out) {
		fmt.Fprintln(s.Stdout, note)
	}
	s.printRemarks(out.By)
}

// notesOf says of the documents of a package which of them are not in it as they are.
func (s *session) notesOf(out submission.Output) []string {
	said := []string{}
	for _, note := range out.Notes() {
		said = append(said, s.sentence(note))
	}
	return said
}
