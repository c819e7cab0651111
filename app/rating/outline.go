package rating

import (
	"math/big"

	"github.com/expr-lang/expr/ast"

	"technopark/app"
	"technopark/app/formula"
)

// outline is an expression as people read it: arithmetic over leaves, which are
// names and calls. It is what a formula with the numbers put in is written from.
type outline struct {
	sign        string // «+», «−», «×», «/»; empty for a leaf
	left, right *outline
	shares      []*outline // what «mean» is taken of, each a division; nil for the rest
	node        ast.Node   // as it was parsed; nil where the program put the parts together
	leaf        string     // source of a leaf; empty for the rest
	literal     *big.Rat   // of a number written in the expression
}

// signs are how people write the operators, and how strongly they bind.
var signs = map[string]struct {
	text  string
	binds int
}{"+": {"+", 1}, "-": {"\u2212", 1}, "*": {"×", 2}, "/": {"/", 2}}

// outlineOf makes the outline of a parsed expression; whatever is not arithmetic
// becomes one leaf.
func outlineOf(node ast.Node) *outline {
	switch n := node.(type) {
	case *ast.BinaryNode:
		if _, ok := signs[n.Operator]; ok {
			return &outline{node: node, sign: n.Operator, left: outlineOf(n.Left), right: outlineOf(n.Right)}
		}
	case *ast.IntegerNode:
		return &outline{node: node, literal: new(big.Rat).SetInt64(int64(n.Value))}
	case *ast.FloatNode:
		if r, ok := new(big.Rat).SetString(formula.Shortest(n.Value)); ok {
			return &outline{node: node, literal: r}
		}
	case *ast.BuiltinNode: // «mean» is a word of expr's own too
		if n.Name == meanName {
			return meanOf(node, n.Arguments)
		}
	}
	return &outline{node: node, leaf: node.String()}
}

// meanName is the function of formulas that takes the mean of those of its shares that
// have a base: mean(a / b, c / d) is a / b alone when d is nought.
const meanName = "mean"

func meanOf(node ast.Node, arguments []ast.Node) *outline {
	o := &outline{node: node, shares: []*outline{}}
	for _, a := range arguments {
		o.shares = append(o.shares, outlineOf(a))
	}
	return o
}

// leaves returns the sources of the leaves from left to right, each once.
func (o *outline) leaves() []string {
	var found []string
	seen := map[string]bool{}
	o.walk(func(part *outline) {
		if part.leaf != "" && !seen[part.leaf] {
			seen[part.leaf] = true
			found = append(found, part.leaf)
		}
	})
	return found
}

func (o *outline) walk(see func(*outline)) {
	if o.sign != "" {
		o.left.walk(see)
		o.right.walk(see)
	}
	for _, share := range o.shares {
		share.walk(see)
	}
	see(o)
}

// source returns the expression as the profile writes it. It is made when asked for: those of
// every part of a long sum would be as many texts as it has parts.
func (o *outline) source() string {
	if o.node == nil {
		return ""
	}
	return o.node.String()
}

// sharesOnly reports whether every mean is taken of two shares or more: only a division has a
// base, and a mean inside another would have none of its own.
func (o *outline) sharesOnly() bool {
	fits := true
	isMean := func(part *outline) { fits = fits && part.shares == nil }
	o.walk(func(part *outline) {
		if part.shares == nil {
			return
		}
		fits = fits && len(part.shares) > 1
		for _, share := range part.shares {
			if fits = fits && share.sign == "/"; fits {
				share.walk(isMean)
			}
		}
	})
	return fits
}

// needed calls see with the leaves that decide something: all but those above the line of
// shares without a base.
func (o *outline) needed(baseless func(share *outline) bool, see func(leaf string)) {
	if o.leaf != "" {
		see(o.leaf)
	}
	if o.sign != "" {
		o.left.needed(baseless, see)
		o.right.needed(baseless, see)
	}
	for _, share := range o.shares {
		if !baseless(share) {
			share.left.needed(baseless, see)
		}
		share.right.needed(baseless, see)
	}
}

// composite reports whether the expression is more than one name or number.
func (o *outline) composite() bool { return o.sign != "" }

// write writes the expression in the given language with text in place of each leaf.
func (o *outline) write(lang app.Lang, text func(leaf string) string) string {
	switch {
	case o.literal != nil:
		return formula.WriteExact(o.literal, 0, lang)
	case o.sign == "":
		return text(o.leaf)
	}
	sign := signs[o.sign]
	left, right := o.left.write(lang, text), o.right.write(lang, text)
	if o.left.binds() < sign.binds {
		left = "(" + left + ")"
	}
	// a − (b + c), a / (b × c): the right side of these two keeps its brackets.
	if o.right.binds() < sign.binds || (o.right.binds() == sign.binds && (o.sign == "-" || o.sign == "/")) {
		right = "(" + right + ")"
	}
	return left + " " + sign.text + " " + right
}

func (o *outline) binds() int {
	if o.sign == "" {
		return 3
	}
	return signs[o.sign].binds
}
