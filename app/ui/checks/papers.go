package checks

import (
	"context"
	"path/filepath"

	"technopark/app/submission"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
	"technopark/app/ui/viewer"
)

// onProtocol asks for a name and writes the protocol under it: PDF, or XLSX when the
// name says so.
func (s *Screen) onProtocol() {
	d := s.desk
	if d.Park == 0 {
		return
	}
	files := d.Files(d.FirstDir())
	name := d.T("ui.check.protocol_name", "Year", d.Year)
	files.NewOf(d.T("ui.check.protocol_title"), name, []string{".pdf", ".xlsx"}, func(path string) {
		d.Newest(func(seen *desk.Seen) { s.writeProtocol(seen, path) })
	})
}

// writeProtocol writes the protocol of a check and says what came of it.
func (s *Screen) writeProtocol(seen *desk.Seen, path string) {
	d, lang := s.desk, s.lang.chosen()
	work := func(ctx context.Context, _ kit.Progress) error {
		_, err := submission.CheckPapers{Protocol: path, Lang: lang}.Write(ctx, seen.Book, seen.Report, seen.Set.Rules, d.Now())
		return err
	}
	d.Tasks.Run(d.T("ui.check.protocol_title"), work, func(err error) {
		s.written(path, d.T("ui.check.protocol_done", "File", path), err, desk.OpenFile, func(ctx context.Context) (submission.Shown, error) {
			return submission.ShowProtocol(ctx, seen.Book, seen.Report, seen.Set.Rules, d.Now(), lang)
		})
	})
}

// onLetters asks for a folder and writes a letter to each resident with open findings.
func (s *Screen) onLetters() {
	d := s.desk
	if d.Park == 0 {
		return
	}
	files := d.Files(d.FirstDir())
	files.Folder(func(dir string) {
		d.Newest(func(seen *desk.Seen) { s.writeLetters(seen, dir) })
	})
}

// writeLetters writes the letters of a check and says what came of it.
func (s *Screen) writeLetters(seen *desk.Seen, dir string) {
	d, lang := s.desk, s.lang.chosen()
	var letters []string
	work := func(ctx context.Context, _ kit.Progress) (err error) {
		letters, err = submission.CheckPapers{Letters: dir, Lang: lang}.Write(ctx, seen.Book, seen.Report, seen.Set.Rules, d.Now())
		return err
	}
	papers := func(ctx context.Context) (submission.Shown, error) {
		return submission.ShowLetters(ctx, seen.Book, seen.Report, seen.Set.Rules, d.Now(), lang)
	}
	d.Tasks.Run(d.T("ui.check.letters"), work, func(err error) {
		if len(letters) == 0 {
			papers = nil
		}
		s.written(filepath.Join(dir, "x"), d.N("cli.letters", len(letters), "Dir", dir), err, desk.ShowInFolder, papers)
	})
}

// written says what was made and offers to look at it, in another program or here; papers is
// nil when there is nothing to look at here.
func (s *Screen) written(path, text string, err error, look func(string) error, papers func(context.Context) (submission.Shown, error)) {
	d := s.desk
	if err != nil {
		if known, ok := d.Words.Sentence(err, map[string]any{"File": path}); ok {
			kit.Tell(d.Window, d.T("ui.check.title"), known, d.T("ui.ok"))
			return
		}
		d.Fail(err)
		return
	}
	answers := []kit.Answer{{Text: d.T("ui.open_made"), Do: func() {
		if look(path) != nil {
			kit.Tell(d.Window, d.T("ui.check.title"), d.T("ui.package.no_viewer", "File", path), d.T("ui.ok"))
		}
	}}}
	if papers != nil {
		answers = append(answers, kit.Answer{Text: d.T("ui.package.preview"), Do: func() { viewer.Draw(d, papers, nil) }})
	}
	kit.Ask(d.Window, d.T("ui.check.title"), text, append(answers, kit.Answer{Text: d.T("ui.ok")})...)
}
