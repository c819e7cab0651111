package cli

import (
	"bytes"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/alecthomas/kong"

	"technopark/app"
	"technopark/app/i18n"
)

// testSession returns a session without a file, and its parser.
func testSession(t *testing.T) (*session, *kong.Kong) {
	t.Helper()
	s := &session{Deps: Deps{Stdout: io.Discard, Stderr: new(bytes.Buffer)}, words: i18n.New(app.RU)}
	parser, err := newParser(s)
	if err != nil {
		t.Fatal(err)
	}
	s.grammar = parser.Model.Node
	return s, parser
}

// An example that the program itself does not take would be worse than none.
func TestEveryExampleIsACommand(t *testing.T) {
	s, parser := testSession(t)
	for _, command := range s.grammar.Children {
		if command.Hidden {
			continue
		}
		for _, leaf := range leaves(command) {
			example := s.exampleOf(leaf)
			words := wordsOf(example)
			if len(words) < 2 || words[0] != "technopark" || !strings.HasPrefix(example, "technopark "+commandName(leaf)) {
				t.Errorf("%s: %q is no example of it", commandName(leaf), example)
				continue
			}
			if _, err := parser.Parse(words[1:]); err != nil {
				t.Errorf("%s: %q is refused: %v", commandName(leaf), example, err)
			}
		}
	}
}

// wordsOf splits a command line as a shell does, as far as examples need it.
func wordsOf(line string) []string {
	var words []string
	for i, part := range strings.Split(line, `"`) {
		if i%2 == 1 {
			words = append(words, part)
			continue
		}
		words = append(words, strings.Fields(part)...)
	}
	return words
}

// Every flag and name that a message may ask for has a word in the help.
func TestEveryRequiredValueHasAWord(t *testing.T) {
	s, _ := testSession(t)
	for _, command := range s.grammar.Children {
		for _, leaf := range leaves(command) {
			values := leaf.Positional
			for _, flag := range leaf.Flags {
				values = append(values, flag.Value)
			}
			for _, v := range values {
				if word := s.placeholder(v); v.Required && !command.Hidden && strings.HasPrefix(word, "«") {
					t.Errorf("%s: there is no cli.word.%s", commandName(leaf), v.Name)
				}
			}
		}
	}
}

// What the parser says is English: each of its sentences has to be known.
func TestParserIsNeverQuoted(t *testing.T) {
	for line, want := range map[string]string{
		"score":                                  "cli.missing",
		"score x":                                "cli.missing",
		"score --year 2020":                      "cli.missing",
		"explain x --year 2020":                  "cli.missing",
		"document add x":                         "cli.missing",
		"document":                               "cli.which_action",
		"revision":                               "cli.which_action",
		"profile sho x":                          "cli.unknown_action",
		"new a b":                                "cli.extra_argument",
		"verify a b c":                           "cli.extra_argument",
		"score x --yer 2020":                     "cli.unknown_flag",
		"score -x":                               "cli.unknown_flag",
		"score x --year":                         "cli.missing_value",
		"score x --year=":                        "cli.not_a_number",
		"score x --year 20.5":                    "cli.not_a_number",
		"score x --year --park y":                "cli.missing_value",
		"score x --year -1":                      "cli.hyphen",
		"document add x y --to":                  "cli.missing_value",
		"document add x y --to --kind":           "cli.missing_value",
		"document save x y --to z":               "cli.not_a_number",
		"package x --parts":                      "cli.missing_value",
		"package x --year 1 --out . --lang de":   "cli.not_one_of",
		"profile export x --to y":                "cli.not_one_of",
		"revision state x y --year 1 --number 1": "cli.not_one_of",
		"score x --json=2":                       "cli.no_value",
		"demo --no-window=5":                     "cli.no_value",
		"demo --documents":                       "cli.missing_value",
	} {
		s, parser := testSession(t)
		_, err := parser.Parse(strings.Fields(line))
		if err == nil {
			t.Errorf("%s: taken", line)
			continue
		}
		s.json = true
		if code := s.usage(err); code != ExitUsage {
			t.Errorf("%s: exit %d", line, code)
		}
		if said := s.Stderr.(*bytes.Buffer).String(); !strings.Contains(said, `"error": "`+want+`"`) {
			t.Errorf("%s: %v becomes %s, want %s", line, err, said, want)
		}
	}
}

// What cannot be seen in a pasted text goes before the command sees it, of every value that
// is no path and no number.
func TestValuesOfCommandsAreCleaned(t *testing.T) {
	s, _ := testSession(t)
	seen := 0
	for _, leaf := range leaves(s.grammar) {
		values := slices.Clone(leaf.Positional)
		for _, flag := range leaf.Flags {
			values = append(values, flag.Value)
		}
		for _, v := range values {
			v.Set = true
			switch {
			case v.Target.Kind() == reflect.String:
				v.Target.SetString("  и\u0306\u200bод\t\tодин\u202e ")
			case v.Target.Type() == reflect.TypeFor[[]string]():
				v.Target.Set(reflect.ValueOf([]string{" и\u0306од\u200b  один\ufeff"}))
			}
		}
		if err := settle(leaf); err != nil {
			t.Fatal(err)
		}
		for _, v := range values {
			if text, ok := textOf(v); ok && !v.Tag.Has("place") {
				seen++
				if text != "йод один" {
					t.Errorf("%s: %s is %q", commandName(leaf), v.Name, text)
				}
			}
		}
	}
	if seen < 20 {
		t.Errorf("only %d values were seen", seen)
	}
}

// textOf returns the text of a value, or the first of its texts.
func textOf(v *kong.Value) (string, bool) {
	switch texts := v.Target.Interface().(type) {
	case string:
		return texts, true
	case []string:
		return texts[0], true
	}
	return "", false
}

// Whatever can be asked can be answered in one object, for other programs; only what a shell asks for each key
// is answered in words.
func TestEveryCommandAnswersInJSON(t *testing.T) {
	s, _ := testSession(t)
	for _, leaf := range leaves(s.grammar) {
		has := slices.ContainsFunc(leaf.Flags, func(f *kong.Flag) bool { return f.Name == "json" })
		if !has && !leaf.Hidden {
			t.Errorf("%s has no --json", leaf.FullPath())
		}
	}
}
