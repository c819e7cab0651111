package rating

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/formula"
)

// Compute returns the indicators of the profile for a year, each with the value
// of the year before, its completeness and its trace. Figures that are missing
// are no error: they are told in the result. An error means that the profile asks
// for something that cannot be computed at all.
func Compute(p *Profile, b *app.Book, year int) (*Result, error) {
	return new(Memory).Compute(p, b, year)
}

// Values computes only the indicators with the given codes, for a year alone; those that cannot be
// calculated or that the profile has not are left out.
func Values(p *Profile, b *app.Book, year int, codes []string) (map[string]*big.Rat, error) {
	return new(Memory).Values(p, b, year, codes)
}

// indicator computes one indicator.
func (r *reader) indicator(d *indicatorDef) (*Indicator, error) {
	ind := d.head
	ind.days = r.days
	t := &tally{reader: r, def: d, missing: newMissing(r.index.book)}
	if err := t.count(); err != nil {
		return nil, err
	}
	ind.Completeness, ind.Missing, ind.Members = t.completeness, t.missing.list(), t.members
	for _, def := range d.terms {
		if t.idle[def.name] {
			continue
		}
		ind.Terms = append(ind.Terms, t.term(def))
	}
	if ind.Reason = t.reason(); !ind.Reason.Zero() {
		return &ind, nil
	}
	ind.Value, ind.reckoned, ind.Reason = d.formula.evaluate(ind.Terms, r.days)
	if ind.Value != nil {
		ind.Bound = t.bound()
	}
	return &ind, nil
}

// reason says why the sums give no indicator, whatever the formula.
func (t *tally) reason() app.Text {
	c := t.completeness
	switch {
	case len(t.absent) > 0:
		return app.L("нет данных: "+t.absence(app.RU), "no data: "+t.absence(app.EN))
	case c.Of == 0 && t.excluded > 0:
		return app.L("у всех резидентов «не применимо»", "“not applicable” for every resident")
	case c.Of == 0 && (t.def.over == overRecords || t.def.over == overOwn || !t.def.formula.divides()):
		return app.Text{} // nothing was let, nothing invested, nobody admitted: a true zero
	case c.Of == 0:
		return t.nobody()
	case c.Ratio().Cmp(t.reader.profile.threshold) < 0:
		return app.L(
			fmt.Sprintf("полнота %s\u00a0%% (%d из %d) ниже порога %s\u00a0%%", c.Percent(app.RU), c.In, c.Of, t.reader.profile.Threshold(app.RU)),
			fmt.Sprintf("completeness %s%% (%d of %d) is below the threshold of %s%%", c.Percent(app.EN), c.In, c.Of, t.reader.profile.Threshold(app.EN)))
	}
	return app.Text{}
}

// nobody is the reason when there is nobody, or nothing, that the indicator could be about.
func (t *tally) nobody() app.Text {
	year := t.reader.year
	switch {
	case t.def.over == overBothYears:
		return app.L(fmt.Sprintf("нет ни одного резидента с соглашением в силе и в %d, и в %d году", year-1, year),
			fmt.Sprintf("no resident had an agreement in force both in %d and in %d", year-1, year))
	case t.def.over == overEveryYear && t.reader.firstYear(t.def) > year:
		return app.L(fmt.Sprintf("нет ни одного отчёта резидентов за %d год и раньше", year),
			fmt.Sprintf("no resident reported for %d or before", year))
	}
	return app.L(fmt.Sprintf("за %d год нет ни одного резидента с соглашением в силе", year),
		fmt.Sprintf("no resident had an agreement in force in %d", year))
}

// absence names the own terms that cannot be added up, each with what it lacks.
func (t *tally) absence(lang app.Lang) string {
	parts := make([]string, len(t.absent))
	for i, a := range t.absent {
		parts[i] = a.def.title.In(lang) + " (" + a.lacks.brief(lang) + ")"
	}
	return strings.Join(parts, "; ")
}

// summed returns the entries of a term that are in its sum, in the order of ids.
func (t *tally) summed(def *termDef) []*entry {
	switch {
	case t.def.over == overList:
		return t.firstAnswers(def)
	case !def.ofResidents:
		return slices.DeleteFunc(slices.Clone(t.reader.terms[def]), func(e *entry) bool { return !e.summed() })
	}
	in := make([]*entry, 0, len(t.reader.terms[def]))
	for e, at := range t.onRoll(def) {
		if e.summed() && (t.def.over == overRecords || t.taken[at]) {
			in = append(in, e)
		}
	}
	return in
}

// summed reports whether there is an amount to add up.
func (e *entry) summed() bool { return e.counted && len(e.gaps) == 0 }

// term adds up what is in the indicator.
func (t *tally) term(def *termDef) Term {
	term := Term{Name: def.name, Title: def.title, Unit: def.unit, Digits: def.digits}
	if def.list != nil {
		items := t.itemParts(def.list)
		term.Sum, term.made = big.NewRat(int64(len(items)), 1), &trace{parts: items}
		return term
	}
	in := t.summed(def)
	sum := formula.Whole(0)
	for _, e := range in {
		sum = sum.Add(e.amount)
	}
	term.Sum, term.made = sum.Rat(), &trace{teller: t.reader.teller, of: def, year: t.reader.yearOf(def), entries: in}
	return term
}
