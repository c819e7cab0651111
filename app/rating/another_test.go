package rating_test

import (
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/rating"
	"technopark/app/sample"
	"technopark/assets"
)

// besideAnother is the sample park's book in which the indicators of another park are known too.
func besideAnother(p *rating.Profile) *app.Book {
	b := sample.Park().Book()
	records := map[string][]app.Record{}
	for _, t := range app.Types() {
		records[t.Key] = b.Of(t.Key)
	}
	for i, code := range p.Codes() {
		records["reference"] = append(records["reference"], &app.Reference{
			Head: app.Head{ID: int64(100_000 + i)}, Period: app.YearPeriod(2020), Whose: app.ReferencePark, Park: "Соседний", Code: code, Value: app.Of(app.Figure(10_000_000)),
		})
	}
	return app.NewBook(b.Park, records)
}

// byChange sets the sample park by the program's own method beside one with another text in it.
func byChange(t *testing.T, old, changed string) *rating.Another {
	t.Helper()
	own := assets.Methods()[0]
	was, err := rating.Load(own.Name, own.TOML)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(string(own.TOML), old, changed, 1)
	is, err := rating.Load("other.toml", []byte(text))
	if err != nil || text == string(own.TOML) {
		t.Fatal(err)
	}
	a, err := rating.ByAnother(was, is, []*app.Book{besideAnother(was)}, 0, 2020)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestAnotherMethodMovesWhatItChanges(t *testing.T) {
	a := byChange(t, `formula = "export / revenue * 100"`, `formula = "export / revenue * 200"`)
	if len(a.Effects) != 1 || a.Effects[0].Indicator.Code != "S2.2" || a.Effects[0].Was == a.Effects[0].Is {
		t.Errorf("%+v", a.Effects)
	}
	if a.Was == nil || a.Is == nil || !a.Was.Index.Known || a.Is.Index.Number <= a.Was.Index.Number || a.Is.Place == 0 {
		t.Errorf("%+v, %+v", a.Was, a.Is)
	}
	if same := byChange(t, `version = "1"`, `version = "2"`); len(same.Effects) != 0 || same.Was.Index != same.Is.Index {
		t.Errorf("the same method: %+v", same)
	}
}

// A weight moves the index and no indicator.
func TestAnotherWeightMovesTheIndexAlone(t *testing.T) {
	a := byChange(t, "code = \"S1.4\"\nlimits", "code = \"S1.4\"\nweight = 3\nlimits")
	if len(a.Effects) != 0 || a.Was.Index == a.Is.Index {
		t.Errorf("%+v, %+v, %+v", a.Effects, a.Was.Index, a.Is.Index)
	}
}

func TestWhyThereIsNoPlace(t *testing.T) {
	a := byChange(t, "[rating.aggregate]\nby = \"arithmetic\"", "[rating.aggregate]\nby = \"arithmetic\"\n[rating.impute]\nby = \"group_mean\"\ngroup = \"город\"")
	if a.Is == nil && a.Why[1].Zero() || a.Was == nil {
		t.Errorf("%+v", a)
	}
}
