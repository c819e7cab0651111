package i18n

import (
	"strconv"
	"strings"

	"technopark/app"
)

// state says why a revision cannot be marked with a state, and what is possible.
func (p *Printer) state(e *app.StateError) string {
	var next []string
	for _, state := range e.Next {
		next = append(next, p.T("common.quoted", map[string]any{"What": app.StateName(state).In(p.lang)}))
	}
	data := map[string]any{
		"Number": strconv.FormatInt(int64(e.Number), 10), "Now": app.StateName(e.From).In(p.lang),
		"Next": strings.Join(next, p.T("common.or", nil)), "Lacks": "", "Day": e.Day.String(), "Since": e.Since.String(),
	}
	if len(e.Next) > 0 {
		data["Lacks"] = e.Next[0]
	}
	switch {
	case e.Fault == app.StateWithoutReason:
		return p.T("err.state_reason", data)
	case e.Fault == app.StateTooEarly:
		return p.T("err.state_early", data)
	case e.Fault == app.StateFirst:
		return p.T("err.state_first", data)
	case e.Behind() && len(next) > 0:
		return p.T("err.state_behind", data)
	case e.From == app.RevisionAccepted:
		return p.T("err.state_accepted", data)
	case e.From == app.RevisionReturned:
		return p.T("err.state_returned", data)
	}
	return p.T("err.state_ahead", data)
}
