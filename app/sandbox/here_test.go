package sandbox

import (
	"context"
	"errors"
	"testing"
)

// Where no process can be started the work is done here, and its fault ends nothing but itself.
func TestFaultOfWorkDoneHere(t *testing.T) {
	defer able.Store(able.Swap(false))
	broken := Job[string, int]{Name: "broken", Work: func(why string) (int, error) { panic(why) }}
	if _, err := broken.Do(context.Background(), Limit{}, "упс"); !errors.Is(err, ErrFailed) || err.Error() != "broken: упс" {
		t.Errorf("%v", err)
	}
	whole := Job[int, int]{Name: "whole", Work: func(n int) (int, error) { return n + 1, nil }}
	if n, err := whole.Do(context.Background(), Limit{}, 1); n != 2 || err != nil {
		t.Errorf("%d, %v", n, err)
	}
}
