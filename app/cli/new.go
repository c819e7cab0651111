package cli

import (
	"technopark/app"
	"technopark/app/disk"
)

// newCommand makes an empty data file.
type newCommand struct {
	File string `arg:"" place:""`
	JSON bool   `name:"json"`
}

// Run makes the file; an existing one is left as it is.
func (c newCommand) Run(s *session) error {
	err := disk.New(c.File)
	if err == nil {
		err = app.About(c.File, s.Create(s.ctx, c.File))
	}
	if err != nil {
		return err
	}
	if c.JSON {
		return s.printJSON(map[string]string{"file": c.File})
	}
	s.say("cli.created", map[string]any{"File": c.File})
	return nil
}

// windowCommand opens the window, on a file if one is named.
type windowCommand struct {
	File string `arg:"" optional:"" place:""`
}

// Run returns when the window is closed. A file that is not there opens none: whoever
// mistyped its name would look at an empty window.
func (c windowCommand) Run(s *session) error {
	if c.File != "" {
		if err := disk.Plain(c.File); err != nil {
			return &app.Refusal{Data: map[string]any{"Command": "new"}, Cause: err}
		}
	}
	return app.About(c.File, s.Window(c.File))
}
