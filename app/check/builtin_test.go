package check

import (
	"testing"

	"technopark/assets"
)

func builtIn(t testing.TB) *Profile {
	t.Helper()
	set := assets.Rules()[0]
	p, err := Load(set.Name, set.TOML)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
