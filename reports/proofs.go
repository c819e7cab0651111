package reports

import (
	"slices"
	"strings"

	"technopark/app"
)

// proofLines is how many documents of an indicator are named; more are told by their
// numbers, and the inventory has their names.
const proofLines = 12

// proofNumbers returns the numbers of the documents that prove an indicator, rising.
func (p *paper) proofNumbers(code string) []int {
	var numbers []int
	for i, a := range p.Attachments {
		if slices.Contains(a.Codes, code) {
			numbers = append(numbers, i+1)
		}
	}
	return numbers
}

// proofs names the documents of an indicator, one a line: «Приложение 1 — Справка о
// налогах № 12 от 05.03.2021 (листы 41–42)»; «» when there are none.
func (p *paper) proofs(code string) string {
	numbers := p.proofNumbers(code)
	var lines []string
	for _, n := range numbers[:min(len(numbers), proofLines)] {
		line := p.say("Приложение", "Attachment") + app.NBSP + p.whole(n) + " — " + documentTitle(p.Lang, p.Attachments[n-1].Document)
		lines = append(lines, line+p.whereProof(p.Attachments[n-1]))
	}
	if more := numbers[len(lines):]; len(more) > 0 {
		lines = append(lines, p.say("и приложения ", "and attachments ")+p.runs(more))
	}
	return strings.Join(lines, "\n")
}

// whereProof says on which sheets of the package a document is; «» when it is not put
// behind it.
func (p *paper) whereProof(a Attachment) string {
	if a.Sheets == 0 {
		return ""
	}
	word := p.say("листы", "sheets")
	if a.Sheets == 1 {
		word = p.say("лист", "sheet")
	}
	place := word + app.NBSP + p.place(a)
	if a.Apart() {
		place = p.say("приложен отдельно, ", "enclosed separately, ") + place
	}
	return " (" + place + ")"
}

// attached names attachments by their numbers in a narrow column, so that these are not read
// as counts: «Прил. 3, 5».
func (p *paper) attached(numbers []int) string {
	if len(numbers) == 0 {
		return nothing
	}
	return p.say("Прил.", "Att.") + app.NBSP + p.runs(numbers)
}

// runs writes rising numbers, neighbours as a run: «1, 4, 6–9».
func (p *paper) runs(numbers []int) string {
	var all []string
	for i := 0; i < len(numbers); {
		last := i
		for last+1 < len(numbers) && numbers[last+1] == numbers[last]+1 {
			last++
		}
		text := p.whole(numbers[i])
		switch last - i {
		case 0:
		case 1:
			all = append(all, text)
			text = p.whole(numbers[last])
		default:
			text += "–" + p.whole(numbers[last])
		}
		all = append(all, text)
		i = last + 1
	}
	return strings.Join(all, ", ")
}
