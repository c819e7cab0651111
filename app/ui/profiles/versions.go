package profiles

import (
	"bytes"
	"path/filepath"

	"technopark/app"
	"technopark/app/regulation"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// versionList shows the methods there are for the year: the one in force, the program's own, all
// texts that were in place before; and compares them, takes them out into files, brings them back.
type versionList struct {
	screen *Screen
	desk   *desk.Desk
	files  []regulation.File // one a line; lines count from 1
	shown  *kit.ListDialog
	again  *kit.Button
}

// onVersions lists the methods of the year.
func (s *Screen) onVersions() {
	d := s.desk
	entries, err := d.Store.Journal(d.Ctx(), app.JournalFilter{Type: "profile"})
	if err != nil {
		d.Fail(err)
		return
	}
	kept, err := regulation.Versions(entries, app.ProfileMethod, d.Year)
	if err != nil {
		d.Fail(err)
		return
	}
	l := &versionList{screen: s, desk: d}
	other := kit.NewButton(d.T("ui.profiles.compare"), l.onCompare)
	file := kit.NewButton(d.T("ui.profiles.compare_file"), l.onCompareFile)
	export := kit.NewButton(d.T("ui.profiles.export"), l.onExport)
	l.again = kit.NewButton(d.T("ui.profiles.bring_back"), l.onBringBack)
	l.shown = kit.NewListDialog(d.Window, d.T("ui.profiles.versions_title", "Rating", d.Year+1), "", d.T("ui.documents.close"), []kit.Column{
		{Key: "title", Head: d.T("ui.profiles.method"), Chars: 36, Wide: true},
		{Key: "version", Head: d.T("ui.profiles.version"), Chars: 12},
		{Key: "at", Head: d.T("ui.profiles.since"), Chars: 18},
		{Key: "who", Head: d.T("ui.profiles.who"), Chars: 16},
		{Key: "state", Head: d.T("ui.profiles.state"), Chars: 16},
	}, other, file, export, l.again)
	l.shown.Table.OnOpen = func(int64) { l.onCompare() }
	l.shown.Table.OnSelect = func(int64) { l.follow() }
	l.shown.GiveBack(s.versions)
	l.fill(kept)
	l.shown.Show()
	s.listed = l
}

func (l *versionList) fill(kept []regulation.Version) {
	d := l.desk
	own := regulation.Own(d.Part("profile"), app.ProfileMethod, d.Year)
	var rows []kit.Row
	add := func(f regulation.File, cells ...string) {
		l.files = append(l.files, f)
		row := kit.Row{ID: int64(len(l.files))}
		for _, text := range cells {
			row.Cells = append(row.Cells, kit.Cell{Text: text})
		}
		rows = append(rows, row)
	}
	for i := len(kept) - 1; i >= 0; i-- {
		v := kept[i]
		state := d.T("ui.profiles.was_in_force")
		if own != nil && own.Text == v.Text {
			state = d.T("ui.profiles.in_force")
		}
		add(v.File(), v.Title, v.Version, v.At.In(d.Now().Location()).Format("02.01.2006 15:04"), v.Who, state)
	}
	builtin := d.Regulations.Builtin(app.ProfileMethod)
	if m, err := regulation.Edit(builtin); err == nil {
		state := d.T("ui.profiles.of_program")
		if own == nil {
			state = d.T("ui.profiles.in_force")
		}
		add(builtin, m.Method().Title.In(d.Lang), m.Method().Version, "", "", state)
	}
	l.shown.Fill(rows)
	l.follow()
}

// follow forbids to bring back what is in force.
func (l *versionList) follow() {
	why := ""
	f, ok := l.selected()
	set, _ := l.desk.InForce()
	switch {
	case l.desk.ReadOnly():
		why = l.desk.T("ui.profiles.read_only")
	case ok && bytes.Equal(f.TOML, set.MethodFile.TOML):
		why = l.desk.T("ui.profiles.is_in_force")
	}
	l.again.Forbid(why)
}

func (l *versionList) selected() (regulation.File, bool) {
	if i := l.shown.Table.Selected(); i > 0 && int(i) <= len(l.files) {
		return l.files[i-1], true
	}
	return regulation.File{}, false
}

// onCompare sets the selected method beside the one in force.
func (l *versionList) onCompare() {
	if f, ok := l.selected(); ok {
		l.compareWith(f)
	}
}

func (l *versionList) compareWith(f regulation.File) {
	d := l.desk
	other, err := regulation.Edit(f)
	if err != nil {
		kit.Tell(d.Window, d.T("ui.profiles.title"), d.Say(err), d.T("ui.ok"))
		return
	}
	set, err := d.InForce()
	if err != nil {
		d.Fail(err)
		return
	}
	compare(d, method{named(d, set.Method), set.Method}, method{named(d, other.Method()), other.Method()}, l.shown.Table)
}

// onCompareFile sets a method of a file beside the one in force.
func (l *versionList) onCompareFile() {
	l.screen.files().Open(l.compareFile, ".toml")
}

func (l *versionList) compareFile(path string) {
	f, err := regulation.Open(path)
	if err != nil {
		kit.Tell(l.desk.Window, l.desk.T("ui.profiles.title"), l.desk.Say(err), l.desk.T("ui.ok"))
		return
	}
	f.Name = filepath.Base(path)
	l.compareWith(f)
}

// onExport writes the selected method under a name that is asked for.
func (l *versionList) onExport() {
	if f, ok := l.selected(); ok {
		l.screen.files().New(l.desk.T("ui.profiles.export"), "method.toml", ".toml", func(path string) { l.screen.export(path, f.TOML) })
	}
}

// onBringBack puts the selected method in place again; the program's own takes no place.
func (l *versionList) onBringBack() {
	d := l.desk
	f, ok := l.selected()
	if !ok || l.again.Disabled() {
		return
	}
	l.shown.Hide()
	if bytes.Equal(f.TOML, d.Regulations.Builtin(app.ProfileMethod).TOML) {
		l.screen.onReset()
		return
	}
	p, err := regulation.Recognise(f, d.Today())
	if err == nil {
		p, err = d.Regulations.Put(d.Part("profile"), f.Name, p)
	}
	if err != nil {
		kit.Tell(d.Window, d.T("ui.profiles.title"), d.Say(err), d.T("ui.ok"))
		return
	}
	if d.Change(d.T("step.profile_set", "Title", p.Title), func(tx app.Tx) error { return tx.Save(d.Ctx(), p) }) {
		l.screen.Refresh()
	}
}
