package collection

import (
	"cmp"
	"context"
	"slices"
	"time"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/i18n"
	"technopark/app/questionnaire"
	"technopark/app/submission"
	"technopark/reports"
	"technopark/reports/doc"
)

// Sending is whom questionnaires are made for, of what period, in which forms and where to.
type Sending struct {
	Book      *app.Book            // of the park that asks
	Residents []*app.Resident      // who are asked; see Everyone
	Asking    questionnaire.Asking // the period, the last day to answer, the language
	Dir       string               // existing directory for the files
	File      bool                 // a workbook to each, to be filled in and sent back
	Paper     bool                 // a PDF to each, to be filled in by hand
	Letters   bool                 // a covering letter to each, as a PDF
	Now       time.Time            // when it is done: printed on letters, kept as the day of sending
}

// Outgoing is questionnaires that lie written beside their places and are not sent yet. Send or Drop
// must follow.
type Outgoing struct {
	Sheets []Outsheet // in the order of names
	Index  string     // path of the list of them

	records []app.Record
	staged  *disk.Staged
	titles  app.Titles
}

// Outsheet is what was made for one resident.
type Outsheet struct {
	Resident            *app.Resident // who is asked
	File, Paper, Letter string        // paths; «» for what was not asked for
	Filled, Asked       int           // figures that are known already, and those asked for
}

// Changes makes one step of all that fn writes, named as undo is to name it; when fn fails,
// nothing of it is written and its error is returned.
type Changes interface {
	// Change does so.
	Change(ctx context.Context, what string, fn func(app.Tx) error) error
}

// Everyone returns all whose figures are to be gathered for a period: the residents active in
// it, but for those of whom somebody said that no questionnaire is needed.
func Everyone(b *app.Book, p app.Period) []*app.Resident {
	unneeded := map[int64]bool{}
	for _, q := range app.All[app.Questionnaire](b, "questionnaire") {
		unneeded[q.Resident] = unneeded[q.Resident] || q.Period == p && q.Way == app.QuestionnaireUnneeded
	}
	return slices.DeleteFunc(b.ActiveResidents(p), func(r *app.Resident) bool { return unneeded[r.ID] })
}

// Ready refuses what cannot be sent, before anything is made: nobody to ask, a last day to answer that
// is past, a directory in which no file can be made.
func (s Sending) Ready() error {
	switch today := app.DateOf(s.Now); {
	case len(s.Residents) == 0:
		return &app.Refusal{ID: "err.nobody_asked", Data: map[string]any{"Period": app.L(s.Asking.Period.In(app.RU), s.Asking.Period.In(app.EN))}}
	case !s.Asking.Due.Zero() && s.Asking.Due.Before(today):
		return &app.Refusal{ID: "err.due_past", Data: map[string]any{"Due": s.Asking.Due.String(), "Today": today.String()}}
	}
	if err := disk.Dir(s.Dir); err != nil {
		return err
	}
	return disk.Into(s.Dir)
}

// Make writes the questionnaires beside their places. progress is told after each how many
// are done, and of how many; it may be nil. When ctx is cancelled nothing is left.
func (s Sending) Make(ctx context.Context, progress func(done, of int)) (*Outgoing, error) {
	if err := s.Ready(); err != nil {
		return nil, err
	}
	papers, err := submission.PapersIn(s.Dir, s.Book)
	if err != nil {
		return nil, err
	}
	staged, err := disk.Stage(ctx)
	if err != nil {
		return nil, err
	}
	m := &making{Sending: s, papers: papers, out: &Outgoing{staged: staged, titles: s.Book.TitleOf}, forms: s.forms()}
	if err := m.all(ctx, progress); err != nil {
		staged.Drop()
		return nil, err
	}
	return m.out, nil
}

// Send puts the files in their places and writes down that they were sent: when one cannot be
// done, neither is. Only where the data file fails in its very last step the files are there already, and
// the next sending takes their places.
func (o *Outgoing) Send(ctx context.Context, store Changes, what string) error {
	placed := false
	err := store.Change(ctx, what, func(tx app.Tx) error {
		if err := app.SaveAll(ctx, tx, o.records, o.titles); err != nil {
			return err
		}
		placed = true
		return o.staged.Commit()
	})
	if err != nil && !placed {
		o.staged.Drop()
	}
	return err
}

// Drop throws the files away.
func (o *Outgoing) Drop() { o.staged.Drop() }

// Records returns what Send writes down.
func (o *Outgoing) Records() []app.Record { return o.records }

// forms returns what each resident is asked, in the order of names.
func (s Sending) forms() []*questionnaire.Form {
	residents, order, titles := slices.Clone(s.Residents), i18n.NewCollator(), s.Book.TitlesIn(app.RU)
	slices.SortStableFunc(residents, func(a, b *app.Resident) int {
		return cmp.Or(order.Compare(titles("resident", a.ID), titles("resident", b.ID)), cmp.Compare(a.INN, b.INN))
	})
	maker := questionnaire.Over(s.Book, s.Asking)
	forms := make([]*questionnaire.Form, len(residents))
	for i, r := range residents {
		forms[i] = maker.Form(r)
	}
	return forms
}

// making is the work of one sending.
type making struct {
	Sending
	papers  *submission.Papers
	out     *Outgoing
	forms   []*questionnaire.Form
	onPaper []doc.Document
	kept    map[int64]*app.Questionnaire // of the period, by resident
}

func (m *making) all(ctx context.Context, progress func(done, of int)) error {
	m.kept = map[int64]*app.Questionnaire{}
	for _, q := range app.All[app.Questionnaire](m.Book, "questionnaire") {
		if q.Period == m.Asking.Period {
			m.kept[q.Resident] = q
		}
	}
	if m.Paper {
		m.onPaper = m.writing().Questionnaires(m.forms)
	}
	for i, f := range m.forms {
		sheet, files, err := m.one(i, f)
		if err != nil {
			return err
		}
		if err := m.out.staged.Add(ctx, files...); err != nil {
			return err
		}
		m.out.Sheets = append(m.out.Sheets, sheet)
		m.out.records = append(m.out.records, m.record(f.Resident, sheet.Asked))
		if progress != nil {
			progress(i+1, len(m.forms))
		}
	}
	return m.index(ctx)
}

func (m *making) writing() reports.Writing {
	day := app.DateOf(m.Now)
	return reports.Writing{
		Book: m.Book, Year: m.Asking.Period.Year, Date: day, Created: day.Midnight(), Lang: cmp.Or(m.Asking.Lang, app.RU),
		Program: app.L("Технопарк ", "Technopark ").In(m.Asking.Lang) + app.Version,
	}
}

// record returns what is kept of a questionnaire that is sent now. An answer that was returned or
// accepted before has been dealt with: another is awaited. One that nobody has looked at yet stays.
func (m *making) record(r *app.Resident, asked int) app.Record {
	q := &app.Questionnaire{Resident: r.ID, Period: m.Asking.Period}
	q.Park = r.Park
	if kept := m.kept[r.ID]; kept != nil {
		q = app.Clone(kept)
	}
	q.Way = app.QuestionnaireFile
	if !m.File {
		q.Way = app.QuestionnairePaper
	}
	if !q.Returned.Zero() || !q.Accepted.Zero() {
		q.Received = app.Date{}
	}
	q.Sent, q.Due, q.Returned, q.Accepted = app.DateOf(m.Now), m.Asking.Due, app.Date{}, app.Date{}
	if q.Filled.State != app.Given || int(q.Filled.N) <= asked {
		q.Asked = app.Of(app.Count(asked))
	}
	return q
}
