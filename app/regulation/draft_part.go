package regulation

import (
	"strconv"
	"strings"

	"technopark/app"
	"technopark/app/formula"
)

// PartKind says what a part of a method is.
type PartKind uint8

// The kinds of parts.
const (
	PartMethod    PartKind = iota // its name and the like
	PartIndex                     // the steps from indicators to the index
	PartSubindex                  // a sub-index
	PartIndicator                 // an indicator
	PartGroup                     // a group of parks by the index
	PartTerm                      // a sum over records, of which formulas are made
)

// Part is what is edited as one: an indicator, a group, the steps.
type Part struct {
	Kind PartKind // what it is
	Code string   // of an indicator or a sub-index, name of a group or a term
	nth  int      // among those of its kind, as the file has them
}

// PartRow is a part as a line of a list.
type PartRow struct {
	Part
	Name    app.Text // what it is called
	Formula string   // what it is made of, as the file has it
	Unit    app.Text // of an indicator
	Weight  string   // among those it is added up with, in the words of the language of Russia; «» for none
	Better  string   // code of the direction of an indicator: «higher» or «lower»
}

// Parts returns the parts of the method: the method, the index, sub-indices with their indicators
// after each, groups, terms in the order of the file.
func (d *Draft) Parts() []PartRow {
	rows := []PartRow{
		{Part: Part{PartMethod, d.method.ID, 0}, Name: d.method.Title},
		{Part: Part{PartIndex, d.top(), 0}, Name: app.L("Как складывается индекс", "How the index is made"), Formula: typed(at(d.tree, formula.Spot{Table: "rating.aggregate", Nth: formula.Single, Key: "by"}))},
	}
	weights := d.weights()
	for i, sub := range tables(d.tree, "subindex") {
		code := typed(sub["code"])
		rows = append(rows, PartRow{Part: Part{PartSubindex, code, i}, Name: named(sub, "name"), Weight: weights[code]})
		for n, ind := range tables(d.tree, "indicator") {
			if typed(ind["subindex"]) != code {
				continue
			}
			is := typed(ind["code"])
			rows = append(rows, PartRow{Part: Part{PartIndicator, is, n}, Name: named(ind, "name"), Formula: typed(ind["formula"]), Unit: named(ind, "unit"), Weight: weights[is], Better: typed(ind["better"])})
		}
	}
	for i, g := range tables(d.tree, "rating.group") {
		rows = append(rows, PartRow{Part: Part{PartGroup, typed(g["name"]), i}, Name: named(g, "title"), Formula: boundWords(g)})
	}
	for _, name := range formula.TablesUnder(d.Text(), "term") {
		term := table(d.tree, "term."+name)
		rows = append(rows, PartRow{Part: Part{PartTerm, name, 0}, Name: named(term, "title"), Formula: typed(term["value"]) + typed(term["list"])})
	}
	return rows
}

// top is the code of the index.
func (d *Draft) top() string {
	if d.method.Composite == nil {
		return ""
	}
	return d.method.Composite.Top()
}

// weights are those of the tree, by code.
func (d *Draft) weights() map[string]string {
	weights := map[string]string{}
	if d.method.Composite != nil {
		for _, n := range d.method.Composite.Method().Nodes {
			weights[n.Code] = typed(n.Weight)
		}
	}
	return weights
}

// boundWords writes the bound of a group as the file has it.
func boundWords(g map[string]any) string {
	switch {
	case g["above"] != nil:
		return "> " + typed(g["above"])
	case g["from"] != nil:
		return "≥ " + typed(g["from"])
	}
	return ""
}

// named is a text of an entry in both languages.
func named(entry map[string]any, key string) app.Text {
	return app.L(typed(entry[key]), typed(entry[key+"_en"]))
}

// table returns the table of a name; an empty one when there is none.
func table(tree map[string]any, name string) map[string]any {
	for _, part := range strings.Split(name, ".") {
		tree, _ = tree[part].(map[string]any)
	}
	return tree
}

// tables returns the tables of a name in double brackets.
func tables(tree map[string]any, name string) []map[string]any {
	parts := strings.Split(name, ".")
	last := len(parts) - 1
	for _, part := range parts[:last] {
		tree, _ = tree[part].(map[string]any)
	}
	rows, _ := tree[parts[last]].([]map[string]any)
	return rows
}

// at returns what stands at a spot; nil for nothing.
func at(tree map[string]any, spot formula.Spot) any {
	switch {
	case spot.Table == "":
		return tree[spot.Key]
	case spot.Nth == formula.Single:
		return table(tree, spot.Table)[spot.Key]
	}
	if rows := tables(tree, spot.Table); spot.Nth < len(rows) {
		return rows[spot.Nth][spot.Key]
	}
	return nil
}

// typed writes a value as people type it: a decimal comma, «yes» and «no» for what is true or
// false.
func typed(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strings.Replace(formula.Literal(v), ".", ",", 1)
	case bool:
		if v {
			return yes
		}
		return no
	}
	return ""
}

// Codes of the answers to what is true or false.
const (
	yes = "yes"
	no  = "no"
)
