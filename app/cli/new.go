package cli

import "path/filepath"

// newCommand makes an empty data file.
type newCommand struct {
	File string `arg:""`
	JSON bool   `name:"json"`
}

// Run makes the file; an existing one is left as it is.
func (c newCommand) Run(s *session) error {
	if err := s.Create(s.ctx, c.File); err != nil {
		return aboutDir(filepath.Dir(c.File), c.File, err)
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
func (c windowCommand) Run(s *session) error { return about(c.File, s.Window(c.File)) }
