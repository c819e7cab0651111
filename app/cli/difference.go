package cli

import (
	"technopark/app"
	"technopark/app/copies"
)

type differingJSON struct {
	Record string `json:"record"`
	ID     int64  `json:"id"`
	Title  string `json:"title"`
	Kind   string `json:"kind"`  // add: the file alone has it; delete: the copy alone; edit: a field differs
	Field  string `json:"field"` // «» unless a field differs
	Copy   string `json:"copy"`  // what the copy has, as people read it
	File   string `json:"file"`
}

func differencesAnswer(all []copies.Differing) []differingJSON {
	answer := make([]differingJSON, len(all))
	for i, d := range all {
		answer[i] = differingJSON{d.Type.Key, d.ID, d.Record.RU, string(d.Action), d.Field.Key, d.Copy.RU, d.File.RU}
	}
	return answer
}

// mostDifferences is how many differences are printed: with --json there are all.
const mostDifferences = 200

// printDifferences prints in what a copy and a file differ.
func (s *session) printDifferences(all []copies.Differing) {
	lang := s.words.Lang()
	if len(all) == 0 {
		s.say("copies.differences_none", nil)
		return
	}
	s.say("copies.differences", map[string]any{"Count": app.FormatNumber(int64(len(all)), 1, 0, lang)})
	for i, d := range all {
		if i == mostDifferences {
			s.say("cli.differences_more", map[string]any{"Count": app.FormatNumber(int64(len(all)-i), 1, 0, lang)})
			return
		}
		inCopy, inFile := d.Sides()
		s.say("cli.difference", map[string]any{
			"Type": d.Type.One.In(lang), "ID": d.ID, "Record": d.Record.In(lang), "Field": d.Field.Spoken().In(lang),
			"Copy": inCopy.In(lang), "File": inFile.In(lang),
		})
	}
}
