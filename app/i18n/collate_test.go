package i18n

import (
	"bytes"
	"cmp"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
)

func TestCollatorOrder(t *testing.T) {
	want := []string{
		"1С", "«Alpha»", "Zeta",
		"АО Юг", "«АО Ямал»", "АОЮг",
		"Ёлка", "елка 2", "Ёлка 10", "ёлочка", "Ель", "Жук",
		"Иод", "Ион", "Йод",
		"Корпус 2", "Корпус № 9", "Корпус 10", "Корпус 10а",
		"„Яблоко“",
	}
	got := slices.Clone(want)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
	slices.SortStableFunc(got, NewCollator().Compare)
	if !slices.Equal(got, want) {
		t.Errorf("sorted %q\nwant   %q", got, want)
	}
}

func TestCollatorTies(t *testing.T) {
	c := NewCollator()
	tests := []struct {
		a, b string
		want int
	}{
		{"елка", "ёлка", -1}, // nothing else differs
		{"ёлка", "елки", -1}, // something else does
		{"Ромашка", "«Ромашка»", 0},
		{"ООО\u00a0Юг", "ООО  Юг", 0},
		{"", "а", -1},
	}
	for _, tt := range tests {
		if got := c.Compare(tt.a, tt.b); got != tt.want {
			t.Errorf("Compare(%q, %q) = %d, want %d", tt.a, tt.b, got, tt.want)
		}
		if got := c.Less(tt.b, tt.a); got {
			t.Errorf("Less(%q, %q) = true, want false", tt.b, tt.a)
		}
	}
}

func TestCollatorServesSeveralGoroutines(t *testing.T) {
	c := NewCollator()
	want := c.Key("Корпус 10")
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 200 {
				if !c.Less("Корпус 9", "Корпус 10") || !bytes.Equal(c.Key("Корпус 10"), want) {
					t.Error("the order changed under concurrent use")
					return
				}
			}
		})
	}
	all.Wait()
}

func FuzzCollator(f *testing.F) {
	f.Add("Корпус 9", "Корпус 10")
	f.Add("ёлка", "елка")
	f.Add("00012", "12 ")
	f.Add("№ 5", "\xff5")
	c := NewCollator()
	f.Fuzz(func(t *testing.T, a, b string) {
		ab, ba := c.Compare(a, b), c.Compare(b, a)
		if cmp.Compare(ab, 0) != -cmp.Compare(ba, 0) {
			t.Errorf("Compare(%q, %q) = %d, reversed %d", a, b, ab, ba)
		}
		if keys := bytes.Compare(c.Key(a), c.Key(b)); keys != cmp.Compare(ab, 0) {
			t.Errorf("Compare(%q, %q) = %d, their keys %d", a, b, ab, keys)
		}
		if c.Compare(a, a) != 0 {
			t.Errorf("Compare(%q, itself) is not 0", a)
		}
	})
}
