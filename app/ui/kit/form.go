package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/i18n"
)

// Env is what a form needs of the screen it stands on.
type Env struct {
	Lang  app.Lang      // of labels and values
	Words *i18n.Printer // of the messages that are no field's own
	// Names returns the records a reference may point to, in the order of their titles.
	Names func() *app.Names
	// Year returns the chosen year, offered where a period is asked for.
	Year func() int
	// Commit records the changes, given by the fields' keys, all or none.
	// app.FieldErrors are shown under the fields; the form expects SetValues after success.
	Commit func(changes map[string]app.Value) error
	// Overtaken shows the record anew when somebody else has changed what was to be recorded;
	// what is typed stays, and is recorded when it is confirmed. It may be nil.
	Overtaken func()
	// Fail shows an error that no field is to blame for.
	Fail func(error)
	// Focus gives the keyboard to a field. The window is asked, not the driver: that one
	// knows no canvas of what was never painted, and a form may be opened at a field.
	Focus func(fyne.Focusable)
	// Create lets the user make a record of a type that a reference lacks, named at first as
	// what was typed, and calls made with its id once it is kept; nil where none can be made.
	Create func(typeKey, name string, made func(id int64))
	// Done is called when Enter leaves the last field; nil stays in it.
	Done func()
	// Escape is called when Esc has nothing left to take back; may be nil.
	Escape func()
	// Settled follows every change of what Form.Refused returns; may be nil.
	Settled func()
	// Typed follows what is typed into a field before it is recorded; may be nil.
	Typed func(key, text string)
}

// Form shows the fields of one record and records each change as its field is left.
type Form struct {
	widget.BaseWidget
	env      Env
	fields   []app.Field
	boxes    []*fieldBox
	inputs   map[string]*fieldBox
	scroll   *Scroll
	drop     *dropdown
	focused  *Input
	typed    *Input // in which something was typed last
	readOnly bool
	busy     bool // a commit is under way: what it refreshes must not commit again
}

// NewForm returns a form of empty fields.
func NewForm(fields []app.Field, env Env) *Form {
	f := &Form{env: env, fields: fields, inputs: map[string]*fieldBox{}}
	f.drop = newDropdown(f)
	body := container.New(&formLayout{form: f})
	if legend := newLegend(fields, env); legend != nil {
		body.Add(legend)
	}
	section, from := "", ""
	for _, field := range fields {
		if title := field.Section.In(env.Lang); title != section {
			section = title
			body.Add(newSectionHead(title))
		}
		box := newFieldBox(f, field)
		box.told = from != "" && from == field.From
		from = field.From
		f.boxes = append(f.boxes, box)
		f.inputs[field.Key] = box
		body.Add(box)
	}
	f.scroll = NewScroll(container.ScrollVerticalOnly, body)
	f.scroll.OnScrolled = func(fyne.Position) { f.drop.close() }
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer is called by the toolkit.
func (f *Form) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(f.scroll, f.drop.layer))
}

// SetValues puts the values of a record into the fields. With fresh it is another record:
// whatever was typed and could not be kept is dropped. Otherwise that stays.
func (f *Form) SetValues(get func(app.Field) app.Value, fresh bool) {
	f.drop.close()
	for _, box := range f.boxes {
		in := box.input
		if !fresh && in.pending() && box.message() != "" {
			in.record(get(in.field))
			continue
		}
		in.show(get(in.field))
		box.setError("")
	}
	for _, box := range f.boxes {
		box.showLink()
		if box.field.UnitIn != "" {
			box.Refresh()
		}
	}
	if fresh {
		f.scroll.ScrollToTop()
	}
}

// SetReadOnly forbids or allows typing; texts can be copied all the same.
func (f *Form) SetReadOnly(on bool) {
	f.readOnly = on
	for _, box := range f.boxes {
		box.setReadOnly(on)
	}
}

// Focus puts the cursor into a field; an unknown key puts it into the first.
func (f *Form) Focus(key string) {
	if box, ok := f.inputs[key]; ok {
		f.env.Focus(box.input)
		return
	}
	for _, box := range f.boxes {
		if !box.input.Disabled() {
			f.env.Focus(box.input)
			return
		}
	}
}

// Focused reports whether the keyboard is in one of the fields.
func (f *Form) Focused() bool { return f.focused != nil }

// Field returns the entry of a field, nil when there is none.
func (f *Form) Field(key string) *Input {
	if box, ok := f.inputs[key]; ok {
		return box.input
	}
	return nil
}

// Message returns what is said to be wrong with a field, «» when nothing is.
func (f *Form) Message(key string) string {
	if box, ok := f.inputs[key]; ok {
		return box.message()
	}
	return ""
}

// Warn says under a field what is wrong with what is being typed, until it is recorded; «» says
// that nothing is.
func (f *Form) Warn(key, message string) { f.setError(key, message) }

// TakeBack drops what is typed into one field and not recorded: into the one that has the
// keyboard, else into the one that was typed in last, whose value was refused. It reports
// whether there was anything.
func (f *Form) TakeBack() bool {
	for _, in := range []*Input{f.focused, f.typed, f.firstPending()} {
		if in != nil && in.pending() && !f.readOnly {
			f.drop.close()
			in.revert()
			f.env.Focus(in)
			return true
		}
	}
	return false
}

// firstPending returns the first entry with something typed that is not recorded; nil when
// there is none.
func (f *Form) firstPending() *Input {
	for _, box := range f.boxes {
		if box.input.pending() {
			return box.input
		}
	}
	return nil
}

// periods are the chosen year and its quarters.
func (f *Form) periods() []Choice {
	year := f.env.Year()
	list := []Choice{{Label: app.YearPeriod(year).In(f.env.Lang)}}
	for quarter := 1; quarter <= 4; quarter++ {
		list = append(list, Choice{Label: app.Period{Year: year, Quarter: quarter}.In(f.env.Lang)})
	}
	return list
}

func (f *Form) escaped() {
	if f.env.Escape != nil {
		f.env.Escape()
	}
}

// entered brings a field that has got the keyboard into view: the toolkit does not. We
// reckon from the form's own layout, because the driver knows no positions on a canvas
// before the first painting, and a form may be opened at a field.
func (f *Form) entered(in *Input) {
	f.focused = in
	for _, box := range f.boxes {
		if box.input == in {
			f.reveal(box)
		}
	}
}

// Resize is called by the toolkit. A form may have been opened at a field before it had a size
// to show it in.
func (f *Form) Resize(size fyne.Size) {
	nowhere := f.Size().Height < Size(SizeRow)
	f.BaseWidget.Resize(size)
	if f.focused == nil {
		return
	}
	if nowhere {
		f.scroll.ScrollToTop()
	}
	f.entered(f.focused)
}

func (f *Form) reveal(box *fieldBox) {
	const margin = 8
	top := box.Position().Y - margin
	bottom := box.Position().Y + box.Size().Height + margin
	offset := f.scroll.Offset.Y
	switch {
	case top < offset:
		offset = top
	case bottom > offset+f.scroll.Size().Height:
		offset = bottom - f.scroll.Size().Height
	default:
		return
	}
	f.scroll.ScrollToOffset(fyne.NewPos(0, max(0, offset)))
}

// SetNotices shows under the fields, given by their keys, what is doubted about their
// recorded values; the other fields show nothing.
func (f *Form) SetNotices(notices map[string]string) {
	for _, box := range f.boxes {
		box.setNotice(notices[box.field.Key])
	}
}
