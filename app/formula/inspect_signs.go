package formula

import (
	"strings"

	"github.com/expr-lang/expr/ast"

	"technopark/app"
)

func (i inspector) binary(n *ast.BinaryNode) (meaning, error) {
	left, err := i.meaning(n.Left)
	if err != nil {
		return meaning{}, err
	}
	if n.Operator == "in" || n.Operator == "not in" {
		return meaning{gives: BoolType}, i.among(n, left)
	}
	right, err := i.meaning(n.Right)
	if err != nil {
		return meaning{}, err
	}
	both := func(gives any) bool { return left.gives == gives && right.gives == gives }
	switch n.Operator {
	case "+", "-", "*", "/":
		if both(NumberType) {
			return arithmetic(n, left, right)
		}
	case "&&", "||", "and", "or":
		if both(BoolType) {
			return meaning{gives: BoolType}, nil
		}
	case "==", "!=":
		if left.gives == right.gives {
			return meaning{gives: BoolType}, firstFault(i.known(n.Right, left, right), i.known(n.Left, right, left))
		}
	case "<", "<=", ">", ">=":
		if both(NumberType) || both(DateType) {
			return meaning{gives: BoolType}, nil
		}
	case "matches":
		if both(TextType) {
			return meaning{gives: BoolType}, pattern(n.Right, right)
		}
	case "contains", "startsWith", "endsWith":
		if both(TextType) {
			return meaning{gives: BoolType}, nil
		}
	default:
		return meaning{}, at(n, "знака «%s» нет; есть: %s",
			"there is no sign “%s”; there are: %s", n.Operator, knownSigns)
	}
	return meaning{}, at(n, "знак «%s» здесь не подходит: «%s» — %s, а «%s» — %s",
		"the sign “%s” does not fit here: “%s” is %s, “%s” is %s",
		n.Operator, n.Left, kindOf(left.gives), n.Right, kindOf(right.gives))
}

func firstFault(faults ...error) error {
	for _, err := range faults {
		if err != nil {
			return err
		}
	}
	return nil
}

func arithmetic(n *ast.BinaryNode, left, right meaning) (meaning, error) {
	m := meaning{gives: NumberType}
	switch n.Operator {
	case "*":
		m.unit = left.unit.Times(right.unit)
	case "/":
		m.unit = left.unit.Over(right.unit)
	default:
		if left.unit.Differs(right.unit) {
			return m, at(n, "складывать и вычитать можно одинаковые единицы, а «%s» — %s и «%s» — %s",
				"only equal units can be added and subtracted, and “%s” is in %s, “%s” in %s", n.Left, left.unit, n.Right, right.unit)
		}
		if m.unit = left.unit; m.unit == nil {
			m.unit = right.unit
		}
	}
	return m, nil
}

// known refuses a text that is none of the codes of the choice it is compared with; no text at
// all asks whether anything was chosen. What other fields are compared with is kept, because
// only the records tell whether there is such a name.
func (i inspector) known(n ast.Node, choice, text meaning) error {
	if text.literal == nil || *text.literal == "" {
		return nil
	}
	if choice.options == nil {
		if choice.name != "" {
			*i.texts = append(*i.texts, Compared{choice.name, *text.literal})
		}
		return nil
	}
	ru, en := make([]string, len(choice.options)), make([]string, len(choice.options))
	for k, o := range choice.options {
		if o.Code == *text.literal {
			return nil
		}
		ru[k], en[k] = o.Code+" ("+o.Label.RU+")", o.Code+" ("+o.Label.In(app.EN)+")"
	}
	codes := app.L(strings.Join(ru, ", "), strings.Join(en, ", "))
	return at(n, "значения «%s» у этого поля нет; есть: %s",
		"the field has no value “%s”; there are: %s", *text.literal, codes)
}

// among checks «x in ['a', 'b']».
func (i inspector) among(n *ast.BinaryNode, left meaning) error {
	list, ok := n.Right.(*ast.ArrayNode)
	if !ok || left.gives != TextType {
		return at(n, "«in» сравнивает текст или выбор с перечнем в квадратных скобках: kind in ['lease', 'service']",
			"“in” compares a text or a choice with a list in square brackets: kind in ['lease', 'service']")
	}
	for _, item := range list.Nodes {
		m, err := i.meaning(item)
		if err != nil {
			return err
		}
		if m.literal == nil {
			return at(item, "в перечне после «in» пишут тексты в кавычках, а «%s» — нет",
				"the list after “in” is of texts in quotes, and “%s” is none", item)
		}
		if err := i.known(item, left, m); err != nil {
			return err
		}
	}
	return nil
}
