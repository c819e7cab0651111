package regulation

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"technopark/app"
	"technopark/app/formula"
)

// setting is one thing of a part that can be edited, and where the file has it.
type setting struct {
	field app.Field
	key   string                                      // in the file
	read  func(tree map[string]any, p Part) any       // nil for nothing
	write func(w *writer, p Part, value string) error // the fault has the words of Say
}

// form is how a value is written in the file.
type form func(value string) (literal string, err error)

func textForm(value string) (string, error) { return formula.Quote(value), nil }

func numberForm(value string) (string, error) {
	x, err := strconv.ParseFloat(strings.NewReplacer(",", ".", app.NBSP, "", " ", "", "−", "-").Replace(value), 64)
	if err != nil || math.IsNaN(x) || math.IsInf(x, 0) {
		return "", formula.Say("здесь нужно число, например 0,5", "a number is needed here, as 0.5")
	}
	return formula.Literal(x), nil
}

func wholeForm(value string) (string, error) {
	n, err := strconv.ParseInt(strings.TrimSpace(value), 10, 32)
	if err != nil {
		return "", formula.Say("здесь нужно целое число", "a whole number is needed here")
	}
	return strconv.FormatInt(n, 10), nil
}

func yesForm(value string) (string, error) { return strconv.FormatBool(value == yes), nil }

// literalOf writes a value; nothing stays nothing.
func literalOf(value string, as form) (string, error) {
	if value == "" {
		return "", nil
	}
	return as(value)
}

// where tells the spot of a part; make adds what the spot needs when a value is to be put there.
type where struct {
	spot func(tree map[string]any, p Part, key string) formula.Spot
	make func(w *writer, p Part) error
	tidy func(w *writer, p Part) error
}

func inTable(name string) where {
	return where{spot: func(_ map[string]any, _ Part, key string) formula.Spot {
		return formula.Spot{Table: name, Nth: formula.Single, Key: key}
	}}
}

func inHead() where {
	return where{spot: func(_ map[string]any, _ Part, key string) formula.Spot { return formula.Spot{Key: key} }}
}

func inTables(name string) where {
	return where{spot: func(_ map[string]any, p Part, key string) formula.Spot {
		return formula.Spot{Table: name, Nth: p.nth, Key: key}
	}}
}

func inTerm() where {
	return where{spot: func(_ map[string]any, p Part, key string) formula.Spot {
		return formula.Spot{Table: "term." + p.Code, Nth: formula.Single, Key: key}
	}}
}

const nodes = "rating.node"

// inNode is the [[rating.node]] of the part's code, which is there only where it says something.
func inNode() where {
	spot := func(tree map[string]any, p Part, key string) formula.Spot {
		all := tables(tree, nodes)
		nth := slices.IndexFunc(all, func(n map[string]any) bool { return typed(n["code"]) == p.Code })
		if nth < 0 {
			nth = len(all)
		}
		return formula.Spot{Table: nodes, Nth: nth, Key: key}
	}
	return where{
		spot: spot,
		make: func(w *writer, p Part) error {
			if at(w.said(), spot(w.said(), p, "code")) != nil {
				return nil
			}
			return w.patch(spot(w.said(), p, "code"), formula.Quote(p.Code))
		},
		tidy: func(w *writer, p Part) error {
			s := spot(w.said(), p, "code")
			if all := tables(w.said(), nodes); s.Nth < len(all) && len(all[s.Nth]) == 1 {
				return w.drop(nodes, s.Nth)
			}
			return nil
		},
	}
}

// put writes a literal where a part has it; an empty one takes it away.
func (in where) put(w *writer, p Part, key, literal string) error {
	if literal != "" && in.make != nil {
		if err := in.make(w, p); err != nil {
			return err
		}
	}
	if err := w.patch(in.spot(w.said(), p, key), literal); err != nil {
		return err
	}
	if literal == "" && in.tidy != nil {
		return in.tidy(w, p)
	}
	return nil
}

// plain is a value that stands for itself.
func plain(field app.Field, in where, key string, as form) setting {
	return setting{
		field: field, key: key,
		read: func(tree map[string]any, p Part) any { return at(tree, in.spot(tree, p, key)) },
		write: func(w *writer, p Part, value string) error {
			literal, err := literalOf(value, as)
			if err != nil {
				return err
			}
			return in.put(w, p, key, literal)
		},
	}
}

// ofPair is one of two numbers in square brackets, the first or the second.
func ofPair(field app.Field, in where, key string, which int) setting {
	return setting{
		field: field, key: key,
		read: func(tree map[string]any, p Part) any {
			if pair, ok := at(tree, in.spot(tree, p, key)).([]any); ok && which < len(pair) {
				return pair[which]
			}
			return nil
		},
		write: func(w *writer, p Part, value string) error {
			literal, err := literalOf(value, numberForm)
			if err != nil {
				return err
			}
			pair, _ := at(w.said(), in.spot(w.said(), p, key)).([]any)
			return in.put(w, p, key, pairWith(pair, which, literal))
		},
	}
}

// pairWith writes a pair with another number in it, or without it; one number alone is what is
// refused later, with the reason.
func pairWith(pair []any, which int, literal string) string {
	var written []string
	for _, x := range pair {
		written = append(written, strings.Replace(typed(x), ",", ".", 1))
	}
	switch {
	case literal == "" && len(written) > 0:
		i := min(which, len(written)-1)
		written = slices.Delete(written, i, i+1)
	case literal == "":
	case which < len(written) && len(written) == 2:
		written[which] = literal
	case which == 0:
		written = append([]string{literal}, written...)
	default:
		written = append(written, literal)
	}
	if len(written) == 0 {
		return ""
	}
	return "[" + strings.Join(written, ", ") + "]"
}

// inside is a value of a table in braces: normalise = { by = "zscore" }.
func inside(field app.Field, in where, key, sub string, as form) setting {
	return setting{
		field: field, key: key,
		read: func(tree map[string]any, p Part) any {
			own, _ := at(tree, in.spot(tree, p, key)).(map[string]any)
			return own[sub]
		},
		write: func(w *writer, p Part, value string) error {
			literal, err := literalOf(value, as)
			if err != nil {
				return err
			}
			return in.put(w, p, key, bracesWith(own(w, in, p, key), sub, literal))
		},
	}
}

// insidePair is ofPair in a table in braces.
func insidePair(field app.Field, in where, key, sub string, which int) setting {
	s := inside(field, in, key, sub, nil)
	whole := s.read
	s.read = func(tree map[string]any, p Part) any {
		if pair, ok := whole(tree, p).([]any); ok && which < len(pair) {
			return pair[which]
		}
		return nil
	}
	s.write = func(w *writer, p Part, value string) error {
		literal, err := literalOf(value, numberForm)
		if err != nil {
			return err
		}
		pair, _ := whole(w.said(), p).([]any)
		return in.put(w, p, key, bracesWith(own(w, in, p, key), sub, pairWith(pair, which, literal)))
	}
	return s
}

func own(w *writer, in where, p Part, key string) map[string]any {
	own, _ := at(w.said(), in.spot(w.said(), p, key)).(map[string]any)
	return own
}

// bracesWith writes a table in braces with another value in it; nothing when nothing is left.
func bracesWith(table map[string]any, sub, literal string) string {
	written := map[string]string{}
	for key, value := range table {
		written[key] = tomlOf(value)
	}
	if written[sub] = literal; literal == "" {
		delete(written, sub)
	}
	if len(written) == 0 {
		return ""
	}
	// «by» says what the rest belongs to.
	keys := slices.SortedFunc(maps.Keys(written), func(a, b string) int {
		return cmp.Or(strings.Compare(order(a), order(b)), strings.Compare(a, b))
	})
	for i, key := range keys {
		keys[i] = key + " = " + written[key]
	}
	return "{ " + strings.Join(keys, ", ") + " }"
}

func order(key string) string {
	if key == "by" {
		return "0"
	}
	return "1"
}

// tomlOf writes a value of a table in braces.
func tomlOf(value any) string {
	switch v := value.(type) {
	case string:
		return formula.Quote(v)
	case bool:
		return strconv.FormatBool(v)
	case []any:
		parts := make([]string, len(v))
		for i, x := range v {
			parts[i] = tomlOf(x)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	return strings.Replace(typed(value), ",", ".", 1)
}
