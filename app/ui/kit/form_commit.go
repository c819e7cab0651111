package kit

import (
	"errors"
	"maps"

	"technopark/app"
)

// left records a field that has lost the keyboard. A tap on its own list takes the
// keyboard too, and must find the list open.
func (f *Form) left(in *Input) {
	if f.focused == in {
		f.focused = nil
	}
	if f.drop.owner == in && f.drop.inside {
		return
	}
	if f.drop.owner == in {
		f.drop.close()
	}
	f.commit(in)
}

// commit records what is typed into a field, together with what could not be kept
// before: two dates that are only right together are typed one after the other.
func (f *Form) commit(in *Input) {
	if f.busy || f.readOnly || !in.field.Typed() {
		return
	}
	v, err := in.parse()
	if err != nil {
		f.setError(in.field.Key, in.message(err))
		return
	}
	if v == in.value {
		in.show(v)
		f.setError(in.field.Key, "")
		return
	}
	f.busy = true
	defer func() { f.busy = false }()
	f.record(in, v)
}

func (f *Form) record(in *Input, v app.Value) {
	only := map[string]app.Value{in.field.Key: v}
	together := f.refused(in)
	maps.Copy(together, only)
	err := f.env.Commit(together)
	if err == nil {
		for key := range together {
			f.settle(key)
		}
		return
	}
	if len(together) > 1 && f.env.Commit(only) == nil {
		f.settle(in.field.Key)
		return
	}
	f.explain(in, err)
	if f.env.Overtaken != nil && errors.Is(err, app.ErrOvertaken) {
		f.env.Overtaken()
	}
}

// goOn gives the keyboard to the next field that can be typed into; what was refused is
// corrected first. After the last field comes Env.Done.
func (f *Form) goOn(in *Input) {
	if f.inputs[in.field.Key].message() != "" {
		return
	}
	for i, box := range f.boxes {
		if box.input != in {
			continue
		}
		for _, next := range f.boxes[i+1:] {
			if !next.input.Disabled() {
				f.env.Focus(next.input)
				return
			}
		}
	}
	if f.env.Done != nil {
		f.env.Done()
	}
}

// Retry records again what could not be recorded, as after the file came back.
func (f *Form) Retry() {
	for _, box := range f.boxes {
		if box.input.pending() {
			f.commit(box.input)
		}
	}
}

// settle forgets that a field was wrong: its value is recorded.
func (f *Form) settle(key string) {
	f.setError(key, "")
	in := f.inputs[key].input
	in.show(in.value)
}

// refused are the values of the other fields that read well but could not be kept.
func (f *Form) refused(but *Input) map[string]app.Value {
	values := map[string]app.Value{}
	for _, box := range f.boxes {
		in := box.input
		if in == but || !in.pending() || !in.field.Typed() {
			continue
		}
		if v, err := in.parse(); err == nil && v != in.value {
			values[in.field.Key] = v
		}
	}
	return values
}

// explain puts messages under the fields they are about; what is about no field of the
// form goes to the screen.
func (f *Form) explain(in *Input, err error) {
	var faults app.FieldErrors
	if !errors.As(err, &faults) {
		f.setError(in.field.Key, f.env.Words.T("ui.not_saved", nil))
		f.env.Fail(err)
		return
	}
	own := false
	for _, fault := range faults {
		f.setError(fault.Field, fault.Message.In(f.env.Lang))
		own = own || fault.Field == in.field.Key
	}
	if !own {
		f.setError(in.field.Key, f.env.Words.T("ui.not_saved", nil))
	}
}

func (f *Form) setError(key, message string) {
	if box, ok := f.inputs[key]; ok {
		box.setError(message)
	}
}

// Refused returns the fields with something typed that could not be recorded, in their order.
func (f *Form) Refused() []app.Field {
	var all []app.Field
	for _, box := range f.boxes {
		if box.message() != "" && box.input.pending() && !f.readOnly {
			all = append(all, box.field)
		}
	}
	return all
}

// Unsaved returns the first field with something typed that is not recorded.
func (f *Form) Unsaved() (app.Field, bool) {
	if in := f.firstPending(); in != nil && !f.readOnly {
		return in.field, true
	}
	return app.Field{}, false
}
