package cli

import (
	"fmt"
	"os"
	"path/filepath"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/disk"
	"technopark/app/regulation"
	"technopark/app/standing"
	"technopark/app/submission"
)

// The demonstration is of the data of this year.
const demoYear = 2020

// DemoDocuments is how many documents the sample park comes with, unless asked otherwise.
const DemoDocuments = 6

// demoCommand shows the main job on the sample park.
type demoCommand struct {
	Dir       string `default:"technopark-demo" place:""`
	Documents int    `default:"6"` // DemoDocuments
	NoWindow  bool   `name:"no-window"`
	JSON      bool   `name:"json"`
}

type demoJSON struct {
	File    string      `json:"file"`
	Check   checkJSON   `json:"check"`
	Score   scoreJSON   `json:"score"`
	Place   *standJSON  `json:"place"` // of the park among all; null when it cannot be told
	Package packageJSON `json:"package"`
}

// Run makes the sample park's file unless an earlier run left it, checks it,
// computes the indicators and writes the package; then it opens the window.
func (c demoCommand) Run(s *session) error {
	file := filepath.Join(c.Dir, "primer.tpark")
	if err := s.demoFile(c.Dir, file, c.Documents); err != nil {
		return err
	}
	if err := s.demoPackage(c, file); err != nil {
		return err
	}
	if c.NoWindow || c.JSON || !s.HasDisplay() {
		return nil
	}
	return app.About(file, s.Window(file))
}

// demoFile keeps what is there: somebody may have tried things out in it.
func (s *session) demoFile(dir, file string, documents int) error {
	if err := disk.MakeDir(dir); err != nil {
		return err
	}
	if _, err := os.Lstat(file); err == nil {
		return nil
	}
	return app.About(file, s.CreateDemo(s.ctx, file, documents))
}

func (s *session) demoPackage(c demoCommand, file string) error {
	target := yearOf{File: file, Year: demoYear}
	return s.read(target, func(store Store, b *app.Book) error {
		out, err := s.build(store, submission.Request{Park: b.Park.ID, Year: demoYear, Dir: c.Dir})
		if err != nil {
			return app.About(file, err)
		}
		stands, err := s.demoStanding(store, out.By)
		if err != nil {
			return app.About(file, err)
		}
		if c.JSON {
			return s.printJSON(demoJSON{file, checkAnswer(out.Report, out.By), scoreAnswer(file, b, out.Result), place(stands), s.packageAnswer(out, false)})
		}
		s.printScore(b, out.Result)
		if stands != nil {
			s.say("cli.rate.park", parkWords(stands.Is()))
			if was, ok := stands.Was(); ok {
				s.say("cli.rate.was", parkWords(was))
			}
		}
		fmt.Fprintln(s.Stdout)
		s.printTotals(out.Report)
		if out.Report.Count(check.Warning)+out.Report.Count(check.Error) > 0 {
			s.say("cli.see_check", map[string]any{"File": file, "Year": demoYear})
		}
		s.say("cli.data_file", map[string]any{"File": file})
		s.printPackage(out)
		return nil
	})
}

// demoStanding says where the sample park stands; nil when staff have put a method in force that
// does not say.
func (s *session) demoStanding(store Store, by regulation.Set) (*standing.Standing, error) {
	if by.Method.Composite == nil {
		return nil, nil
	}
	all, _, err := s.standings(store, demoYear)
	if err != nil {
		return nil, err
	}
	return all[0], nil
}

func place(s *standing.Standing) *standJSON {
	if s == nil {
		return nil
	}
	is := s.Is()
	return &standJSON{pointer(is.Index), is.Group, is.Place, is.Of}
}
