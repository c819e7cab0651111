package desk

import "technopark/app/ui/kit"

// TellMade tells of a file that was written for the user, and offers to open it or to show where it lies. then,
// which may be nil, goes on for who wants neither.
func (d *Desk) TellMade(title, said, path string, then func()) {
	look := func(inFolder bool) func() {
		return func() {
			if d.showMade(path, inFolder) != nil {
				kit.Tell(d.Window, title, d.T("ui.package.no_viewer", "File", path), d.T("ui.ok"))
			}
		}
	}
	kit.Ask(d.Window, title, said,
		kit.Answer{Text: d.T("ui.open_made"), Do: look(false)},
		kit.Answer{Text: d.T("ui.package.show_in_folder"), Do: look(true)},
		kit.Answer{Text: d.T("ui.ok"), Do: then}) // the last has the keyboard: who types on opens nothing
}

func (d *Desk) showMade(path string, inFolder bool) error {
	switch {
	case d.ShowMade != nil:
		return d.ShowMade(path, inFolder)
	case inFolder:
		return ShowInFolder(path)
	}
	return OpenFile(path)
}
