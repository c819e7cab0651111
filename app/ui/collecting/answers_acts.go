package collecting

import (
	"context"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/collection"
	"technopark/app/copies"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// ready returns the files that can be accepted without anybody looking at them: nothing in them is
// to be confirmed, and the check would find nothing.
func (p *answers) ready() []*collection.Received {
	return p.those(func(r *collection.Received) bool {
		return p.whyNotAccept(r) == "" && r.Verdict() != collection.Unsure && len(r.Findings) == 0
	})
}

// faulty returns the files that can only go back: with rejected cells, or no use as a whole though
// it is known whose they are. What may be accepted goes back when it is chosen.
func (p *answers) faulty() []*collection.Received {
	return p.those(func(r *collection.Received) bool {
		v := r.Verdict()
		return p.whyNotReturn(r) == "" && (v == collection.Rejected || v == collection.Unfit)
	})
}

// whyNotReturn says why a file cannot go back with marks; «» when it can.
func (p *answers) whyNotReturn(r *collection.Received) string {
	switch {
	case p.done[r]:
		return p.desk.T("ui.collect.accepted_already")
	case p.back[r]:
		return p.desk.T("ui.collect.returned_already")
	case !r.Returnable():
		return p.desk.T("ui.collect.nothing_to_mark")
	}
	return ""
}

// undecided returns the files of residents of the park of which nothing has become yet and that
// would be lost: what the data file keeps already stays there.
func (p *answers) undecided() []*collection.Received {
	kept := map[string]bool{}
	for _, q := range app.All[app.Questionnaire](p.desk.Part("questionnaire"), "questionnaire") {
		kept[q.Content] = true
	}
	return p.those(func(r *collection.Received) bool {
		return !p.done[r] && !p.back[r] && !kept[r.SHA256] && r.Keepable()
	})
}

func (p *answers) those(suit func(*collection.Received) bool) []*collection.Received {
	return slices.DeleteFunc(slices.Clone(p.all), func(r *collection.Received) bool { return !suit(r) })
}

// whyNotAccept says why a file cannot be accepted; «» when it can.
func (p *answers) whyNotAccept(r *collection.Received) string {
	switch {
	case p.done[r]:
		return p.desk.T("ui.collect.accepted_already")
	case p.back[r]:
		return p.desk.T("ui.collect.returned_already")
	}
	switch r.Verdict() {
	case collection.Unread, collection.Unfit, collection.PassedBy:
		return p.desk.T("ui.collect.cannot_take")
	case collection.Rejected:
		return p.desk.T("ui.collect.has_rejected")
	case collection.AsSent:
		return p.desk.T("ui.collect.not_filled_in")
	case collection.Ready, collection.Nothing, collection.Unsure:
	}
	return ""
}

// onEvery accepts all files that raise no question, once the data file was copied.
func (p *answers) onEvery() {
	p.desk.Copies.Before(copies.WhyImport, func() { p.take(p.ready(), false) })
}

// onAccept accepts the chosen file; figures that are likely slips are asked about first.
func (p *answers) onAccept() {
	d, r := p.desk, p.current()
	if r == nil || p.whyNotAccept(r) != "" {
		return
	}
	if r.Verdict() != collection.Unsure {
		p.take([]*collection.Received{r}, false)
		return
	}
	var lines []string
	if !r.Confirm.Zero() {
		lines = append(lines, r.Confirm.In(d.Lang)+".")
	}
	if n := r.Plan.Doubts(); n > 0 {
		lines = append(lines, d.N("ui.collect.doubt_ask", n))
	}
	for _, c := range r.Plan.Changes {
		if c.Doubt {
			lines = append(lines, "• "+c.What.In(d.Lang)+": "+figure(c, d.Lang)+" — "+c.Message.In(d.Lang))
		}
	}
	kit.Ask(d.Window, p.nameOf(r), strings.Join(lines, "\n"),
		kit.Answer{Text: d.T("ui.collect.doubt_accept"), Do: func() { p.take([]*collection.Received{r}, true) }},
		kit.Answer{Text: d.T("ui.collect.give_back"), Do: p.onGiveBack},
		kit.Answer{Text: d.T("ui.cancel"), Do: p.toFiles})
}

// take accepts files, each in a step of its own: what one is refused with keeps no other back.
func (p *answers) take(all []*collection.Received, confirmed bool) {
	d := p.desk
	var faults []string
	for _, r := range all {
		err := d.Store.Change(d.Ctx(), p.step(r), func(tx app.Tx) error {
			return r.Accept(d.Ctx(), tx, d.Today(), confirmed, d.TitleOf)
		})
		if err != nil {
			faults = append(faults, p.nameOf(r)+": "+d.Say(err))
			continue
		}
		p.done[r] = true
	}
	d.Changed()
	p.again()
	if len(faults) > 0 {
		kit.Tell(d.Window, d.T("ui.collect.answers"), strings.Join(faults, "\n"), d.T("ui.ok"))
		return
	}
	p.goOn()
}

// step names the acceptance of a file for undo and the journal.
func (p *answers) step(r *collection.Received) string {
	return p.desk.T("step.import", "File", r.Name, "Sum", r.SHA256[:12])
}

// again plans the files that are left against the records as they are now: what was accepted may
// be what another of them changes.
func (p *answers) again() {
	d := p.desk
	left := p.those(func(r *collection.Received) bool { return !p.done[r] && r.Plan != nil })
	if len(left) == 0 {
		p.show()
		return
	}
	d.Newest(func(seen *desk.Seen) {
		d.Tasks.Run(d.T("ui.collect.planning"), func(ctx context.Context, progress kit.Progress) error {
			return p.screen.against(seen).Plan(ctx, left, counting(progress, d.T("ui.collect.planning")))
		}, func(err error) {
			if err != nil {
				d.Fail(err)
			}
			p.show()
		})
	})
}

// goOn goes to the next file that waits, or back to the desk when none does.
func (p *answers) goOn() {
	for i, r := range p.all {
		if !p.done[r] && !p.back[r] {
			p.files.Select(int64(i + 1))
			p.choose(i)
			p.toFiles()
			return
		}
	}
	p.close()
}

// onGiveBack asks for a folder and writes a marked copy of the chosen file into it.
func (p *answers) onGiveBack() {
	if r := p.current(); r != nil && p.whyNotReturn(r) == "" {
		p.askWhere([]*collection.Received{r})
	}
}

// askWhere asks for a folder and writes a marked copy of each of the files into it.
func (p *answers) askWhere(all []*collection.Received) {
	if d := p.desk; len(all) > 0 {
		d.Files(d.FirstDir()).Folder(func(dir string) { p.giveBack(all, dir) })
	}
}

// giveBack writes the marked copies, then notes of those that are written that they go back. A file
// of which none can be made keeps no other back, and is told.
func (p *answers) giveBack(all []*collection.Received, dir string) {
	d := p.desk
	var written []*collection.Received
	failed := map[*collection.Received]error{}
	last := ""
	work := func(ctx context.Context, progress kit.Progress) error {
		for i, r := range all {
			if err := ctx.Err(); err != nil {
				return err
			}
			counting(progress, d.T("ui.collect.marking"))(i, len(all))
			path, err := r.SaveMarkedCopy(dir)
			if err != nil {
				failed[r] = err
				continue
			}
			written, last = append(written, r), path
		}
		return nil
	}
	d.Tasks.Run(d.T("ui.collect.marking"), work, func(err error) {
		p.noteReturned(written)
		p.show()
		var faults []string
		for _, r := range all {
			if failed[r] != nil {
				faults = append(faults, r.Name+": "+d.Say(failed[r]))
			}
		}
		if err != nil {
			d.Fail(err)
			return
		}
		if len(written) == 0 {
			kit.Tell(d.Window, d.T("ui.collect.answers"), strings.Join(faults, "\n"), d.T("ui.ok"))
			return
		}
		said := strings.Join(append([]string{d.N("ui.collect.marked", len(written), "Dir", dir)}, faults...), "\n")
		kit.Ask(d.Window, d.T("ui.collect.answers"), said,
			kit.Answer{Text: d.T("ui.package.show_in_folder"), Do: func() {
				if desk.ShowInFolder(last) != nil {
					kit.Tell(d.Window, d.T("ui.collect.answers"), d.T("ui.package.no_viewer", "File", last), d.T("ui.ok"))
				}
			}},
			kit.Answer{Text: d.T("ui.ok"), Do: p.goOn})
	})
}

// noteReturned notes at the desk that answers go back. Of one whose resident is not of this park
// there is nothing to note.
func (p *answers) noteReturned(all []*collection.Received) {
	for _, r := range all {
		p.back[r] = true
	}
	known := slices.DeleteFunc(slices.Clone(all), func(r *collection.Received) bool { return r.Plan.Resident == nil })
	p.change("ui.collect.step.returned", known, func(tx app.Tx, r *collection.Received) error {
		return r.Return(p.desk.Ctx(), tx, p.desk.Today(), p.desk.TitleOf)
	})
}

// change does the same with answers, as one step; false where it failed, which was told.
func (p *answers) change(step string, all []*collection.Received, do func(app.Tx, *collection.Received) error) bool {
	d := p.desk
	if len(all) == 0 {
		return true
	}
	return d.Change(d.T(step, "Count", d.N("ui.collect.answer", len(all))), func(tx app.Tx) error {
		for _, r := range all {
			if err := do(tx, r); err != nil {
				return err
			}
		}
		return nil
	})
}

// onLeave goes back to the desk. What nothing became of is kept, if the user likes.
func (p *answers) onLeave() {
	if len(p.undecided()) == 0 {
		p.close()
		return
	}
	p.desk.AskToLeaveScreen(p.screen, p.close, p.toFiles)
}

// close shows the desk again.
func (p *answers) close() {
	p.all, p.chosen = nil, -1
	p.screen.turnTo(p.screen.view)
	p.screen.Refresh()
	p.screen.FocusList()
	p.desk.Settle()
}
