package desk_test

import (
	"testing"

	"technopark/app"
	"technopark/app/rating"
	"technopark/app/ui/desktest"
)

// Where the park stands, what would move it and how sure that is come one after the other, each
// of the records as they are now.
func TestStandingComesBesideTheWindow(t *testing.T) {
	d := desktest.New(t)
	d.Among(t, 0.5, 0.6, 0.7, 0.8, 0.9, 1.1, 1.2, 1.3, 1.4)
	steps := d.Hold()
	if d.Standing() != nil || d.Reach() != nil || d.Doubt() != nil {
		t.Fatal("the window computes itself")
	}
	steps.Step(t)
	steps.Step(t)
	if d.Standing() != nil {
		t.Error("a place before the park was set beside the others")
	}
	steps.Step(t)
	if is := d.Standing().Is(); is.Place != 5 || is.Of != 10 {
		t.Errorf("place %d of %d, want 5 of 10", is.Place, is.Of)
	}
	if d.Reach() != nil || d.Doubt() != nil {
		t.Error("levers or doubts that nobody has computed")
	}
	steps.Finish(t)
	if r := d.Reach(); r.Goal.Group != "I" || len(r.Levers) == 0 || r.Levers[0].More == nil {
		t.Errorf("what to reach: %+v", r)
	}
	if doubt := d.Doubt(); doubt.Doubt == nil || doubt.Runs != 10_000 || doubt.Place.Low > 5 || doubt.Place.High < 5 {
		t.Errorf("doubts: %+v", doubt)
	}
	before := d.Standing()
	change(t, d)
	if d.Standing() != before || d.Doubt() == nil {
		t.Error("nothing is shown while the place is computed anew")
	}
	steps.Finish(t)
	if d.Standing() == before || d.Standing() == nil {
		t.Error("the place is that of before")
	}
}

// All parks of a file are ranked with the one in view, which comes first.
func TestParksOfOneFileAreRankedTogether(t *testing.T) {
	d := desktest.New(t)
	d.Alone(t)
	park := &app.Park{Name: "Технопарк «Второй»", ShortName: "Второй"}
	d.Save(t, park)
	s := d.Standing()
	if n := len(s.Known.Table.Units); n != 2 || s.Known.Table.Units[1].ID != park.Name || s.Known.Own != 2 {
		t.Fatalf("%d parks: %+v", n, s.Known.Table.Units)
	}
	first := s.Known.Table.Units[0].ID
	d.Park = park.ID
	if s := d.Standing(); s.Known.Table.Units[0].ID != park.Name || s.Known.Table.Units[1].ID != first {
		t.Errorf("the park in view is not the first: %+v", s.Known.Table.Units)
	}
}

// With nothing known of others there is no place to doubt, and nothing to reach.
func TestStandingAlone(t *testing.T) {
	d := desktest.New(t)
	d.Alone(t)
	if s := d.Standing(); s.Now.Ground != rating.ByPast || s.Is().Place != 0 {
		t.Errorf("ground %s, place %d", s.Now.Ground, s.Is().Place)
	}
	if r := d.Reach(); r == nil || len(r.Levers) != 0 {
		t.Errorf("to reach: %+v", r)
	}
	if doubt := d.Doubt(); doubt == nil || doubt.Doubt != nil || doubt.Refused != nil {
		t.Errorf("doubts: %+v", doubt)
	}
	if len(d.Failed) != 0 {
		t.Errorf("shown: %v", d.Failed)
	}
}

// Where there is no place, the screens say why alike: whether other parks are missing or figures of the own one.
func TestWhyThereIsNoPlace(t *testing.T) {
	d := desktest.New(t)
	d.Alone(t)
	if got, want := d.PlaceText(d.Standing()), "Места нет: других технопарков целиком не внесено"; got != want {
		t.Errorf("without other parks: %q, want %q", got, want)
	}
	d = desktest.New(t)
	d.Among(t, 0.5, 0.6, 0.7, 0.8, 0.9, 1.1, 1.2, 1.3, 1.4)
	if got, want := d.PlaceText(d.Standing()), "5-е\u00a0место из\u00a010"; len(got) < len(want) || got[:len(want)] != want {
		t.Errorf("among others: %q, want %q first", got, want)
	}
	for _, typ := range []string{"resident_report", "company_report", "site_report"} {
		if err := d.Store.DeleteAll(t.Context(), "без отчётов", d.List(t, typ)); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := d.PlaceText(d.Standing()), "Места нет: своих показателей для индекса не хватает"; got != want {
		t.Errorf("without figures of its own: %q, want %q", got, want)
	}
}
