package ui

import (
	"technopark/app"
	"technopark/app/guide"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
	"technopark/app/ui/manual"
)

// startPage is what the guide calls the page that the window begins with.
const startPage = "start"

// keysPage is the page of the guide that lists the keys.
const keysPage = "keys"

// help opens the guide at what the user works at: the field that has the keyboard, the finding that is
// selected, the screen in view.
func (w *Window) help() {
	if w.manual != nil {
		return // it is read already
	}
	topic, field := w.topic()
	page := guide.In(w.desk.Lang).Answer(topic)
	options := manual.Options{At: guide.Target{Page: page.ID}}
	if field.Key != "" {
		options.Asked = manual.AboutField(w.desk, w.shown, field)
	}
	w.openGuide(options)
}

// topic is what the user works at; the field is empty unless one has the keyboard.
func (w *Window) topic() (guide.Topic, app.Field) {
	topic := guide.Topic{Screen: w.shown}
	if w.shown == "" {
		topic.Screen = startPage
	}
	if s, ok := w.screens[w.shown].(desk.Asked); ok {
		topic.Rule = s.RuleInView()
	}
	in, ok := w.win.Canvas().Focused().(*kit.Input)
	if !ok {
		return topic, app.Field{}
	}
	topic.Field = w.shown + "." + in.About().Key
	return topic, in.About()
}

// showGuide opens the guide at a page.
func (w *Window) showGuide(at guide.Target) { w.openGuide(manual.Options{At: at}) }

// openGuide opens the guide over whatever is in view.
func (w *Window) openGuide(o manual.Options) {
	o.Closed = func() { w.manual = nil }
	o.Screens = w.reached
	w.options.Log.Did("guide", "page", o.At.Page)
	w.manual = manual.Show(w.desk, o)
}

// reached returns what a screen is called that can be gone to now, «» for one that cannot.
func (w *Window) reached(id string) string {
	if w.desk.Store == nil {
		return ""
	}
	for _, e := range listed(w.entries) {
		if e.ID == id {
			return e.title(w.desk)
		}
	}
	return ""
}
