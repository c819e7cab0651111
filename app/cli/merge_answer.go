package cli

import (
	"fmt"
	"strconv"

	"technopark/app"
	"technopark/app/merging"
)

type duplicatesJSON struct {
	File   string          `json:"file"`
	Park   string          `json:"park"`
	Groups []duplicateJSON `json:"groups"` // never null
	Marked int             `json:"marked"` // how many pairs are not offered, because somebody said that they are two
}

type duplicateJSON struct {
	Type    string           `json:"type"`
	Keep    int64            `json:"keep"` // the record that had best stay
	Why     string           `json:"why"`  // it had
	Records []likeRecordJSON `json:"records"`

	title string
}

type likeRecordJSON struct {
	ID    int64      `json:"id"`
	Title string     `json:"title"`
	Like  int64      `json:"like"`  // the record before it that it is like; 0 of the first
	Signs []signJSON `json:"signs"` // why; never null
}

type signJSON struct {
	Kind string `json:"kind"` // number, copy, name, fields or slip
	Text string `json:"text"`
}

func duplicatesAnswer(file string, b *app.Book, groups []merging.Group) duplicatesJSON {
	a := duplicatesJSON{File: file, Park: b.Park.Name, Groups: []duplicateJSON{}, Marked: len(merging.Told(b))}
	for _, g := range groups {
		one := duplicateJSON{Type: g.Type.Key, Keep: g.Keep.Header().ID, Why: g.Why.RU, title: g.Type.One.RU}
		for _, m := range g.Members {
			like := likeRecordJSON{ID: m.Record.Header().ID, Title: g.Type.Title(m.Record, b.TitleOf), Signs: []signJSON{}}
			if m.Like != nil {
				like.Like = m.Like.Header().ID
			}
			for _, sign := range m.Signs {
				like.Signs = append(like.Signs, signJSON{sign.Kind.Key(), sign.In(app.RU)})
			}
			one.Records = append(one.Records, like)
		}
		a.Groups = append(a.Groups, one)
	}
	return a
}

func (s *session) printDuplicates(a duplicatesJSON) {
	if len(a.Groups) == 0 {
		s.say("cli.duplicates.none", nil)
	} else {
		s.printGroups(a)
	}
	if a.Marked > 0 {
		fmt.Fprintln(s.Stdout, s.words.N("cli.duplicates.marked", a.Marked, nil))
	}
}

// printGroups says which records look alike, and what can be done with them.
func (s *session) printGroups(a duplicatesJSON) {
	for _, g := range a.Groups {
		s.say("cli.duplicates.group", map[string]any{"Type": g.title, "Keep": g.Type + ":" + strconv.FormatInt(g.Keep, 10), "Why": g.Why})
		for _, r := range g.Records {
			data := map[string]any{"Record": g.Type + ":" + strconv.FormatInt(r.ID, 10), "Title": r.Title}
			if r.Like == 0 {
				s.say("cli.duplicates.first", data)
				continue
			}
			said := ""
			for i, sign := range r.Signs {
				if i > 0 {
					said += "; "
				}
				said += sign.Text
			}
			data["Like"], data["Signs"] = g.Type+":"+strconv.FormatInt(r.Like, 10), said
			s.say("cli.duplicates.like", data)
		}
	}
	fmt.Fprintln(s.Stdout)
	s.say("cli.duplicates.how", nil)
	s.say("cli.duplicates.how_apart", nil)
}

// mergeJSON is what became of two records, or would.
type mergeJSON struct {
	File    string            `json:"file"`
	Done    bool              `json:"done"` // it was written now
	Keep    mergedRecordJSON  `json:"keep"`
	Drop    mergedRecordJSON  `json:"drop"`
	Fields  []mergedFieldJSON `json:"fields"`
	Merged  []mergedPairJSON  `json:"merged"` // other records that become one with them; never null
	Moved   []movedJSON       `json:"moved"`  // records that then refer to the one that stays; never null
	Open    []string          `json:"open"`   // what is still to be chosen, as --take names it; never null
	printed *merging.Plan
}

type mergedRecordJSON struct {
	Type  string `json:"type"`
	ID    int64  `json:"id"`
	Title string `json:"title"`
}

type mergedPairJSON struct {
	Keep   mergedRecordJSON  `json:"keep"`
	Drop   mergedRecordJSON  `json:"drop"`
	Fields []mergedFieldJSON `json:"fields"`
}

type mergedFieldJSON struct {
	Field string `json:"field"`
	Keep  any    `json:"keep"` // as in the journal: null for none, "n/a", stored units
	Drop  any    `json:"drop"`
	Take  string `json:"take"` // keep or drop; empty while it is open
	Why   string `json:"why"`
}

type movedJSON struct {
	mergedRecordJSON
	Fields []string `json:"fields"` // by which it refers
}

func mergeAnswer(file string, p *merging.Plan) mergeJSON {
	a := mergeJSON{File: file, Merged: []mergedPairJSON{}, Moved: []movedJSON{}, Open: []string{}, printed: p}
	of := func(rec app.Record) mergedRecordJSON {
		return mergedRecordJSON{rec.Type().Key, rec.Header().ID, p.Title(rec)}
	}
	a.Keep, a.Drop, a.Fields = of(p.Top.Kept), of(p.Top.Gone), mergedFields(p.Top)
	for _, pair := range p.Clashes {
		a.Merged = append(a.Merged, mergedPairJSON{of(pair.Kept), of(pair.Gone), mergedFields(pair)})
	}
	for _, m := range p.Moves {
		moved := movedJSON{mergedRecordJSON: of(m.Was)}
		for _, f := range m.Fields {
			moved.Fields = append(moved.Fields, f.Key)
		}
		a.Moved = append(a.Moved, moved)
	}
	for _, at := range p.Open() {
		if at.Type == p.Top.Kept.Type().Key {
			a.Open = append(a.Open, at.Field)
			continue
		}
		a.Open = append(a.Open, at.Type+":"+strconv.FormatInt(at.ID, 10)+"/"+at.Field)
	}
	return a
}

func mergedFields(pair *merging.Pair) []mergedFieldJSON {
	all := []mergedFieldJSON{}
	for _, l := range pair.Lines {
		all = append(all, mergedFieldJSON{l.Field.Key, l.Field.JSON(l.Kept), l.Field.JSON(l.Gone), l.Take.Key(), l.Why.In(app.RU)})
	}
	return all
}

// printMerge says what stays of each field, what follows and what became of it.
func (s *session) printMerge(a mergeJSON) {
	p := a.printed
	s.say("cli.merge.head", map[string]any{"Type": p.Top.Kept.Type().One.RU, "Keep": app.Quoted(a.Keep.Title), "Drop": app.Quoted(a.Drop.Title)})
	s.printPair(p, p.Top)
	for _, pair := range p.Clashes {
		s.say("cli.merge.clash", map[string]any{"Type": pair.Kept.Type().One.RU, "Keep": app.Quoted(p.Title(pair.Kept))})
		s.printPair(p, pair)
	}
	for _, m := range p.Moves {
		s.say("cli.merge.moved", map[string]any{"Type": m.Was.Type().One.RU, "Title": app.Quoted(p.Title(m.Was))})
	}
	fmt.Fprintln(s.Stdout)
	switch {
	case len(a.Open) > 0:
		s.say("cli.merge.open", map[string]any{"Place": a.Open[0]})
		for _, place := range a.Open {
			fmt.Fprintln(s.Stdout, "  "+place)
		}
	case a.Done:
		s.say("cli.merge.done", nil)
	default:
		s.say("cli.merge.dry", nil)
	}
}

// printPair says of each field what stays; what stays as it is without a doubt is not worth a line.
func (s *session) printPair(p *merging.Plan, pair *merging.Pair) {
	for _, l := range pair.Lines {
		if l.Why == merging.Equal || l.Why == merging.Only && l.Take == merging.OfKept {
			continue
		}
		id := "cli.merge.field"
		if l.Take == merging.Open {
			id = "cli.merge.field_open"
		}
		s.say(id, map[string]any{
			"Field": l.Field.Head(app.RU), "Keep": p.Words(l.Field, l.Kept), "Drop": p.Words(l.Field, l.Gone),
			"Value": p.Words(l.Field, l.Value()), "Why": l.Why.In(app.RU),
		})
	}
}
