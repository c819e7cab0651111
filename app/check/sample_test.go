package check

import (
	"testing"

	"technopark/app/sample"
)

// TestSampleParkHasNoErrors holds the bounds of the rules to a park of real scale: no
// error, and few warnings besides the gaps that are in it on purpose.
func TestSampleParkHasNoErrors(t *testing.T) {
	warnings := 0
	for _, f := range Run(builtIn(t), sample.Park().Book(), 2020, nil).Findings {
		if f.Level == Error {
			t.Errorf("%s %s %d %s: %s", f.Rule, f.Type.Key, f.ID, f.Record, f.Message.RU)
		}
		if f.Rule != RuleRequired && f.Rule != "REPORT_MISSING" {
			warnings++
		}
	}
	if warnings > 15 {
		t.Errorf("%d warnings", warnings)
	}
}
