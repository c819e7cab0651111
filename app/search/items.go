package search

import (
	"strings"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/guide"
	"technopark/app/rating"
)

// Indicators returns the indicators of a year, each found by its code, its name and its formula.
func Indicators(r *rating.Result, lang app.Lang) []Item {
	if r == nil {
		return nil
	}
	var items []Item
	for _, ind := range r.All() {
		items = append(items, Item{
			Kind: KindIndicator, Title: ind.Code + " " + ind.Name.In(lang), About: ind.Unit.In(lang),
			Texts: []string{ind.Words.In(lang), ind.Note.In(lang)}, Place: app.IndicatorPlace(r.Year, ind.Code),
		})
	}
	return items
}

// Findings returns what a check found, each found by what it says, of which record and what to do;
// record says what the record of one is called in the language.
func Findings(report check.Report, lang app.Lang, record func(check.Finding) string) []Item {
	var items []Item
	for _, f := range report.Findings {
		item := Item{
			Kind: KindFinding, Title: f.Message.In(lang), About: record(f),
			Texts: []string{record(f), f.Record, f.Field.Label.In(lang), f.Remedy.In(lang), f.Rule}, Key: f.Rule,
		}
		if f.Type != nil {
			item.Place = app.Place{Type: f.Type.Key, ID: f.ID, Field: f.Field.Key, Case: f.Case}
		}
		items = append(items, item)
	}
	return items
}

// Guide returns the sections of the guide, each found by its heading and its text; the key of one is
// its page and, after «#», its anchor.
func Guide(book *guide.Book) []Item {
	var items []Item
	for _, s := range book.Sections() {
		item := Item{Kind: KindGuide, Title: s.Title, Texts: strings.Split(s.Text, "\n"), Key: s.Page.ID}
		if s.Anchor == "" {
			item.Also = s.Page.About.Words
		} else {
			item.About, item.Key = s.Page.Title, item.Key+"#"+s.Anchor
		}
		items = append(items, item)
	}
	return items
}
