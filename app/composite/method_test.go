package composite_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/composite"
)

// plain is a method over indicators a, b … of equal weight, by min–max from 0 to 100.
func plain(codes ...string) composite.Method {
	m := composite.Method{
		Nodes:     []composite.Node{{Code: "I", Weight: 1}},
		Normalise: composite.Usual(composite.MinMax), Aggregate: composite.Aggregate{By: composite.Arithmetic},
	}
	for _, code := range codes {
		m.Nodes = append(m.Nodes, composite.Node{Code: code, Parent: "I", Weight: 1})
	}
	return m
}

// with returns a method with a change.
func with(m composite.Method, change func(*composite.Method)) composite.Method {
	change(&m)
	return m
}

// table reads lines as a file of values.
func table(t *testing.T, lines ...string) *composite.Table {
	t.Helper()
	read, err := composite.ReadTable(strings.Join(lines, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	return read
}

// compute scores a table, which must be possible.
func compute(t *testing.T, m composite.Method, values *composite.Table) *composite.Result {
	t.Helper()
	x, err := composite.New(m)
	if err != nil {
		t.Fatal(err)
	}
	r, err := x.Compute(values)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// A method that cannot be computed is refused where the fault is.
func TestNewRefuses(t *testing.T) {
	node := func(i int, change func(*composite.Node)) func(*composite.Method) {
		return func(m *composite.Method) { change(&m.Nodes[i]) }
	}
	for name, c := range map[string]struct {
		change func(*composite.Method)
		says   string
	}{
		"no tree":             {func(m *composite.Method) { m.Nodes = nil }, "нет дерева"},
		"two tops":            {node(1, func(n *composite.Node) { n.Parent = "" }), "без parent два узла"},
		"ring":                {func(m *composite.Method) { m.Nodes[1].Parent, m.Nodes[2].Parent = "b", "a" }, "кольцо"},
		"ring without a top":  {func(m *composite.Method) { m.Nodes[0].Parent = "a" }, "кольцо"},
		"unknown parent":      {node(1, func(n *composite.Node) { n.Parent = "X" }), "узла «X»"},
		"code twice":          {node(2, func(n *composite.Node) { n.Code = "a" }), "уже есть"},
		"weights of nought":   {func(m *composite.Method) { m.Nodes[1].Weight, m.Nodes[2].Weight = 0, 0 }, "вес ноль"},
		"negative weight":     {node(1, func(n *composite.Node) { n.Weight = -1 }), "вес"},
		"weight no number":    {node(1, func(n *composite.Node) { n.Weight = math.NaN() }), "вес"},
		"unknown scale":       {func(m *composite.Method) { m.Normalise.By = "stars" }, "бывает minmax"},
		"range upside down":   {func(m *composite.Method) { m.Normalise.Range = [2]float64{1, 0} }, "range"},
		"goalposts missing":   {func(m *composite.Method) { m.Normalise = composite.Usual(composite.Goalposts) }, "goalposts"},
		"log of nought":       {func(m *composite.Method) { m.Normalise = posts(0, 10, composite.LogsBoth) }, "положительного"},
		"target missing":      {func(m *composite.Method) { m.Normalise = composite.Usual(composite.Target) }, "target"},
		"unknown mean":        {func(m *composite.Method) { m.Aggregate.By = "mode" }, "бывает arithmetic"},
		"share above one":     {func(m *composite.Method) { m.Screen = &composite.Screen{Least: 66} }, "least"},
		"groups out of order": {func(m *composite.Method) { m.Groups = []composite.Group{{Name: "I", Bound: 1}, {Name: "II", Bound: 2}} }, "от лучшей к худшей"},
		"group of all first":  {func(m *composite.Method) { m.Groups = []composite.Group{{Name: "I", Open: true}, {Name: "II"}} }, "последней"},
		"step twice": {func(m *composite.Method) {
			m.Impute, m.Order = &composite.Impute{By: composite.FillMean}, []string{"impute", "impute"}
		}, "дважды"},
		"step not described": {func(m *composite.Method) { m.Order = []string{"impute"} }, "не описан"},
		"step left out":      {func(m *composite.Method) { m.Impute, m.Order = &composite.Impute{By: composite.FillMean}, []string{} }, "в order его нет"},
		"group column":       {func(m *composite.Method) { m.Impute = &composite.Impute{By: composite.FillGroupMean} }, "group"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := composite.New(with(plain("a", "b"), c.change))
			var fault *composite.Fault
			if !errors.As(err, &fault) || !strings.Contains(err.Error(), c.says) {
				t.Errorf("refused with %v, expected a fault that says %q", err, c.says)
			}
		})
	}
}

func posts(low, high float64, logs composite.Logs) composite.Normalise {
	n := composite.Usual(composite.Goalposts)
	n.Posts, n.HasPosts, n.Logs = [2]float64{low, high}, true, logs
	return n
}

// A table that cannot be scored is refused with the place and the remedy, in both languages.
func TestComputeRefuses(t *testing.T) {
	geometric := func(m *composite.Method) { m.Aggregate.By = composite.Geometric }
	for name, c := range map[string]struct {
		change func(*composite.Method)
		lines  string
		says   []string
	}{
		"one unit":            {nil, "u;a;b\nA;1;2", []string{"одна единица", "«A»"}},
		"no unit":             {nil, "u;a;b", []string{"ни одной единицы"}},
		"unit twice":          {nil, "u;a;b\nA;1;2\nB;3;4\nA;5;6", []string{"«A» стоит дважды", "строка 2", "строка 4"}},
		"no column":           {nil, "u;a;c\nA;1;2\nB;3;4", []string{"нет столбца «b»", "a, c"}},
		"column twice":        {nil, "u;a;b;a\nA;1;2;3\nB;3;4;5", []string{"«a» в таблице стоит дважды"}},
		"column of text":      {nil, "u;a;b\nA;1;x\nB;3;y\nC;3;z", []string{"столбце «b» (3-й)", "столбец текста"}},
		"bad cell":            {nil, "u;a;b\nA;1;2\nB;3;пять\nC;4;5", []string{"строка 3 («B»)", "столбец «b» (3-й)", "«пять»", "не число"}},
		"two commas":          {nil, "u;a;b\nA;1,5;2\nB;1,234.5;3\nC;4;5", []string{"строка 3", "больше одной запятой"}},
		"too large":           {nil, "u;a;b\nA;1e31;2\nB;3;4", []string{"слишком велико"}},
		"all equal":           {nil, "u;a;b\nA;1;2\nB;1;2", []string{"не осталось показателей", "все значения равны"}},
		"nothing known":       {nil, "u;a;b\nA;;\nB;;", []string{"не осталось показателей"}},
		"nought under root":   {geometric, "u;a;b\nA;1;2\nB;3;4", []string{"I, «A»", "оценка 0 у «a»", "range = [1, 100]"}},
		"mean of nought":      {func(m *composite.Method) { m.Percent, m.Normalise = true, composite.Usual(composite.ZScore) }, "u;a;b\nA;1;2\nB;3;4", []string{"процентах среднего"}},
		"log of a negative":   {func(m *composite.Method) { m.Normalise = posts(1, 10, composite.LogsBoth) }, "u;a;b\nA;1;-2\nB;3;4", []string{"«A», «b»", "−2"}},
		"negative mean":       {func(m *composite.Method) { m.Normalise = composite.Usual(composite.RatioMean) }, "u;a;b\nA;-1;2\nB;-3;4", []string{"«a»", "среднее отрицательно"}},
		"target not above":    {func(m *composite.Method) { m.Normalise = target(1) }, "u;a;b\nA;1;0\nB;3;4", []string{"«a»", "не лучше худшего"}},
		"reference not there": {func(m *composite.Method) { m.Normalise = composite.Usual(composite.Reference); m.Normalise.Unit = "X" }, "u;a;b\nA;1;0\nB;3;4", []string{"«X»"}},
		"one unit left":       {func(m *composite.Method) { m.Screen = &composite.Screen{Least: 1} }, "u;a;b\nA;1;0\nB;3;\nC;;4", []string{"не осталось показателей"}},
		"infinite": {func(m *composite.Method) {
			m.Normalise = composite.Usual(composite.AsIs)
			m.Nodes[1].Denominator = "d"
			m.Nodes[1].Factor = 1
		}, "u;a;b;d\nA;1;0;0\nB;3;4;0", nil},
	} {
		t.Run(name, func(t *testing.T) {
			m := plain("a", "b")
			if c.change != nil {
				c.change(&m)
			}
			x, err := composite.New(m)
			if err != nil {
				t.Fatal(err)
			}
			values, err := composite.ReadTable(c.lines)
			if err == nil {
				_, err = x.Compute(values)
			}
			if c.says == nil {
				if err != nil {
					t.Fatalf("refused: %v, expected to go on without", err)
				}
				return
			}
			refusal, ok := app.Refused(err)
			if !ok {
				t.Fatalf("%v is no refusal", err)
			}
			reason, _ := refusal.Data["Reason"].(app.Text)
			for _, words := range c.says {
				if !strings.Contains(reason.RU, words) {
					t.Errorf("said %q, expected %q in it", reason.RU, words)
				}
			}
			if reason.EN == "" || reason.EN == reason.RU {
				t.Errorf("in English: %q", reason.EN)
			}
		})
	}
}

func target(x float64) composite.Normalise {
	n := composite.Usual(composite.Target)
	n.Target, n.HasTarget = x, true
	return n
}
