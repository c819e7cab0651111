package cli

import (
	"runtime/debug"
	"time"

	"github.com/alecthomas/kong"

	"technopark/app"
	"technopark/app/logbook"
)

// begin notes which command it is. Words for shells to complete are asked for with every Tab:
// of those nothing is noted.
func (s *session) begin(command *kong.Node) {
	if command == nil || command.Hidden && command.Name != windowName {
		return
	}
	s.did = commandName(command)
	for _, flag := range command.Flags {
		if flag.Set {
			s.flags = append(s.flags, flag.Name)
		}
	}
}

// windowName is the name, which nobody types, of the command that opens the window.
const windowName = "open"

// note writes down how a command ended.
func (s *session) note(code int, err error) {
	if s.Log == nil || s.did == "" && code == ExitOK {
		return
	}
	pairs := []any{"command", s.did, "version", logbook.Own(app.Version), "exit", code, "took", s.Now().Sub(s.began)}
	for _, flag := range s.flags {
		pairs = append(pairs, flag, true)
	}
	switch code {
	case ExitOK, ExitFindings:
		s.Log.Did("command", pairs...)
	case ExitBug:
		s.Log.Failed("command", err, pairs...)
	default:
		s.Log.Refused("command", err, pairs...)
	}
}

// briefly is how long a window must have been open to be opened again after a crash: one that
// crashes as it opens would do so for ever.
const briefly = 10 * time.Second

// crashed leaves what a developer needs in a file and tells the user where it is. Where it was
// the window, nobody reads what is said here: the program starts anew and says it there.
func (s *session) crashed(fault any) int {
	path := s.Log.Panicked(fault, debug.Stack())
	if path == "" {
		path = "—"
	}
	s.note(ExitBug, nil)
	s.tell(errorJSON{Error: "cli.crash", Message: s.words.T("cli.crash", map[string]any{"File": path}), Exit: ExitBug, File: path})
	if s.did == windowName && s.Again != nil && s.Now().Sub(s.began) >= briefly {
		s.Again()
	}
	return ExitBug
}
