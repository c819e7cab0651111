package cli

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"technopark/app"
	"technopark/app/i18n"
)

// What is over within a second says nothing; what takes longer says how far it is, now and
// then, and to a script that reads JSON nothing at all.
func TestLongWorkSaysHowFarItIs(t *testing.T) {
	for _, c := range []struct {
		each time.Duration
		json bool
		want []int
	}{
		{each: time.Millisecond},
		{each: time.Second, want: []int{2, 12}},
		{each: 7 * time.Second, want: []int{2, 4, 6, 8, 10, 12, 14}},
		{each: time.Minute, json: true},
	} {
		var said bytes.Buffer
		now := time.Unix(0, 0)
		s := &session{Deps: Deps{Stderr: &said, Now: func() time.Time { return now }}, words: i18n.New(app.RU), json: c.json}
		w := s.waiting("cli.document.progress", 15)
		for i := range 15 {
			w.tell(i, "акт.pdf")
			now = now.Add(c.each)
		}
		w.over()
		var want strings.Builder
		for _, n := range c.want {
			fmt.Fprintf(&want, "Прикрепляется %d из 15: акт.pdf\n", n)
		}
		if said.String() != want.String() {
			t.Errorf("%v each: said\n%s", c.each, said.String())
		}
	}
}
