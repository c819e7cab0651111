package desktest

import "testing"

// Steps holds back what is done beside the window until the test lets it go on.
type Steps struct{ held []step }

type step struct {
	work func() error
	done func(error)
}

// Hold holds back what the desk has computed.
func (d *Desk) Hold() *Steps {
	s := &Steps{}
	d.Beside = func(work func() error, done func(error)) { s.held = append(s.held, step{work, done}) }
	return s
}

// Held returns how much has been begun and not delivered.
func (s *Steps) Held() int { return len(s.held) }

// Work does the first of what is held back and returns what delivers the outcome.
func (s *Steps) Work(t testing.TB) (deliver func()) {
	t.Helper()
	if len(s.held) == 0 {
		t.Fatal("nothing is being computed")
	}
	first := s.held[0]
	s.held = s.held[1:]
	err := first.work()
	return func() { first.done(err) }
}

// Step does and delivers the first of what is held back.
func (s *Steps) Step(t testing.TB) {
	t.Helper()
	s.Work(t)()
}

// Finish does and delivers everything, with what that has begun.
func (s *Steps) Finish(t testing.TB) {
	t.Helper()
	for len(s.held) > 0 {
		s.Step(t)
	}
}
