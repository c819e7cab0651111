package check_test

import (
	"errors"
	"testing"

	"technopark/app/check"
	"technopark/app/formula"
	"technopark/assets"
)

// FuzzLoad reads whatever calls itself rules: they can be used or are refused with a place.
func FuzzLoad(f *testing.F) {
	for _, rules := range assets.Rules() {
		f.Add(rules.TOML[:2000])
	}
	f.Add([]byte("id=\"a\"\ntitle=\"a\"\nversion=\"1\"\n[[rule]]\nid=\"R1\"\nof=\"resident\"\nwant=\"name != ''\""))
	f.Add([]byte("id=\"a\"\n[[rule]]\nwant=\"((((((((((1))))))))))\""))
	f.Fuzz(func(t *testing.T, text []byte) {
		if _, err := check.Load("r.toml", text); err != nil {
			var refused *formula.ProfileError
			if !errors.As(err, &refused) || refused.Reason.RU == "" {
				t.Fatalf("%v has no place and no words", err)
			}
		}
	})
}
