package packaging

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/submission"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// packageReason says which revision a final package will be, and asks why it is needed
// where there has been another.
type packageReason struct {
	desk    *desk.Desk
	said    *kit.Prose
	asked   *widget.Label
	text    *kit.Entry
	about   string // what the text is about: park, year and revision
	content *fyne.Container
}

func newPackageReason(d *desk.Desk) *packageReason {
	r := &packageReason{desk: d, said: kit.Wrapped(), asked: kit.MutedLabel(d.T("ui.package.reason")), text: kit.NewEntry(nil)}
	r.text.SetPlaceHolder(d.T("ui.package.reason_hint"))
	r.content = container.NewVBox(r.said, r.asked, r.text)
	return r
}

// Text returns the reason; «» while none is asked for.
func (r *packageReason) Text() string {
	if r.text.Hidden {
		return ""
	}
	return r.text.Text
}

// show follows what is asked for; heading names the park and the year, «» for none.
func (r *packageReason) show(req submission.Request, heading string) {
	said, asks := "", false
	if d := r.desk; heading != "" {
		last := submission.LastRevision(d.Part("revision"), req.Year)
		number, isNew, known := r.next(req, last)
		asks = req.Final && isNew && number > 1
		said = r.words(req.Final, last, number, isNew)
		if !known {
			said = d.WhyNothing()
		}
		r.begin(heading, number, last)
	}
	r.said.SetText(said)
	r.said.Hidden, r.asked.Hidden, r.text.Hidden = said == "", !asks, !asks
	r.content.Hidden = r.said.Hidden && r.asked.Hidden
	r.content.Refresh()
}

// next returns which revision a package will be and whether it is a new one. While it is not
// known whether the data have changed since the last one, they are taken to have.
func (r *packageReason) next(req submission.Request, last *app.Revision) (number int, isNew, known bool) {
	d := r.desk
	if !req.Final {
		return int(last.Number.N) + 1, true, true
	}
	data, known := d.DataNow()
	if !known {
		return int(last.Number.N) + 1, true, false
	}
	number, isNew = submission.NextRevision(d.Part("revision"), d.Look().Set, data, req)
	return number, isNew, true
}

// words says which revision a final package will be.
func (r *packageReason) words(final bool, last *app.Revision, number int, isNew bool) string {
	d := r.desk
	returned := ""
	if last.State == app.RevisionReturned {
		returned = d.T("ui.package.returned", "Number", int(last.Number.N), "Why", strings.TrimRight(last.WhyReturned(), "."))
	}
	switch {
	case !final && returned != "":
		return returned + " " + d.T("ui.package.next_revision", "Number", number)
	case !final:
		return ""
	case !isNew:
		return d.T("ui.package.same_revision", "Number", number)
	}
	if returned != "" {
		returned += " "
	}
	return returned + d.T("ui.package.this_revision", "Number", number)
}

// begin puts what is known into the entry when it is about another revision than before.
func (r *packageReason) begin(heading string, number int, last *app.Revision) {
	about := heading + r.desk.T("ui.revision.title", "Number", number)
	if about == r.about {
		return
	}
	r.about = about
	text := ""
	if why := last.WhyReturned(); why != "" {
		text = r.desk.T("ui.package.reason_returned", "Why", why)
	}
	r.text.SetText(text)
}
