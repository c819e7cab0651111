package formula

import (
	"fmt"

	"technopark/app"
)

// called returns the step that calls a function of a language with what the arguments give.
func called[S any](by any, args []step[S]) step[S] {
	switch len(args) {
	case 0:
		return calledBare[S](by)
	case 1:
		return calledWithOne(by, args[0])
	}
	x, y := args[0], args[1]
	switch f := by.(type) {
	case func(S, app.Date, app.Date) Number:
		return func(s S) value { return value{number: f(s, x(s).date, y(s).date)} }
	case func(S, string, string) bool:
		return func(s S) value { return value{yes: f(s, x(s).text, y(s).text)} }
	}
	panic(fmt.Sprintf("a language calls no %T", by)) // found by the first test that compiles it
}

func calledBare[S any](by any) step[S] {
	switch f := by.(type) {
	case func(S) Number:
		return func(s S) value { return value{number: f(s)} }
	case func(S) bool:
		return func(s S) value { return value{yes: f(s)} }
	case func(S) app.Date:
		return func(s S) value { return value{date: f(s)} }
	}
	panic(fmt.Sprintf("a language calls no %T", by))
}

func calledWithOne[S any](by any, x step[S]) step[S] {
	switch f := by.(type) {
	case func(S, string) Number:
		return func(s S) value { return value{number: f(s, x(s).text)} }
	case func(S, string) bool:
		return func(s S) value { return value{yes: f(s, x(s).text)} }
	case func(S, string) string:
		return func(s S) value { return value{text: f(s, x(s).text)} }
	case func(S, string) app.Date:
		return func(s S) value { return value{date: f(s, x(s).text)} }
	case func(S, app.Date) bool:
		return func(s S) value { return value{yes: f(s, x(s).date)} }
	case func(S, app.Date) Number:
		return func(s S) value { return value{number: f(s, x(s).date)} }
	case func(S, Number) Number:
		return func(s S) value { return value{number: f(s, x(s).number)} }
	}
	panic(fmt.Sprintf("a language calls no %T", by))
}
