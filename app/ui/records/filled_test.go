package records

import (
	"testing"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/desktest"
)

func TestFieldsSayWhatIsDoubted(t *testing.T) {
	d := desktest.New(t)
	seen := d.Look()
	for _, f := range seen.Report.Findings {
		if f.Rule != "JUMP" || f.Explanation != nil {
			continue
		}
		rec := seen.Book.Get(f.Type.Key, f.ID)
		if got := notices(d.Desk, seen.Report, rec)[f.Field.Key]; got != "▲\u00a0"+f.Message.RU {
			t.Errorf("%s of %s says %q", f.Field.Key, f.Record, got)
		}
		return
	}
	t.Fatal("no jump in the sample")
}

func TestRecordInTheFormIsTheSubject(t *testing.T) {
	d := desktest.New(t)
	s := New(d.Desk, app.TypeByKey("contract"), noTools)
	if subject, _ := s.Subject(); subject != app.SubjectOf(s.Current) {
		t.Errorf("%q", subject)
	}
}

func noTools(*desk.Desk, desk.RecordPage) []desk.Tool { return nil }
