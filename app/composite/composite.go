// Package composite makes one index out of many indicators: a table of units × indicators
// goes through steps — denominators, screening, imputation, outliers, normalisation — and is
// then added up along a tree of any depth, from indicators over sub-indices to the index.
//
// It knows neither records nor files nor a clock: the same table and method always give the
// same figures, to the last digit whatever the order of the units. Sums over units are made
// over sorted values and compensated, because a figure that changes when two rows change
// places cannot be defended.
//
// Where the R package COINr 1.1 (Becker, Caperna, Del Sorbo) has a step, we follow its
// definition; each step names the function, and says where we differ and why.
package composite

import (
	"errors"

	"technopark/app"
	"technopark/app/formula"
)

// Method is how an index is computed. New checks it.
type Method struct {
	ID       string   // names the method
	Title    app.Text // for people
	Version  string   // of this text of the method
	Official bool     // published by those who make the rating
	Notice   app.Text // its standing, to be shown wherever the method is; empty when there is nothing to say

	Nodes []Node // indicators and what they are added up to, in the order to show them in
	Names string // column of the table with the names of the units; empty when there is none

	Order     []string    // steps before the normalisation, in their order; of Steps
	Screen    *Screen     // nil: every unit is scored
	Impute    *Impute     // nil: what is missing stays missing
	Outliers  *Outliers   // nil: no value is treated
	Normalise Normalise   // of indicators that have none of their own
	Aggregate Aggregate   // of nodes that have none of their own
	Percent   bool        // the index is given in percent of its mean over the units
	Groups    []Group     // best first; none when units are not grouped
	Vary      Assumptions // what Sample and Sensitivity vary
}

// Node is an indicator, or what several are added up to: the one that no other names as its
// parent is an indicator, and reads a column of the table.
type Node struct {
	Code   string   // names it in tables and answers
	Name   app.Text // for people
	Parent string   // code of what it is added up to; empty at the top
	Weight float64  // beside the other children of its parent; only ratios count

	// Of indicators.
	Column        string      // of the table; the code when empty
	LowerIsBetter bool        // a smaller value is the better one
	Denominator   string      // column by which the values are divided; empty for none
	Factor        float64     // by which the quotients are multiplied; 0 stands for 1
	Untreated     bool        // the step of outliers leaves it alone
	Limits        *[2]float64 // the least and the greatest value there can be; nil when there is no end
	Normalise     Normalise   // its own, when By is set

	// Of all others.
	Aggregate Aggregate // its own, when By is set
}

// Names of steps, in the order in which they are done unless the method says otherwise.
const (
	StepDenominate = "denominate"
	StepScreen     = "screen"
	StepImpute     = "impute"
	StepOutliers   = "outliers"
	StepNormalise  = "normalise" // always after those above
	StepAggregate  = "aggregate" // always after StepNormalise
	StepIndex      = "index"     // always the last
)

// Steps are those whose order a method may choose, in the usual one.
func Steps() []string { return []string{StepDenominate, StepScreen, StepImpute, StepOutliers} }

// Group is a class of units by the value of the index. A unit belongs to the first group
// whose bound it passes.
type Group struct {
	Name  string   // «I»
	Title app.Text // «наивысший уровень»
	Bound float64  // of the index
	Above bool     // the bound itself does not pass
	Open  bool     // there is no bound: all the rest
}

// Fault says what is wrong with a method and at which of its entries.
type Fault struct {
	Node   int    // its place in Method.Nodes; −1 when it is none of them
	Key    string // of the entry, as the profile names it; a step's is «impute.by»
	Reason error  // the words of formula.Say
}

// Error writes the reason for logs.
func (f *Fault) Error() string { return f.Key + ": " + f.Reason.Error() }

// Unwrap returns the reason.
func (f *Fault) Unwrap() error { return f.Reason }

// ErrTooFew says that fewer than two units have an index, so that there is nothing to compare.
var ErrTooFew = errors.New("fewer than two units have an index")

// refuseFew refuses as refuse does, for that reason.
func refuseFew(ru, en string, args ...any) error {
	return &app.Refusal{ID: "err.rating", Data: map[string]any{"Reason": formula.Said(formula.Say(ru, en, args...))}, Cause: ErrTooFew}
}

// refuse makes what the user reads of a table that cannot be scored.
func refuse(ru, en string, args ...any) error {
	return &app.Refusal{ID: "err.rating", Data: map[string]any{"Reason": formula.Said(formula.Say(ru, en, args...))}}
}
