package composite

import (
	"math"
	"slices"
	"strings"

	"technopark/app/formula"
)

// Index is a method that can be computed. It does not change and may be used by several
// goroutines.
type Index struct {
	method Method
	byCode map[string]int // places of the nodes
	top    int            // the node without a parent
	leaves []int          // the indicators, in the order of the method
	inner  []inner        // the other nodes, each after its children
}

// inner is a node that its children are added up to.
type inner struct {
	node    int
	kids    []int
	weights []float64 // of the kids
	by      Mean
	least   float64
}

// mostNodes is many times what a method has.
const mostNodes = 2000

// New checks a method; the error is a *Fault.
func New(m Method) (*Index, error) {
	m.Nodes = slices.Clone(m.Nodes)
	x := &Index{method: m}
	if err := x.checkNodes(); err != nil {
		return nil, err
	}
	if err := x.grow(); err != nil {
		return nil, err
	}
	if err := x.checkSteps(); err != nil {
		return nil, err
	}
	return x, nil
}

// Method returns what the index is computed by. Its lists are not to be changed.
func (x *Index) Method() Method { return x.method }

// Top returns the code of the index itself.
func (x *Index) Top() string { return x.method.Nodes[x.top].Code }

// Indicators returns the codes of the indicators in the order of the method.
func (x *Index) Indicators() []string {
	codes := make([]string, len(x.leaves))
	for i, n := range x.leaves {
		codes[i] = x.method.Nodes[n].Code
	}
	return codes
}

// Children returns the codes of what a node is added up from; none for an indicator.
func (x *Index) Children(code string) []string {
	var codes []string
	for _, n := range x.method.Nodes {
		if n.Parent == code && code != "" {
			codes = append(codes, n.Code)
		}
	}
	return codes
}

// Below reports whether a node is added up into another, at any depth.
func (x *Index) Below(code, part string) bool {
	for n := x.at(code); n >= 0; n = x.at(x.method.Nodes[n].Parent) {
		if x.method.Nodes[n].Parent == part && part != "" {
			return true
		}
	}
	return false
}

// at returns the place of a node; −1 when there is none.
func (x *Index) at(code string) int {
	if n, ok := x.byCode[code]; ok {
		return n
	}
	return -1
}

func (x *Index) checkNodes() error {
	nodes := x.method.Nodes
	if len(nodes) > mostNodes {
		return &Fault{Node: -1, Key: "node", Reason: formula.Say("в дереве больше %d узлов", "the tree has more than %d nodes", mostNodes)}
	}
	seen := make(map[string]bool, len(nodes))
	for i := range nodes {
		n := &nodes[i]
		fail := func(key string, reason error) error { return &Fault{Node: i, Key: key, Reason: reason} }
		switch {
		case n.Code == "":
			return fail("code", formula.Say("у узла дерева укажите code", "give the code of the node"))
		case seen[n.Code]:
			return fail("code", formula.Say("код «%s» в дереве уже есть: коды не повторяются", "the code “%s” is in the tree already: no code stands twice", n.Code))
		case n.Weight < 0 || !finite(n.Weight):
			return fail("weight", formula.Say("вес — число от нуля", "a weight is a number from nought"))
		case n.Factor < 0 || !finite(n.Factor) || n.Factor != 0 && (n.Factor > mostFactor || n.Factor < 1/mostFactor):
			return fail("factor", formula.Say("множитель factor — положительное число, не больше 10¹²", "factor is a positive number, at most 10¹²"))
		}
		if l := n.Limits; l != nil && !(l[0] < l[1] && plain(l[0]) && plain(l[1])) {
			return fail("limits", formula.Say("limits — наименьшее и наибольшее возможное значение, первое меньше второго: [0, 100]", "limits are the least and the greatest value there can be, the first below the second: [0, 100]"))
		}
		seen[n.Code] = true
		if n.Factor == 0 {
			n.Factor = 1
		}
		if n.Column == "" {
			n.Column = n.Code
		}
	}
	return nil
}

// mostFactor keeps quotients within what can be raised to the fourth power.
const mostFactor = 1e12

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }

// grow finds the top, follows the tree from it, and refuses what does not hang on it.
func (x *Index) grow() error {
	nodes := x.method.Nodes
	byCode := make(map[string]int, len(nodes))
	x.byCode = byCode
	for i, n := range nodes {
		byCode[n.Code] = i
	}
	kids := make([][]int, len(nodes))
	var tops []int
	for i, n := range nodes {
		if n.Parent == "" {
			tops = append(tops, i)
			continue
		}
		parent, ok := byCode[n.Parent]
		if !ok {
			return &Fault{Node: i, Key: "parent", Reason: formula.Say("узла «%s», к которому относится «%s», в дереве нет: опишите его или исправьте parent",
				"there is no node “%s”, which “%s” belongs to: describe it or mend parent", n.Parent, n.Code)}
		}
		kids[parent] = append(kids[parent], i)
	}
	if fault := oneTop(nodes, tops); fault != nil {
		return fault
	}
	x.top = tops[0]
	reached := make([]bool, len(nodes))
	x.follow(x.top, kids, reached)
	if lost := slices.Index(reached, false); lost >= 0 {
		return &Fault{Node: lost, Key: "parent", Reason: formula.Say("узлы замкнуты в кольцо: %s. Один из них должен относиться к узлу вне кольца",
			"nodes form a ring: %s. One of them has to belong to a node outside it", ring(nodes, byCode, lost))}
	}
	if len(kids[x.top]) == 0 {
		return &Fault{Node: x.top, Key: "code", Reason: formula.Say("в дереве один узел: нужен хотя бы один показатель с parent = «%s»",
			"the tree has one node: it needs an indicator with parent = “%s”", nodes[x.top].Code)}
	}
	for i := range nodes {
		if len(kids[i]) == 0 {
			x.leaves = append(x.leaves, i)
		}
	}
	return x.checkWeights()
}

func oneTop(nodes []Node, tops []int) error {
	switch {
	case len(nodes) == 0:
		return &Fault{Node: -1, Key: "node", Reason: formula.Say("в методике нет дерева показателей: опишите узлы [[rating.node]]", "the method has no tree: describe nodes [[rating.node]]")}
	case len(tops) == 0:
		return &Fault{Node: 0, Key: "parent", Reason: formula.Say("у каждого узла есть parent, значит, узлы замкнуты в кольцо: у вершины, самого индекса, parent не пишут",
			"every node has a parent, so they form a ring: the top, the index itself, has none")}
	case len(tops) > 1:
		return &Fault{Node: tops[1], Key: "parent", Reason: formula.Say("без parent два узла, «%s» и «%s»: вершина дерева одна, остальным укажите parent",
			"two nodes have no parent, “%s” and “%s”: the tree has one top, give the others a parent", nodes[tops[0]].Code, nodes[tops[1]].Code)}
	}
	return nil
}

// follow puts the nodes below one into the list of inner nodes, children first. A method has
// at most mostNodes, so the recursion is not deeper.
func (x *Index) follow(node int, kids [][]int, reached []bool) {
	reached[node] = true
	for _, kid := range kids[node] {
		x.follow(kid, kids, reached)
	}
	if len(kids[node]) == 0 {
		return
	}
	in := inner{node: node, kids: kids[node]}
	for _, kid := range in.kids {
		in.weights = append(in.weights, x.method.Nodes[kid].Weight)
	}
	x.inner = append(x.inner, in)
}

// ring writes the codes of a ring, beginning and ending with one of them.
func ring(nodes []Node, byCode map[string]int, in int) string {
	// The node may hang on the ring from outside: after as many steps as there are nodes we
	// are in it.
	for range nodes {
		in = byCode[nodes[in].Parent]
	}
	codes := []string{nodes[in].Code}
	for at := byCode[nodes[in].Parent]; at != in; at = byCode[nodes[at].Parent] {
		codes = append(codes, nodes[at].Code)
	}
	return strings.Join(append(codes, nodes[in].Code), " → ")
}

func (x *Index) checkWeights() error {
	for _, in := range x.inner {
		heaviest := slices.Max(in.weights)
		if heaviest == 0 {
			return &Fault{Node: in.kids[0], Key: "weight", Reason: formula.Say("у всех, из чего складывается «%s», вес ноль: дайте вес хотя бы одному",
				"all that “%s” is added up from weighs nought: give at least one a weight", x.method.Nodes[in.node].Code)}
		}
		// Only ratios count, so we scale now: weights of 10³⁰⁰ add up to no infinity.
		for i := range in.weights {
			in.weights[i] /= heaviest
		}
	}
	return nil
}
