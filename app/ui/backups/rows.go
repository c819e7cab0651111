package backups

import (
	"cmp"
	"hash/fnv"
	"path/filepath"
	"strings"
	"time"

	"technopark/app"
	"technopark/app/copies"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

func columns(d *desk.Desk) []kit.Column {
	return []kit.Column{
		{Key: "when", Head: d.T("ui.backups.when"), Chars: 15},
		{Key: "why", Head: d.T("ui.backups.why"), Chars: 23},
		{Key: "kept", Head: d.T("ui.backups.kept"), Chars: 13},
		{Key: "place", Head: d.T("ui.backups.place"), Chars: 12},
		{Key: "size", Head: d.T("ui.backups.size"), Chars: 8, Right: true},
		{Key: "state", Head: d.T("ui.backups.state"), Chars: 24, Wide: true},
		{Key: "name", Head: d.T("ui.backups.name"), Chars: 34, Hidden: true},
	}
}

// rowID tells a copy from others for as long as it lies where it lies: while copies come and
// go beside the window, the chosen one stays chosen.
func rowID(c copies.Copy) int64 {
	sum := fnv.New64a()
	sum.Write([]byte(c.Path()))
	return int64(sum.Sum64()>>1) | 1
}

func rowsOf(d *desk.Desk, all []copies.Copy) []kit.Row {
	rows := make([]kit.Row, len(all))
	for i, c := range all {
		rows[i] = kit.Row{ID: rowID(c), Cells: []kit.Cell{
			{Text: d.Moment(c.Made), N: c.Made.Unix(), Number: true},
			{Text: why(d, c)},
			{Text: kept(d, c), Muted: c.Tier == copies.TierNone},
			{Text: place(d, c)},
			{Text: app.FormatNumber(c.Size, 1<<20, 1, d.Lang), N: c.Size, Number: true},
			{Text: stateMark(c).Before(state(d, c))},
			{Text: c.Name},
		}}
	}
	return rows
}

func why(d *desk.Desk, c copies.Copy) string {
	if !c.Listed && c.Why == "" {
		return d.T("copies.why.unknown")
	}
	return d.T(c.Why.ID())
}

// kept says what a copy is kept for: those of the last days need no word.
func kept(d *desk.Desk, c copies.Copy) string {
	at := c.Made.In(d.Now().Location())
	switch {
	case !c.Ours:
		return d.T("ui.backups.kept_yours")
	case c.Tier == copies.TierDay, c.Tier == copies.TierFlawed, c.Tier == copies.TierRecent, c.Tier == copies.TierBefore:
		return d.T("ui.backups.kept_" + string(c.Tier))
	case c.Tier == copies.TierLast && c.Fault == "":
		return d.T("ui.backups.kept_last")
	case c.Tier == copies.TierWeek:
		_, week := at.ISOWeek()
		return d.T("ui.backups.kept_week", "Week", week)
	case c.Tier == copies.TierMonth:
		return monthOf(d, at)
	}
	return "—"
}

func monthOf(d *desk.Desk, at time.Time) string {
	return strings.Fields(d.T("ui.backups.months"))[at.Month()-1] + " " + at.Format("2006")
}

// place says where a copy lies.
func place(d *desk.Desk, c copies.Copy) string {
	switch {
	case c.First != "" && c.Second != "":
		return d.T("ui.backups.place_both")
	case c.First != "":
		return d.T("ui.backups.place_first")
	}
	return d.T("ui.backups.place_second")
}

// state says how a copy is. That it is good was seen when it was read: the list looks at no more than its
// time and size.
func state(d *desk.Desk, c copies.Copy) string {
	if c.StateID() == "copies.state.good" && !c.Checked.IsZero() {
		return d.T("ui.backups.good_on", "Day", app.DateOf(c.Checked.In(d.Now().Location())).String())
	}
	return d.T(c.StateID())
}

func stateMark(c copies.Copy) app.Mark {
	switch {
	case c.Fault != "":
		return app.MarkError
	case c.Flawed, !c.Listed, c.Stale, c.Other:
		return app.MarkWarning
	}
	return app.MarkReady
}

// say writes the two sentences that decide whether anything is to be done.
func (s *Screen) say(l *copies.Listing) {
	d := s.desk
	said := ""
	switch {
	case l == nil && d.Copies.Trouble() == nil:
		if _, keeps := d.Copies.Keeper(); !keeps {
			said = app.MarkWarning.Before(d.T("ui.backups.unkept"))
		} else {
			said = d.T("ui.backups.looking")
		}
	case l == nil:
		said = app.MarkError.Before(d.T("ui.backups.failed", "Why", d.Say(d.Copies.Trouble())))
	default:
		said = s.sayLast(l) + "\n" + s.saySecond(l)
	}
	s.about.SetText(said)
	s.brief.SetText(worst(said))
	show(s.choose, l != nil && (l.Second == "" || l.Absent != nil))
	count := ""
	if l != nil {
		count = d.T("ui.backups.count", "Copies", d.N("ui.backups.copies", len(l.Copies)), "Size", app.FormatNumber(l.Bytes(), 1<<20, 1, d.Lang))
	}
	s.view.Header.SetCount(count, app.FormatNumber(int64(len(s.copies)), 1, 0, d.Lang))
}

// worst returns the sentence of the worst mark, of equal ones the first.
func worst(said string) string {
	found := ""
	for line := range strings.SplitSeq(said, "\n") {
		mark := app.MarkOf(line)
		if found == "" || mark != app.NoMark && (app.MarkOf(found) == app.NoMark || mark < app.MarkOf(found)) {
			found = line
		}
	}
	return found
}

func show(o interface {
	Show()
	Hide()
}, on bool,
) {
	if on {
		o.Show()
		return
	}
	o.Hide()
}

// sayLast says whether the last copy is good, and what came after it.
func (s *Screen) sayLast(l *copies.Listing) string {
	d := s.desk
	if trouble := d.Copies.Trouble(); trouble != nil {
		return app.MarkError.Before(d.T("ui.backups.failed", "Why", d.Say(trouble)))
	}
	last, ok := l.Last()
	if !ok {
		return app.MarkWarning.Before(d.T("ui.backups.no_good"))
	}
	said := d.T("ui.backups.last", "When", d.Moment(last.Made))
	if after := s.now.Entries - last.Holds.Entries; after > 0 {
		said += " " + d.T("ui.backups.after", "Entries", d.N("common.records", int(after)))
	}
	return app.MarkReady.Before(said)
}

// saySecond says whether the second place is there.
func (s *Screen) saySecond(l *copies.Listing) string {
	d := s.desk
	switch {
	case l.Second == "":
		return app.MarkWarning.Before(d.T("ui.backups.second_none"))
	case l.Absent != nil && l.Seen.IsZero():
		return app.MarkWarning.Before(d.T("ui.backups.second_never", "Dir", l.Second))
	case l.Absent != nil:
		return app.MarkWarning.Before(d.T("ui.backups.second_absent", "Dir", l.Second, "When", d.Moment(l.Seen)))
	case l.Seen.IsZero():
		return app.MarkReady.Before(d.T("ui.backups.second_empty", "Dir", l.Second))
	}
	return app.MarkReady.Before(d.T("ui.backups.second_there", "Dir", l.Second, "When", d.Moment(l.Seen)))
}

// lines are the rows of a pane of names and values.
type lines []kit.GridRow

func (l *lines) add(name, value string) {
	*l = append(*l, kit.GridRow{ID: int64(len(*l) + 1), Cells: []kit.GridCell{{Text: name, Colour: kit.ColorMuted}, {Text: value}}})
}

func pairColumns() []kit.GridColumn {
	return []kit.GridColumn{{Key: "name", Whole: true}, {Key: "value", Wide: true, Folds: true}}
}

// fillOne shows what is in the chosen copy against what is now.
func (s *Screen) fillOne(c *copies.Copy) {
	d := s.desk
	show(s.one, c != nil)
	if c == nil {
		return
	}
	s.one.SetTitle(d.T("ui.backups.one", "When", momentOf(c.Made.In(d.Now().Location()))))
	var l lines
	said := why(d, *c)
	if c.Before != "" {
		said += ", " + d.T(c.Before.ID())
	}
	l.add(d.T("ui.backups.why"), said)
	l.add(d.T("ui.backups.state"), d.T(c.StateID()))
	if !c.Checked.IsZero() {
		l.add(d.T("ui.backups.checked"), d.Moment(c.Checked))
	}
	if copies.IsSealed(c.Path()) {
		l.add(d.T("ui.backups.passphrase"), d.T("ui.backups.sealed"))
	}
	for _, path := range []string{c.First, c.Second} {
		if path != "" {
			l.add(d.T("ui.backups.lies"), shortened(filepath.Dir(path)))
		}
	}
	s.addHolding(&l, c)
	s.rows.SetRows(pairColumns(), l)
}

// addHolding adds what is in a copy against what is now, every kind of record of which either has any: an
// equal number says as much as another one.
func (s *Screen) addHolding(l *lines, c *copies.Copy) {
	d := s.desk
	if !c.Listed {
		return
	}
	l.add(d.T("ui.backups.after_it"), d.N("common.records", int(max(0, s.now.Entries-c.Holds.Entries))))
	if !c.Holds.Changed.IsZero() {
		l.add(d.T("ui.backups.changed"), d.Moment(c.Holds.Changed))
	}
	for _, t := range app.Types() {
		if was, is := c.Holds.Records[t.Key], s.now.Records[t.Key]; was != 0 || is != 0 {
			l.add(t.Many.In(d.Lang), d.T("ui.backups.against", "Copy", desk.Whole(int(was)), "Now", desk.Whole(int(is))))
		}
	}
}

// mostPath is how many characters of a path stand in a pane.
const mostPath = 26

// shortened cuts a long path in the middle: «C:\…\Учёт\копии парк».
func shortened(path string) string {
	if len([]rune(path)) <= mostPath {
		return path
	}
	const slash = string(filepath.Separator)
	parts := strings.Split(path, slash)
	first, tail := parts[0], parts[len(parts)-1]
	for i := len(parts) - 2; i > 0 && len([]rune(first+slash+"…"+slash+parts[i]+slash+tail)) <= mostPath; i-- {
		tail = parts[i] + slash + tail
	}
	return first + slash + "…" + slash + tail
}

// fillPlaces shows where copies go and when.
func (s *Screen) fillPlaces(l *copies.Listing) {
	d := s.desk
	keeper, _ := d.Copies.Keeper()
	var all lines
	folder := copies.Folder(d.Store.Path())
	if l != nil {
		folder = l.Folder
	}
	all.add(d.T("ui.backups.first"), shortened(folder))
	all.add(d.T("ui.backups.second"), cmp.Or(shortened(keeper.Settings.Second), d.T("ui.backups.not_chosen")))
	all.add(d.T("ui.backups.whens"), d.T("ui.backups.moments"))
	all.add(d.T("ui.backups.keeps"), d.T("ui.backups.kept_for", "Days", copies.KeepDays, "Weeks", copies.KeepWeeks, "Months", copies.KeepMonths))
	set := "ui.backups.passphrase_none"
	if keeper.Settings.Passphrase != "" {
		set = "ui.backups.passphrase_set"
	}
	all.add(d.T("ui.backups.passphrase"), d.T(set))
	s.places.SetRows(pairColumns(), all)
}
