package ui

import (
	"reflect"
	"testing"

	"technopark/app/ui/kit"
)

func TestViewsOfListsAreKeptBetweenRuns(t *testing.T) {
	dir, from := t.TempDir(), int64(0)
	s := loadSettings(dir)
	s.Lists = map[string]listViews{"contract": {
		Last: kit.View{Columns: []kit.Shown{{Key: "resident"}, {Key: "area", Chars: 12.5}}, Sorts: []kit.Sort{{Key: "valid_to", Descending: true}, {Key: "resident"}}},
		Named: []kit.View{{Name: "Кончаются в 2021", Conditions: []kit.Condition{
			{Key: "kind", Values: []string{"lease"}}, {Key: "area", From: &from, Empty: true}, {Key: "number", Contains: "А-", NA: true},
		}}},
	}}
	if err := s.save(dir); err != nil {
		t.Fatal(err)
	}
	if got := loadSettings(dir).Lists; !reflect.DeepEqual(got, s.Lists) {
		t.Errorf("read back:\n%+v\nwritten:\n%+v", got, s.Lists)
	}
}

func TestNamedViewsReachTheListOfTheNextRun(t *testing.T) {
	s := sampleShell(t)
	named := []kit.View{{Name: "Аренда", Conditions: []kit.Condition{{Key: "kind", Values: []string{"lease"}}}}}
	s.keepViews("contract", kit.View{Sorts: []kit.Sort{{Key: "valid_to"}}}, named)
	state := s.desk.ListState("contract")
	if len(state.Named) != 1 || state.Named[0].Name != "Аренда" || state.View.Sorts[0].Key != "valid_to" {
		t.Errorf("the list stands at %+v", state)
	}
}
