package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"technopark/app/submission"
	"technopark/app/ui/kit"
	"technopark/app/ui/port"
)

// onInspect asks for a package and says whether paper and data in it are of each other.
func (w *Window) onInspect() {
	w.files().Open(w.inspect, packageExtension)
}

func (w *Window) inspect(path string) {
	d := w.desk
	var pdf []byte
	var found *submission.Inspection
	d.Tasks.Run(d.T("ui.inspect.working"), func(_ context.Context, progress kit.Progress) (err error) {
		progress(filepath.Base(path), -1)
		if pdf, err = os.ReadFile(path); err == nil {
			found, err = submission.Inspect(pdf)
		}
		return err
	}, func(err error) {
		if err != nil {
			kit.Tell(w.win, d.T("ui.inspect.title"), d.T("inspect.unreadable", "File", filepath.Base(path)), d.T("ui.ok"))
			return
		}
		w.tellInspection(filepath.Base(path), pdf, found)
	})
}

// tellInspection shows what was found and offers to look at the sheets and to open the
// data of the package.
func (w *Window) tellInspection(name string, pdf []byte, i *submission.Inspection) {
	d := w.desk
	answers := []kit.Answer{{Text: d.T("ui.inspect.view"), Do: func() { showPaper(d, name, pdf, i.Sheets) }}}
	if i.Thawed != nil {
		answers = append(answers, kit.Answer{Text: d.T("ui.inspect.open"), Do: func() { w.openFrom(i) }})
	}
	answers = append(answers, kit.Answer{Text: d.T("ui.ok")})
	kit.AskLong(w.win, d.T("ui.inspect.title"), strings.Join(i.Sentences(d.Words), "\n"), answers...)
}

// openFrom makes a data file of what a package carries and shows it.
func (w *Window) openFrom(i *submission.Inspection) {
	d := w.desk
	w.leaveFile(func() {
		w.files().New(d.T("ui.inspect.open"), d.T("ui.inspect.name"), extension, func(path string) {
			w.useFile(func(path string) (port.Store, error) { return w.options.CreateFrom(path, i) }, path)
		})
	})
}
