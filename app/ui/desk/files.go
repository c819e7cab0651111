package desk

import (
	"path/filepath"

	"technopark/app/disk"
	"technopark/app/ui/kit"
)

// Files asks for files and folders, beginning in a directory. The folders where work goes on
// are a key away: that of the data file, of the last package and of the last attached file,
// and those where something was chosen before.
func (d *Desk) Files(dir string) kit.Files {
	return kit.Files{Window: d.Window, Words: d.Words, Dir: dir, Places: d.places, Keep: d.KeepDir}
}

// NewFile asks for the name of a new file, beginning with one that is free in a directory, and asks
// again where the name is taken.
func (d *Desk) NewFile(dir, title, name, extension string, then func(path string)) {
	files := d.Files(dir)
	files.Refuse = func(path string) string {
		if err := disk.New(path); err != nil {
			return d.Say(err)
		}
		return ""
	}
	files.New(title, disk.Free(dir, name, extension), extension, then)
}

func (d *Desk) places() []kit.Place {
	var all []kit.Place
	add := func(words, path string) {
		if path != "" {
			all = append(all, kit.Place{Words: words, Path: path})
		}
	}
	if d.Store != nil {
		add(d.T("ui.file.data"), filepath.Dir(d.Store.Path()))
	}
	add(d.T("ui.file.package"), d.PackageDir)
	add(d.T("ui.file.attached"), d.AttachedFrom)
	if d.RecentDirs != nil {
		for _, dir := range d.RecentDirs() {
			add("", dir)
		}
	}
	return all
}
