package storage

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"technopark/app"
)

// verifySteps compares the steps of undo with the journal: each is in the state that its entries
// left it in, none is without an entry, and each is called as the entry that begins it says.
func (x *tx) verifySteps(ctx context.Context, h *account, v *app.Verdict) error {
	there := map[int64]bool{}
	wrong := func(id int64, what string) {
		v.Add(app.Problem{Kind: app.ProblemStep, ID: id, Journal: h.steps.state(id), File: what})
	}
	err := x.each(ctx, func(rows *sql.Rows) error {
		var id int64
		var state, what string
		if err := rows.Scan(&id, &state, &what); err != nil {
			return err
		}
		there[id] = true
		if !h.steps.fits(id, state) {
			wrong(id, state)
		}
		return h.compareName(id, what, v)
	}, `SELECT id, state, what FROM change ORDER BY id`)
	for _, id := range slices.Sorted(maps.Keys(h.steps.of)) {
		if !there[id] {
			wrong(id, "")
		}
	}
	return err
}

// compareName compares what a step is called with what the journal says, as far as it does.
func (h *account) compareName(id int64, what string, v *app.Verdict) error {
	name, said := h.names[id]
	switch {
	case !said:
		v.Unproved++
		return nil
	case name == what:
		return nil
	}
	journal, err := jsonOf(name)
	if err != nil {
		return err
	}
	file, err := jsonOf(what)
	v.Add(app.Problem{Kind: app.ProblemName, ID: id, Journal: journal, File: file})
	return err
}

// verifyNumbers compares the highest numbers ever given, which SQLite keeps apart from the
// tables, with those of the journal: where they lag behind, a new record would get the number
// of one that was deleted; a journal that ends before its number was cut off.
func (x *tx) verifyNumbers(ctx context.Context, h *account, v *app.Verdict) error {
	want := map[string]int64{"journal": h.entries}
	for key, id := range h.highest {
		want[key] = id
	}
	for id := range h.steps.of {
		want["change"] = max(want["change"], id)
	}
	var upgrades int64
	if _, err := x.one(ctx, []any{&upgrades}, `SELECT max(id) FROM goose_db_version`); err != nil {
		return err
	}
	want["goose_db_version"] = upgrades
	given := map[string]string{}
	err := x.each(ctx, func(rows *sql.Rows) error {
		var name, number sql.NullString
		err := rows.Scan(&name, &number)
		if _, twice := given[name.String]; twice {
			number.String += " twice"
		}
		given[name.String] = number.String
		return err
	}, `SELECT CAST(name AS TEXT), CASE WHEN typeof(name) = 'text' AND typeof(seq) = 'integer' THEN CAST(seq AS TEXT)
		ELSE substr(quote(name), 1, 40) || ' = ' || substr(quote(seq), 1, 40) END FROM sqlite_sequence`)
	if err != nil {
		return err
	}
	for name := range given {
		want[name] += 0 // names nobody ever numbered are looked at too
	}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		number := strconv.FormatInt(want[name], 10)
		is := given[name]
		if is == number || is == "" && number == "0" {
			continue
		}
		if n, err := strconv.ParseInt(is, 10, 64); err == nil && n > want[name] && n <= h.named[name] {
			continue // a recovery keeps the numbers of lost records that texts name
		}
		if name == "journal" {
			v.Add(app.Problem{Kind: app.ProblemGap, ID: h.entries + 1})
			continue
		}
		v.Add(app.Problem{Kind: app.ProblemNumber, Type: name, Journal: number, File: given[name]})
	}
	return nil
}

// verifyContents reads all kept files, one by one, since together they may be larger than
// memory, and sees to it that those are there that records name.
//
// One that no record names, and none ever did, is told by number and is no problem: no figure and
// no paper comes from it, and what a recovery saves of a file may be the last bytes of a document
// whose record is lost. Nor is one a problem that a recovery could not save and the journal says so.
func (s *Store) verifyContents(ctx context.Context, says *account, v *app.Verdict) error {
	named, err := s.namedContents(ctx)
	if err != nil {
		return err
	}
	names, err := s.contentNames(ctx)
	if err != nil {
		return err
	}
	for _, name := range names {
		if _, ok := named[name]; !ok && !says.kept[name] && !v.More {
			v.Unnamed++
		}
		_, err := s.Content(ctx, name)
		switch {
		case err == nil:
			continue
		case ctx.Err() != nil:
			return err
		case errors.Is(err, app.ErrNotFound) && says.parted[name]:
			v.Parted++
			continue
		}
		p := app.Problem{Kind: app.ProblemContent, Journal: name}
		if place, ok := named[name]; ok {
			p.Type, p.ID, p.Field = place.Type, place.ID, place.Field
		}
		v.Add(p)
	}
	return nil
}

// namedContents returns, by their names, in which record each kept file is named.
func (s *Store) namedContents(ctx context.Context) (map[string]app.Place, error) {
	named := map[string]app.Place{}
	err := s.read(ctx, func(x *tx) error {
		for _, t := range app.Types() {
			for _, f := range t.Stored() {
				if !f.Content {
					continue
				}
				err := x.each(ctx, func(rows *sql.Rows) error {
					var name string
					place := app.Place{Type: t.Key, Field: f.Key}
					err := rows.Scan(&place.ID, &name)
					named[name] = place
					return err
				}, "SELECT id, "+quote(f.Key)+" FROM "+quote(t.Key)+" WHERE "+quote(f.Key)+" IS NOT NULL ORDER BY id DESC")
				if err != nil {
					return fmt.Errorf("read the kept files of %s: %w", t.Key, err)
				}
			}
		}
		return nil
	})
	return named, err
}

// jsonOf writes a value as the journal does.
func jsonOf(value any) (string, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	err := enc.Encode(value)
	return string(bytes.TrimSpace(out.Bytes())), err
}
