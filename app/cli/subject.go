package cli

import (
	"slices"
	"strconv"
	"strings"

	"technopark/app"
)

// subjects returns what documents are to be linked to, in the form in which links are kept. A
// subject that does not exist is refused: a link to nothing proves nothing, and no screen
// would show it.
func (s *session) subjects(b *app.Book, given []string) ([]string, error) {
	var all []string
	for _, text := range given {
		subject, err := s.subject(b, app.Clean(text))
		if err != nil {
			return nil, err
		}
		if !slices.Contains(all, subject) {
			all = append(all, subject)
		}
	}
	return all, nil
}

func (s *session) subject(b *app.Book, text string) (string, error) {
	if strings.HasPrefix(text, "indicator/") {
		return s.indicator(b, text)
	}
	key, digits, cut := strings.Cut(text, "/")
	id, err := strconv.ParseInt(digits, 10, 64)
	t := app.TypeByKey(key)
	switch {
	case !cut:
		return "", &app.Refusal{ID: "cli.document.bad_subject", Data: map[string]any{"What": text}, Cause: errWords}
	case t == nil || !t.Provable():
		return "", &app.Refusal{ID: "cli.document.no_type", Data: map[string]any{"What": key, "Near": nearest(key, provable()), "Known": strings.Join(provable(), ", ")}, Cause: errWords}
	case err != nil || id <= 0:
		return "", &app.Refusal{ID: "cli.document.bad_subject", Data: map[string]any{"What": text}, Cause: errWords}
	}
	rec := b.Get(key, id)
	if rec == nil {
		return "", &app.Refusal{ID: "cli.document.no_subject", Data: map[string]any{"What": text}}
	}
	return app.SubjectOf(rec), nil
}

// indicator is subject for «indicator/2020/S2.1»: of a year that can be, and one that the
// method of that year has.
func (s *session) indicator(b *app.Book, text string) (string, error) {
	year, code, ok := app.IndicatorOfSubject(text)
	if !ok || code == "" {
		return "", &app.Refusal{ID: "cli.document.bad_subject", Data: map[string]any{"What": text}, Cause: errWords}
	}
	if err := s.checkYear(year); err != nil {
		return "", err
	}
	set, err := s.by.For(b, year)
	if err != nil {
		return "", err
	}
	codes := set.Method.Codes()
	i := slices.IndexFunc(codes, func(known string) bool { return strings.EqualFold(known, code) })
	if i < 0 {
		return "", &app.Refusal{ID: "cli.document.no_indicator", Data: map[string]any{"What": code, "Year": year, "Known": strings.Join(codes, ", ")}}
	}
	return app.SubjectOfIndicator(year, codes[i]), nil
}

// provable returns the keys of the types whose records documents may prove.
func provable() []string {
	var keys []string
	for _, t := range app.Types() {
		if t.Provable() {
			keys = append(keys, t.Key)
		}
	}
	return keys
}
