package rating_test

import (
	"testing"

	"technopark/app/rating"
	"technopark/assets"
)

func builtIn(t testing.TB) *rating.Profile {
	t.Helper()
	m := assets.Methods()[0]
	p, err := rating.Load(m.Name, m.TOML)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestBuiltInProfileLoads(t *testing.T) {
	p := builtIn(t)
	if p.Official || p.Notice.RU == "" {
		t.Errorf("the built-in profile must say that it is not official: %+v", p)
	}
}
