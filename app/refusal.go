package app

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Refusal is the one error whose words the user reads. Whoever cannot do what was asked
// returns one, or an error that wraps one; package i18n says it in the user's language,
// and the command line alone decides which exit code it is.
//
// We keep the message by its id and its data apart from it, because the one who finds the
// fault knows neither the language nor the surface on which it will be read.
type Refusal struct {
	// ID is the message that says what happened and what to do. One without an ID is no
	// refusal of its own: it lends its Data to the refusal it wraps; see About.
	ID string
	// Data fills {{.Name}} in the message. A Text is said in the language of the reader, a
	// []Text as a choice («а» или «б»), and an int under "N" chooses the plural form.
	Data map[string]any
	// Cause is for logs and for errors.Is and errors.As; nil when there is none.
	Cause error
}

// Error describes the fault for logs.
func (r *Refusal) Error() string {
	var b strings.Builder
	for _, key := range slices.Sorted(maps.Keys(r.Data)) {
		fmt.Fprintf(&b, "%s %v: ", strings.ToLower(key), r.Data[key])
	}
	if r.Cause != nil {
		return b.String() + r.Cause.Error()
	}
	return b.String() + r.ID
}

// Unwrap returns the cause.
func (r *Refusal) Unwrap() error { return r.Cause }

// About names the file or the directory an error is about; nil stays nil. Where several
// are named, the one nearest to the fault is said.
func About(file string, err error) error {
	if err == nil {
		return nil
	}
	return &Refusal{Data: map[string]any{"File": file}, Cause: err}
}

// Refused returns what is to be said of an error: the outermost refusal with a message, its
// data together with what the errors around it lend. ok is false when nobody has put the
// error into words.
func Refused(err error) (r Refusal, ok bool) { return refused(err, nil) }

func refused(err error, lent map[string]any) (Refusal, bool) {
	if r, is := err.(*Refusal); is { //nolint:errorlint // of this very error: those inside follow
		data := map[string]any{}
		maps.Copy(data, lent)
		maps.Copy(data, r.Data)
		if r.ID != "" {
			return Refusal{ID: r.ID, Data: data, Cause: r.Cause}, true
		}
		return refused(r.Cause, data)
	}
	switch wrapper := err.(type) { //nolint:errorlint // walks the tree that errors.As would walk
	case interface{ Unwrap() error }:
		return refused(wrapper.Unwrap(), lent)
	case interface{ Unwrap() []error }:
		for _, inside := range wrapper.Unwrap() {
			if r, ok := refused(inside, lent); ok {
				return r, true
			}
		}
	}
	return Refusal{}, false
}
