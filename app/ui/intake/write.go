package intake

import (
	"context"
	"path/filepath"
	"strconv"
	"strings"

	"technopark/app"
	"technopark/app/copies"
	"technopark/app/disk"
	"technopark/app/exchange"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
	"technopark/reports"
)

// outcome is what was written.
type outcome struct {
	made         bool
	step         string // as undo names it
	fresh, other int    // rows that became new records, and that changed some
	rejected     int
	ids          []int64 // of the records that were written
	undone       bool
}

// stepName is how undo and the journal name what is written.
func (s *Screen) stepName() string {
	d := s.desk
	if s.source.name == "" {
		return d.T("step.paste_records", "What", s.layout.Type.Many.In(app.RU))
	}
	return d.T("step.import", "File", s.source.name, "Sum", s.source.sum[:12])
}

// write records what the plan says, once the file was copied.
func (s *Screen) write() {
	if d := s.desk; !d.ReadOnly() && s.writes() > 0 {
		d.Copies.Before(copies.WhyImport, s.record)
	}
}

// record makes one step of undo of what the plan says, and remembers how the table was read.
func (s *Screen) record() {
	d, plan := s.desk, s.plan
	step, store, titles := s.stepName(), d.Store, app.Titles(plan.TitleOf)
	d.Tasks.Run(d.T("ui.intake.writing"), func(ctx context.Context, _ kit.Progress) error {
		return store.Change(ctx, step, func(tx app.Tx) error { return plan.Apply(ctx, tx, titles) })
	}, func(err error) {
		if err != nil {
			d.Fail(err)
			return
		}
		if s.source.records == nil && d.KeptLayouts != nil && d.KeepLayouts != nil {
			d.KeepLayouts(exchange.Remember(d.KeptLayouts(), s.layout))
		}
		s.done = outcome{
			made: true, step: step, fresh: plan.CountLines(exchange.New), other: plan.CountLines(exchange.Changed), rejected: plan.CountLines(exchange.Rejected), ids: plan.Written(s.layout.Type),
		}
		s.at = stepDone
		d.Changed()
		s.show(stepDone)
		s.FocusList()
	})
}

// undo takes back what was written, unless something was changed since.
func (s *Screen) undo() {
	words := desk.LastStep{What: s.done.step, Title: s.desk.T("ui.intake.title"), Later: s.desk.T("ui.intake.undo_later"), Busy: s.desk.T("ui.intake.undoing")}
	s.desk.TakeBack(words, func() {
		s.done.undone = true
		s.desk.Changed()
		s.show(stepDone)
		s.FocusList()
	})
}

// onSaveRejected writes the rows that cannot land as a workbook of their own, with what is wrong with
// each, so that they can be put right and taken again.
func (s *Screen) onSaveRejected() {
	d := s.desk
	table := s.rejectedTable()
	title := strings.TrimSuffix(d.T("ui.intake.save_rejected"), "…")
	name := strings.TrimSuffix(s.aboutShort(), filepath.Ext(s.aboutShort())) + d.T("ui.intake.rejected_file")
	d.Files(d.FirstDir()).NewOf(title, name, []string{".xlsx", ".csv"}, func(path string) {
		now := d.Now()
		d.Tasks.Run(title, func(context.Context, kit.Progress) error {
			if err := disk.New(path); err != nil {
				return err
			}
			data, err := reports.ListFile(path, table, now)
			if err != nil {
				return err
			}
			return disk.WriteNew(path, data)
		}, func(err error) {
			if err != nil {
				d.Fail(err)
				return
			}
			d.TellMade(title, d.T("ui.list.exported", "File", path), path, nil)
		})
	})
}

// rejectedTable is the rejected rows as they stand in the table, with remarks.
func (s *Screen) rejectedTable() *exchange.Table {
	d := s.desk
	t := &exchange.Table{Title: d.T("ui.intake.rejected_title"), Lang: d.Lang}
	for _, c := range s.layout.Columns {
		head := app.Clean(c.Head)
		if head == "" {
			head = exchange.ColumnName(c.Column)
		}
		t.Columns = append(t.Columns, exchange.Column{Name: head, Chars: 22})
	}
	t.Columns = append(t.Columns, exchange.Column{Name: d.T("ui.intake.remark"), Chars: 60, Long: true}, exchange.Column{Name: d.T("ui.intake.row"), Chars: 8})
	for _, line := range s.preview.lines {
		if line.State != exchange.Rejected {
			continue
		}
		row := make([]exchange.Value, 0, len(t.Columns))
		say := func(text string) { row = append(row, exchange.Value{State: app.Given, Text: text}) }
		var why []string
		wrong := map[int]bool{}
		for _, i := range line.Changes {
			if c := s.plan.Changes[i]; c.State == exchange.Rejected {
				wrong[c.Column] = true
				why = append(why, exchange.ColumnName(c.Column)+strconv.Itoa(c.Row)+": "+c.Message.In(d.Lang))
			}
		}
		for _, c := range s.layout.Columns {
			say(s.preview.sheet[line.Row].At(c.Column).Text)
			row[len(row)-1].Wrong = wrong[c.Column]
		}
		say(strings.Join(why, "; "))
		say(strconv.Itoa(line.Row))
		t.Rows = append(t.Rows, row)
	}
	return t
}
