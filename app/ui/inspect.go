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
	w.files().Open(w.inspect, ".pdf")
}

func (w *Window) inspect(path string) {
	d := w.desk
	var found *submission.Inspection
	d.Tasks.Run(d.T("ui.inspect.working"), func(_ context.Context, progress kit.Progress) error {
		progress(filepath.Base(path), -1)
		pdf, err := os.ReadFile(path)
		if err == nil {
			found, err = submission.Inspect(pdf)
		}
		return err
	}, func(err error) {
		if err != nil {
			kit.Tell(w.win, d.T("ui.inspect.title"), d.T("inspect.unreadable", "File", filepath.Base(path)), d.T("ui.ok"))
			return
		}
		w.tellInspection(found)
	})
}

// tellInspection shows what was found and offers to open the data of the package.
func (w *Window) tellInspection(i *submission.Inspection) {
	answers := []kit.Answer{{Text: w.desk.T("ui.ok")}}
	if i.Thawed != nil {
		answers = append([]kit.Answer{{Text: w.desk.T("ui.inspect.open"), Do: func() { w.openFrom(i) }}}, answers...)
	}
	kit.Ask(w.win, w.desk.T("ui.inspect.title"), strings.Join(i.Sentences(w.desk.Words), "\n"), answers...)
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
