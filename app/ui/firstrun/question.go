package firstrun

import (
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/copies"
	"technopark/app/disk"
	"technopark/app/founding"
	"technopark/app/ui/kit"
)

// question is one of the five: a line while it is folded, its entries while it is open.
type question struct {
	dialog *Dialog
	of     founding.Question
	number int
	inputs []*input

	state   *kit.Line // its mark, number and name
	said    *kit.Line // what was answered
	change  *kit.Link
	folded  *fyne.Container
	open    *fyne.Container
	content *fyne.Container
}

// input is one entry of a question.
type input struct {
	ask    founding.Ask
	entry  *kit.Entry  // nil where one chooses
	choice *kit.Select // nil where one types
	wrong  *kit.Marked // what is wrong with it, or how far it has come
}

// text returns what was answered.
func (i *input) text() string {
	if i.choice != nil {
		return i.choice.Selected
	}
	return i.entry.Text
}

func newQuestion(f *Dialog, at int, of founding.Question, dir, second string) *question {
	d := f.desk
	q := &question{dialog: f, of: of, number: at + 1, state: kit.NewLine(kit.ColorText, theme.SizeNameText), said: kit.NewLine(kit.ColorMuted, theme.SizeNameText)}
	q.state.Bold = true
	q.change = kit.NewLink(d.T("ui.first.change"), func() { f.turn(at) })
	q.change.OnEscape = f.onEscape
	q.change.OnFocus = func() { kit.Reveal(&f.scroll.Scroll, q.change, q.change) }
	head := container.NewBorder(nil, nil, nil, q.change, q.state)
	q.folded = container.New(stack{}, q.said)
	q.open = container.New(stack{})
	for _, ask := range founding.Asks() {
		if ask.Of == of {
			q.add(ask)
		}
	}
	if of == founding.OfPlace {
		q.addPlaces(dir, second)
	}
	q.content = container.New(stack{}, head, q.folded, q.open)
	if at > 0 {
		q.content.Objects = append([]fyne.CanvasObject{widget.NewSeparator()}, q.content.Objects...)
	}
	return q
}

// add adds the entry of something that is asked.
func (q *question) add(ask founding.Ask) {
	f, d := q.dialog, q.dialog.desk
	in := &input{ask: ask, wrong: kit.NewNote()}
	follow := func(text string) {
		f.answers[ask.Key] = text
		in.follow(f.answers, d.Lang)
	}
	var shown fyne.CanvasObject
	if len(ask.Field.Options) > 0 {
		var names []string
		for _, o := range ask.Field.Options {
			names = append(names, o.Label.In(d.Lang))
		}
		in.choice = kit.NewSelect(names)
		in.choice.PlaceHolder = d.T("ui.first.later")
		in.choice.OnChanged, in.choice.OnEscape, in.choice.OnEnter = follow, f.onEscape, func() { q.submitted(in) }
		in.choice.OnFocus = func() { kit.Reveal(&f.scroll.Scroll, in.choice, in.wrong) }
		shown = in.choice
	} else {
		in.entry = kit.NewEntry(func(string) { q.submitted(in) })
		in.entry.SetText(f.answers[ask.Key])
		in.entry.OnChanged, in.entry.OnEscape = follow, f.onEscape
		if !ask.Required {
			in.entry.SetPlaceHolder(d.T("ui.first.later"))
		}
		in.entry.OnFocus = func() { kit.Reveal(&f.scroll.Scroll, in.entry, in.wrong) }
		in.entry.OnLeft = func() { in.left(f.answers, d.Lang) }
		shown = in.entry
	}
	q.inputs = append(q.inputs, in)
	label := ask.Field.Label.In(d.Lang)
	if ask.Key == founding.Year {
		label = d.T("ui.first.year")
	}
	q.open.Objects = append(q.open.Objects, labelled(label), shown, in.wrong)
}

// labelled is the name of an entry, which begins where the entry does.
func labelled(name string) *kit.Line {
	l := kit.NewLine(kit.ColorMuted, theme.SizeNameText)
	l.SetText(name)
	return l
}

// addPlaces adds the entries of the data file and of the folder of second copies.
func (q *question) addPlaces(dir, second string) {
	f, d := q.dialog, q.dialog.desk
	f.file, f.second = kit.NewEntry(nil), kit.NewEntry(nil)
	f.file.SetText(filepath.Join(dir, d.T("ui.create.name")+copies.Extension))
	f.second.SetText(second)
	f.second.SetPlaceHolder(d.T("ui.first.second_later"))
	f.file.OnChanged = func(string) { f.named = true }
	for i, e := range []*kit.Entry{f.file, f.second} {
		in := &input{entry: e, wrong: kit.NewNote()}
		e.OnEscape = f.onEscape
		e.OnSubmitted = func(string) { q.submitted(in) }
		e.OnFocus = func() { kit.Reveal(&f.scroll.Scroll, e, in.wrong) }
		q.inputs = append(q.inputs, in)
		label, choose := d.T("ui.first.file"), q.chooseFile
		if i == 1 {
			label, choose = d.T("ui.first.second"), q.chooseSecond
		}
		button := kit.NewButton(d.T("ui.first.choose"), choose)
		button.OnEscape = f.onEscape
		button.OnFocus = func() { kit.Reveal(&f.scroll.Scroll, button, in.wrong) }
		q.open.Objects = append(q.open.Objects, labelled(label), container.NewBorder(nil, nil, nil, button, e), in.wrong)
	}
	q.open.Add(kit.Paragraph(d.T("ui.first.copies"), 60))
}

// chooseFile asks for the folder of the data file; its name stays.
func (q *question) chooseFile() {
	f := q.dialog
	path := disk.Meant(f.file.Text)
	f.desk.Files(filepath.Dir(path)).Folder(func(dir string) {
		f.file.SetText(filepath.Join(dir, filepath.Base(path)))
		q.focus()
	})
}

func (q *question) chooseSecond() {
	f := q.dialog
	f.desk.Files(app.Clean(f.second.Text)).Folder(func(dir string) {
		f.second.SetText(dir)
		q.focus()
	})
}

// submitted goes to the next entry on Enter, and from the last one on.
func (q *question) submitted(in *input) {
	for i, other := range q.inputs {
		if other == in && i+1 < len(q.inputs) {
			q.focusOn(q.inputs[i+1])
			return
		}
	}
	q.dialog.onNext()
}

// follow says while one types how far a number has come; what was wrong is taken back.
func (i *input) follow(a founding.Answers, lang app.Lang) {
	if i.ask.Key == founding.INN {
		mark, words := founding.INNSoFar(a[i.ask.Key])
		i.wrong.SetText(mark.Before(words.In(lang)))
		return
	}
	i.wrong.SetText("")
}

// left says what is wrong with what was typed as soon as the entry is left, as a form does: half a number
// is no number.
func (i *input) left(a founding.Answers, lang app.Lang) {
	if why, wrong := a.Fault(i.ask); wrong && a.Given(i.ask.Key) {
		i.wrong.SetText(app.MarkError.Before(why.In(lang)))
	}
}

// good reports whether all answers of the question will do.
func (q *question) good() bool {
	for _, in := range q.inputs {
		if in.ask.Key == "" {
			continue
		}
		if _, wrong := q.dialog.answers.Fault(in.ask); wrong {
			return false
		}
	}
	return true
}

// fault says what is wrong with an answer that was given; a question that was gone back from keeps it.
func (q *question) fault() (why string, wrong bool) {
	for _, in := range q.inputs {
		if in.ask.Key == "" || !q.dialog.answers.Given(in.ask.Key) {
			continue
		}
		if said, bad := q.dialog.answers.Fault(in.ask); bad {
			return said.In(q.dialog.desk.Lang), true
		}
	}
	return "", false
}

// check says under each entry what is wrong with it, and goes to the first; false when something is.
func (q *question) check() bool {
	f, lang := q.dialog, q.dialog.desk.Lang
	var first *input
	say := func(in *input, text string) {
		in.wrong.SetText(app.MarkError.Before(text))
		if first == nil {
			first = in
		}
	}
	for _, in := range q.inputs {
		if in.ask.Key == "" {
			continue
		}
		if why, wrong := f.answers.Fault(in.ask); wrong {
			say(in, why.In(lang))
		}
	}
	if q.of == founding.OfPlace {
		q.checkPlaces(say)
	}
	if first != nil {
		f.scroll.Content.Refresh()
		q.focusOn(first)
	}
	return first == nil
}

// checkPlaces looks whether the file can be made and the folder can take copies.
func (q *question) checkPlaces(say func(*input, string)) {
	f := q.dialog
	path := disk.Meant(f.file.Text)
	for _, in := range q.inputs {
		in.wrong.SetText("")
	}
	if path != "" && !strings.EqualFold(filepath.Ext(path), copies.Extension) {
		path += copies.Extension
		f.file.SetText(path)
	}
	if err := disk.New(path); err != nil {
		say(q.inputs[0], f.desk.Say(err))
		return
	}
	if dir := app.Clean(f.second.Text); dir != "" {
		if _, err := copies.ChooseSecond(path, dir); err != nil {
			say(q.inputs[1], f.desk.Say(err))
		}
	}
}

// answered reports whether something was answered that will do, and folded.
func (q *question) answered() bool {
	at := q.number - 1
	return at <= q.dialog.reached && at != q.dialog.at && q.summary() != "" && q.good()
}

// summary is what was answered, in one line.
func (q *question) summary() string {
	var parts []string
	for _, in := range q.inputs {
		if text := app.Clean(in.text()); text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, ", ")
}

// names of the questions: ids of messages.
var questionNames = []string{"ui.first.q_company", "ui.first.q_head", "ui.first.q_park", "ui.first.q_year", "ui.first.q_place"}

// show opens or folds the question.
func (q *question) show(open bool) {
	f, d := q.dialog, q.dialog.desk
	if q.of == founding.OfPlace && open && !f.named {
		q.offerName()
	}
	mark := app.MarkMissing
	if q.answered() {
		mark = app.MarkReady
	}
	said := q.summary()
	if why, wrong := q.fault(); wrong && !open {
		mark, said = app.MarkError, said+" — "+why
	}
	q.state.SetText(mark.Before(strconv.Itoa(q.number) + ". " + d.T(questionNames[q.of])))
	if said == "" {
		said = d.T("ui.first.later")
	}
	q.said.SetText(said)
	q.change.Hidden = open || q.number-1 > f.reached
	q.folded.Hidden, q.open.Hidden = open || q.change.Hidden, !open
	q.content.Refresh()
}

// offerName calls the file after the park.
func (q *question) offerName() {
	f := q.dialog
	name := strings.Trim(strings.NewReplacer("/", " ", `\`, " ", ":", " ", "*", " ", "?", " ", `"`, "", "<", " ", ">", " ", "|", " ", "«", "", "»", "", "„", "", "“", "").Replace(app.Clean(f.answers[founding.Park])), " .")
	if name == "" {
		return
	}
	follow := f.file.OnChanged
	f.file.OnChanged = nil
	f.file.SetText(filepath.Join(filepath.Dir(f.file.Text), name+copies.Extension))
	f.file.OnChanged = follow
}

// focus gives the keyboard to the first entry.
func (q *question) focus() { q.focusOn(q.inputs[0]) }

func (q *question) focusOn(in *input) {
	c := q.dialog.desk.Window.Canvas()
	if in.choice != nil {
		c.Focus(in.choice)
		return
	}
	c.Focus(in.entry)
}
