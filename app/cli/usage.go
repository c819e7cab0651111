package cli

import (
	"maps"
	"regexp"
	"strings"

	"technopark/app"
)

// usage translates what the parser found, since its own words are English.
func (s *session) usage(err error) int {
	text := err.Error()
	for _, p := range parserPhrases() {
		m := p.pattern.FindStringSubmatchIndex(text)
		if m == nil {
			continue
		}
		said := p.refusal
		said.Data = maps.Clone(said.Data)
		for key, part := range said.Data {
			found := p.pattern.ExpandString(nil, part.(string), text, m)
			said.Data[key] = strings.NewReplacer(`","`, ", ", `"`, "").Replace(string(found))
		}
		return s.report(&said)
	}
	return s.report(&app.Refusal{ID: "cli.usage", Data: map[string]any{"What": text}, Cause: errWords})
}

// parserPhrase is what the parser says, and the refusal it stands for: its data are parts
// of the pattern.
type parserPhrase struct {
	pattern *regexp.Regexp
	refusal app.Refusal
}

func parserPhrases() []parserPhrase {
	return []parserPhrase{
		{regexp.MustCompile(`^missing flags?: (.+)$`), app.Refusal{ID: "cli.missing_flag", Data: map[string]any{"What": "$1"}, Cause: errWords}},
		{regexp.MustCompile(`^expected "(.+)"$`), app.Refusal{ID: "cli.missing_argument", Data: map[string]any{"What": "$1"}, Cause: errWords}},
		{regexp.MustCompile(`^unexpected argument ([^,]+)`), app.Refusal{ID: "cli.extra_argument", Data: map[string]any{"What": "$1"}, Cause: errWords}},
		{regexp.MustCompile(`^unknown flag ([^,]+)`), app.Refusal{ID: "cli.unknown_flag", Data: map[string]any{"What": "$1"}, Cause: errWords}},
		{regexp.MustCompile(`^(--\w+): expected .*\bEOL\b`), app.Refusal{ID: "cli.missing_value", Data: map[string]any{"What": "$1"}, Cause: errWords}},
		{regexp.MustCompile(`^(--\w+): expected .*int`), app.Refusal{ID: "cli.not_a_number", Data: map[string]any{"What": "$1"}, Cause: errWords}},
		{regexp.MustCompile(`^(--\w+) must be one of (.+) but got`), app.Refusal{ID: "cli.not_one_of", Data: map[string]any{"What": "$1", "Known": "$2"}, Cause: errWords}},
	}
}
