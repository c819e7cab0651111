package check

import (
	"strings"

	"technopark/app"
)

// RuleInfo is a rule for people to read.
type RuleInfo struct {
	ID      string      // as findings name it
	Level   Level       // of its findings
	Type    *app.Type   // of the records it looks at
	Fields  []app.Field // those its findings stand at
	Asks    string      // the condition as the profile writes it; else the form of the rule
	Message app.Text    // with its names in braces
}

// Outline returns the rules in the order of the profile, each once for each type of records.
func (p *Profile) Outline() []RuleInfo {
	var all []RuleInfo
	for _, r := range p.rules {
		if n := len(all); n > 0 && all[n-1].ID == r.id && all[n-1].Type == r.of {
			all[n-1].Fields = append(all[n-1].Fields, r.field)
			continue
		}
		all = append(all, RuleInfo{
			ID: r.id, Level: r.level, Type: r.of, Fields: []app.Field{r.field}, Asks: r.asks(), Message: app.L(r.message.ru, r.message.en),
		})
	}
	return all
}

func (r *rule) asks() string {
	switch {
	case r.unique:
		return "unique"
	case len(r.same) > 0:
		return "same " + strings.Join(keysOf(r.same), ", ")
	case r.quarters != "":
		return "quarters " + r.quarters
	case r.proved:
		return "proved"
	case r.frozen:
		return "frozen"
	case r.overlap != nil:
		return "overlap " + strings.Join([]string{r.overlap.shared.Key, r.overlap.from.Key, r.overlap.to.Key}, ", ")
	case r.needs != nil:
		return "needs " + r.needs.report.Key
	}
	return r.holds.holds.source
}

func keysOf(fields []app.Field) []string {
	keys := make([]string, len(fields))
	for i, f := range fields {
		keys[i] = f.Key
	}
	return keys
}
