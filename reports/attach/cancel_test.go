package attach_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"technopark/reports/attach"
)

// Who gives up waits for nothing: what is under way in a long file is stopped there, nothing
// is remembered of it, and the next file is looked into as ever.
func TestLongFileIsGivenUp(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	sizes := make([][2]float64, 300)
	for i := range sizes {
		sizes[i] = a4
	}
	long := paper(t, sizes...)
	for name, do := range map[string]func(context.Context) error{
		"prepare": func(ctx context.Context) error { _, err := attach.Prepare(ctx, document(attach.PDF, long)); return err },
		"inspect": func(ctx context.Context) error { _, err := attach.Inspect(ctx, "a.pdf", long); return err },
		"cut":     func(ctx context.Context) error { _, err := attach.Cut(ctx, long, []int{1}); return err },
		"large":   func(ctx context.Context) error { _, err := attach.Large(ctx, long, []int{1}); return err },
	} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), 5*time.Millisecond)
			defer cancel()
			began := time.Now()
			if err := do(ctx); !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("%v", err)
			}
			if took := time.Since(began); took > 5*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
	if attach.Remembered(long) {
		t.Error("what was not finished is remembered")
	}
	if p := prepared(t, document(attach.PDF, paper(t, a4))); p.How != attach.AsPages {
		t.Errorf("the next one: %s, %v", p.How, p.Why)
	}
}
