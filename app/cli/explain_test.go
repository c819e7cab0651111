package cli

import (
	"testing"

	"technopark/app"
	"technopark/app/check"
)

// An explanation lets other rules speak, and taking it away silences them: what stood second
// may stand first, or not be there at all.
func TestExplainedFindingIsFoundAgain(t *testing.T) {
	finding := func(rule string, id int64) check.Finding {
		resident := app.TypeByKey("resident")
		name, _ := resident.Field("name")
		return check.Finding{Rule: rule, Type: resident, ID: id, Field: name}
	}
	was := finding("B", 2)
	c := explainCommand{Rule: "B", Place: was.Place().String()}
	for what, after := range map[string][]check.Finding{
		"one more before it": {finding("A", 1), finding("B", 1), was},
		"one less before it": {was, finding("C", 3)},
		"silenced itself":    {finding("A", 1)},
		"nothing left":       nil,
	} {
		if got := c.again(was, check.Report{Findings: after}); got.Rule != "B" || got.ID != 2 {
			t.Errorf("%s: %s of %d", what, got.Rule, got.ID)
		}
	}
}
