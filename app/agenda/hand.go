package agenda

import (
	"technopark/app"
)

// hand is the last two stages: the package is made, signed and handed in.
func (w *work) hand() {
	last := w.lastRevision()
	made := w.stage(StagePackage, last != nil && last.State != app.RevisionReturned)
	made.Title, made.Where = app.L("Пакет", "Package"), onPackage
	switch {
	case last == nil:
		w.add(Step{
			Key: "package", Where: onPackage, Short: app.L("собрать пакет", "make the package"),
			Text: app.L("Собрать пакет документов", "Make the package of papers"),
		})
	case last.State == app.RevisionReturned:
		w.add(Step{
			Key: "package", Where: onPackage, Short: app.L("собрать пакет", "make the package"),
			Text: revised("Собрать новую редакцию: редакция %", " возвращена", "Make a new revision: revision %", " was returned", last),
		})
	default:
		made.Title = revised("Пакет: редакция %", "", "Package: revision %", "", last)
	}
	w.sign(last)
}

// sign is what is left to be done with a package that was made.
func (w *work) sign(last *app.Revision) {
	state := ""
	if last != nil {
		state = last.State
	}
	s := w.stage(StageSign, state == app.RevisionSent || state == app.RevisionAccepted)
	s.Title, s.Where = app.L("Подпись", "Signature"), whereOf("revision")
	switch state {
	case app.RevisionChecked:
		w.add(Step{
			Key: "sign", Where: s.Where, Short: app.L("подписать", "sign"),
			Text: revised("Подписать редакцию %", " и отметить это", "Sign revision %", " and mark it so", last),
		})
	case app.RevisionSigned:
		w.add(Step{
			Key: "submit", Where: s.Where, Short: app.L("сдать пакет", "hand the package in"),
			Text: revised("Отправить редакцию %", " и отметить это", "Hand in revision %", " and mark it so", last),
		})
	case app.RevisionSent, app.RevisionAccepted:
		s.Title = app.L("Пакет сдан", "Package handed in")
	}
}

// revised puts the number of a revision into a sentence in place of a sign.
func revised(ru, ruAfter, en, enAfter string, r *app.Revision) app.Text {
	n := whole(int(r.Number.N), app.RU)
	put := func(text string) string { return text[:len(text)-1] + n }
	return app.L(put(ru)+ruAfter, put(en)+enAfter)
}

// lastRevision returns the newest revision of the year; nil when there is none.
func (w *work) lastRevision() *app.Revision {
	var last *app.Revision
	for _, r := range app.All[app.Revision](w.Book, "revision") {
		if r.Period == w.period && (last == nil || r.Number.N > last.Number.N) {
			last = r
		}
	}
	return last
}
