package records

import (
	"context"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/ui/desktest"
)

// Somebody else saved the record while the form had it: what is typed into another field is
// kept beside it, what is typed into the same one is asked about and recorded when it is
// confirmed.
func TestFormMeetsAChangeOfSomebodyElse(t *testing.T) {
	d := desktest.Small(t, "Альфа")
	s := shown(d, "resident")
	of := func() *app.Resident { return d.List(t, "resident")[0].(*app.Resident) }
	elsewhere := func(email, phone string) {
		t.Helper()
		rec := of()
		rec.Email, rec.Phone = email, phone
		if err := d.Store.Save(context.Background(), rec); err != nil {
			t.Fatal(err)
		}
	}
	elsewhere("a@example.org", "+7 495 111-11-11")
	d.Type(t, s.form, "phone", "+7 495 222-22-22")
	d.Tab()
	if got := of(); got.Email != "a@example.org" || got.Phone != "+7 495 111-11-11" {
		t.Fatalf("written over: %q, %q", got.Email, got.Phone)
	}
	if m := s.form.Message("phone"); !strings.Contains(m, "111-11-11") || !strings.Contains(m, "222-22-22") {
		t.Errorf("message %q", m)
	}
	if phone, email := s.form.Field("phone").Text, s.form.Field("email").Text; phone != "+7 495 222-22-22" || email != "a@example.org" {
		t.Errorf("the form has %q, %q", phone, email)
	}
	if s.Unsaved() == "" {
		t.Error("what was typed counts as recorded")
	}
	s.KeepAgain()
	if got := of(); got.Phone != "+7 495 222-22-22" || s.form.Message("phone") != "" {
		t.Errorf("confirmed: %q, message %q", got.Phone, s.form.Message("phone"))
	}
	elsewhere("", "+7 495 333-33-33")
	d.Type(t, s.form, "phone", "+7 495 444-44-44")
	d.Tab()
	if !s.form.TakeBack() || s.form.Field("phone").Text != "+7 495 333-33-33" || of().Phone != "+7 495 333-33-33" {
		t.Errorf("given up, the form has %q", s.form.Field("phone").Text)
	}
}
