package cli

import (
	"technopark/app"
	"technopark/app/disk"
)

// newCommand makes an empty data file.
type newCommand struct {
	File string `arg:""`
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
	File string `arg:"" optional:""`
}

// Run returns when the window is closed.
func (c windowCommand) Run(s *session) error { return app.About(c.File, s.Window(c.File)) }
