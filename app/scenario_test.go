package app

import (
	"slices"
	"testing"
)

// Changes are read as they were put in; what is no change is left out.
func TestScenarioLines(t *testing.T) {
	all := []ScenarioChange{{"input jobs_created", "22"}, {"record resident_report/62/revenue", "-1/3"}}
	var s Scenario
	s.SetLines(all)
	if got := s.Lines(); !slices.Equal(got, all) {
		t.Errorf("%+v", got)
	}
	s.Changes = "\nслово\n" + s.Changes
	if got := s.Lines(); !slices.Equal(got, all) {
		t.Errorf("%+v", got)
	}
}
