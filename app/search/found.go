package search

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"technopark/app"
)

// Ranks of what was found, the best first.
const (
	rankEqual  = iota // it is called so
	rankWhole         // its name has the words whole
	rankBegins        // its name has words that begin so
	rankWithin        // the words are in its other texts
)

// hit is something that was found, not written out yet.
type hit struct {
	rank   int
	length int // of its name: of equal ones the shorter is meant; less than 0 the more its texts speak of it
	order  int // among its likes
	record app.Place
	item   *known // nil for a record
}

// found returns what a query finds, the best first.
func (f *Finder) found(ctx context.Context, q query, limit int) ([]hit, error) {
	hits, err := f.foundRecords(ctx, q, limit)
	if err != nil {
		return nil, err
	}
	return sorted(append(hits, f.foundItems(q)...)), nil
}

// sorted puts the best first.
func sorted(hits []hit) []hit {
	slices.SortStableFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.length, b.length), cmp.Compare(a.order, b.order))
	})
	return hits
}

// foundItems returns the items that a query finds.
func (f *Finder) foundItems(q query) []hit {
	var hits []hit
	for i := range f.items {
		if rank, ok := q.rank(f.items[i].title, f.items[i].texts); ok {
			h := hit{rank: rank, length: len(f.items[i].title), order: i, item: &f.items[i]}
			if rank == rankWithin {
				h.length = -q.weight(f.items[i].title, f.items[i].parts)
			}
			hits = append(hits, h)
		}
	}
	return hits
}

// withForms adds, behind what has the words as they were typed, the items that have other forms of them: a
// page that says the words once would hide the one that is about them. Records are called by their names, of
// which a form is another name.
func (f *Finder) withForms(hits []hit, forms query) []hit {
	seen := map[*known]bool{}
	for _, h := range hits {
		seen[h.item] = true
	}
	for _, h := range sorted(f.foundItems(forms)) {
		if !seen[h.item] {
			hits = append(hits, h)
		}
	}
	return hits
}

// rank says how well words of a name and of other texts are what is looked for.
func (q query) rank(name, texts []string) (int, bool) {
	if met, whole := q.all(name); whole && len(name) == len(q) {
		return rankEqual, true
	} else if whole {
		return rankWhole, true
	} else if met {
		return rankBegins, true
	}
	for _, w := range q {
		if met, _ := w.met(name); met {
			continue
		}
		if met, _ := w.met(texts); !met {
			return 0, false
		}
	}
	return rankWithin, true
}

// How much more than one word in a text it says that all are in one paragraph, and that the name has
// one with another ending.
const (
	togetherWeight = 10
	namedWeight    = 30
)

// weight says how much texts speak of what is looked for.
func (q query) weight(name []string, parts [][]string) int {
	weight := 0
	for _, w := range q {
		if met, _ := w.shorter().met(name); met {
			weight += namedWeight
		}
	}
	for _, words := range parts {
		all := true
		for _, w := range q {
			n := 0
			for i := range words {
				if met, _ := w.met(words[i : i+1]); met {
					n++
				}
			}
			all, weight = all && n > 0, weight+n
		}
		if all {
			weight += togetherWeight
		}
	}
	return weight
}

// shorter leaves off the last letter of long words: their ending may be another.
func (w ways) shorter() ways {
	cut := slices.Clone(w)
	for i, way := range cut {
		if letters := []rune(way); len(letters) > leastSlip {
			cut[i] = string(letters[:len(letters)-1])
		}
	}
	return cut
}

// asked is how many times as many records are read as are shown, so that the best are among them.
const asked = 4

// foundRecords asks for records three times, from the closest to the loosest, so that in a large
// park the best are not cut off by the limit.
func (f *Finder) foundRecords(ctx context.Context, q query, limit int) ([]hit, error) {
	if f.records == nil {
		return nil, nil
	}
	var hits []hit
	seen := map[app.Place]bool{}
	for _, w := range []app.Wanted{{Words: q.wanted(true), Names: true}, {Words: q.wanted(false), Names: true}, {Words: q.wanted(false)}} {
		w.Park, w.Limit = f.park, asked*limit
		found, err := f.records.FindRecords(ctx, w)
		if err != nil {
			return nil, err
		}
		for _, r := range found {
			place := app.Place{Type: r.Type, ID: r.ID}
			names := strings.Fields(r.Text.Names)
			rank, met := q.rank(names, strings.Fields(r.Text.Rest))
			if seen[place] || !met || app.TypeByKey(r.Type) == nil {
				continue
			}
			seen[place] = true
			hits = append(hits, hit{rank: rank, length: len(names), order: int(r.ID), record: place})
		}
	}
	return hits, nil
}

// wanted writes a query for the index.
func (q query) wanted(whole bool) [][]app.WantedWord {
	all := make([][]app.WantedWord, len(q))
	for i, w := range q {
		for _, way := range w {
			all[i] = append(all[i], app.WantedWord{Text: way, Whole: whole})
		}
	}
	return all
}

// heading is what results stand together by.
type heading struct {
	kind Kind
	typ  string
}

func (h hit) heading() heading {
	if h.item != nil {
		return heading{kind: h.item.Kind}
	}
	return heading{KindRecord, h.record.Type}
}

// groups writes out the best of what was found: of each group some, so that many of one kind do not
// hide the others, and as many more as there is room for.
func (f *Finder) groups(ctx context.Context, q query, hits []hit, limit int) ([]Group, error) {
	var order []heading
	by := map[heading][]hit{}
	for _, h := range hits {
		if by[h.heading()] == nil {
			order = append(order, h.heading())
		}
		by[h.heading()] = append(by[h.heading()], h)
	}
	slices.SortStableFunc(order, func(a, b heading) int {
		return cmp.Or(cmp.Compare(by[a][0].rank, by[b][0].rank), cmp.Compare(slices.Index(kinds, a.kind), slices.Index(kinds, b.kind)), cmp.Compare(typeOrder(a.typ), typeOrder(b.typ)))
	})
	order = order[:min(len(order), limit)]
	room := shares(order, by, limit)
	var groups []Group
	for i, h := range order {
		results, err := f.results(ctx, q, by[h][:room[i]])
		if err != nil {
			return nil, err
		}
		if len(results) > 0 {
			groups = append(groups, Group{Kind: h.kind, Type: app.TypeByKey(h.typ), Results: results, More: room[i] < len(by[h])})
		}
	}
	return groups, nil
}

// typeOrder is where a type stands in the catalogue.
func typeOrder(key string) int {
	return slices.IndexFunc(app.Types(), func(t *app.Type) bool { return t.Key == key })
}

// leastShare is how many results of a group are shown, however many groups there are.
const leastShare = 5

// shares divides the room among the groups: a few for each, the rest from the first on.
func shares(order []heading, by map[heading][]hit, limit int) []int {
	room := make([]int, len(order))
	for _, most := range []int{1, leastShare, limit} {
		for i, h := range order {
			more := min(len(by[h]), most) - room[i]
			more = max(0, min(more, limit))
			room[i], limit = room[i]+more, limit-more
		}
	}
	return room
}

// results writes out what was found of one heading.
func (f *Finder) results(ctx context.Context, q query, hits []hit) ([]Result, error) {
	var all []Result
	var places []app.Place
	for _, h := range hits {
		if h.item != nil {
			all = append(all, Result{Item: h.item.Item, Where: q.passage(h.item)})
			continue
		}
		places = append(places, h.record)
	}
	if len(places) == 0 {
		return all, nil
	}
	records, err := f.records.TitledRecords(ctx, f.lang, places)
	if err != nil {
		return nil, err
	}
	for _, r := range records {
		t := r.Record.Type()
		place := app.Place{Type: t.Key, ID: r.Record.Header().ID}
		all = append(all, Result{Item: Item{Kind: KindRecord, Title: r.Title, Place: place}, Type: t, Where: q.field(r, f.lang)})
	}
	return all, nil
}

// field returns the field of a record that has most of what is looked for and of which the title
// says nothing, with its value; «» when the title has it all.
func (q query) field(r app.Titled, lang app.Lang) string {
	title := app.Words(r.Title)
	var missed query
	for _, w := range q {
		if met, _ := w.met(title); !met {
			missed = append(missed, w)
		}
	}
	best, where := 0, ""
	for _, f := range r.Record.Type().Fields {
		if !f.Searched() {
			continue
		}
		text := app.OneLine(f.Get(r.Record).S)
		words := app.Words(text)
		n := 0
		for _, w := range missed {
			if met, _ := w.met(words); met {
				n++
			}
		}
		if n > best {
			best, where = n, f.Label.In(lang)+": "+missed.around(text)
		}
	}
	return where
}

// passage returns a piece of the texts of an item that has a word of which its title says nothing.
func (q query) passage(k *known) string {
	if met, _ := q.all(k.title); met {
		return ""
	}
	for _, text := range k.Texts {
		for _, w := range q {
			if met, _ := w.met(k.title); met {
				continue
			}
			if met, _ := w.met(app.Words(text)); met {
				return query{w}.around(app.OneLine(text))
			}
		}
	}
	return ""
}

// Of a long text so many letters are shown, and so many of them before the word.
const (
	shownOfText  = 56
	shownOfFront = 16
)

// around returns a text, or the piece of it round the first word that is looked for.
func (q query) around(text string) string {
	runes := []rune(text)
	if len(runes) <= shownOfText {
		return text
	}
	at, met := 0, false
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\u00a0' }) {
		for _, w := range q {
			if is, _ := w.met(app.Words(word)); is {
				met = true
			}
		}
		if met {
			break
		}
		at += len([]rune(word)) + 1
	}
	from := 0
	if met && at > shownOfFront {
		from = min(at-shownOfFront, len(runes))
	}
	upto := min(len(runes), from+shownOfText)
	piece := string(runes[from:upto])
	if from > 0 { // between two words, when there is a place
		_, rest, cut := strings.Cut(piece, " ")
		if cut && at-from > 1 {
			piece = rest
		}
		piece = "…" + piece
	}
	if upto < len(runes) {
		if last := strings.LastIndex(piece, " "); last > len(piece)/2 {
			piece = piece[:last]
		}
		piece += "…"
	}
	return strings.TrimSpace(piece)
}
