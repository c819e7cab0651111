package formula

import (
	"errors"
	"fmt"

	"technopark/app"
)

// saying is a fault of a profile in the words of both languages.
type saying struct{ app.Text }

// Error returns the Russian words, for logs.
func (s *saying) Error() string { return s.RU }

// Say returns a fault in both languages; an app.Text and a Unit among args stand in each in
// its words.
func Say(ru, en string, args ...any) error {
	return &saying{app.L(filled(app.RU, ru, args), filled(app.EN, en, args))}
}

// Said returns the words of a fault; of one that nobody has put into words it gives what
// developers need.
func Said(err error) app.Text {
	var s *saying
	if errors.As(err, &s) {
		return s.Text
	}
	return app.L(err.Error(), err.Error())
}

// filled puts args into a sentence of one language.
func filled(lang app.Lang, format string, args []any) string {
	if len(args) == 0 {
		return format
	}
	in := make([]any, len(args))
	for i, arg := range args {
		switch x := arg.(type) {
		case app.Text:
			in[i] = x.In(lang)
		case Unit:
			in[i] = x.In(lang)
		default:
			in[i] = arg
		}
	}
	return fmt.Sprintf(format, in...)
}
