package profiles

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/rating"
	"technopark/app/regulation"
	"technopark/app/submission"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// onOfficial asks for the source by which the method is official, and for its document; of one
// that is official already it lists the documents.
func (s *Screen) onOfficial() {
	d := s.desk
	p := regulation.Own(d.Part("profile"), app.ProfileMethod, d.Year)
	set, err := d.InForce()
	if err != nil || p == nil {
		d.Fail(err)
		return
	}
	if set.Method.Official {
		d.Documents(app.SubjectOf(p), p.Title)
		return
	}
	path := ""
	file := kit.NewTool(d.T("ui.profiles.official_file"), theme.FileIcon(), nil)
	file.OnTapped = func() {
		files := s.files()
		if d.AttachedFrom != "" {
			files.Dir = d.AttachedFrom
		}
		files.Open(func(chosen string) {
			path, d.AttachedFrom = chosen, filepath.Dir(chosen)
			file.SetText(d.T("ui.profiles.official_chosen", "File", filepath.Base(chosen)))
		}, submission.Extensions()...)
	}
	s.chooseFile = func(chosen string) { path = chosen }
	lines := []desk.QuestionLine{
		{Label: d.T("ui.profiles.official_source"), Example: d.T("ui.profiles.official_example")},
		{Label: d.T("ui.profiles.official_number")},
		{Label: d.T("ui.profiles.official_date"), Example: d.T("ui.date_form")},
	}
	s.asked = &desk.Question{Title: d.T("ui.profiles.official_ask", "Title", p.Title), Lead: d.T("ui.profiles.official_lead"), Do: d.T("ui.profiles.official_do"), Lines: lines, More: container.NewHBox(file), Back: s.official}
	s.asked.Answer = func(texts []string) error {
		source := rating.Source{Title: app.Clean(texts[0]), Number: app.Clean(texts[1])}
		day, ok := app.ParseDate(texts[2])
		if source.Date = day; source.Title == "" || !ok || day.Zero() || path == "" {
			return &app.Refusal{ID: "err.profile_source"}
		}
		next, err := regulation.Declare(p, source)
		if err != nil {
			return err
		}
		s.declare(next, source, path, false)
		return nil
	}
	file.OnEscape = s.asked.Hide
	d.Ask(s.asked)
}

// declare attaches the document to the method and takes the mark away, in one step.
func (s *Screen) declare(next *app.Profile, source rating.Source, path string, asIs bool) {
	d := s.desk
	var data []byte
	var doc *app.Document
	d.Tasks.Run(d.T("ui.documents.attaching"), func(ctx context.Context, _ kit.Progress) (err error) {
		data, doc, err = submission.ReadDocument(ctx, path, asIs)
		return err
	}, func(err error) {
		switch {
		case submission.KeptAsIs(err):
			kit.Ask(d.Window, d.T("ui.documents.heading"), d.Say(err)+"\n"+d.Words.N("ui.documents.as_is", 1, nil),
				kit.Answer{Text: d.T("ui.documents.keep_as_is"), Do: func() { s.declare(next, source, path, true) }},
				kit.Answer{Text: d.T("ui.documents.leave_out")})
			return
		case err != nil:
			kit.Tell(d.Window, d.T("ui.profiles.title"), d.Say(err), d.T("ui.ok"))
			return
		}
		s.keepDeclared(next, source, doc, data)
	})
}

// keepDeclared records it; a file that the park has already is linked and not kept twice.
func (s *Screen) keepDeclared(next *app.Profile, source rating.Source, doc *app.Document, data []byte) {
	d := s.desk
	doc.Park, doc.Title, doc.Number, doc.Date, doc.Kind = d.Park, source.Title, source.Number, source.Date, "order"
	if same := submission.SameFile(d.Part("document"), doc.SHA256); same != nil {
		doc, data = same, nil
	}
	subject := app.SubjectOf(next)
	step := d.T("step.profile_official", "Title", next.Title)
	done := d.Change(step, func(tx app.Tx) error {
		attach := func() error { return submission.KeepDocument(d.Ctx(), tx, doc, data, subject) }
		if data == nil {
			attach = func() error { return submission.LinkDocument(d.Ctx(), tx, doc, subject) }
		}
		if err := attach(); err != nil {
			return err
		}
		return tx.Save(d.Ctx(), next)
	})
	if done {
		s.Refresh()
	}
}
