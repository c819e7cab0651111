package collection

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/exchange"
	"technopark/app/formula"
	"technopark/app/questionnaire"
	"technopark/app/regulation"
	"technopark/app/workbook"
)

// Intake is what the answers that came are read against.
type Intake struct {
	Book   *app.Book  // of the park
	Period app.Period // that is gathered; zero for whichever the answers are of
	Today  app.Date   // the day

	// Rules returns by what a year is checked; nil where nobody asks which findings there would be.
	Rules func(year int) (regulation.Set, error)
}

// Plan says of each file what it would change, which of several answers of one resident is the
// newest, and which findings the figures would raise. Nothing is written. progress is called
// before each file.
func (in Intake) Plan(ctx context.Context, files []*Received, progress func(done, of int)) error {
	planner := questionnaire.Against(in.Book, in.Period)
	for i, r := range files {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("plan the answers: %w", err)
		}
		if progress != nil {
			progress(i, len(files))
		}
		r.Plan, r.Findings, r.Confirm = nil, nil, app.Text{}
		if r.Answer != nil {
			r.Plan = planner.Plan(r.Answer)
		}
	}
	compare(files)
	if in.Rules == nil {
		return nil
	}
	return in.look(ctx, files)
}

// compare tells the same file twice, and several answers of one resident.
func compare(files []*Received) {
	type whose struct {
		resident int64
		period   app.Period
	}
	var order []whose
	of := map[whose][]*Received{}
	for _, r := range files {
		if r.Plan == nil || r.Plan.Resident == nil || !r.Plan.Fault.Zero() {
			continue
		}
		key := whose{r.Plan.Resident.ID, r.Plan.Period}
		if of[key] == nil {
			order = append(order, key)
		}
		of[key] = append(of[key], r)
	}
	for _, key := range order {
		if all := of[key]; len(all) > 1 {
			rivals(all)
		}
	}
}

// rivals chooses among the answers of one resident for one period: of equal files one, of different
// ones the newest, which a person is to confirm; where nobody can say which it is, none.
func rivals(all []*Received) {
	var different []*Received
	for _, r := range all {
		i := slices.IndexFunc(different, func(o *Received) bool { return o.SHA256 == r.SHA256 })
		if i < 0 {
			different = append(different, r)
			continue
		}
		r.Plan.Fault = questionnaire.Fault{
			Short: app.L("тот же файл", "the same file"), Again: true,
			Words: said("это тот же самый файл, что и «%s»: достаточно одного", "this is the very file “%s”: one is enough", different[i].Name),
		}
	}
	if len(different) < 2 {
		return
	}
	slices.SortStableFunc(different, func(a, b *Received) int { return b.saved().Compare(a.saved()) })
	newest, next := different[0], different[1]
	if newest.saved().Equal(next.saved()) || next.saved().IsZero() {
		for _, r := range different {
			other := newest
			if r == newest {
				other = next
			}
			r.Plan.Fault = questionnaire.Fault{
				Short: app.L("два разных ответа", "two different answers"), Again: true,
				Words: said("от резидента пришли два разных ответа, и какой новее, по файлам не видно. Второй — «%s», отличаются: %s. Оставьте тот, который верен", "two different answers came from the resident, and the files do not tell which is newer. The other is “%s”, they differ in: %s. Leave the right one", other.Name, differences(other, r)),
			}
		}
		return
	}
	for _, r := range different[1:] {
		r.Plan.Fault = questionnaire.Fault{
			Short: app.L("есть ответ новее", "there is a newer answer"), Again: true,
			Words: said("от резидента пришёл ответ новее — «%s» (сохранён %s, этот — %s), отличаются: %s. Этот не берётся", "a newer answer came from the resident, “%s” (saved %s, this one %s), they differ in: %s. This one is not taken", newest.Name, moment(newest), moment(r), differences(r, newest)),
		}
	}
	newest.Confirm = said("от резидента пришло несколько разных ответов, этот новее всех (сохранён %s). От «%s» он отличается: %s", "several different answers came from the resident, this is the newest (saved %s). It differs from “%s” in: %s", moment(newest), next.Name, differences(next, newest))
}

// saved returns when a program last saved the file, as it says; the beginning of time where it does
// not.
func (r *Received) saved() time.Time {
	at, err := time.Parse(time.RFC3339, r.Answer.Saved)
	if err != nil {
		return time.Time{}
	}
	return at.UTC()
}

func moment(r *Received) app.Text {
	if r.saved().IsZero() {
		return app.L("неизвестно когда", "at an unknown time")
	}
	text := app.DateOf(r.saved()).String() + r.saved().Format(" 15:04:05")
	return app.L(text, text)
}

// mostDifferences is how many of them are told.
const mostDifferences = 5

// differences says in which cells two answers differ: «Выручка (F12): 5 → 6».
func differences(was, is *Received) app.Text {
	before := map[questionnaire.Place]string{}
	for _, g := range was.Answer.Given {
		before[g.Place] = g.Cell.Text
	}
	var ru, en []string
	n := 0
	for _, g := range is.Answer.Given {
		if before[g.Place] == g.Cell.Text {
			continue
		}
		if n++; n > mostDifferences {
			continue
		}
		f, _ := app.TypeByKey(g.Place.Record).Field(g.Place.Field) // it was read as one
		change := fmt.Sprintf(" (%s): %s → %s", workbook.Address(g.Row, g.Column), orDash(before[g.Place]), orDash(g.Cell.Text))
		ru, en = append(ru, f.Label.RU+change), append(en, f.Label.In(app.EN)+change)
	}
	switch more := n - mostDifferences; {
	case n == 0:
		return app.L("ни одним ответом", "no answer")
	case more > 0:
		ru, en = append(ru, fmt.Sprintf("и ещё %d", more)), append(en, fmt.Sprintf("and %d more", more))
	}
	return app.L(strings.Join(ru, "; "), strings.Join(en, "; "))
}

func orDash(text string) string {
	if text == "" {
		return "—"
	}
	return text
}

func said(ru, en string, args ...any) app.Text { return formula.Said(formula.Say(ru, en, args...)) }

// look runs the check over the records as they are and as they would be with all that can be taken,
// and gives each file the findings that its figures raise.
func (in Intake) look(ctx context.Context, files []*Received) error {
	changed := map[int][]app.Record{} // by year
	for _, r := range files {
		switch r.Verdict() {
		case Ready, Unsure:
			year := r.Plan.Period.Year
			changed[year] = append(changed[year], r.Plan.Records()...)
		case Nothing, AsSent, Rejected, Unfit, Unread, PassedBy:
		}
	}
	for year, records := range changed {
		before, err := in.checked(ctx, in.Book, year)
		if err != nil {
			return err
		}
		after, err := in.checked(ctx, in.Book.With(records...), year)
		if err != nil {
			return err
		}
		share(files, year, fresh(before, after))
	}
	return nil
}

func (in Intake) checked(ctx context.Context, b *app.Book, year int) ([]check.Finding, error) {
	set, err := in.Rules(year)
	if err != nil {
		return nil, err
	}
	report, err := set.CheckWhile(ctx, nil, b, year, in.Today)
	return report.Findings, err
}

// fresh returns the findings that were not there before.
func fresh(before, after []check.Finding) []check.Finding {
	type place struct {
		rule, typeKey, field, of string
		id                       int64
		period                   app.Period
	}
	at := func(f check.Finding) place {
		return place{f.Rule, f.Type.Key, f.Field.Key, f.Case, f.ID, f.Period}
	}
	known := map[place]bool{}
	for _, f := range before {
		known[at(f)] = true
	}
	return slices.DeleteFunc(slices.Clone(after), func(f check.Finding) bool { return known[at(f)] })
}

// slipRules is in the names of the rules that look for amounts in another unit.
const slipRules = "SLIP"

// share gives each finding to the file of the resident it is about. What looks like a slip of the
// unit makes the cell doubtful.
func share(files []*Received, year int, findings []check.Finding) {
	of := map[int64][]check.Finding{}
	for _, f := range findings {
		of[f.Resident] = append(of[f.Resident], f)
	}
	for _, r := range files {
		if v := r.Verdict(); v != Ready && v != Unsure || r.Plan.Period.Year != year {
			continue
		}
		r.Findings = of[r.Plan.Resident.ID]
		for _, f := range r.Findings {
			if strings.Contains(f.Rule, slipRules) {
				r.Plan.Doubt(f.Type.Key, f.ID, f.Field.Key, f.Message)
			}
		}
	}
}

// Count returns how many cells of all files are in a state.
func Count(files []*Received, s exchange.State) int {
	n := 0
	for _, r := range files {
		if r.Plan != nil {
			n += r.Plan.Count(s)
		}
	}
	return n
}
