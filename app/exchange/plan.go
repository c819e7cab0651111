package exchange

import (
	"context"

	"technopark/app"
)

// State says what a cell of a table would do to the records.
type State uint8

// The states of a cell.
const (
	New      State = iota // there is no such figure yet
	Changed               // there is another one
	Same                  // the figure is there already
	Rejected              // it cannot be read, or must not land
)

// Change is what one cell of a table would do.
type Change struct {
	Sheet   string     // its name; empty for a text
	Row     int        // as spreadsheets count, from 1
	Column  int        // from 1; see ColumnName
	State   State      // what it would do
	What    app.Text   // of whom and which figure: «Квант, S1.1»
	Found   string     // what stands in the cell
	Was, Is app.Text   // the figure as it is and as it would be
	Record  app.Record // as it would be; nil where nothing is written

	Doubt    bool     // it is likely a slip, and lands only when a person has confirmed it
	Expected app.Text // of a rejected cell: what should stand there
	Message  app.Text // of a rejected cell: what is wrong and what to do; else a remark or nothing
}

// Plan is what a table would change, before anything is.
type Plan struct {
	Changes []Change   // a cell each, in the order of the table
	Notes   []app.Text // what of the table is left out, and why
}

// Count returns how many cells are in a state.
func (p *Plan) Count(s State) int {
	n := 0
	for _, c := range p.Changes {
		if c.State == s {
			n++
		}
	}
	return n
}

// Rejected returns the cells that cannot land.
func (p *Plan) Rejected() []Change {
	var all []Change
	for _, c := range p.Changes {
		if c.State == Rejected {
			all = append(all, c)
		}
	}
	return all
}

// Records returns what is to be written, new and changed.
func (p *Plan) Records() []app.Record {
	var all []app.Record
	for _, c := range p.Changes {
		if c.Record != nil && (c.State == New || c.State == Changed) {
			all = append(all, c.Record)
		}
	}
	return all
}

// Apply writes what the plan says as part of a change. What cannot be written stops it: the
// error names the record, and nothing is changed then.
func (p *Plan) Apply(ctx context.Context, tx app.Tx, titles app.Titles) error {
	return app.SaveAll(ctx, tx, p.Records(), titles)
}

func (p *Plan) note(ru, en string, args ...any) { p.Notes = append(p.Notes, said(ru, en, args...)) }
