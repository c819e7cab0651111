package i18n

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"technopark/app"

	"github.com/BurntSushi/toml"
)

// The data file keeps what each step of undo is called, as it was called when it was taken: by a
// window of one language, for a reader of the other. We recognise the names that the program gives
// and say them anew; what somebody typed in them stays.

// stepIDs begin the ids of messages that name steps, and of those that stand in such a name.
var stepIDs = []string{"step.", "ui.collect.step.", "common.history.step_", "ui.many.changed", "ui.many.copied", "ui.many.deleted", "ui.count.", "ui.collect.answer", "common.records"}

// stepForm is one message that may be the name of a step, in one language.
type stepForm struct {
	id      string
	pattern *regexp.Regexp
	names   []string // of its groups
	counted bool     // it has plural forms
}

// stepForms are all such messages, the longest wording first: it says most.
var stepForms = sync.OnceValue(func() []stepForm {
	var forms []stepForm
	size := map[*regexp.Regexp]int{}
	for _, lang := range []app.Lang{app.RU, app.EN} {
		raw, err := messageFiles.ReadFile("active." + string(lang) + ".toml")
		var messages map[string]any
		if err != nil || toml.Unmarshal(raw, &messages) != nil {
			continue // NewCatalog has refused it
		}
		for id, message := range messages {
			if !slices.ContainsFunc(stepIDs, func(begin string) bool { return strings.HasPrefix(id, begin) }) {
				continue
			}
			wordings, counted := []any{message}, false
			if plural, ok := message.(map[string]any); ok {
				wordings, counted = slices.Collect(maps.Values(plural)), true
			}
			for _, wording := range wordings {
				text, _ := wording.(string)
				if form, ok := newStepForm(id, text, counted); ok {
					forms = append(forms, form)
					size[form.pattern] = len(text)
				}
			}
		}
	}
	slices.SortFunc(forms, func(a, b stepForm) int {
		if by := size[b.pattern] - size[a.pattern]; by != 0 {
			return by
		}
		return strings.Compare(a.id, b.id)
	})
	return forms
})

var stepHole = regexp.MustCompile(`\{\{\s*\.(\w+)\s*\}\}`)

// newStepForm makes a pattern of a wording; false for one with a condition in it.
func newStepForm(id, text string, counted bool) (stepForm, bool) {
	form := stepForm{id: id, counted: counted}
	var pattern strings.Builder
	at := 0
	for _, hole := range stepHole.FindAllStringSubmatchIndex(text, -1) {
		pattern.WriteString(regexp.QuoteMeta(text[at:hole[0]]) + "(.+)")
		form.names = append(form.names, text[hole[2]:hole[3]])
		at = hole[1]
	}
	rest := text[at:]
	if strings.Contains(text[:at], "{{if") || strings.Contains(rest, "{{") || text == "" {
		return stepForm{}, false
	}
	form.pattern = regexp.MustCompile("^" + pattern.String() + regexp.QuoteMeta(rest) + "$")
	return form, true
}

// Step says what a step of undo is called, as the data file has it, in the language of the printer.
func (p *Printer) Step(what string) string {
	if said, ok := p.described(what); ok {
		return said
	}
	if said, ok := p.recognised(what); ok {
		return said
	}
	return what
}

// recognised says a text that is one of the messages of stepForms.
func (p *Printer) recognised(text string) (string, bool) {
	for _, form := range stepForms() {
		found := form.pattern.FindStringSubmatch(text)
		if found == nil {
			continue
		}
		data := map[string]any{}
		for i, name := range form.names {
			data[name] = p.inside(found[i+1])
		}
		if !form.counted {
			return p.T(form.id, data), true
		}
		digits, _ := data["N"].(string)
		if n, ok := app.ParseWritten(digits, 1, app.EN); ok {
			delete(data, "N")
			return p.N(form.id, int(n), data), true
		}
	}
	return "", false
}

// inside says what stands in the name of a step: a count, a period, a kind of records, what a record is
// called; anything else stays.
func (p *Printer) inside(text string) string {
	if period, ok := app.ParsePeriod(text); ok && !period.Zero() && strings.Contains(text, " ") {
		return period.In(p.lang)
	}
	if said, ok := p.recognised(text); ok {
		return said
	}
	return p.kind(text)
}

var kindAndTitle = regexp.MustCompile(`^([^«»“”]+) ([«“].+[»”])$`)

// kind says what kind of record a text begins with: «Резидент «Альфа»», «Резиденты».
func (p *Printer) kind(text string) string {
	name, title := text, ""
	if found := kindAndTitle.FindStringSubmatch(text); found != nil {
		name, title = found[1], found[2]
	}
	for _, t := range app.Types() {
		for _, word := range []app.Text{t.One, t.Many} {
			if name != word.RU && name != word.EN {
				continue
			}
			if title == "" {
				return word.In(p.lang)
			}
			return word.In(p.lang) + " " + app.QuotedIn(unquoted(title), p.lang)
		}
	}
	return text
}

// unquoted takes the marks round a text away.
func unquoted(text string) string {
	runes := []rune(text)
	return string(runes[1 : len(runes)-1])
}

// The words by which the data file calls a change of one record: see storage.
var described = map[string]app.Text{
	"добавление: ": app.L("добавление: ", "addition: "), "удаление: ": app.L("удаление: ", "deletion: "), "изменение: ": app.L("изменение: ", "change: "),
}

var andMore = regexp.MustCompile(` и ещё (\d+)$`)

// described says what the data file calls a change of one record: «изменение: Резидент «Альфа» —
// Выручка, Налоги и ещё 2».
func (p *Printer) described(what string) (string, bool) {
	for begin, words := range described {
		rest, ok := strings.CutPrefix(what, begin)
		if !ok {
			continue
		}
		at := strings.LastIndex(rest, "» — ")
		if at < 0 {
			return words.In(p.lang) + p.kind(rest), true
		}
		record, labels := rest[:at+len("»")], rest[at+len("» — "):]
		return words.In(p.lang) + p.kind(record) + " — " + p.labels(record, labels), true
	}
	return "", false
}

// labels says the names of fields of a record, and of how many more.
func (p *Printer) labels(record, labels string) string {
	more := ""
	if found := andMore.FindStringSubmatch(labels); found != nil {
		labels = strings.TrimSuffix(labels, found[0])
		n, _ := strconv.Atoi(found[1])
		more = app.L(found[0], " and "+wholeNumber(int64(n), app.EN)+" more").In(p.lang)
	}
	for _, t := range app.Types() {
		if !strings.HasPrefix(record, t.One.RU+" ") {
			continue
		}
		for _, f := range t.Stored() { // a name may have a comma in it
			if all := ", " + labels + ","; strings.Contains(all, ", "+f.Label.RU+",") {
				labels = strings.TrimSuffix(strings.TrimPrefix(strings.Replace(all, ", "+f.Label.RU+",", ", "+f.Label.In(p.lang)+",", 1), ", "), ",")
			}
		}
	}
	return labels + more
}
