// Package founding begins the data file of a park: a few answers become the first records, in the
// order in which records need one another, and the empty reports of the first year. It asks by
// the fields of the catalogue, so an answer is read and refused as it would be in a form. No files,
// no clock: whoever asks makes the file and says where it and its copies go.
package founding

import (
	"context"
	"fmt"

	"technopark/app"
)

// Question is one of the questions that are asked one after the other.
type Question uint8

// The questions, in their order. That of the place is about files, and has no answers here.
const (
	OfCompany Question = iota
	OfHead
	OfPark
	OfYear
	OfPlace
)

// Questions returns the questions in their order.
func Questions() []Question { return []Question{OfCompany, OfHead, OfPark, OfYear, OfPlace} }

// Key names an answer, in commands too.
type Key string

// The answers.
const (
	Company   Key = "company"
	INN       Key = "inn"
	Head      Key = "head"
	Position  Key = "position"
	Authority Key = "authority"
	Park      Key = "park"
	Kind      Key = "kind"
	Region    Key = "region"
	Year      Key = "year"
)

// Ask is one thing that is asked.
type Ask struct {
	Key      Key       // of the answer
	Of       Question  // under which it is asked
	Field    app.Field // that the answer goes into
	Required bool      // without it there is no park
}

// Asks returns all that is asked, in the order of the questions.
func Asks() []Ask {
	of := func(key Key, q Question, typeKey, field string) Ask {
		f, _ := app.TypeByKey(typeKey).Field(field)
		return Ask{key, q, f, key == Park || key == Year}
	}
	return []Ask{
		of(Company, OfCompany, "company", "name"),
		of(INN, OfCompany, "company", "inn"),
		of(Head, OfHead, "person", "full_name"),
		of(Position, OfHead, "person", "position"),
		of(Authority, OfHead, "person", "authority"),
		of(Park, OfPark, "park", "name"),
		of(Kind, OfPark, "park", "kind"),
		of(Region, OfPark, "park", "region"),
		of(Year, OfYear, "site_report", "period"),
	}
}

// Answers are what was typed, by the keys of what was asked; what is not there was left for later.
type Answers map[Key]string

// Given reports whether an answer says something.
func (a Answers) Given(key Key) bool { return app.Clean(a[key]) != "" }

// None reports whether nothing was answered: then the file is to be empty.
func (a Answers) None() bool {
	for key := range a {
		if a.Given(key) {
			return false
		}
	}
	return true
}

// Fault says what is wrong with an answer as it was typed, in both languages; false while nothing is.
// What is missing is a fault only where nothing can begin without it.
func (a Answers) Fault(ask Ask) (app.Text, bool) {
	if !a.Given(ask.Key) {
		return a.lacking(ask)
	}
	v, err := ask.Field.Read(a[ask.Key], nil)
	if faults := app.FaultsOf(err); len(faults) > 0 {
		return faults[0].Message, true
	}
	if ask.Key != Year {
		return app.Text{}, false
	}
	p, ok := app.ParsePeriod(v.S)
	if !ok || p.Quarter != 0 || p.Year < firstYear || p.Year > lastYear {
		return app.L("нужен год, например 2020", "a year is wanted, such as 2020"), true
	}
	return app.Text{}, false
}

// The years that can be begun with.
const (
	firstYear = 1990
	lastYear  = 2199
)

// lacking is Fault of what was not answered.
func (a Answers) lacking(ask Ask) (app.Text, bool) {
	switch {
	case ask.Key == Park:
		return app.L("назовите технопарк: без имени его не создать", "name the park: it cannot be made without a name"), true
	case ask.Key == Year:
		return app.L("назовите год, с которого начинается учёт, например 2020", "name the year records begin with, such as 2020"), true
	case ask.Key == Company && a.Given(INN):
		return app.L("назовите компанию, чей это ИНН", "name the company whose INN this is"), true
	case ask.Key == Head && (a.Given(Position) || a.Given(Authority)):
		return app.L("назовите того, кто подписывает", "name who signs"), true
	}
	return app.Text{}, false
}

// Ready refuses answers that nothing can begin with: the first fault, by the name of what was asked.
func (a Answers) Ready() error {
	for _, ask := range Asks() {
		if why, wrong := a.Fault(ask); wrong {
			return &app.Refusal{ID: "err.founding", Data: map[string]any{"What": ask.Field.Label, "Key": string(ask.Key), "Why": why}}
		}
	}
	return nil
}

// Fill saves the dictionary of a new file and what the answers say: who signs, the company, the
// park, and what it owes for the first year, so that the year can be chosen and filled in. Without
// answers it saves the dictionary alone.
func Fill(ctx context.Context, tx app.Tx, a Answers) error {
	if err := app.SaveDefaultSpecialisms(ctx, tx); err != nil || a.None() {
		return err
	}
	if err := a.Ready(); err != nil {
		return err
	}
	person, company, park := &app.Person{Role: "head"}, &app.ManagementCompany{}, &app.Park{}
	for key, rec := range map[Key]app.Record{
		Head: person, Position: person, Authority: person, Company: company, INN: company, Park: park, Kind: park, Region: park,
	} {
		if err := a.put(key, rec); err != nil {
			return err
		}
	}
	if person.FullName != "" {
		if err := tx.Save(ctx, person); err != nil {
			return err
		}
		company.HeadPerson = person.ID
	}
	if company.Name != "" {
		if err := tx.Save(ctx, company); err != nil {
			return err
		}
		park.Company = company.ID
	}
	if err := tx.Save(ctx, park); err != nil {
		return err
	}
	return a.begin(ctx, tx, park, company)
}

// put reads an answer into a record.
func (a Answers) put(key Key, rec app.Record) error {
	for _, ask := range Asks() {
		if ask.Key != key || !a.Given(key) {
			continue
		}
		v, err := ask.Field.Read(a[key], nil)
		if err != nil {
			return fmt.Errorf("read the answer %s: %w", key, err)
		}
		ask.Field.Set(rec, v)
	}
	return nil
}

// begin saves the empty reports that the park itself owes for its first year.
func (a Answers) begin(ctx context.Context, tx app.Tx, park *app.Park, company *app.ManagementCompany) error {
	year, _ := app.ParsePeriod(app.Clean(a[Year]))
	records := map[string][]app.Record{"park": {park}}
	if company.ID != 0 {
		records["company"] = []app.Record{company}
	}
	b := app.NewBook(park, records)
	for _, t := range app.Types() {
		for _, rec := range app.DueReports(b, t, year) {
			if err := tx.Save(ctx, rec); err != nil {
				return err
			}
		}
	}
	return nil
}
