package agenda

import (
	"cmp"
	"slices"

	"technopark/app"
)

// Step is something that is to be done.
type Step struct {
	Key   string   // tells steps of different kinds apart, for programs
	Mark  app.Mark // how it stands: wrong, to be looked at, not there, or none for what comes later
	State app.Text // the same in a word: «важно», «пусто», «потом»
	Text  app.Text // what is to be done, in full: «Напомнить 3 резидентам: срок ответа прошёл»
	Short app.Text // in a word or two, for a button: «напомнить»
	Count int      // of how many things; 0 where they are not counted
	Due   app.Date // until when; none when no day is known
	Where Where    // the screen on which it is done
}

// The words for how a step stands.
var (
	stateWrong = app.L("ошибка", "error")
	stateNow   = app.L("важно", "important")
	stateSort  = app.L("разобрать", "sort out")
	stateBare  = app.L("пусто", "empty")
	stateLater = app.L("потом", "later")
)

// Where is a screen on which something is done.
type Where struct {
	Screen string   // its id
	Title  app.Text // its name
}

// The screens that are no lists of records; those are named by their type, see whereOf.
var (
	onCollect   = Where{"collect", app.L("Стол сбора", "Collection desk")}
	onCheck     = Where{"check", app.L("Проверка", "Check")}
	onTurn      = Where{"turn", app.L("Новый год", "New year")}
	onTwins     = Where{"duplicates", app.L("Похожие записи", "Similar records")}
	onPackage   = Where{"package", app.L("Пакет документов", "Package of papers")}
	onResidents = whereOf("resident")
)

// whereOf is the screen of the records of a type.
func whereOf(typeKey string) Where {
	return Where{typeKey, app.TypeByKey(typeKey).Many}
}

// Screens returns the screens on which steps are done and that are no lists of records.
func Screens() []Where { return []Where{onTurn, onCollect, onTwins, onCheck, onPackage} }

// arrange puts the steps in the order in which they are due; those of one day stay in the order of
// the stages, and what has no day comes last.
func (a *Agenda) arrange() {
	slices.SortStableFunc(a.Steps, func(x, y Step) int {
		if x.Due.Zero() != y.Due.Zero() {
			return cmp.Compare(y.Due.Days(), x.Due.Days()) // no day is before all days
		}
		return cmp.Compare(x.Due.Days(), y.Due.Days())
	})
	for i := range a.Steps {
		if later := &a.Steps[i]; i > 0 && later.Mark == app.NoMark {
			later.Mark, later.State = app.MarkMissing, stateLater
		}
	}
	if len(a.Steps) > 0 && a.Steps[0].Mark == app.NoMark {
		a.Steps[0].Mark, a.Steps[0].State = app.MarkWarning, stateNow
	}
	a.mark()
}

// Line writes how the step stands: «▲ важно».
func (s Step) Line(lang app.Lang) string { return s.Mark.Before(s.State.In(lang)) }
