package collecting

import (
	"strconv"
	"strings"

	"technopark/app"
	"technopark/app/collection"
	"technopark/app/exchange"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

func fileColumns(d *desk.Desk) []kit.Column {
	return []kit.Column{
		{Key: "file", Head: d.T("ui.collect.column.whose"), Chars: 26, Wide: true, Naming: true},
		{Key: "state", Head: d.T("ui.collect.column.in_it"), Chars: 24},
	}
}

func cellColumns(d *desk.Desk) []kit.Column {
	return []kit.Column{
		{Key: "what", Head: d.T("ui.collect.column.what"), Chars: 26, Naming: true},
		{Key: "cell", Head: d.T("ui.collect.column.cell"), Chars: 7},
		{Key: "figure", Head: d.T("ui.collect.column.figure"), Chars: 32, Wide: true},
		{Key: "becomes", Head: d.T("ui.collect.column.becomes"), Chars: 15},
	}
}

// fileRank puts first the files that cannot be taken, then those with rejected cells, then
// those with something to look at.
func fileRank(r *collection.Received) int {
	switch r.Verdict() {
	case collection.Unread, collection.Unfit, collection.PassedBy:
		return 0
	case collection.Rejected:
		return 1
	case collection.Unsure:
		return 2
	case collection.Ready:
		if len(r.Findings) > 0 {
			return 3
		}
		return 4
	case collection.Nothing, collection.AsSent:
	}
	return 5
}

// nameOf returns whose the answer is, else the name of the file.
func (p *answers) nameOf(r *collection.Received) string {
	if r.Plan != nil && r.Plan.Resident != nil {
		return p.desk.TitleOf("resident", r.Plan.Resident.ID)
	}
	return r.Name
}

// stateOf says in a few words what is in a file.
func (p *answers) stateOf(r *collection.Received) string {
	d := p.desk
	switch {
	case p.done[r]:
		return app.MarkReady.Before(d.T("ui.collect.is_accepted"))
	case p.back[r]:
		return d.T("ui.collect.is_returned")
	}
	switch r.Verdict() {
	case collection.Unread, collection.PassedBy:
		return app.MarkError.Before(d.T("ui.collect.is_refused"))
	case collection.Unfit:
		return app.MarkError.Before(r.Plan.Fault.Short.In(d.Lang))
	case collection.Rejected:
		return app.MarkError.Before(d.T("ui.collect.is_rejected", "N", r.Plan.Count(exchange.Rejected)))
	case collection.Unsure:
		return app.MarkWarning.Before(d.T("ui.collect.is_doubted", "N", max(1, r.Plan.Doubts())))
	case collection.AsSent:
		return d.T("ui.collect.is_as_sent")
	case collection.Nothing:
		return d.T("ui.collect.is_same")
	case collection.Ready:
	}
	if n := len(r.Findings); n > 0 {
		return app.MarkWarning.Before(d.T("ui.collect.has_findings", "N", n))
	}
	return d.T("ui.collect.is_new", "New", r.Plan.Count(exchange.New), "Changed", r.Plan.Count(exchange.Changed))
}

// aboutFile says of a file as a whole: its name, why it cannot be taken, what it would change, what
// is to be known of it, and the findings that its figures would raise.
func (p *answers) aboutFile(r *collection.Received) string {
	d := p.desk
	lines := []string{r.Name}
	switch {
	case r.Refused != nil:
		return strings.Join(append(lines, app.MarkError.Before(d.Say(r.Refused))), "\n")
	case r.Plan == nil:
		return r.Name
	case !r.Plan.Fault.Zero():
		lines = append(lines, app.MarkError.Before(r.Plan.Fault.Words.In(d.Lang)))
	case p.done[r]:
		lines = append(lines, app.MarkReady.Before(d.T("ui.collect.recorded", "New", r.Plan.Count(exchange.New), "Changed", r.Plan.Count(exchange.Changed))))
	default:
		lines = append(lines, d.T("ui.collect.counts", "New", r.Plan.Count(exchange.New), "Changed", r.Plan.Count(exchange.Changed),
			"Same", r.Plan.Count(exchange.Same), "Rejected", r.Plan.Count(exchange.Rejected)))
	}
	if !r.Confirm.Zero() {
		lines = append(lines, app.MarkWarning.Before(r.Confirm.In(d.Lang)))
	}
	for i, note := range r.Plan.Notes {
		if i == mostNotes {
			lines = append(lines, d.T("ui.others.notes_more", "N", len(r.Plan.Notes)-i))
			break
		}
		lines = append(lines, app.MarkWarning.Before(note.In(d.Lang)))
	}
	for i, f := range r.Findings {
		if i == mostNotes {
			lines = append(lines, d.T("ui.others.notes_more", "N", len(r.Findings)-i))
			break
		}
		message, label := f.Message.In(d.Lang), f.Field.Label.In(d.Lang)
		if !strings.Contains(message, label) {
			message = label + " — " + message
		}
		lines = append(lines, f.Level.Mark().Before(d.T("ui.collect.raises", "Message", message)))
	}
	return strings.Join(lines, "\n")
}

// mostNotes is how many remarks on a file are told one by one.
const mostNotes = 3

// noCells says why no cells are shown of a file. A low window has no other place for what is to be
// known of the file.
func (p *answers) noCells(r *collection.Received) (title, text string) {
	if kit.Low(p.desk.Window.Canvas()) {
		text = p.aboutFile(r)
	}
	if r.Plan == nil || !r.Plan.Fault.Zero() {
		return p.desk.T("ui.collect.no_cells"), text
	}
	return p.desk.T("ui.collect.empty_answer"), text
}

// cellRows are the cells of a file: those rejected first, then the doubted, the changed, the new
// ones; what stays as it is comes last. The ids of rows count the changes of the plan from 1.
func (p *answers) cellRows(r *collection.Received) []kit.Row {
	if r.Plan == nil {
		return nil
	}
	var rows []kit.Row
	for rank := range 5 {
		for i, c := range r.Plan.Changes {
			if cellRank(c) == rank {
				rows = append(rows, kit.Row{ID: int64(i + 1), Cells: []kit.Cell{
					{Text: c.What.In(p.desk.Lang)},
					{Text: address(c)},
					{Text: figure(c, p.desk.Lang)},
					{Text: becomes(p.desk, c), Muted: c.State == exchange.Same},
				}})
			}
		}
	}
	return rows
}

func cellRank(c exchange.Change) int {
	switch {
	case c.State == exchange.Rejected:
		return 0
	case c.Doubt:
		return 1
	case c.State == exchange.Changed:
		return 2
	case c.State == exchange.New:
		return 3
	}
	return 4
}

// faultsOf returns the ids of the rows of rejected cells, in their order.
func (p *answers) faultsOf(r *collection.Received) []int64 {
	var ids []int64
	if r.Plan == nil {
		return nil
	}
	for i, c := range r.Plan.Changes {
		if c.State == exchange.Rejected {
			ids = append(ids, int64(i+1))
		}
	}
	return ids
}

// figure writes what becomes of a figure: «208,0 → 212,5».
func figure(c exchange.Change, lang app.Lang) string {
	switch c.State {
	case exchange.Rejected:
		return clip(c.Found)
	case exchange.Changed:
		return clip(c.Was.In(lang)) + " → " + clip(c.Is.In(lang))
	}
	return clip(c.Is.In(lang))
}

// becomes says what happens to a cell.
func becomes(d *desk.Desk, c exchange.Change) string {
	switch {
	case c.State == exchange.Rejected:
		return app.MarkError.Before(d.T("ui.collect.cell.rejected"))
	case c.Doubt:
		return app.MarkWarning.Before(d.T("ui.collect.cell.doubted"))
	case c.State == exchange.Changed:
		return d.T("ui.collect.cell.changed")
	case c.State == exchange.New:
		return d.T("ui.collect.cell.new")
	}
	return d.T("ui.collect.cell.same")
}

// address says where a cell is: «F31»; «» for one that is not in the file any more.
func address(c exchange.Change) string {
	if c.Row == 0 || c.Column == 0 {
		return ""
	}
	return exchange.ColumnName(c.Column) + strconv.Itoa(c.Row)
}

// cellDetail writes a cell out: where it is, what was found there, what is expected, what to do.
func cellDetail(d *desk.Desk, c exchange.Change) string {
	where := d.T("ui.collect.cell.lost")
	if at := address(c); at != "" {
		where = d.T("ui.collect.cell.where", "Sheet", c.Sheet, "Cell", at)
	}
	parts := []string{c.What.In(d.Lang) + " — " + where}
	found := d.T("ui.collect.cell.found", "Found", app.Clean(c.Found))
	if !c.Expected.Zero() {
		found += d.T("ui.collect.cell.expected", "Expected", c.Expected.In(d.Lang))
	}
	parts = append(parts, found)
	if !c.Message.Zero() {
		parts = append(parts, c.Message.In(d.Lang))
	}
	return strings.Join(parts, "\n")
}

// clip keeps what stands in a foreign cell from taking the whole width.
func clip(text string) string {
	const most = 40
	if runes := []rune(app.Clean(text)); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return app.Clean(text)
}
