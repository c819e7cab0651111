package search

import (
	"strings"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/rating"
)

// Indicators returns the indicators of a year, each found by its code, its name and its formula.
func Indicators(r *rating.Result, lang app.Lang) []Item {
	if r == nil {
		return nil
	}
	var items []Item
	for _, ind := range r.All() {
		items = append(items, Item{
			Kind: KindIndicator, Title: ind.Code + " " + ind.Name.In(lang), About: ind.Unit.In(lang),
			Texts: []string{ind.Words.In(lang), ind.Note.In(lang)}, Place: app.IndicatorPlace(r.Year, ind.Code),
		})
	}
	return items
}

// Findings returns what a check found, each found by what it says, of which record and what to do.
func Findings(report check.Report, lang app.Lang) []Item {
	var items []Item
	for _, f := range report.Findings {
		item := Item{
			Kind: KindFinding, Title: f.Message.In(lang), About: f.Record,
			Texts: []string{f.Record, f.Field.Label.In(lang), f.Remedy.In(lang), f.Rule}, Key: f.Rule,
		}
		if f.Type != nil {
			item.Place = app.Place{Type: f.Type.Key, ID: f.ID, Field: f.Field.Key, Case: f.Case}
		}
		items = append(items, item)
	}
	return items
}

// Guide returns the sections of a guide in Markdown, each found by its heading and its text.
func Guide(markdown string) []Item {
	var items []Item
	for _, s := range sections(markdown) {
		items = append(items, Item{Kind: KindGuide, Title: s.title, About: s.above, Texts: strings.Split(s.text, "\n"), Key: s.title})
	}
	return items
}

// GuideText returns the text of a section of a guide, told by its heading, as plain lines; «» when
// there is none.
func GuideText(markdown, title string) string {
	for _, s := range sections(markdown) {
		if s.title == title {
			return s.text
		}
	}
	return ""
}

// section is a heading of a guide with the text below it.
type section struct{ title, above, text string }

// sections parts a guide at its headings of the second and third order.
func sections(markdown string) []section {
	var all []section
	above, fenced := "", false
	var lines []string
	end := func() {
		if len(all) > 0 {
			all[len(all)-1].text = plainText(lines)
		}
		lines = nil
	}
	for line := range strings.SplitSeq(markdown, "\n") {
		if strings.HasPrefix(line, "```") {
			fenced = !fenced
		}
		level := strings.IndexFunc(line, func(r rune) bool { return r != '#' })
		if fenced || level < 2 || level > 3 || line[level] != ' ' {
			lines = append(lines, line)
			continue
		}
		end()
		title := plainLine(line[level+1:])
		s := section{title: title, above: above}
		if level == 2 {
			above, s.above = title, ""
		}
		all = append(all, s)
	}
	end()
	return all
}

// plainText joins the lines of a paragraph and leaves the signs of Markdown out: a section is read
// in a window that draws plain words.
func plainText(lines []string) string {
	var text strings.Builder
	fenced, before := false, ""
	for _, line := range lines {
		if strings.HasPrefix(line, "```") {
			fenced = !fenced
			line = ""
		}
		if strings.HasPrefix(line, "|--") || strings.HasPrefix(line, "| -") {
			continue
		}
		trimmed := strings.TrimSpace(line)
		begins := fenced || trimmed == "" || strings.HasPrefix(trimmed, "- ") || strings.HasPrefix(line, "|") || strings.HasPrefix(line, "#") || startsNumber(trimmed)
		switch {
		case text.Len() == 0 && trimmed == "":
			continue
		case begins || before == "":
			text.WriteString("\n")
		default:
			text.WriteString(" ")
		}
		if !fenced {
			trimmed = plainLine(line)
		}
		text.WriteString(trimmed)
		before = trimmed
	}
	return strings.TrimSpace(text.String())
}

// startsNumber reports a line of a numbered list.
func startsNumber(line string) bool {
	digits := strings.TrimLeft(line, "0123456789")
	return digits != line && strings.HasPrefix(digits, ". ")
}

// plainLine leaves the signs of Markdown out of a line: a row of a table becomes its cells, a link
// its words.
func plainLine(line string) string {
	line = strings.TrimSpace(strings.TrimLeft(line, "#"))
	if strings.HasPrefix(line, "|") {
		cells := strings.Split(strings.Trim(line, "| "), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		line = strings.Join(cells, " — ")
	}
	line = strings.NewReplacer("**", "", "`", "").Replace(line)
	for {
		open := strings.Index(line, "](")
		if open < 0 {
			break
		}
		start, stop := strings.LastIndex(line[:open], "["), strings.Index(line[open:], ")")
		if start < 0 || stop < 0 {
			break
		}
		line = line[:start] + line[start+1:open] + line[open+stop+1:]
	}
	if rest, is := strings.CutPrefix(line, "- "); is {
		line = "• " + rest
	}
	return line
}
