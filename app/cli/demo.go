package cli

import (
	"fmt"
	"os"
	"path/filepath"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/disk"
	"technopark/app/regulation"
	"technopark/app/sample"
	"technopark/app/standing"
	"technopark/app/submission"
)

// The demonstration is of the data of this year.
const demoYear = 2020

// StandardDemo is the sample park as it comes unless asked otherwise.
func StandardDemo() submission.Demo {
	return submission.Demo{Size: sample.Standard(), Documents: 6}
}

// demoCommand shows the main job on the sample park.
type demoCommand struct {
	Dir       string `default:"technopark-demo" place:""`
	Residents int    `default:"95"`
	Years     int    `default:"3"`
	Documents int    `default:"6"` // as StandardDemo says
	NoWindow  bool   `name:"no-window"`
	JSON      bool   `name:"json"`
}

// size refuses one that there is no park of.
func (c demoCommand) size() (sample.Size, error) {
	for _, asked := range []struct {
		flag           string
		n, least, most int
	}{
		{"--residents", c.Residents, sample.LeastResidents, sample.MostResidents},
		{"--years", c.Years, sample.LeastYears, sample.MostYears},
	} {
		if asked.n < asked.least || asked.n > asked.most {
			return sample.Size{}, &app.Refusal{ID: "cli.demo.size", Data: map[string]any{
				"What": asked.flag, "Got": asked.n, "Least": asked.least, "Most": asked.most,
			}, Cause: errWords}
		}
	}
	return sample.Size{Residents: c.Residents, Years: c.Years}, nil
}

// largeJSON is the answer about a park that is made to measure by.
type largeJSON struct {
	File      string `json:"file"`
	Residents int    `json:"residents"`
	Years     int    `json:"years"`
}

type demoJSON struct {
	File    string      `json:"file"`
	Check   checkJSON   `json:"check"`
	Score   scoreJSON   `json:"score"`
	Place   *standJSON  `json:"place"` // of the park among all; null when it cannot be told
	Package packageJSON `json:"package"`
}

// Run makes the sample park's file unless an earlier run left it, checks it,
// computes the indicators and writes the package; then it opens the window. Of a larger park it
// makes the file alone: it is made to measure by.
func (c demoCommand) Run(s *session) error {
	size, err := c.size()
	if err != nil {
		return err
	}
	name := "primer.tpark"
	if size != sample.Standard() {
		name = fmt.Sprintf("primer-%dx%d.tpark", size.Residents, size.Years)
	}
	file := filepath.Join(c.Dir, name)
	if err := s.demoFile(c.Dir, file, submission.Demo{Size: size, Documents: c.Documents}); err != nil {
		return err
	}
	switch {
	case size == sample.Standard():
	case c.JSON:
		return s.printJSON(largeJSON{file, size.Residents, size.Years})
	default:
		s.say("cli.data_file", map[string]any{"File": file})
		return nil
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
func (s *session) demoFile(dir, file string, demo submission.Demo) error {
	if err := disk.MakeDir(dir); err != nil {
		return err
	}
	if _, err := os.Lstat(file); err == nil {
		return nil
	}
	return app.About(file, s.CreateDemo(s.ctx, file, demo))
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
