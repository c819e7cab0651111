package cli

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"
	"unicode/utf8"

	"technopark/app"
)

// waiting tells on standard error how far a command has come that goes through many things:
// what takes less than a second says nothing, and a script that reads JSON is told nothing.
// Where a person watches, one line changes; elsewhere there is a line every ten seconds.
type waiting struct {
	s     *session
	id    string // of the message, of N, Total and Name
	total int
	next  time.Time // before it nothing is told
	shown int       // letters on the line that changes
}

// waiting begins to tell of so many things.
func (s *session) waiting(id string, total int) *waiting {
	return &waiting{s: s, id: id, total: total, next: s.Now().Add(time.Second)}
}

// tell says that so many are done and which one is next.
func (w *waiting) tell(done int, name string) {
	now := w.s.Now()
	if w.s.json || w.total < 2 || now.Before(w.next) {
		return
	}
	said := w.s.words.T(w.id, map[string]any{"N": done + 1, "Total": w.total, "Name": app.Clean(name)})
	if !isTerminal(w.s.Stderr) {
		fmt.Fprintln(w.s.Stderr, said)
		w.next = now.Add(10 * time.Second)
		return
	}
	w.clear()
	fmt.Fprint(w.s.Stderr, said)
	w.shown = utf8.RuneCountInString(said)
	w.next = now.Add(time.Second / 5)
}

// over leaves the line as it was.
func (w *waiting) over() { w.clear() }

func (w *waiting) clear() {
	if w.shown > 0 {
		fmt.Fprint(w.s.Stderr, "\r"+strings.Repeat(" ", w.shown)+"\r")
		w.shown = 0
	}
}

// isTerminal reports whether a person reads what is written.
func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
