package check

import (
	"technopark/app"
)

// judgeFrozen compares a figure with the one that left the house in the last revision of the
// year. A record that was not there then, or a figure that was not given, has nothing to be
// compared with.
func (s *pass) judgeFrozen(r *rule, view *scope) []Finding {
	if s.asked.Frozen == nil || len(s.about[view.rec]) > 0 && s.doubts[cell{view.rec, r.field.Key}] != "" {
		return nil
	}
	old := s.asked.Frozen.Get(r.of.Key, view.rec.Header().ID)
	if old == nil {
		return nil
	}
	was, is := r.field.Get(old), r.field.Get(view.rec)
	if was.State == app.NotProvided || was == is {
		return nil
	}
	found := s.found(r, view.rec)
	found.Left, found.Right = s.orNone(r.field, is), s.orNone(r.field, was)
	found.Basis = basisOf(r.field.Key, r.field, is) + "; " + basisOf("revision", r.field, was)
	return s.written(r, view, found, nil)
}

// orNone writes a value, and the absence of one too.
func (s *pass) orNone(f app.Field, v app.Value) app.Text {
	if v.Empty() {
		return app.NotProvidedText
	}
	return s.textOf(f, v)
}
