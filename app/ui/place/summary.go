package place

import (
	"context"

	"technopark/app/submission"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
	"technopark/app/ui/viewer"
	"technopark/reports"
)

// showSummary shows the sheet «Итоги» as it is printed: what the screen says, on one page.
func (s *Screen) showSummary() {
	d := s.desk
	stand, now := d.Standing(), d.Look()
	if stand == nil || d.Behind(desk.ToStand) || now.Book == nil {
		return // the button says so
	}
	answers := &reports.Answers{Standing: stand.Standing, Refused: stand.Refused, Lacks: stand.Lacks}
	of := submission.Summed{Book: now.Book, By: now.Set, Result: d.Result(), Report: now.Report, Answers: answers}
	at, lang := d.Now(), d.Lang
	viewer.Draw(d, func(ctx context.Context) (submission.Shown, error) {
		if err := answers.Find(ctx, desk.DoubtRuns()); err != nil {
			return submission.Shown{}, err
		}
		return submission.ShowSummary(ctx, of, at, lang)
	}, nil)
}

// Print shows that sheet; it tells why there is none yet.
func (s *Screen) Print() {
	d := s.desk
	if stand := d.Standing(); stand == nil || d.Behind(desk.ToStand) || d.Look().Book == nil {
		kit.Tell(d.Window, d.T("ui.place.title"), d.WhyNothing(), d.T("ui.ok"))
		return
	}
	s.showSummary()
}

// allowSummary says why there is no sheet yet.
func (s *Screen) allowSummary(stand *desk.Stand) {
	why := ""
	if stand == nil || s.desk.Behind(desk.ToStand) {
		why = s.desk.WhyNothing()
	}
	s.summary.Forbid(why)
}
