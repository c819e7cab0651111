// Package sample is the demonstration park «Технопарк „Пример“»: records of every
// type at the scale of a leading park, for the demo command and for tests.
//
// Everything in it is invented. We give companies tax numbers of inspections that
// do not exist, and patents numbers that no office has come to yet, because the
// check digits must be right while no real company may be meant.
//
// We draw figures from a generator seeded by what they are of (see dice), because
// the same park must come out each time, and a changed line of the roster must not
// move the figures of all that follow it. Everything that can be counted from other
// records, such as rent from leases, is counted and not drawn.
package sample

import (
	"fmt"
	"maps"

	"technopark/app"
)

// The years of the sample: three years of reports, the last of which is rated.
const (
	firstYear = 2018
	lastYear  = 2020
)

// lastDay is the day as of which Book derives statuses.
var lastDay = app.YearPeriod(lastYear).Last()

// Sample is the demonstration park as records that refer to each other by
// provisional ids; Fill and Book put real ones in their place.
type Sample struct {
	size    Size
	records map[string][]app.Record // of the first roster, and the park's own
}

// Park makes the demonstration park: 95 companies in force at the end of 2020,
// with reports of 2018 to 2020. Two calls give equal records.
func Park() *Sample { return parkOf(Standard()) }

// parkOf makes the park of the first roster, with the figures of the site and of the company as
// they are with all residents.
func parkOf(size Size) *Sample {
	b := size.builder(0)
	b.others = size.sumsOfOthers()
	b.addSpecialisms()
	b.addPark()
	b.addCompanies()
	b.addServices()
	b.addSiteReports()
	b.addCompanyReports()
	b.addPublicity()
	b.addChecklists()
	b.addReferences()
	b.addExplanations()
	b.addDistinctions()
	b.addScenarios()
	b.addDeadlines()
	return &Sample{size, b.records}
}

// Fill hands fresh copies of all records to save, each after those it refers to.
// save must set Header().ID; Fill sets Header().Park and the references from the
// ids given so far, and stops at the first error. The records include the
// dictionary of app.DefaultSpecialisms, whose names are unique in a file.
func (s *Sample) Fill(save func(app.Record) error) error {
	given := map[string]map[int64]int64{}
	if err := fill(s.records, given, save); err != nil {
		return err
	}
	common := map[string]map[int64]int64{"park": given["park"], "specialism": given["specialism"]}
	return s.size.eachOther(func(b *builder) error { return fill(b.records, maps.Clone(common), save) })
}

// fill hands fresh copies of records to save; given are the ids of those they refer to.
func fill(records map[string][]app.Record, given map[string]map[int64]int64, save func(app.Record) error) error {
	for _, t := range app.Types() {
		if given[t.Key] == nil {
			given[t.Key] = map[int64]int64{}
		}
		for _, rec := range records[t.Key] {
			fresh := copied(rec, given)
			if err := save(fresh); err != nil {
				return fmt.Errorf("save sample %s %d: %w", t.Key, rec.Header().ID, err)
			}
			given[t.Key][rec.Header().ID] = fresh.Header().ID
		}
	}
	return nil
}

// Book returns the park with ids counted from 1 in each type, statuses as of
// the last day of 2020.
func (s *Sample) Book() *app.Book {
	records := map[string][]app.Record{}
	save := func(rec app.Record) error {
		key := rec.Type().Key
		records[key] = append(records[key], rec)
		rec.Header().ID = int64(len(records[key]))
		return nil
	}
	if err := s.Fill(save); err != nil {
		panic(err) // save above never fails
	}
	for _, t := range app.Types() {
		if t.Derive != nil {
			t.Derive(records[t.Key], func(key string) []app.Record { return records[key] }, lastDay)
		}
	}
	return app.NewBook(records["park"][0].(*app.Park), records)
}

// copied returns a record with the fields of rec and its references translated
// from provisional ids to given ones.
func copied(rec app.Record, given map[string]map[int64]int64) app.Record {
	t := rec.Type()
	fresh := t.New()
	if t.Scope == app.ScopePark {
		fresh.Header().Park = given["park"][rec.Header().Park]
	}
	for _, f := range t.Stored() {
		v := f.Get(rec)
		switch {
		case v.State != app.Given:
		case f.Kind == app.KindRef:
			v.N = given[f.Ref][v.N]
		case f.Kind == app.KindRefs:
			ids := app.IDs(v.S)
			for i, id := range ids {
				ids[i] = given[f.Ref][id]
			}
			v.S = app.IDList(ids)
		case f.Points:
			if place, ok := app.ParsePlace(v.S); ok && app.TypeByKey(place.Type) != nil {
				place.ID = given[place.Type][place.ID]
				v.S = place.String()
			}
		}
		f.Set(fresh, v)
	}
	return fresh
}
