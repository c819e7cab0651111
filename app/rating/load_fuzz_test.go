package rating_test

import (
	"errors"
	"testing"

	"technopark/app/formula"
	"technopark/app/rating"
	"technopark/assets"
)

// FuzzLoad reads whatever calls itself a method: it can be used or is refused with a place.
func FuzzLoad(f *testing.F) {
	for _, m := range assets.Methods() {
		f.Add(m.TOML[:2000])
	}
	f.Add([]byte("id=\"a\"\ntitle=\"a\"\nversion=\"1\"\n[[term]]\nname=\"x\"\nof=\"resident\"\nsum=\"1\"\n[[indicator]]\ncode=\"S\"\nformula=\"x/x\""))
	f.Fuzz(func(t *testing.T, text []byte) {
		if _, err := rating.Load("m.toml", text); err != nil {
			var refused *formula.ProfileError
			if !errors.As(err, &refused) || refused.Reason.RU == "" {
				t.Fatalf("%v has no place and no words", err)
			}
		}
	})
}
