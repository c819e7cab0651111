package collection

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"technopark/app"
	"technopark/app/questionnaire"
	"technopark/app/workbook"
)

// again looks at an answer of a resident whose answer is accepted already: an older one is not taken,
// a newer one only when a person has confirmed it. So the same files may be collected again and again,
// in whatever order.
func (in Intake) again(ctx context.Context, planner *questionnaire.Planner, r *Received) {
	if r.Plan == nil || !r.Plan.Fault.Zero() || r.Plan.Sent == nil || r.Plan.Sent.Accepted.Zero() || r.Plan.Sent.Content == r.SHA256 || len(r.Plan.Records()) == 0 {
		return
	}
	q := r.Plan.Sent
	was := in.accepted(ctx, q)
	if was != nil {
		r.Plan = planner.After(was.Answer, r.Answer)
	}
	switch {
	case was == nil:
		r.Confirm = both(r.Confirm, said("ответ за этот период уже принят %s (%s); который из двух верен, решаете вы", "an answer for this period was accepted on %s already (%s); which of the two is right is yours to say", q.Accepted.String(), q.Answer))
	case !r.saved().After(was.saved()):
		r.Plan.Fault = questionnaire.Fault{
			Short: app.L("принят ответ новее", "a newer answer is accepted"), Again: true,
			Words: said("уже принят ответ новее — «%s» (сохранён %s, этот — %s), отличаются: %s. Этот не берётся; если верен он, попросите резидента открыть его и сохранить", "a newer answer is accepted already, “%s” (saved %s, this one %s), they differ in: %s. This one is not taken; if it is right, ask the resident to open and save it", q.Answer, moment(was), moment(r), differences(r, was)),
		}
	default:
		r.Confirm = both(r.Confirm, said("ответ за этот период уже принят %s (%s), этот сохранён позже (%s) и отличается: %s", "an answer for this period was accepted on %s already (%s), this one was saved later (%s) and differs in: %s", q.Accepted.String(), q.Answer, moment(r), differences(was, r)))
	}
}

// named asks a person where the questionnaire names the park otherwise: one company may run two.
func (in Intake) named(r *Received) {
	if r.Plan == nil || !r.Plan.Fault.Zero() {
		return
	}
	if is, was := in.Book.Park.Name, r.Answer.Identity.Park; app.Fold(is) != app.Fold(was) {
		r.Confirm = both(r.Confirm, said("анкета составлена технопарком %s, а открыт %s: у них одна управляющая компания. Если это не прежнее название, откройте тот файл данных", "the questionnaire was made by the park %s, and open is %s: one company runs them. If it is not a former name, open the other data file", app.L(app.Quoted(was), "“"+was+"”"), app.L(app.Quoted(is), "“"+is+"”")))
	}
}

// accepted returns the answer that was accepted; nil where its file is not kept.
func (in Intake) accepted(ctx context.Context, q *app.Questionnaire) *Received {
	if in.Content == nil || q.Content == "" {
		return nil
	}
	raw, err := in.Content(ctx, q.Content)
	if err != nil {
		return nil // what was accepted by hand, or before files were kept
	}
	was := Kept(q, raw)
	if was.Answer == nil {
		return nil
	}
	return was
}

func both(a, b app.Text) app.Text {
	if a.Zero() {
		return b
	}
	return app.L(a.RU+"; "+b.RU, a.In(app.EN)+"; "+b.In(app.EN))
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
		i := slices.IndexFunc(different, func(o *Received) bool { return o.SHA256 == r.SHA256 || sameAnswers(o, r) })
		if i < 0 {
			different = append(different, r)
			continue
		}
		if different[i].SHA256 != r.SHA256 {
			r.Plan.Fault = questionnaire.Fault{
				Short: app.L("тот же ответ", "the same answer"), Again: true,
				Words: said("это тот же ответ, что и «%s», только сохранён ещё раз: достаточно одного", "this is the same answer as “%s”, only saved once more: one is enough", different[i].called(r)),
			}
			continue
		}
		r.Plan.Fault = questionnaire.Fault{
			Short: app.L("тот же файл", "the same file"), Again: true,
			Words: said("это тот же самый файл, что и «%s»: достаточно одного", "this is the very file “%s”: one is enough", different[i].called(r)),
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
				Words: said("от резидента пришли два разных ответа, и какой новее, по файлам не видно. Второй — «%s», отличаются: %s. Оставьте тот, который верен", "two different answers came from the resident, and the files do not tell which is newer. The other is “%s”, they differ in: %s. Leave the right one", other.called(r), differences(other, r)),
			}
		}
		return
	}
	for _, r := range different[1:] {
		r.Plan.Fault = questionnaire.Fault{
			Short: app.L("есть ответ новее", "there is a newer answer"), Again: true,
			Words: said("от резидента пришёл ответ новее — «%s» (сохранён %s, этот — %s), отличаются: %s. Этот не берётся", "a newer answer came from the resident, “%s” (saved %s, this one %s), they differ in: %s. This one is not taken", newest.called(r), moment(newest), moment(r), differences(r, newest)),
		}
	}
	newest.Confirm = said("от резидента пришло несколько разных ответов, этот новее всех (сохранён %s). От «%s» он отличается: %s", "several different answers came from the resident, this is the newest (saved %s). It differs from “%s” in: %s", moment(newest), next.called(newest), differences(next, newest))
}

// called returns the name of a file, with its directory where another one is called the same.
func (r *Received) called(other *Received) string {
	if r.Name == other.Name {
		return r.Path
	}
	return r.Name
}

// sameAnswers reports whether two files say the same in every cell.
func sameAnswers(a, b *Received) bool {
	said := map[questionnaire.Place]string{}
	for _, g := range a.Answer.Given {
		said[g.Place] = g.Cell.Text
	}
	return len(a.Answer.Given) == len(b.Answer.Given) && !slices.ContainsFunc(b.Answer.Given, func(g questionnaire.Given) bool { return said[g.Place] != g.Cell.Text })
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
		n++
		if n > mostDifferences {
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
