package desk

import (
	"path/filepath"

	"technopark/app/ui/kit"
)

// Files asks for files and folders, beginning in a directory. The folders where work goes on
// are a key away: that of the data file, of the last package and of the last attached file,
// and those where something was chosen before.
func (d *Desk) Files(dir string) kit.Files {
	return kit.Files{Window: d.Window, Words: d.Words, Dir: dir, Places: d.places, Keep: d.KeepDir}
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
