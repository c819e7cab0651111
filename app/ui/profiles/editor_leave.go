package profiles

// enter goes from the list to the form.
func (e *editor) enter() {
	e.panes.ShowForm()
	if form := e.forms[e.shown.Kind]; form != nil {
		form.Focus("formula")
	}
}

// escape goes from the form back to the list.
func (e *editor) escape() {
	e.panes.ShowList()
	e.Focus()
}

// leave goes back to the method in force, once it is settled what becomes of the draft.
func (e *editor) leave() {
	e.desk.Window.Canvas().Unfocus()
	if question := e.Unsaved(); question != "" {
		e.desk.AskToLeave(question, func() {
			e.Drop()
			e.OnBack()
		}, e.FocusUnsaved)
		return
	}
	e.OnBack()
}

// Unsaved returns the question what to do with a draft that is not kept; «» when there is none.
func (e *editor) Unsaved() string {
	_, wrong := e.unsaved()
	if e.draft != nil && (e.dirty() || wrong || e.inText() && e.whole.dirty()) {
		return e.desk.T("ui.profiles.leave", "Title", e.draft.Method().Title.In(e.desk.Lang))
	}
	return ""
}

// FocusUnsaved puts the cursor where the edit goes on.
func (e *editor) FocusUnsaved() {
	if e.inText() {
		e.whole.Focus()
		return
	}
	if f, wrong := e.unsaved(); wrong {
		e.panes.ShowForm()
		e.forms[e.shown.Kind].Focus(f.Key)
		return
	}
	e.Focus()
}

// Drop forgets the draft.
func (e *editor) Drop() {
	if e.inText() {
		e.whole.Show(e.draft.Text())
		e.whole.Content().Hide()
		e.view.Show()
	}
	if draft, err := e.draft.WithText(e.kept); err == nil {
		e.draft, e.past = draft, nil
		e.show()
		e.showPart(true)
	}
}

// TakeBack drops what is typed, else takes back the last change of the draft; it reports whether
// there was anything.
func (e *editor) TakeBack() bool {
	if form := e.forms[e.shown.Kind]; form != nil && !e.inText() && form.TakeBack() {
		e.tryOut(e.draft)
		e.follow()
		return true
	}
	if len(e.past) == 0 {
		return false
	}
	e.draft, e.past = e.past[len(e.past)-1], e.past[:len(e.past)-1]
	e.show()
	e.showPart(true)
	return true
}
