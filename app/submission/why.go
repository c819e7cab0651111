package submission

import (
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/check"
)

// Reason is why there came to be another revision.
type Reason struct {
	Revision *app.Revision // it was given at
	Returned bool          // Text says why it was returned; otherwise why it was made
	Text     string        // as it was typed
}

// reasons returns why the revisions after the earlier one were made, the first one first.
func reasons(all []*app.Revision, earlier, later *app.Revision) []Reason {
	var found []Reason
	for _, r := range all {
		if r.Number.N < earlier.Number.N || r.Number.N > later.Number.N {
			continue
		}
		if r.Reason != "" && r.Number.N > earlier.Number.N {
			found = append(found, Reason{Revision: r, Text: r.Reason})
		}
		if why := r.WhyReturned(); why != "" && r.Number.N < later.Number.N {
			found = append(found, Reason{Revision: r, Returned: true, Text: why})
		}
	}
	return found
}

// explain puts beside each change what the explanations of the later revision say of it.
func (c *Comparison) explain(report check.Report) {
	explained := map[app.Place][]check.Finding{} // by record
	for _, f := range report.Findings {
		if f.Explanation != nil && f.Type != nil {
			at := app.Place{Type: f.Type.Key, ID: f.ID}
			explained[at] = append(explained[at], f)
		}
	}
	for i := range c.Changes {
		x := &c.Changes[i]
		if e, ok := c.Book.Get(x.Type.Key, x.ID).(*app.Explanation); ok { // the change is the explanation itself
			x.Why = e.Text
			continue
		}
		var said []string
		for _, f := range explained[app.Place{Type: x.Type.Key, ID: x.ID}] {
			if x.concerns(f) && !slices.Contains(said, f.Explanation.Text) {
				said = append(said, f.Explanation.Text)
			}
		}
		x.Why = strings.Join(said, " ")
	}
}

// concerns reports whether a finding is about what was changed: the record as a whole, the
// very field, or a comparison that reads the field.
func (c Change) concerns(f check.Finding) bool {
	if c.Kind == Removed || f.Type != c.Type || f.ID != c.ID {
		return false
	}
	return c.Kind == Added || f.Field.Key == "" || f.Field.Key == c.Field.Key || reads(f, c.Field.Key)
}

// reads reports whether a field is among the figures a rule read: «export=1; revenue=2».
func reads(f check.Finding, field string) bool {
	return slices.ContainsFunc(strings.Split(f.Basis, "; "), func(part string) bool {
		return strings.HasPrefix(part, field+"=")
	})
}
