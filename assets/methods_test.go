package assets_test

import (
	"testing"

	"technopark/assets"
)

func TestMethodsAreTheCallersOwn(t *testing.T) {
	first := assets.Methods()[0]
	if first.Name != "rating-2021.toml" || len(first.TOML) == 0 {
		t.Fatalf("method %q of %d bytes", first.Name, len(first.TOML))
	}
	first.TOML[0] ^= 1
	if again := assets.Methods()[0]; again.TOML[0] == first.TOML[0] {
		t.Error("changing what was returned changed the profile")
	}
}
