package reports

import (
	"fmt"

	"technopark/reports/pdf"
)

// Sheets returns how many sheets each chosen part takes, by key; that of the attachments
// is what Input says of them.
func Sheets(in Input) (map[string]int, error) {
	p := newPaper(in)
	laid, err := pdf.Layout(Package(in))
	if err != nil {
		return nil, fmt.Errorf("count sheets: %w", err)
	}
	starts := map[string]int{}
	for _, e := range laid.Contents {
		if e.Level == 0 {
			starts[e.Title] = e.Page
		}
	}
	counts := map[string]int{}
	next := len(laid.Pages) + 1
	for i := len(p.parts) - 1; i >= 0; i-- {
		part := p.parts[i]
		start, listed := starts[p.heading(part)]
		switch {
		case part.build == nil:
			counts[part.Key] = p.behind()
			continue
		case !listed: // a part in front: the title is one sheet, and the contents the rest
			start = i + 1
		}
		counts[part.Key] = next - start
		next = start
	}
	return counts, nil
}
