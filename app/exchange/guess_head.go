package exchange

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"technopark/app"
)

// headReader recognises the heads of the columns of a table of records of a type.
type headReader struct {
	t       *app.Type
	labels  map[string]string // targets by the labels of their fields, folded
	called  map[string]string // targets by their other names; see calledOf
	derived map[string]bool   // what the program computes itself
	longest []string          // names of called, the longest first
	// prefixes are what the keys of targets begin with: of the record itself, of those that belong to it.
	prefixes []string
}

func newHeadReader(t *app.Type) *headReader {
	h := &headReader{t: t, labels: map[string]string{}, called: calledOf()[t.Key], derived: map[string]bool{}, prefixes: []string{""}}
	for _, part := range parts(t) {
		h.prefixes = append(h.prefixes, part.Key+".")
	}
	shared := map[string]bool{}
	for _, target := range Targets(t) {
		for _, lang := range []app.Lang{app.RU, app.EN} {
			name := wordsOf(target.Field.Label.In(lang))
			if target.Part {
				name = wordsOf(target.Type.One.In(lang) + " " + target.Field.Label.In(lang))
			}
			if other, known := h.labels[name]; known && other != target.Key {
				shared[name] = true
			}
			h.labels[name] = target.Key
		}
	}
	for name := range shared {
		delete(h.labels, name)
	}
	for _, f := range t.Fields {
		if f.Derived {
			h.derived[wordsOf(f.Label.RU)], h.derived[wordsOf(f.Label.In(app.EN))] = true, true
		}
	}
	for name := range h.called {
		h.longest = append(h.longest, name)
	}
	slices.SortFunc(h.longest, func(a, b string) int {
		if n := utf8.RuneCountInString(b) - utf8.RuneCountInString(a); n != 0 {
			return n
		}
		return strings.Compare(a, b)
	})
	return h
}

// recognised is what a head means.
type recognised struct {
	fields []string
	unit   int
	why    Why
	unsaid bool   // money of an unknown unit
	beside string // what a head says beside the name of the field, in words
}

// read recognises one head; its Why is WhyNone where it says nothing.
func (h *headReader) read(head string) recognised {
	if words := wordsOf(head); words == wordsOf(numberName.RU) || words == wordsOf(numberName.In(app.EN)) {
		return recognised{why: WhyNumbers}
	}
	name, unit := splitHead(head)
	words := wordsOf(name)
	if words == "" || utf8.RuneCountInString(words) > 200 {
		return recognised{}
	}
	if h.derived[words] {
		return recognised{why: WhyDerived}
	}
	for _, try := range []string{wordsOf(head), words} {
		if key, ok := h.labels[try]; ok {
			return h.inUnit(key, unit, WhyLabel)
		}
	}
	for _, try := range []string{wordsOf(head), words} {
		if key, ok := h.called[try]; ok {
			if target, _ := TargetOf(h.t, key); target.Field.Kind == app.KindRef && strings.HasPrefix(try, wordsOf("инн")) {
				return h.inUnit(key, unit, WhyLabel) // a number finds a record more surely than a name beside it
			}
			return h.inUnit(key, unit, WhyCalled)
		}
	}
	if key := h.numbered(wordsOf(head)); key != "" && h.pair(wordsOf(head)) == nil {
		return recognised{fields: []string{key}, why: WhyLike}
	}
	if pair := h.pair(wordsOf(head)); pair != nil {
		return recognised{fields: pair, why: WhyCalled}
	}
	padded := " " + words + " "
	for _, other := range h.longest {
		if utf8.RuneCountInString(other) >= leastAlike && strings.Contains(padded, " "+other+" ") {
			found := h.inUnit(h.called[other], unit, WhyLike)
			found.beside = strings.Replace(padded, " "+other+" ", " ", 1)
			return found
		}
	}
	return recognised{}
}

// numbered returns the field of the number of the state that a head names by its short name, whatever else
// stands there: «Основной вид деятельности (ОКВЭД)».
func (h *headReader) numbered(words string) string {
	for _, key := range []string{"inn", "ogrn", "okved", "kpp"} {
		target, ok := TargetOf(h.t, key)
		if ok && strings.Contains(" "+words+" ", " "+wordsOf(target.Field.Scheme.Short())+" ") {
			return key
		}
	}
	return ""
}

// readJoined recognises the head of a column whose lines were joined; where they mean nothing together, the
// lowest alone may.
func (h *headReader) readJoined(joined, lowest string) recognised {
	found := h.read(joined)
	if found.why != WhyNone && found.why != WhyLike || lowest == "" || lowest == joined {
		return found
	}
	if alone := h.read(lowest); alone.why == WhyLabel || alone.why == WhyCalled {
		alone.why, alone.beside = WhyLike, strings.TrimSuffix(wordsOf(joined), wordsOf(lowest))
		return alone
	}
	return found
}

// lowest returns what stands over the columns in the last row of a head.
func lowest(rows []Row) map[int]string {
	all := map[int]string{}
	if len(rows) > 1 {
		for _, cell := range rows[len(rows)-1].Cells {
			all[cell.Column] = app.Clean(cell.Text)
		}
	}
	return all
}

// leastAlike is how long a name has to be that is looked for inside a head.
const leastAlike = 4

// inUnit settles in which unit a column with a field is.
func (h *headReader) inUnit(key, unit string, why Why) recognised {
	target, _ := TargetOf(h.t, key)
	out := recognised{fields: []string{key}, why: why}
	switch {
	case !target.Field.Kind.Number() && !(unit == "" || isUnit(unit)):
	case !target.Field.Kind.Number() && unit != "" && why != WhyLabel && strings.ContainsAny(unit, "₽%"):
		return recognised{why: WhyUnit}
	case unit == "":
		out.unsaid = target.Field.Kind == app.KindMoney
	case target.Field.Kind.Number():
		at := unitNamed(target.Field, unit)
		if _, err := target.Field.Read("1 "+unit, nil); at < 0 && err == nil {
			at = 0
		}
		if at < 0 {
			return recognised{why: WhyUnit}
		}
		out.unit = at
	}
	return out
}

// pairs are the things that people put into one cell, as their heads begin: the first and the second.
var pairs = []struct {
	words  []string // of the head, all of them
	fields [2]string
}{
	{[]string{"инн", "кпп"}, [2]string{"inn", "kpp"}},
	{[]string{"телефон", "email"}, [2]string{"phone", "email"}},
	{[]string{"телефон", "почта"}, [2]string{"phone", "email"}},
	{[]string{"тел", "e mail"}, [2]string{"phone", "email"}},
	{[]string{"контакт", "телефон"}, [2]string{"contact", "phone"}},
	{[]string{"фио", "телефон"}, [2]string{"contact", "phone"}},
	{[]string{"номер", "дата договора"}, [2]string{"number", "signed"}},
	{[]string{"№", "дата договора"}, [2]string{"number", "signed"}},
	{[]string{"договор", "№", "дата"}, [2]string{"number", "signed"}},
	{[]string{"реквизиты договора"}, [2]string{"number", "signed"}},
	{[]string{"номер и дата"}, [2]string{"number", "signed"}},
	{[]string{"№ и дата"}, [2]string{"number", "signed"}},
}

// pair returns the two fields that share the cells under a head; nil for one field or none.
func (h *headReader) pair(words string) []string {
	for _, p := range pairs {
		if !slices.ContainsFunc(p.words, func(w string) bool { return !strings.Contains(words, wordsOf(w)) }) {
			for _, before := range h.prefixes {
				_, one := TargetOf(h.t, before+p.fields[0])
				_, two := TargetOf(h.t, before+p.fields[1])
				if one && two {
					return []string{before + p.fields[0], before + p.fields[1]}
				}
			}
		}
	}
	return nil
}

// splitHead parts a head into the name and the unit that stands after its last comma or in its last
// brackets.
func splitHead(head string) (name, unit string) {
	head = strings.TrimRight(app.Clean(head), " *¹:.")
	if at := strings.LastIndexByte(head, '('); at > 0 && strings.HasSuffix(head, ")") {
		if inside := strings.Trim(head[at+1:len(head)-1], " ."); isUnit(inside) {
			return strings.TrimSpace(head[:at]), inside
		}
	}
	for at := strings.IndexAny(head, ",;"); at >= 0; {
		if rest := strings.TrimSpace(head[at+1:]); isUnit(rest) {
			return strings.TrimSpace(head[:at]), rest
		}
		next := strings.IndexAny(head[at+1:], ",;")
		if next < 0 {
			break
		}
		at += 1 + next
	}
	if words := strings.Fields(head); len(words) > 1 {
		for n := min(3, len(words)-1); n > 0; n-- {
			if rest := strings.Join(words[len(words)-n:], " "); isMeasure(rest) {
				return strings.TrimRight(strings.Join(words[:len(words)-n], " "), " ,-–—"), rest
			}
		}
	}
	return head, ""
}

// isMeasure reports the units that stand behind a name without any mark.
func isMeasure(text string) bool {
	return slices.Contains([]string{"м2", "квм", "тысруб", "млнруб", "руб", "чел", "тыср", "%", "га", "₽", "тыс₽", "млн₽"}, unitKey(text))
}

// joinHeads joins the rows of a head into one text for each column. What stands over several
// columns in one of the upper rows is of all that have something under it and nothing beside it.
func joinHeads(rows []Row) map[int]string {
	joined := map[int]string{}
	if len(rows) == 0 {
		return joined
	}
	texts := make([]map[int]string, len(rows))
	for i, row := range rows {
		texts[i] = map[int]string{}
		for _, cell := range row.Cells {
			texts[i][cell.Column] = app.Clean(cell.Text)
		}
	}
	for i := range len(rows) - 1 { // carry to the right what is over several columns
		over := ""
		for _, column := range columnsOf(rows) {
			under := texts[i+1][column]
			switch {
			case texts[i][column] != "":
				over = texts[i][column]
				if under == "" {
					over = "" // it stands over itself alone
				}
			case over != "" && under != "":
				texts[i][column] = over
			default:
				over = ""
			}
		}
	}
	for i := range texts {
		for column, text := range texts[i] {
			switch before := joined[column]; {
			case text == "" || strings.EqualFold(before, text):
			case before == "":
				joined[column] = text
			case isUnit(text) || isMeasure(text):
				joined[column] = before + ", " + text
			default:
				joined[column] = before + " " + text
			}
		}
	}
	return joined
}

// columnsOf returns the columns in which rows have something, from the left.
func columnsOf(rows []Row) []int {
	var all []int
	for _, row := range rows {
		for _, cell := range row.Cells {
			all = append(all, cell.Column)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// isHeadLike reports whether a row may be one of a head: nothing in it is a figure, a day or a number
// of the state.
func isHeadLike(row Row) bool {
	for _, cell := range row.Cells {
		if cell.Kind != Typed || cell.Formula {
			return false
		}
		digits, letters := 0, 0
		for _, r := range cell.Text {
			switch {
			case unicode.IsDigit(r):
				digits++
			case unicode.IsLetter(r):
				letters++
			}
		}
		if digits > letters && digits > 1 {
			return false
		}
	}
	return len(row.Cells) > 0
}

// isNumbering reports the row under a head that numbers its columns: 1 2 3 4.
func isNumbering(row Row) bool {
	if len(row.Cells) < 3 {
		return false
	}
	for i, cell := range row.Cells {
		if n, ok := app.ParseNumber(cell.Text, 1); !ok || n != int64(i+1) {
			return false
		}
	}
	return true
}
