package app_test

import (
	"testing"

	"technopark/app"
)

func TestPlaceIsReadAsWritten(t *testing.T) {
	for want, p := range map[string]app.Place{
		"resident/7":                   {Type: "resident", ID: 7},
		"resident_report/17/export":    {Type: "resident_report", ID: 17, Field: "export"},
		"contract/3/rooms/contract/12": {Type: "contract", ID: 3, Field: "rooms", Case: "contract/12"},
		"resident/7//2019":             {Type: "resident", ID: 7, Case: "2019"},
	} {
		if got := p.String(); got != want {
			t.Errorf("%+v is written %q, want %q", p, got, want)
		}
		if got, ok := app.ParsePlace(want); !ok || got != p {
			t.Errorf("%q is read as %+v, %v", want, got, ok)
		}
	}
	for _, bad := range []string{"", "resident", "resident/", "resident/0", "resident/-1", "resident/x", "/1"} {
		if p, ok := app.ParsePlace(bad); ok {
			t.Errorf("%q is read as %+v", bad, p)
		}
	}
}
