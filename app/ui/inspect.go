package ui

import (
	"context"
	"path/filepath"
	"strings"

	"technopark/app/submission"
	"technopark/app/ui/kit"
	"technopark/app/ui/port"
	"technopark/app/ui/viewer"
)

// onInspect asks for a package and says whether paper and data in it are of each other.
func (w *Window) onInspect() {
	w.files().Open(w.inspect, packageExtension, archiveExtension)
}

func (w *Window) inspect(path string) {
	d := w.desk
	var found *submission.Inspection
	d.Tasks.Run(d.T("ui.inspect.working"), func(ctx context.Context, progress kit.Progress) (err error) {
		progress(filepath.Base(path), kit.Part{}) // the first sheet takes as long as many others
		found, err = submission.InspectFile(ctx, path, beginning(progress, filepath.Base(path)))
		return err
	}, func(err error) {
		if err != nil {
			w.fail(err)
			return
		}
		w.tellInspection(filepath.Base(path), found)
	})
}

// beginning tells a progress how much is done, once anything is.
func beginning(progress kit.Progress, name string) func(done float64) {
	return func(done float64) {
		if done > 0 {
			progress(name, kit.Share(done))
		}
	}
}

// tellInspection shows what was found and offers to look at the sheets and to open the
// data of the package.
func (w *Window) tellInspection(name string, i *submission.Inspection) {
	d := w.desk
	answers := []kit.Answer{{Text: d.T("ui.inspect.view"), Do: func() { viewer.Show(d, name, i.PDF, i.Sheets) }}}
	if i.Thawed != nil {
		answers = append(answers, kit.Answer{Text: d.T("ui.inspect.open"), Do: func() { w.openFrom(i) }})
	}
	answers = append(answers, kit.Answer{Text: d.T("ui.ok")})
	kit.AskLong(w.win, d.T("ui.inspect.title"), strings.Join(i.Sentences(d.Words, d.Now().Location()), "\n"), answers...)
}

// openFrom makes a data file of what a package carries and shows it.
func (w *Window) openFrom(i *submission.Inspection) {
	create := func(path string) (port.Store, error) { return w.options.CreateFrom(path, i) }
	w.leaveFile(func() { w.askToMake("ui.inspect.open", "ui.inspect.name", create) })
}
