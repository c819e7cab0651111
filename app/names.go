package app

import (
	"errors"
	"slices"
	"strings"
)

// Named is a record that others may refer to and what people call it.
type Named struct {
	ID    int64  // of the record
	Title string // what people call it
}

// Names tells the records of each type apart by what people call them. It leads both
// ways: Title is a Titles and Find a Finder, and what one writes the other reads. Each
// type is listed once, when it is first asked for.
type Names struct {
	list  func(typeKey string) []Named
	rolls map[string]*roll
}

// roll is the names of one type.
type roll struct {
	named   []Named       // titles that are shared have the number of the record behind them
	folded  []string      // of named
	byID    map[int64]int // index in named
	byName  map[string][]int
	byPlain map[string][]int // nil until it is asked for; see sharing // indices in named by folded title
}

// NewNames returns the names of the records that list returns for a type, in the order in
// which they are to be offered. A nil list names nothing.
func NewNames(list func(typeKey string) []Named) *Names {
	return &Names{list, map[string]*roll{}}
}

// NameError says that a name fits no record, or several.
type NameError struct {
	Name       string   // that was typed
	Type       string   // key of the type the record should be of
	Candidates []string // titles of the first few that fit; none when nothing does
	More       int      // how many others fit
}

// Error says the fault for logs.
func (e *NameError) Error() string {
	if len(e.Candidates) == 0 {
		return "no " + e.Type + " is called “" + e.Name + "”"
	}
	return "“" + e.Name + "” may be " + strings.Join(e.Candidates, ", ")
}

func (n *Names) of(typeKey string) *roll {
	if known, ok := n.rolls[typeKey]; ok {
		return known
	}
	r := &roll{byID: map[int64]int{}, byName: map[string][]int{}}
	if n.list != nil {
		r.named = slices.Clone(n.list(typeKey))
	}
	n.rolls[typeKey] = r
	r.tellApart()
	for i, named := range r.named {
		r.byID[named.ID] = i
		r.byName[r.folded[i]] = append(r.byName[r.folded[i]], i)
	}
	return r
}

// tellApart puts the number of the record behind a title that another has too, «Альфа
// (№ 12)», and in place of none.
func (r *roll) tellApart() {
	r.folded = make([]string, len(r.named))
	shared := map[string]int{}
	for i, named := range r.named {
		r.folded[i] = Fold(named.Title)
		shared[r.folded[i]]++
	}
	for i := range r.named {
		named := &r.named[i]
		switch {
		case r.folded[i] == "":
			named.Title = numbered(named.ID)
		case shared[r.folded[i]] > 1:
			named.Title += " (" + numbered(named.ID) + ")"
		default:
			continue
		}
		r.folded[i] = Fold(named.Title)
	}
}

// All returns the records of a type by the names that tell them apart.
func (n *Names) All(typeKey string) []Named { return n.of(typeKey).named }

// Title returns the name that tells the record apart, «» when there is no such record.
func (n *Names) Title(typeKey string, id int64) string {
	r := n.of(typeKey)
	if i, ok := r.byID[id]; ok {
		return r.named[i].Title
	}
	return ""
}

// Find returns the record that is called so, without regard to case, quotation marks,
// spaces and look-alike letters.
func (n *Names) Find(typeKey, name string) (int64, error) {
	r := n.of(typeKey)
	return r.only(typeKey, name, r.byName[Fold(name)])
}

// Guess is Find for one who sees what is found: a part of the name is enough where it
// fits one record.
func (n *Names) Guess(typeKey, name string) (int64, error) {
	r := n.of(typeKey)
	return r.only(typeKey, name, r.matching(name))
}

// Matching returns the records whose names hold every word of the text, or the one that
// is called exactly so.
func (n *Names) Matching(typeKey, text string) []Named {
	r := n.of(typeKey)
	var found []Named
	for _, i := range r.matching(text) {
		found = append(found, r.named[i])
	}
	return found
}

func (r *roll) matching(text string) []int {
	folded := Fold(text)
	if exact := r.byName[folded]; len(exact) > 0 {
		return exact
	}
	words := strings.Fields(folded)
	var found []int
	for i, name := range r.folded {
		if HoldsAll(name, words) {
			found = append(found, i)
		}
	}
	return found
}

// HoldsAll reports whether a folded text holds every one of the folded words.
func HoldsAll(folded string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(folded, w) {
			return false
		}
	}
	return true
}

// mostCandidates is how many records a message names.
const mostCandidates = 5

func (r *roll) only(typeKey, name string, found []int) (int64, error) {
	if len(found) == 1 {
		return r.named[found[0]].ID, nil
	}
	if len(found) == 0 && typeKey != "" {
		found = r.sharing(name)
	}
	fault := &NameError{Name: name, Type: typeKey}
	for _, i := range found[:min(len(found), mostCandidates)] {
		fault.Candidates = append(fault.Candidates, r.named[i].Title)
	}
	fault.More = len(found) - len(fault.Candidates)
	return 0, fault
}

// sharing returns the records that were called so before they were told apart. They are gathered
// when first asked for: an import asks of thousands of names that are in no list.
func (r *roll) sharing(name string) []int {
	if r.byPlain == nil {
		r.byPlain = map[string][]int{}
		for i, folded := range r.folded {
			const letter = "а"
			number := strings.TrimPrefix(Fold(letter+" ("+numbered(r.named[i].ID)+")"), Fold(letter))
			if plain, told := strings.CutSuffix(folded, number); told && plain != "" {
				r.byPlain[plain] = append(r.byPlain[plain], i)
			}
		}
	}
	return r.byPlain[Fold(name)]
}

// nameFault says in the user's words why no one record was found.
func (f Field) nameFault(err error) error {
	var fault *NameError
	if !errors.As(err, &fault) {
		return err
	}
	many := Text{}
	if t := TypeByKey(f.Ref); t != nil {
		many = t.Many
	}
	if len(fault.Candidates) == 0 {
		return f.fault(Quoted(fault.Name)+" нет в списке «"+many.RU+"»; выберите запись из списка или сначала добавьте её",
			"“"+fault.Name+"” is not in the list “"+many.In(EN)+"”; choose a record from the list or add it first")
	}
	ru, en := make([]string, len(fault.Candidates)), make([]string, len(fault.Candidates))
	for i, title := range fault.Candidates {
		ru[i], en[i] = Quoted(title), "“"+title+"”"
	}
	if fault.More > 0 {
		ru, en = append(ru, "…"), append(en, "…")
	}
	return f.fault(Quoted(fault.Name)+" подходит к нескольким записям: "+strings.Join(ru, ", ")+"; укажите одну из них",
		"“"+fault.Name+"” fits several records: "+strings.Join(en, ", ")+"; name one of them")
}
