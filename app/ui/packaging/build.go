package packaging

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"technopark/app/disk"
	"technopark/app/submission"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
	"technopark/app/ui/viewer"
)

// buildSteps is how many stages of submission.Step there are.
const buildSteps = int(submission.StepWrite) + 1

// onBuild makes the package beside the window and says what came of it.
func (s *Package) onBuild() {
	d, req := s.desk, s.request()
	if len(req.Parts) == 0 {
		s.say(func() string { return d.T("ui.package.nothing_chosen") }, "")
		return
	}
	kept, names := s.stepName(req), stepNames(d)
	var out submission.Output
	work := func(ctx context.Context, progress kit.Progress) (err error) {
		if req.Final {
			out, err = submission.Finalise(ctx, d.Store, d.Regulations, req, kept, d.Who, names.tell(progress))
			return err
		}
		out, err = submission.Build(ctx, d.Store, d.Regulations, req, names.tell(progress))
		return err
	}
	d.Tasks.Run(d.T("ui.package.building"), work, func(err error) { s.onBuilt(req, out, err) })
}

// onPreview makes the package and shows its pages; nothing is written until the user
// says so. A final one that is not kept yet is shown, and printed, as a draft.
func (s *Package) onPreview() {
	d, req := s.desk, s.request()
	if len(req.Parts) == 0 {
		s.say(func() string { return d.T("ui.package.nothing_chosen") }, "")
		return
	}
	names := stepNames(d)
	var made *submission.Made
	var shown submission.Shown
	work := func(ctx context.Context, progress kit.Progress) (err error) {
		if made, err = submission.Make(ctx, d.Store, d.Regulations, req, d.Who, names.tell(progress)); err != nil {
			return err
		}
		if shown, err = made.Shown(ctx, d.Store); err != nil {
			return errors.Join(err, made.Close())
		}
		return nil
	}
	d.Tasks.Run(d.T("ui.package.building"), work, func(err error) {
		if err != nil {
			s.sayFailure(req, err)
			return
		}
		s.preview(req, made, shown)
	})
}

// Print shows the package as it would be written, from where it is printed.
func (s *Package) Print() { s.onPreview() }

// preview shows a package that is not written yet.
func (s *Package) preview(req submission.Request, made *submission.Made, shown submission.Shown) {
	save := kit.NewButton(s.desk.T("ui.view.save"), nil)
	if req.Final && shown.Draft {
		save.SetText(s.desk.T("ui.view.save_final", "Number", made.Revision))
	}
	v := viewer.Show(s.desk, shown.Name, shown.PDF, shown.Pages, save)
	saving := false
	v.WhenClosed(func() {
		if !saving {
			made.Close() //nolint:errcheck // it is swept at the next start
		}
	})
	save.OnTapped = func() {
		saving = true
		v.Hide()
		s.save(req, made)
	}
}

// save writes what was looked at.
func (s *Package) save(req submission.Request, made *submission.Made) {
	d, kept := s.desk, s.stepName(req)
	req.Dir = disk.Meant(s.dir.Text)
	var out submission.Output
	d.Tasks.Run(d.T("ui.package.step_write"), func(ctx context.Context, _ kit.Progress) (err error) {
		defer made.Close() //nolint:errcheck // it is swept at the next start
		out, err = made.Write(ctx, d.Store, kept, req.Dir)
		return err
	}, func(err error) { s.onBuilt(req, out, err) })
}

// stepName returns what names the step of undo that keeps a revision, given its number.
func (s *Package) stepName(req submission.Request) func(number int) string {
	what := s.desk.T("step.revision", "Number", revisionMark, "Year", req.Year)
	return func(number int) string { return strings.Replace(what, revisionMark, strconv.Itoa(number), 1) }
}

// revisionMark stands for the number of a revision in a name that is worded before the number
// is known.
const revisionMark = "#"

// stepWords are said while the user waits, in the order of submission.Step.
type stepWords [buildSteps]string

// stepNames reads the words beforehand: the language must not change under the work.
func stepNames(d *desk.Desk) stepWords {
	return stepWords{
		d.T("ui.package.step_freeze"), d.T("ui.package.step_check"), d.T("ui.package.step_score"),
		d.T("ui.package.step_documents"), d.T("ui.package.step_write"),
	}
}

// tell returns what tells a progress which step has begun.
func (w stepWords) tell(progress kit.Progress) func(submission.Step) {
	return func(step submission.Step) { progress(w[step], kit.Share(float64(step)/float64(buildSteps))) }
}

// hashLetters is how much of the data hash stands at the foot of each page.
const hashLetters = 12

// onBuilt says what was made, or why nothing was.
func (s *Package) onBuilt(req submission.Request, out submission.Output, err error) {
	d := s.desk
	if err != nil {
		s.sayFailure(req, err)
		return
	}
	d.KeepPackageDir(req.Dir)
	id := "ui.package.done_final"
	if out.Draft {
		id = "ui.package.done_draft"
	}
	if out.Revision > 0 {
		d.Changed()
	}
	s.say(func() string { return outcomeOf(d, id, out) }, out.PDF)
	s.of = origin{park: req.Park, year: req.Year, data: out.DataSHA256}
	s.showOutcome()
	d.Window.Canvas().Focus(s.open)
}

// outcomeOf says what was made.
func outcomeOf(d *desk.Desk, id string, out submission.Output) string {
	said := d.T(id, "Revision", out.Revision, "Sheets", d.N("ui.package.sheets", out.Pages), "Hash", out.DataSHA256[:hashLetters], "File", out.PDF)
	switch {
	case out.Taken != "":
		said += "\n" + d.T("package.taken", "Name", out.Taken)
	case out.Replaced:
		said += "\n" + d.T("package.replaced")
	}
	return said
}

// sayFailure puts the expected faults into words beside the button; the others go to
// the one function that shows errors. No file was written in either case.
func (s *Package) sayFailure(req submission.Request, err error) {
	d := s.desk
	if errors.Is(err, context.Canceled) {
		s.say(func() string { return d.T("ui.package.cancelled") }, "")
		return
	}
	sentence := func() (string, bool) { return d.Words.Sentence(err, map[string]any{"File": req.Dir}) }
	if _, ok := sentence(); ok && !desk.OfFile(err) {
		s.say(func() string { text, _ := sentence(); return text }, "")
		d.Window.Canvas().Focus(s.dir)
		return
	}
	s.say(func() string { return d.T("ui.package.failed") }, "")
	d.Fail(err)
}

// show opens the made file, or its directory, in another program.
func (s *Package) show(how func(path string) error) {
	if err := how(s.made); err != nil {
		kit.Tell(s.desk.Window, s.desk.T("ui.package.title"),
			s.desk.T("ui.package.no_viewer", "File", s.made), s.desk.T("ui.package.close"))
	}
}
