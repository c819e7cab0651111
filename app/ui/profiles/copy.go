package profiles

import (
	"fmt"

	"technopark/app"
	"technopark/app/regulation"
	"technopark/app/ui/desk"
)

// onCopy asks what a copy of the method in force is to be called and puts it in place of it; then
// goes on.
func (s *Screen) onCopy(then func()) {
	d := s.desk
	set, err := d.InForce()
	if err != nil || set.Method == nil {
		d.Fail(err)
		return
	}
	lines := []desk.QuestionLine{
		{Label: d.T("ui.profiles.copy_id"), Text: freeID(d.Part("profile"), set.Method.ID, d.Year+1)},
		{Label: d.T("ui.profiles.copy_title"), Text: d.T("ui.profiles.copy_of", "Title", set.Method.Title.RU)},
	}
	s.asked = &desk.Question{Title: d.T("ui.profiles.copy_ask"), Lead: d.T("ui.profiles.copy_lead", "Rating", d.Year+1), Do: d.T("ui.profiles.copy_do"), Lines: lines, Back: s.copy}
	s.asked.Answer = func(texts []string) error {
		draft, err := regulation.Copy(set.MethodFile, texts[0], texts[1], d.Year+1)
		if err != nil {
			return err
		}
		next, err := d.Regulations.Keep(d.Part("profile"), draft, d.Today())
		if err != nil {
			return err
		}
		if d.Change(d.T("step.profile_copied", "Title", next.Title), func(tx app.Tx) error { return tx.Save(d.Ctx(), next) }) {
			s.Refresh()
			if then != nil {
				then()
			}
		}
		return nil
	}
	d.Ask(s.asked)
}

// freeID proposes an id that no method of the data file has.
func freeID(b *app.Book, of string, rating int) string {
	taken := map[string]bool{of: true, regulation.Program().Builtin(app.ProfileMethod).Name: true}
	for _, p := range app.All[app.Profile](b, "profile") {
		if d, err := regulation.Edit(regulation.File{Name: p.Title, TOML: []byte(p.Text)}); p.Kind == app.ProfileMethod && err == nil {
			taken[d.Method().ID] = true
		}
	}
	id := fmt.Sprintf("our-%d", rating)
	for n := 2; taken[id]; n++ {
		id = fmt.Sprintf("our-%d-%d", rating, n)
	}
	return id
}
