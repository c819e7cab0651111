package cli

import (
	"strconv"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/founding"
)

// newCommand makes a data file: an empty one, or one with a park by the answers that the first run of
// the window asks for.
type newCommand struct {
	File string `arg:"" place:""`
	foundingAnswers
	Second string `place:""` // where second copies go from now on
	JSON   bool   `name:"json"`
}

// foundingAnswers are the answers of which a park begins.
type foundingAnswers struct {
	Company   string
	INN       string `name:"inn"`
	Head      string
	Position  string
	Authority string
	Park      string
	Kind      string
	Region    string
	Year      int `type:"year"`
}

// answers are those that were given.
func (f foundingAnswers) answers() founding.Answers {
	a := founding.Answers{
		founding.Company: f.Company, founding.INN: f.INN, founding.Head: f.Head, founding.Position: f.Position, founding.Authority: f.Authority,
		founding.Park: f.Park, founding.Kind: f.Kind, founding.Region: f.Region,
	}
	if f.Year != 0 {
		a[founding.Year] = strconv.Itoa(f.Year)
	}
	return a
}

// Run makes the file; an existing one is left as it is. Nothing is made of answers or for a place
// that will not do.
func (c newCommand) Run(s *session) error {
	answers := c.answers()
	if !answers.None() {
		if err := answers.Ready(); err != nil {
			r, _ := app.Refused(err)
			r.Cause = errWords
			return &r
		}
	}
	if err := disk.New(c.File); err != nil {
		return err
	}
	keep := func() error { return nil }
	if c.Second != "" {
		var err error
		if keep, err = s.Second(c.File, c.Second); err != nil {
			return err
		}
	}
	if err := app.About(c.File, s.Create(s.ctx, c.File, answers)); err != nil {
		return err
	}
	if err := keep(); err != nil {
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
