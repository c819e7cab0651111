package app_test

import (
	"reflect"
	"testing"

	"technopark/app"
)

// TestFieldsSetOnlyTheirOwn finds a descriptor bound to another's member: two columns
// would then hold one figure and one would be lost.
func TestFieldsSetOnlyTheirOwn(t *testing.T) {
	for _, typ := range app.Types() {
		for _, f := range typ.Stored() {
			rec := typ.New()
			for _, v := range samples(t, f, []int64{7}) {
				f.Set(rec, v)
			}
			for _, other := range typ.Stored() {
				if got := other.Get(rec); other.Key != f.Key && !got.Empty() {
					t.Errorf("setting %s.%s changes %s to %v", typ.Key, f.Key, other.Key, got)
				}
			}
		}
	}
}

// TestMembersAreFields finds a member of a record that no field reads: it would be lost
// when the record is saved. Derive fills those that only derived fields read.
func TestMembersAreFields(t *testing.T) {
	for _, typ := range app.Types() {
		members, stored := 0, len(typ.Stored())
		record := reflect.TypeOf(typ.New()).Elem()
		for i := range record.NumField() {
			if m := record.Field(i); !m.Anonymous {
				members++
			}
		}
		if typ.Derive != nil {
			members-- // what Derive fills stands in one member
		}
		if members != stored {
			t.Errorf("%s has %d members to keep and %d stored fields", record, members, stored)
		}
	}
}

// TestTypesFollowWhatTheyReferTo keeps to the promise of Types, which those who save
// many records at once rely on.
func TestTypesFollowWhatTheyReferTo(t *testing.T) {
	seen := map[string]bool{}
	for _, typ := range app.Types() {
		for _, f := range typ.Fields {
			if f.Ref != "" && !seen[f.Ref] {
				t.Errorf("%s.%s refers to %s, which comes later", typ.Key, f.Key, f.Ref)
			}
		}
		seen[typ.Key] = true
	}
}
