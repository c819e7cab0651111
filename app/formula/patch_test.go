package formula_test

import (
	"strings"
	"testing"

	"technopark/app/formula"
	"technopark/assets"
)

const patchable = `# Начало.
id = "x" # свой
year = 2021

text = """
[not] a table # и не примечание
key = 1"""
list = [
  "a", # ] не конец
  "b#c",
]

# Слагаемое.
[term.jobs]
of = "job"

value = 'count' # сколько

[rating]
percent_of_mean = true

[[rating.node]]
code = "A"
weight = 2

# Второй узел.
[[rating.node]]
code = "B"
`

func TestPatchChangesOneValueAndNothingElse(t *testing.T) {
	for _, tt := range []struct {
		name    string
		at      formula.Spot
		literal string
		was, is string // the one difference
	}{
		{"of the head", formula.Spot{Key: "year"}, "2022", "year = 2021", "year = 2022"},
		{"with a remark", formula.Spot{Key: "id"}, `"y"`, `id = "x" # свой`, `id = "y" # свой`},
		{"of several lines", formula.Spot{Key: "list"}, `["z"]`, "list = [\n  \"a\", # ] не конец\n  \"b#c\",\n]", `list = ["z"]`},
		{"in three quotes", formula.Spot{Key: "text"}, `"z"`, "text = \"\"\"\n[not] a table # и не примечание\nkey = 1\"\"\"", `text = "z"`},
		{"of a table", formula.Spot{Table: "term.jobs", Nth: formula.Single, Key: "value"}, `"rate"`, "value = 'count' # сколько", `value = "rate" # сколько`},
		{"of the first of two", formula.Spot{Table: "rating.node", Key: "weight"}, "0.5", "weight = 2", "weight = 0.5"},
		{"added to a table", formula.Spot{Table: "rating.node", Nth: 1, Key: "weight"}, "3", "code = \"B\"\n", "code = \"B\"\nweight = 3\n"},
		{"added to the head", formula.Spot{Key: "source"}, `"п"`, "  \"b#c\",\n]\n", "  \"b#c\",\n]\nsource = \"п\"\n"},
		{"taken out", formula.Spot{Table: "rating.node", Key: "weight"}, "", "weight = 2\n", ""},
		{"a table added", formula.Spot{Table: "rating.screen", Nth: formula.Single, Key: "least"}, "0.8", "code = \"B\"\n", "code = \"B\"\n\n[rating.screen]\nleast = 0.8\n"},
		{"a node added", formula.Spot{Table: "rating.node", Nth: 2, Key: "code"}, `"C"`, "code = \"B\"\n", "code = \"B\"\n\n[[rating.node]]\ncode = \"C\"\n"},
		{"what is not there taken out", formula.Spot{Table: "rating.impute", Nth: formula.Single, Key: "by"}, "", "", ""},
	} {
		got, err := formula.Patch("x.toml", patchable, tt.at, tt.literal)
		if want := strings.Replace(patchable, tt.was, tt.is, 1); err != nil || got != want {
			t.Errorf("%s: %v\n%s", tt.name, err, got)
		}
		dos, err := formula.Patch("x.toml", strings.ReplaceAll(patchable, "\n", "\r\n"), tt.at, tt.literal)
		if want := strings.ReplaceAll(strings.Replace(patchable, tt.was, tt.is, 1), "\n", "\r\n"); err != nil || dos != want {
			t.Errorf("%s, in lines of Windows: %v\n%q", tt.name, err, dos)
		}
	}
}

// What is written in another way, or would come to say something else, is left alone.
func TestPatchRefusesWhatItDoesNotKnow(t *testing.T) {
	for name, tt := range map[string]struct {
		text, literal string
		at            formula.Spot
	}{
		"a table in braces":       {"rating = {screen = {least = 0.8}}\n", "0.5", formula.Spot{Table: "rating.screen", Nth: formula.Single, Key: "least"}},
		"a name with points":      {"rating.screen.least = 0.8\n", "0.5", formula.Spot{Table: "rating.screen", Nth: formula.Single, Key: "least"}},
		"a value with its remark": {"a = 1\n", "2 # x\nb = 3", formula.Spot{Key: "a"}},
		"no value":                {"a = 1\n", "two", formula.Spot{Key: "a"}},
		"no such place":           {patchable, "1", formula.Spot{Table: "rating.node", Nth: 7, Key: "weight"}},
		"not TOML":                {"a = \n", "1", formula.Spot{Key: "a"}},
	} {
		if got, err := formula.Patch("x.toml", tt.text, tt.at, tt.literal); err == nil {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestDroppedTableLeavesTheOthers(t *testing.T) {
	got, err := formula.DropTable("x.toml", patchable, "rating.node", 0)
	if want := strings.Replace(patchable, "[[rating.node]]\ncode = \"A\"\nweight = 2\n\n", "", 1); err != nil || got != want {
		t.Errorf("%v\n%s", err, got)
	}
	if got, err = formula.DropTable("x.toml", patchable, "rating.impute", formula.Single); err != nil || got != patchable {
		t.Errorf("what is not there: %v", err)
	}
	if got, err := formula.DropTable("x.toml", "[a]\nb = 1\n[a.c]\nd = 1\n", "a", formula.Single); err == nil {
		t.Errorf("a table with another inside: %q", got)
	}
}

// Every value of the program's own method can be replaced by itself, and the file is the very
// bytes of before.
func TestPatchOfItselfIsTheSameText(t *testing.T) {
	own := string(assets.Methods()[0].TOML)
	for _, at := range []formula.Spot{{Key: "title"}, {Key: "threshold"}, {Table: "indicator", Nth: 7, Key: "formula"}, {Table: "term.rd", Nth: formula.Single, Key: "value"}, {Table: "rating.group", Nth: 3, Key: "name"}} {
		changed, err := formula.Patch("own", own, at, `"другое \"слово\""`)
		if err != nil || changed == own {
			t.Fatalf("%+v: %v", at, err)
		}
		all, err := formula.Tree("own", own)
		if err != nil {
			t.Fatal(err)
		}
		back, err := formula.Patch("own", changed, at, original(all, at))
		if err != nil || back != own {
			t.Errorf("%+v: %v", at, err)
		}
	}
}

// original writes the value at a spot.
func original(all map[string]any, at formula.Spot) string {
	in := all
	for _, part := range strings.Split(at.Table, ".") {
		switch next := in[part].(type) {
		case map[string]any:
			in = next
		case []map[string]any:
			in = next[at.Nth]
		}
	}
	switch v := in[at.Key].(type) {
	case string:
		return formula.Quote(v)
	case int64:
		return formula.Literal(float64(v))
	}
	return ""
}

func TestQuotedTextIsReadBack(t *testing.T) {
	for _, text := range []string{``, `«ёлочки» и "лапки"`, `C:\путь`, "две\nстроки\tс табуляцией", `конец\`} {
		all, err := formula.Tree("x", "x = "+formula.Quote(text))
		if err != nil || all["x"] != text {
			t.Errorf("%q: %v, %v", text, all["x"], err)
		}
	}
}

func TestSpotOfALine(t *testing.T) {
	for line, want := range map[int]formula.Spot{
		2: {Nth: formula.Single, Key: "id"}, 6: {Nth: formula.Single, Key: "text"}, 15: {Table: "term.jobs", Nth: formula.Single, Key: "of"},
		22: {Table: "rating.node", Nth: 0}, 24: {Table: "rating.node", Nth: 0, Key: "weight"}, 28: {Table: "rating.node", Nth: 1, Key: "code"},
	} {
		if got := formula.SpotAt(patchable, line); got != want {
			t.Errorf("line %d: %+v", line, got)
		}
	}
}

// Blocks are the text, whatever the text is: it is parted while it is typed, too.
func TestBlocksAreTheText(t *testing.T) {
	own := string(assets.Methods()[0].TOML)
	join := func(text string) (all string, titles []string) {
		for _, b := range formula.Blocks(text) {
			if want := 1 + strings.Count(all, "\n"); b.Line != want {
				t.Errorf("%s begins at line %d, not %d", b.Title, b.Line, want)
			}
			all += b.Text
			titles = append(titles, b.Title)
		}
		return all, titles
	}
	all, titles := join(own)
	if all != own || len(titles) < 60 || titles[0] != "" || titles[1] != "[[subindex]] S1" || titles[len(titles)-1] != "[[rating.node]] S5.3" {
		t.Errorf("%d blocks: %q", len(titles), titles)
	}
	for cut := 0; cut < len(own); cut += 997 {
		for _, text := range []string{own[:cut], own[cut:], own[:cut] + `"` + own[cut:], own[:cut] + "[" + own[cut:]} {
			if got, _ := join(text); got != text {
				t.Fatalf("cut at %d, the blocks are another text", cut)
			}
		}
	}
	if blocks := formula.Blocks(""); len(blocks) != 1 || blocks[0].Text != "" {
		t.Errorf("of nothing: %+v", blocks)
	}
}
