package cli

import (
	"fmt"
	"path/filepath"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/regulation"
)

// profileFiles are profiles to use this once, whatever the data file says.
type profileFiles struct {
	Rules  string `place:""`
	Method string `place:""`
}

// force makes the session use the files.
func (s *session) force(files profileFiles) error {
	for kind, path := range map[string]string{app.ProfileRules: files.Rules, app.ProfileMethod: files.Method} {
		if path == "" {
			continue
		}
		f, err := regulation.Open(path)
		if err != nil {
			return err
		}
		p, err := regulation.Recognise(f, app.DateOf(s.Now()))
		if err != nil {
			return app.About(path, err)
		}
		if p.Kind != kind {
			return &app.Refusal{ID: "cli.profile_other_kind", Data: map[string]any{"Kind": kind, "File": path}}
		}
		if f, err = regulation.Undeclared(f); err != nil {
			return app.About(path, err)
		}
		if s.by, err = s.by.With(f); err != nil {
			return app.About(path, err)
		}
	}
	return nil
}

// profileCommand shows, exports and replaces the method and the rules.
type profileCommand struct {
	Show     profileShow     `cmd:""`
	Export   profileExport   `cmd:""`
	Set      profileSet      `cmd:""`
	Reset    profileReset    `cmd:""`
	Copy     profileCopy     `cmd:""`
	Versions profileVersions `cmd:""`
	Compare  profileCompare  `cmd:""`
	Official profileOfficial `cmd:""`
}

type inForceJSON struct {
	Kind    string `json:"kind"`
	Year    int    `json:"year"` // of the rating
	Title   string `json:"title"`
	Version string `json:"version"`
	Own     bool   `json:"own"`
	// Standing of a method: that it is not the official one, or by which source it is.
	Standing string `json:"standing,omitempty"`
}

type profileShow struct{ yearOf }

// Run says by what the year's data are computed and checked.
func (c profileShow) Run(s *session) error {
	return s.read(c.yearOf, func(_ Store, b *app.Book) error {
		set, err := s.by.For(b, c.Year)
		if err != nil {
			return app.About(c.File, err)
		}
		all := inForce(set)
		if c.JSON {
			return s.printJSON(map[string]any{"profiles": all, "remarks": remarks(set)})
		}
		s.printInForce(all)
		s.printRemarks(set)
		return nil
	})
}

// inForce tells of the profiles of a set.
func inForce(set regulation.Set) []inForceJSON {
	return []inForceJSON{
		{app.ProfileMethod, set.Method.Year, set.Method.Title.RU, set.Method.Version, set.OwnMethod, set.Method.Standing().RU},
		{app.ProfileRules, set.Rules.Year, set.Rules.Title.RU, set.Rules.Version, set.OwnRules, ""},
	}
}

// printInForce prints what inForce tells.
func (s *session) printInForce(all []inForceJSON) {
	for _, p := range all {
		id := "cli.profile.builtin." + p.Kind
		if p.Own {
			id = "cli.profile.own." + p.Kind
		}
		s.say(id, map[string]any{"Title": p.Title, "Version": p.Version, "Year": p.Year})
		if p.Standing != "" {
			fmt.Fprintln(s.Stdout, p.Standing)
		}
	}
}

type profileExport struct {
	Kind    string `arg:"" enum:"rules,method"`
	File    string `arg:"" optional:"" place:""` // data file; none: the program's own profile
	To      string `required:"" place:""`
	Year    int    `type:"year"` // of the data, with a data file
	Park    string
	Version string // number of a kept version of the method; none: what is in force
	JSON    bool   `name:"json"`
}

// Run writes the profile in force as a TOML file; a file that is there is not touched.
func (c profileExport) Run(s *session) error {
	if err := disk.New(c.To); err != nil {
		return err
	}
	f := s.by.Builtin(c.Kind)
	if c.File != "" {
		err := s.read(yearOf{File: c.File, Year: c.Year, Park: c.Park}, func(store Store, b *app.Book) (err error) {
			if c.Version != "" && c.Kind == app.ProfileMethod {
				f, err = s.methodFile(store, b, c.Year, c.Version)
				return err
			}
			if p := regulation.Own(b, c.Kind, c.Year); p != nil {
				f.TOML = []byte(p.Text)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	if err := disk.WriteNew(c.To, f.TOML); err != nil {
		return err
	}
	if c.JSON {
		return s.printJSON(map[string]any{"kind": c.Kind, "file": c.To})
	}
	s.say("cli.profile.exported", map[string]any{"File": c.To})
	return nil
}

type profileSet struct {
	File string `arg:"" place:""`
	From string `required:"" place:""`
	Park string
	JSON bool `name:"json"`
}

// Run puts the file in place of the program's own profile for its rating year. A file
// that does not compile changes nothing.
func (c profileSet) Run(s *session) error {
	p, from, err := regulation.ReadFile(c.From, app.DateOf(s.Now()))
	if err != nil {
		return err
	}
	of := yearOf{File: c.File, Year: int(p.Year.N) - 1, Park: c.Park}
	return s.write(of, func(store Store, b *app.Book) error {
		next, err := s.by.Put(b, filepath.Base(c.From), p)
		if err != nil {
			return app.About(c.From, err)
		}
		what := s.words.T("step.profile_set", map[string]any{"Title": p.Title})
		if err := store.Change(s.ctx, what, func(tx app.Tx) error { return tx.Save(s.ctx, next) }); err != nil {
			return app.About(c.File, err)
		}
		if c.JSON {
			return s.printJSON(struct {
				inForceJSON
				Encoding string `json:"encoding,omitempty"` // of the file, if not UTF-8
			}{inForceJSON{p.Kind, int(p.Year.N), p.Title, p.Version, true, ""}, from})
		}
		s.say("cli.profile.own."+p.Kind, map[string]any{"Title": p.Title, "Version": p.Version, "Year": int(p.Year.N)})
		if from != "" {
			s.say("profile.transcoded", map[string]any{"From": from})
		}
		return nil
	})
}

type profileReset struct {
	File string `arg:"" place:""`
	Kind string `arg:"" enum:"rules,method"`
	Year int    `required:"" type:"year"` // of the data
	Park string
	JSON bool `name:"json"`
}

// Run goes back to the program's own profile.
func (c profileReset) Run(s *session) error {
	return s.write(yearOf{File: c.File, Year: c.Year, Park: c.Park}, func(store Store, b *app.Book) error {
		p := regulation.Own(b, c.Kind, c.Year)
		if p == nil {
			return &app.Refusal{ID: "cli.profile.none", Data: map[string]any{"Year": c.Year}}
		}
		what := s.words.T("step.profile_reset", map[string]any{"Title": p.Title})
		err := store.Change(s.ctx, what, func(tx app.Tx) error { return tx.Delete(s.ctx, p) })
		if err != nil {
			return app.About(c.File, err)
		}
		if c.JSON {
			return s.printJSON(map[string]any{"kind": c.Kind, "year": c.Year + 1, "own": false})
		}
		s.say("cli.profile.reset", map[string]any{"Title": p.Title})
		return nil
	})
}
