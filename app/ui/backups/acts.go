package backups

import (
	"cmp"
	"context"
	"path/filepath"
	"strings"
	"time"

	"technopark/app"
	"technopark/app/copies"
	"technopark/app/disk"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// onMake makes a copy beside the window; the sentences and the list follow, and the copy is chosen, unless
// another one was meanwhile.
func (s *Screen) onMake() {
	s.awaited = true
	s.desk.Copies.Make(func(made *copies.Made, err error) {
		if err == nil && s.awaited {
			s.wanted = cmp.Or(made.Path, made.Second)
		}
		s.awaited = false
	})
}

// chooseWanted chooses the copy that was made, once it is listed.
func (s *Screen) chooseWanted() {
	for i, c := range s.copies {
		if s.wanted != "" && (c.First == s.wanted || c.Second == s.wanted) && s.list.Table.Shows(rowID(s.copies[i])) {
			s.list.Table.Select(rowID(s.copies[i]))
			s.wanted = ""
		}
	}
}

// onSelect shows the copy the user chose.
func (s *Screen) onSelect(int64) {
	s.awaited, s.wanted = false, ""
	s.follow()
}

// onSave writes a copy where the user wants it.
func (s *Screen) onSave() {
	d := s.desk
	if d.SaveCopy != nil {
		d.SaveCopy()
	}
}

func (s *Screen) onFolder() {
	if c := s.chosen(); c != nil {
		if err := s.showInFolder(c.Path()); err != nil {
			s.desk.Fail(app.About(c.Path(), err))
		}
	}
}

// withPassphrase calls then with the passphrase that opens a copy: «» when that of the
// settings does, or none is wanted.
func withPassphrase(d *desk.Desk, path string, then func(passphrase string)) {
	keeper, _ := d.Copies.Keeper()
	known := false
	d.Tasks.Run(d.T("ui.backups.opening"), func(context.Context, kit.Progress) error {
		known = keeper.Unlocked(path)
		return nil
	}, func(err error) {
		switch {
		case err != nil:
			d.Fail(err)
		case known:
			then("")
		default:
			askPassphrase(d, d.T("ui.backups.ask_passphrase"), d.T("ui.backups.ask_lead", "File", filepath.Base(path)), false, nil, func(passphrase string) error {
				then(passphrase)
				return nil
			})
		}
	})
}

// askPassphrase asks for a passphrase; a new one is typed twice.
func askPassphrase(d *desk.Desk, title, lead string, fresh bool, other *kit.Button, then func(passphrase string) error) {
	lines := []desk.QuestionLine{{Label: d.T("ui.backups.typed"), Secret: true}}
	if fresh {
		lines = append(lines, desk.QuestionLine{Label: d.T("ui.backups.typed_again"), Secret: true})
	}
	d.Ask(&desk.Question{Title: title, Lead: lead, Do: d.T("ui.ok"), Lines: lines, Other: other, Answer: func(typed []string) error {
		if typed[0] != typed[len(typed)-1] {
			return &app.Refusal{ID: "copies.unlike_passphrases"}
		}
		passphrase, err := copies.Passphrase(typed[0])
		if err == nil {
			err = then(passphrase)
		}
		return err
	}})
}

// onVerify reads the chosen copy in all places whole.
func (s *Screen) onVerify() {
	c := s.chosen()
	if c == nil {
		return
	}
	withPassphrase(s.desk, lockedOf(*c), func(passphrase string) { s.verifyAll(*c, passphrase) })
}

// lockedOf returns the path of a copy that wants a passphrase, if one does.
func lockedOf(c copies.Copy) string {
	if copies.IsSealed(c.Second) {
		return c.Second
	}
	return c.Path()
}

func (s *Screen) verifyAll(c copies.Copy, passphrase string) {
	d := s.desk
	keeper, _ := d.Copies.Keeper()
	var bad error
	d.Tasks.Run(d.T("ui.backups.verifying"), func(ctx context.Context, _ kit.Progress) error {
		for _, path := range []string{c.First, c.Second} {
			if path == "" {
				continue
			}
			v, err := keeper.Verify(ctx, path, passphrase)
			if err != nil {
				return err
			}
			if v.Cause != nil {
				bad = app.About(path, v.Cause)
			}
		}
		return nil
	}, func(err error) {
		d.Copies.Again()
		when := d.Moment(c.Made)
		switch {
		case err != nil:
			d.Fail(err)
		case bad != nil:
			kit.Tell(d.Window, d.T("ui.backups.title"), d.T("ui.backups.bad", "When", when, "Why", d.Say(bad)), d.T("ui.ok"))
		default:
			kit.Tell(d.Window, d.T("ui.backups.title"), d.T("ui.backups.good", "When", when), d.T("ui.ok"))
		}
	})
}

// onDifferences shows in what the chosen copy and the file of now differ.
func (s *Screen) onDifferences() {
	c := s.chosen()
	if c == nil {
		return
	}
	d, path, made := s.desk, c.Path(), c.Made
	withPassphrase(s.desk, path, func(passphrase string) {
		keeper, _ := d.Copies.Keeper()
		var found []copies.Differing
		d.Tasks.Run(d.T("ui.differences.finding"), func(ctx context.Context, _ kit.Progress) (err error) {
			found, err = keeper.Differences(ctx, path, passphrase, d.Store.Path())
			return err
		}, func(err error) {
			if err != nil {
				d.Fail(err)
				return
			}
			d.ShowDifferences(d.Moment(made), found)
		})
	})
}

// onRestore brings the chosen copy back under a new name beside the file.
func (s *Screen) onRestore() {
	c := s.chosen()
	if c == nil {
		return
	}
	d, path := s.desk, c.Path()
	made := c.Made.In(d.Now().Location())
	title := d.T("ui.backups.restore_title", "When", momentOf(made))
	withPassphrase(s.desk, path, func(passphrase string) {
		name := copies.RestoredName(d.Store.Path(), made)
		d.Files(filepath.Dir(d.Store.Path())).New(title, name, copies.Extension, func(to string) {
			if err := disk.New(to); err != nil { // before anything is copied for nothing
				d.Fail(err)
				return
			}
			d.Copies.Before(copies.WhyRestore, func() { s.restoreTo(path, to, passphrase) })
		})
	})
}

// momentOf writes when a copy was made, in full.
func momentOf(made time.Time) string { return app.DateOf(made).String() + " " + made.Format("15:04") }

// restoreTo writes the file and asks whether to go on with it.
func (s *Screen) restoreTo(path, to, passphrase string) {
	d := s.desk
	restore(d, path, to, passphrase, func(is copies.Restored) {
		kit.Ask(d.Window, d.T("ui.backups.title"), Restored(d, is),
			kit.Answer{Text: d.T("ui.backups.open_it"), Do: func() { d.OpenFile(to) }},
			kit.Answer{Text: d.T("ui.backups.stay")})
	})
}

// Restored says what came back out of a copy: only of what is as it was copied that it was checked.
func Restored(d *desk.Desk, is copies.Restored) string {
	said := "ui.backups.restored"
	switch {
	case is.Flaw != nil:
		said = "ui.backups.restored_flawed"
	case is.Altered:
		said = "ui.backups.restored_altered"
	}
	text := d.T(said, "File", filepath.Base(is.Path), "Dir", filepath.Dir(is.Path), "Entries", d.N("common.records", int(is.Holds.Entries)))
	if is.Flaw != nil {
		text += "\n\n" + flawOf(d, is)
	}
	return text
}

// flawOf says what is wrong with what came back and, where that is known, since when.
func flawOf(d *desk.Desk, is copies.Restored) string {
	if id := is.Origin(); id != "" {
		return d.T(id) + " " + d.Say(is.Flaw)
	}
	return d.Say(is.Flaw)
}

// restore writes the data file of a copy, the user waiting.
func restore(d *desk.Desk, path, to, passphrase string, then func(copies.Restored)) {
	keeper, _ := d.Copies.Keeper()
	var is copies.Restored
	d.Tasks.Run(d.T("ui.backups.restoring"), func(ctx context.Context, progress kit.Progress) (err error) {
		is, err = keeper.Restore(ctx, path, to, passphrase, d.Copies.Tell(progress))
		return err
	}, func(err error) {
		if err != nil {
			d.Fail(err)
			return
		}
		then(is)
	})
}

// RestoreFrom brings a data file back from a copy where no file is open: it asks where to, and opens
// what came back.
func RestoreFrom(d *desk.Desk, path string) {
	if _, kept := d.Copies.Keeper(); !kept {
		kit.Tell(d.Window, d.T("ui.backups.title"), d.T("ui.backups.unkept"), d.T("ui.ok"))
		return
	}
	name := strings.TrimSuffix(strings.TrimSuffix(filepath.Base(path), copies.SealedExt), copies.Extension)
	withPassphrase(d, path, func(passphrase string) {
		d.Files(filepath.Dir(path)).New(d.T("ui.start.restore_title"), d.T("ui.start.restored", "Name", name), copies.Extension, func(to string) {
			if err := disk.New(to); err != nil { // before anything is copied for nothing
				d.Fail(err)
				return
			}
			restore(d, path, to, passphrase, func(is copies.Restored) {
				d.OpenFile(to)
				if !is.Sound() {
					kit.Tell(d.Window, d.T("ui.backups.title"), Restored(d, is), d.T("ui.ok"))
				}
			})
		})
	})
}

// onSecond asks for the second place.
func (s *Screen) onSecond() {
	d := s.desk
	keeper, kept := d.Copies.Keeper()
	if !kept {
		return
	}
	choose := func() {
		d.Files(keeper.Settings.Second).Folder(func(dir string) { s.told(d.Copies.ChooseSecond(dir)) })
	}
	if keeper.Settings.Second == "" {
		choose()
		return
	}
	kit.Ask(d.Window, d.T("ui.backups.second"), d.T("ui.backups.second_ask", "Dir", keeper.Settings.Second),
		kit.Answer{Text: d.T("ui.backups.choose_other"), Do: choose},
		kit.Answer{Text: d.T("ui.backups.no_second"), Do: func() { s.told(d.Copies.ChooseSecond("")) }},
		kit.Answer{Text: d.T("ui.cancel")})
}

// told tells a fault; without one the screen follows by itself.
func (s *Screen) told(err error) {
	if err != nil {
		s.desk.Fail(err)
	}
}

// onPassphrase asks for the passphrase of the copies in the second place, twice, or takes it off.
func (s *Screen) onPassphrase() {
	d := s.desk
	keeper, kept := d.Copies.Keeper()
	if !kept {
		return
	}
	var none *kit.Button
	if keeper.Settings.Passphrase != "" {
		none = kit.NewButton(d.T("ui.backups.no_passphrase"), nil)
	}
	askPassphrase(d, d.T("ui.backups.set_passphrase"), d.T("ui.backups.set_lead"), true, none, d.Copies.SetPassphrase)
	if none != nil {
		none.OnTapped = func() {
			hideTop(d)
			s.told(d.Copies.SetPassphrase(""))
		}
	}
}

// hideTop closes the dialog in view.
func hideTop(d *desk.Desk) {
	if top := d.Window.Canvas().Overlays().Top(); top != nil {
		top.Hide()
	}
}
