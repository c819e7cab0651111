package formula

import (
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/parser"
)

// An expression is a line that a methodologist wrote and can read again. What is longer is a
// mistake or an attack: the library checks the types of a long chain anew at every link, and
// nine kilobytes of «1+1+…» took it half a minute.
const (
	mostBytes = 2000
	mostNodes = 300
)

// Parse reads an expression into its tree. The fault of one that cannot be read, or is too
// long, has the words of Say, with the place in it.
func Parse(source string) (ast.Node, error) {
	if len(source) > mostBytes {
		return nil, Say("выражение длиннее %d знаков: разделите его на несколько слагаемых или правил",
			"the expression is longer than %d signs: divide it into several terms or rules", mostBytes)
	}
	tree, err := parser.Parse(source)
	if err != nil {
		return nil, SyntaxError(err)
	}
	var n counter
	ast.Walk(&tree.Node, &n)
	if n > mostNodes {
		return nil, Say("в выражении больше %d имён, чисел и знаков: разделите его на несколько слагаемых или правил",
			"the expression has more than %d names, numbers and signs: divide it into several terms or rules", mostNodes)
	}
	return tree.Node, nil
}

// counter counts the nodes of a tree.
type counter int

// Visit counts one.
func (n *counter) Visit(*ast.Node) { *n++ } //nolint:gocritic // the signature is ast.Visitor's
