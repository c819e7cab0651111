package formula

import (
	"fmt"
	"reflect"
	"strings"

	"technopark/app"
)

// The types that expressions compute with.
var (
	NumberType = reflect.TypeFor[Number]()
	BoolType   = reflect.TypeFor[bool]()
	DateType   = reflect.TypeFor[app.Date]()
	TextType   = reflect.TypeFor[string]()
)

// Reading is what a name of an expression stands for.
type Reading struct {
	Gives   reflect.Type // nil for a name that is only the head of a longer one
	By      any          // func(scope, name) that reads it; nil: the reader of its type
	Unit    Unit         // of a number; nil when unknown
	Options []app.Option // of a choice: the codes it may be compared with
}

// Vocabulary is what expressions over the records of one type may name. Functions take the scope
// first: a value that sees one record.
type Vocabulary struct {
	Read    func(name string) (r Reading, known bool) // fields and what is read like them
	Words   map[string]any                            // func(scope) by word; nil for the head of longer names
	Helpers map[string]any                            // func(scope, values) by the name used
	AsIs    map[string]any                            // func(scope, name): takes a name and not its value, so one that is missing stops nothing
}

// Language is a vocabulary over scopes of one type, with the readers of fields.
type Language[S any] struct {
	Vocabulary
	Number func(s S, name string) Number   // reads a field of a number
	Flag   func(s S, name string) bool     // reads a field of yes or no
	Text   func(s S, name string) string   // reads a field of a text
	Date   func(s S, name string) app.Date // reads a field of a day
}

// Expression is a compiled condition or value.
type Expression[S any] struct {
	Gives reflect.Type // the type of its value
	Unit  Unit         // of a number; nil when unknown
	Texts []Compared   // what fields of texts are compared with
	Names []string     // what it reads, in the order met, each once
	Calls []string     // the helpers it calls

	run step[S]
}

// Compared is a field of texts and a text it is compared with: the name of an entry of a
// dictionary that staff edit.
type Compared struct {
	Name string // of the field, as the expression writes it
	Text string // as it is written between the quotes
}

// UnknownName is the fault of an expression that names what is not there.
type UnknownName struct {
	Name string // as it stands in the expression
}

// Error names it.
func (e *UnknownName) Error() string { return fmt.Sprintf("unknown name %q", e.Name) }

// Compile compiles source. A name that is not in the language is an *UnknownName; another
// fault has the words of Say, with its position.
func (l *Language[S]) Compile(source string) (*Expression[S], error) {
	tree, err := Parse(source)
	if err != nil {
		return nil, err
	}
	var texts []Compared
	means, err := inspector{&l.Vocabulary, &texts}.meaning(tree)
	if err != nil {
		return nil, err
	}
	b := &builder[S]{language: l}
	return &Expression[S]{Gives: means.gives, Unit: means.unit, Texts: texts, run: b.build(tree), Names: b.names, Calls: b.calls}, nil
}

// has reports the names that may be used besides those that are read.
func (v *Vocabulary) has(source string) bool {
	_, helper := v.Helpers[source]
	_, whole := v.AsIs[source]
	_, word := v.Words[source]
	return helper || whole || word
}

// resultOf returns the type of what a function gives.
func resultOf(function any) reflect.Type { return reflect.TypeOf(function).Out(0) }

// ReadingOf returns how a field is read.
func ReadingOf(f app.Field) Reading {
	switch f.Kind {
	case app.KindCount, app.KindQuantity, app.KindMoney:
		return Reading{Gives: NumberType, Unit: UnitOf(f.Unit)}
	case app.KindBool:
		return Reading{Gives: BoolType}
	case app.KindDate:
		return Reading{Gives: DateType}
	case app.KindText, app.KindNote, app.KindID, app.KindChoice, app.KindRefs:
		return Reading{Gives: TextType, Options: f.Options}
	}
	return Reading{}
}

// FieldKeys lists the fields of a type, for the text of a fault.
func FieldKeys(t *app.Type) string {
	keys := make([]string, len(t.Fields))
	for i, f := range t.Fields {
		keys[i] = f.Key
	}
	return strings.Join(keys, ", ")
}
