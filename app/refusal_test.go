package app_test

import (
	"errors"
	"fmt"
	"testing"

	"technopark/app"
)

// What is said is the outermost refusal with the nearest names.
func TestRefused(t *testing.T) {
	unread := &app.Refusal{ID: "err.no_read", Data: map[string]any{"MB": 3}}
	for name, c := range map[string]struct {
		err  error
		id   string
		file any
	}{
		"nothing":         {nil, "", nil},
		"no words":        {errors.New("disk on fire"), "", nil},
		"lent to nothing": {app.About("a.pdf", errors.New("disk on fire")), "", nil},
		"a sentinel":      {app.ErrLocked, "err.locked", nil},
		"wrapped":         {fmt.Errorf("open: %w", app.About("a.pdf", app.ErrLocked)), "err.locked", "a.pdf"},
		"the nearest":     {app.About("a.tpark", fmt.Errorf("read: %w", app.About("a.pdf", unread))), "err.no_read", "a.pdf"},
		"its own":         {app.About("a.tpark", &app.Refusal{ID: "x", Data: map[string]any{"File": "b"}}), "x", "b"},
		"the outermost":   {&app.Refusal{ID: "x", Cause: app.About("a.pdf", unread)}, "x", nil},
		"joined":          {errors.Join(errors.New("close"), app.About("a.pdf", unread)), "err.no_read", "a.pdf"},
		"the first":       {fmt.Errorf("%w: %w", app.ErrNoSpace, app.ErrNoWrite), "err.no_space", nil},
	} {
		got, ok := app.Refused(c.err)
		if got.ID != c.id || ok != (c.id != "") || got.Data["File"] != c.file {
			t.Errorf("%s: %+v, %t", name, got, ok)
		}
	}
	if app.About("a", nil) != nil {
		t.Error("there is something about nothing")
	}
}

func TestRefusalKeepsItsCause(t *testing.T) {
	err := app.About("a.tpark", fmt.Errorf("verify: %w", app.BrokenEntry(7)))
	if !errors.Is(err, app.ErrDamaged) {
		t.Errorf("%v is no damage", err)
	}
	if want := "file a.tpark: verify: entry 7: file is damaged"; err.Error() != want {
		t.Errorf("for logs %q, want %q", err, want)
	}
	if got := (&app.Refusal{ID: "signature.twice"}).Error(); got != "signature.twice" {
		t.Errorf("for logs %q", got)
	}
}
