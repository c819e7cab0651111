package collection

import (
	"context"
	"strings"

	"technopark/app"
	"technopark/app/exchange"
)

// Accept writes all that a file says, keeps the file, and notes that its answer is recorded: one
// change, or nothing. What looks like a slip lands only when it was confirmed.
func (r *Received) Accept(ctx context.Context, tx app.Tx, today app.Date, confirmed bool, titles app.Titles) error {
	switch v := r.Verdict(); {
	case v == Ready, v == Nothing, v == Unsure && confirmed:
	case v == Unsure:
		return &app.Refusal{ID: "err.answer_unconfirmed", Data: map[string]any{"File": r.Name}}
	default:
		return &app.Refusal{ID: "err.answer_not_taken", Data: map[string]any{"File": r.Name}}
	}
	if r.settled() && len(r.Plan.Records()) == 0 {
		return nil // what was accepted says the same
	}
	q, err := r.arrived(ctx, tx, today)
	if err != nil {
		return err
	}
	for _, rec := range r.Plan.Records() {
		rec = app.Clone(rec)
		if rec.Header().ID >= firstNew {
			rec.Header().ID = 0
		}
		if err := tx.Save(ctx, rec); err != nil {
			return app.Stopped(rec, titles, err)
		}
	}
	q.Accepted, q.Returned = today, app.Date{}
	return app.Stopped(q, titles, tx.Save(ctx, q))
}

// firstNew begins the ids that plans give to records that are not written yet.
const firstNew = 1 << 48

// Keep notes that a file came and keeps it, so that it is not lost while nobody has accepted it. It
// does nothing for a file of which it is not known whose answer it is, and for one that says
// nothing new. Beside an answer that is accepted it is a remark alone: what is accepted stays so.
func (r *Received) Keep(ctx context.Context, tx app.Tx, today app.Date, titles app.Titles) error {
	return r.note(ctx, tx, today, titles, func(*app.Questionnaire) {})
}

// Return notes that the marked copy was sent back.
func (r *Received) Return(ctx context.Context, tx app.Tx, today app.Date, titles app.Titles) error {
	return r.note(ctx, tx, today, titles, func(q *app.Questionnaire) { q.Returned = today })
}

func (r *Received) note(ctx context.Context, tx app.Tx, today app.Date, titles app.Titles, more func(*app.Questionnaire)) error {
	if !r.Keepable() {
		return nil
	}
	if !r.settled() {
		q, err := r.arrived(ctx, tx, today)
		if err != nil {
			return err
		}
		more(q)
		return app.Stopped(q, titles, tx.Save(ctx, q))
	}
	q, err := r.sheet(ctx, tx)
	if err != nil {
		return err
	}
	const digits = 12
	if sum := r.SHA256[:digits]; !strings.Contains(q.Remark, sum) {
		line := today.String() + ": пришёл и не принят файл «" + r.Name + "» (SHA-256 " + sum + "…)"
		q.Remark = app.CleanNote(strings.TrimSpace(q.Remark + "\n" + line))
	}
	return app.Stopped(q, titles, tx.Save(ctx, q))
}

// settled reports whether an answer of the resident is accepted already.
func (r *Received) settled() bool { return r.Plan.Sent != nil && !r.Plan.Sent.Accepted.Zero() }

// Keepable reports whether it is known whose answer the file is, and there is something to note.
func (r *Received) Keepable() bool {
	return r.Plan != nil && r.Plan.Resident != nil && !r.Plan.Fault.Again && r.Verdict() != AsSent
}

// arrived returns what is recorded of the questionnaire, with the file that came.
func (r *Received) arrived(ctx context.Context, tx app.Tx, today app.Date) (*app.Questionnaire, error) {
	raw, err := r.Bytes()
	if err != nil {
		return nil, err
	}
	sum, err := tx.PutContent(ctx, raw)
	if err != nil {
		return nil, err
	}
	q, err := r.sheet(ctx, tx)
	if err != nil {
		return nil, err
	}
	filled, asked := r.Answer.Filled()
	q.Answer, q.Content, q.Fault = r.Name, sum, r.Plan.Fault.Short.RU
	q.Accepted, q.Returned = app.Date{}, app.Date{}
	if q.Received.Zero() || r.Plan.Sent == nil || r.Plan.Sent.Content != sum {
		q.Received = today
	}
	q.Filled, q.Asked = app.Of(app.Count(filled)), app.Of(app.Count(asked))
	q.Doubts = app.Of(app.Count(r.Plan.Count(exchange.Rejected) + r.Plan.Doubts() + len(r.Findings)))
	return q, nil
}

// sheet returns the record of the questionnaire as it is now, a new one where there is none.
func (r *Received) sheet(ctx context.Context, tx app.Tx) (*app.Questionnaire, error) {
	t := new(app.Questionnaire).Type()
	if sent := r.Plan.Sent; sent != nil {
		rec, err := tx.Get(ctx, t, sent.ID)
		if err != nil {
			return nil, app.Stopped(sent, noTitles, err)
		}
		return app.As[app.Questionnaire]([]app.Record{rec})[0], nil
	}
	recs, err := tx.List(ctx, t, r.Plan.Resident.Park)
	if err != nil {
		return nil, err
	}
	for _, q := range app.As[app.Questionnaire](recs) {
		if q.Resident == r.Plan.Resident.ID && q.Period == r.Plan.Period {
			return q, nil
		}
	}
	q := &app.Questionnaire{Resident: r.Plan.Resident.ID, Period: r.Plan.Period, Way: app.QuestionnaireFile}
	q.Park = r.Plan.Resident.Park
	return q, nil
}

func noTitles(string, int64) string { return "" }
