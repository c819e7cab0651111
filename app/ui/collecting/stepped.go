package collecting

import (
	"strings"

	"technopark/app"
	"technopark/app/collection"
)

// Stepped follows a step that was undone or made again: answers that are shown may wait once more.
func (s *Screen) Stepped() {
	if s.answers.view.Visible() {
		s.answers.settle()
	}
}

// settle reads what has become of the files out of the records.
func (p *answers) settle() {
	sheets := app.All[app.Questionnaire](p.desk.Part("questionnaire"), "questionnaire")
	for _, r := range p.all {
		if r.Plan == nil || r.Plan.Resident == nil {
			continue // of these nothing is recorded
		}
		done, back := false, false
		for _, q := range sheets {
			switch {
			case q.Content == r.SHA256:
				done = !q.Accepted.Zero()
				back = !done && !q.Returned.Zero()
			case q.Resident == r.Plan.Resident.ID && remarked(q, r):
				back = p.back[r]
			}
		}
		p.done[r], p.back[r] = done, back
	}
	p.again()
}

// remarked reports whether a file is noted beside an answer that was accepted before it.
func remarked(q *app.Questionnaire, r *collection.Received) bool {
	const digits = 12
	return strings.Contains(q.Remark, r.SHA256[:digits])
}
