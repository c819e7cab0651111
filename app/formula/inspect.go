package formula

import (
	"maps"
	"math/big"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/expr-lang/expr/ast"

	"technopark/app"
)

// meaning is what a part of an expression stands for.
type meaning struct {
	gives   reflect.Type
	unit    Unit         // of a number; nil when unknown
	options []app.Option // of a choice: the codes there are
	literal *string      // of a text written in the expression
	name    string       // of the field it reads
}

// inspector reads the tree of an expression before it is built: what does not fit is said
// with its place, and so is a code that a choice does not have, or a sum of different
// units.
type inspector struct {
	language *Vocabulary
	texts    *[]Compared // what fields are compared with, collected
}

// at says a fault with its place in the expression.
func at(n ast.Node, ru, en string, args ...any) error {
	return Say("позиция %d: "+ru, "position %d: "+en, append([]any{n.Location().From + 1}, args...)...)
}

// signs there are, for the text of a fault.
const knownSigns = "+ - * / == != < <= > >= && || ! in matches"

func (i inspector) meaning(n ast.Node) (meaning, error) {
	switch n := n.(type) {
	case *ast.IntegerNode:
		return number(float64(n.Value))
	case *ast.FloatNode:
		return number(n.Value)
	case *ast.BoolNode:
		return meaning{gives: BoolType}, nil
	case *ast.StringNode:
		return meaning{gives: TextType, literal: &n.Value}, nil
	case *ast.IdentifierNode:
		return i.name(n, n.Value)
	case *ast.MemberNode:
		return i.member(n)
	case *ast.UnaryNode:
		return i.unary(n)
	case *ast.BinaryNode:
		return i.binary(n)
	case *ast.ConditionalNode:
		return i.conditional(n)
	case *ast.CallNode:
		if callee, ok := n.Callee.(*ast.IdentifierNode); ok {
			return i.call(n, callee.Value, n.Arguments)
		}
	case *ast.BuiltinNode:
		return i.call(n, n.Name, n.Arguments)
	}
	return meaning{}, at(n, "«%s» в выражениях не пишут; бывают имена полей, числа, тексты в одинарных кавычках, скобки и знаки %s",
		"“%s” has no place in expressions; there are names of fields, numbers, texts in single quotes, brackets and the signs %s", n, knownSigns)
}

// mostNumber is more than any figure of a park, in any unit.
const (
	mostNumber = 1e15
	mostBits   = 40 // of the denominator: twelve decimals
)

func number(value float64) (meaning, error) {
	n, ok := literal(value)
	if !ok {
		return meaning{}, Say("число не разобрано",
			"the number cannot be read")
	}
	return meaning{gives: NumberType}, Bounded(n.Rat())
}

// Bounded refuses a number of an expression that no figure of a park can come near.
func Bounded(r *big.Rat) error {
	if new(big.Rat).Abs(r).Cmp(new(big.Rat).SetFloat64(mostNumber)) > 0 || r.Denom().BitLen() > mostBits {
		return Say("в выражении число, слишком большое или слишком дробное для показателя",
			"a number of the expression is too large or has too many decimals for an indicator")
	}
	return nil
}

func (i inspector) member(n *ast.MemberNode) (meaning, error) {
	_, isName := n.Node.(*ast.IdentifierNode)
	_, isText := n.Property.(*ast.StringNode)
	if !isName || !isText || n.Optional {
		return meaning{}, at(n, "«%s»: через точку пишут одно поле связанной записи — resident.innovative",
			"“%s”: a point is followed by one field of the linked record, as resident.innovative", n)
	}
	return i.name(n, memberName(n))
}

func headOf(n *ast.MemberNode) string { return n.Node.(*ast.IdentifierNode).Value }

// memberName returns a name with a dot as it is written.
func memberName(n *ast.MemberNode) string {
	return headOf(n) + "." + n.Property.(*ast.StringNode).Value
}

func (i inspector) name(n ast.Node, source string) (meaning, error) {
	if r, known := i.language.Read(source); known {
		if r.Gives == nil {
			return meaning{}, at(n, "«%s» — ссылка или период: сравнивать и складывать можно поля — resident.innovative",
				"“%s” is a link or a period: compare and add fields, as resident.innovative", source)
		}
		return meaning{gives: r.Gives, unit: r.Unit, options: r.Options, name: source}, nil
	}
	if m, known := i.word(source); known {
		return m, nil
	}
	if i.language.has(source) {
		return meaning{}, at(n, "после «%s» чего-то не хватает: у функции — скобок, у записи — поля через точку",
			"something is missing after “%s”: brackets of a function, or a field of a record after a point", source)
	}
	return meaning{}, &UnknownName{source}
}

// word finds a word of the scope itself: days, first_day.
func (i inspector) word(source string) (meaning, bool) {
	by := i.language.Words[source]
	if by == nil {
		return meaning{}, false
	}
	m := meaning{gives: resultOf(by)}
	if source == "days" {
		m.unit = Days()
	}
	return m, true
}

func (i inspector) unary(n *ast.UnaryNode) (meaning, error) {
	m, err := i.meaning(n.Node)
	switch {
	case err != nil:
		return m, err
	case n.Operator == "-" && m.gives == NumberType:
		return m, nil
	case (n.Operator == "!" || n.Operator == "not") && m.gives == BoolType:
		return meaning{gives: BoolType}, nil
	case n.Operator == "-":
		return m, at(n, "минус бывает перед числом, а «%s» — %s",
			"a minus stands before a number, and “%s” is %s", n.Node, kindOf(m.gives))
	case n.Operator == "!" || n.Operator == "not":
		return m, at(n, "«не» (!) бывает перед условием, а «%s» — %s",
			"a not (!) stands before a condition, and “%s” is %s", n.Node, kindOf(m.gives))
	}
	return m, at(n, "знак «%s» здесь лишний",
		"the sign “%s” is out of place", n.Operator)
}

func (i inspector) conditional(n *ast.ConditionalNode) (meaning, error) {
	condition, err := i.meaning(n.Cond)
	if err != nil {
		return meaning{}, err
	}
	yes, err := i.meaning(n.Exp1)
	if err != nil {
		return meaning{}, err
	}
	no, err := i.meaning(n.Exp2)
	switch {
	case err != nil:
		return meaning{}, err
	case condition.gives != BoolType:
		return meaning{}, at(n, "перед «?» нужно условие, а «%s» — %s",
			"“?” needs a condition before it, and “%s” is %s", n.Cond, kindOf(condition.gives))
	case yes.gives != no.gives:
		return meaning{}, at(n, "после «?» и после «:» нужно одно и то же, а «%s» — %s и «%s» — %s",
			"“?” and “:” are followed by the same kind, and “%s” is %s, “%s” is %s", n.Exp1, kindOf(yes.gives), n.Exp2, kindOf(no.gives))
	case yes.unit.Differs(no.unit):
		return meaning{}, at(n, "единицы разные: «%s» — %s, а «%s» — %s",
			"the units differ: “%s” is in %s, “%s” in %s", n.Exp1, yes.unit, n.Exp2, no.unit)
	}
	return meaning{gives: yes.gives, unit: yes.unit}, nil
}

func (i inspector) call(n ast.Node, name string, arguments []ast.Node) (meaning, error) {
	if by, known := i.language.AsIs[name]; known {
		return i.callAsIs(n, name, resultOf(by), arguments)
	}
	by, known := i.language.Helpers[name]
	if !known {
		all := slices.Sorted(maps.Keys(i.language.Helpers))
		all = append(all, slices.Sorted(maps.Keys(i.language.AsIs))...)
		return meaning{}, at(n, "функции «%s» нет; есть: %s",
			"there is no function “%s”; there are: %s", name, strings.Join(all, ", "))
	}
	helper := reflect.TypeOf(by)
	if takes := helper.NumIn() - 1; takes != len(arguments) {
		return meaning{}, at(n, "в скобках у «%s» должно быть значений: %d, а их %d",
			"“%s” takes %d values in brackets, and there are %d", name, takes, len(arguments))
	}
	for k, a := range arguments {
		got, err := i.meaning(a)
		if err != nil {
			return meaning{}, err
		}
		if want := helper.In(k + 1); got.gives != want {
			return meaning{}, at(a, "в скобках у «%s» нужно другое: %s, а «%s» — %s",
				"“%s” takes something else in brackets: %s, and “%s” is %s", name, kindOf(want), a, kindOf(got.gives))
		}
	}
	return meaning{gives: resultOf(by), unit: unitOfHelper(name)}, nil
}

func (i inspector) callAsIs(n ast.Node, name string, gives reflect.Type, arguments []ast.Node) (meaning, error) {
	if len(arguments) != 1 {
		return meaning{}, at(n, "в скобках у «%s» пишут одно поле",
			"“%s” takes one field in brackets", name)
	}
	got, err := i.meaning(arguments[0])
	switch a := arguments[0].(type) {
	case *ast.IdentifierNode, *ast.MemberNode:
		_, field := i.language.Read(a.String())
		if err == nil && !field {
			err = at(a, "в скобках у «%s» пишут поле, а «%s» — не поле",
				"“%s” takes a field in brackets, and “%s” is none", name, a)
		}
	default:
		if err == nil {
			err = at(a, "в скобках у «%s» пишут одно поле, а не выражение",
				"“%s” takes one field in brackets, not an expression", name)
		}
	}
	if err != nil {
		return meaning{}, err
	}
	if gives != BoolType && got.gives != gives {
		return meaning{}, at(n, "«%s» — для поля, которое %s, а «%s» — %s",
			"“%s” is for a field that is %s, and “%s” is %s", name, kindOf(gives), arguments[0], kindOf(got.gives))
	}
	return meaning{gives: gives, unit: got.unit}, nil
}

// unitOfHelper returns the unit of what a helper gives, where it is known.
func unitOfHelper(name string) Unit {
	if name == "days_in_year" {
		return Days()
	}
	return nil
}

// kindOf says what a type is to people.
func kindOf(t reflect.Type) app.Text {
	switch t {
	case NumberType:
		return app.L("число", "a number")
	case BoolType:
		return app.L("да или нет", "yes or no")
	case DateType:
		return app.L("дата", "a date")
	case TextType:
		return app.L("текст", "a text")
	}
	return app.L("не значение", "no value")
}

// pattern refuses what is no regular expression.
func pattern(n ast.Node, m meaning) error {
	if m.literal == nil {
		return at(n, "после matches пишут образец в кавычках",
			"matches is followed by a pattern in quotes")
	}
	if _, err := regexp.Compile(*m.literal); err != nil {
		return at(n, "образец %s не разобран: проверьте скобки и знаки",
			"the pattern %s cannot be read: check its brackets and signs", strconv.Quote(*m.literal))
	}
	return nil
}
