package agenda

import (
	"cmp"
	"slices"

	"technopark/app"
	"technopark/app/check"
)

// Section is how far something is filled in.
type Section struct {
	Title app.Text // «Отчёты резидентов»
	Given int      // what is there
	Of    int      // what there should be
	Where Where    // where the rest is filled in
}

// Whole reports whether nothing is missing.
func (s Section) Whole() bool { return s.Given >= s.Of }

// Share returns how much is there, from 0 to 1; 1 when nothing is asked for.
func (s Section) Share() float64 {
	if s.Of == 0 {
		return 1
	}
	return float64(s.Given) / float64(s.Of)
}

// Mark returns how a section is shown.
func (s Section) Mark() app.Mark {
	if s.Whole() {
		return app.MarkReady
	}
	return app.MarkWarning
}

// Words writes how much is there: «92 из 95».
func (s Section) Words(lang app.Lang) string { return outOf(s.Given, s.Of).In(lang) }

// sections returns the answers of residents, the records of residents and the reports of the year,
// any other kind of which something is missing, and the indicators that a document proves. Figures
// are counted, not records: a report with one figure missing is not whole.
func (w *work) sections() []Section {
	var all []Section
	if w.agenda.Wanted > 0 {
		all = append(all, Section{app.L("Ответы резидентов", "Answers of residents"), w.agenda.Answered, w.agenda.Wanted, onCollect})
	}
	kinds := slices.Clone(w.Report.Filled)
	kinds = slices.DeleteFunc(kinds, func(f check.Filled) bool {
		return f.Type.Gathering || f.Type.Section > app.SectionReports && f.Given >= f.Needed
	})
	slices.SortStableFunc(kinds, func(a, b check.Filled) int { return cmp.Compare(a.Type.Section, b.Type.Section) })
	for _, f := range kinds {
		all = append(all, Section{f.Type.Many, f.Given, f.Needed, whereOf(f.Type.Key)})
	}
	if known := w.known(); known > 0 {
		all = append(all, Section{app.L("Подтверждения показателей", "Indicators with documents"), known - w.unproved(), known, whereOf("document")})
	}
	return all
}

// known counts the indicators that are computed for the year.
func (w *work) known() int {
	n := 0
	if w.Result != nil {
		for _, ind := range w.Result.All() {
			if ind.Value != nil {
				n++
			}
		}
	}
	return n
}

// unproved counts the indicators of the year that no document proves. A park that has none
// computed has nothing to prove yet.
func (w *work) unproved() int {
	if w.Result == nil {
		return 0
	}
	proved := map[string]bool{}
	for _, link := range app.All[app.DocumentLink](w.Book, "document_link") {
		if year, code, ok := app.IndicatorOfSubject(link.Subject); ok && year == w.Year && w.Book.Get("document", link.Document) != nil {
			proved[code] = true
		}
	}
	n := 0
	for _, ind := range w.Result.All() {
		if ind.Value != nil && !proved[ind.Code] {
			n++
		}
	}
	return n
}
