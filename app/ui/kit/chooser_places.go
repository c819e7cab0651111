package kit

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Place is a directory where the user is likely to look.
type Place struct {
	Words string // what it is; empty for one that its path alone tells
	Path  string // absolute
}

// keep remembers where something was chosen.
func (f Files) keep(dir string) {
	if f.Keep != nil {
		f.Keep(dir)
	}
}

// places returns what the program knows of, then what the system has: the home directory,
// documents, drives and sticks. None is there twice, and those that are gone are not.
func (f Files) places() []Place {
	var all []Place
	if f.Places != nil {
		all = f.Places()
	}
	if home, err := os.UserHomeDir(); err == nil {
		all = append(all, Place{f.Words.T("ui.file.home", nil), home})
		for _, name := range []string{"Документы", "Documents"} {
			all = append(all, Place{f.Words.T("ui.file.documents", nil), filepath.Join(home, name)})
		}
	}
	there, err := inTime(patience, func() ([]Place, error) {
		for _, drive := range drives() {
			all = append(all, Place{f.Words.T("ui.file.drive", nil), drive})
		}
		return thatAreThere(all), nil
	})
	if err != nil {
		return nil // a disk that does not answer
	}
	return there
}

// thatAreThere leaves out places that are no directories and those named before.
func thatAreThere(all []Place) []Place {
	var there []Place
	for _, p := range all {
		again := slices.ContainsFunc(there, func(other Place) bool { return other.Path == p.Path })
		if info, err := os.Stat(p.Path); err == nil && info.IsDir() && !again {
			there = append(there, p)
		}
	}
	return there
}

// goPlaces shows the places and gives the keyboard to them.
func (c *chooser) goPlaces() {
	c.showPlaces()
	c.toList()
}

// showPlaces lists the places.
func (c *chooser) showPlaces() {
	c.dir, c.targets = "", nil
	var rows []Row
	for _, p := range c.files.places() {
		c.targets = append(c.targets, p.Path)
		text := p.Path
		if p.Words != "" {
			text = p.Words + " — " + p.Path
		}
		rows = append(rows, Row{ID: int64(len(c.targets)), Cells: []Cell{{Text: text}, {}}})
	}
	c.fill(rows, 1)
}

// fromHome puts the home directory in place of a ~ before a path.
func fromHome(path string) string {
	rest, ok := strings.CutPrefix(path, "~")
	if !ok || rest != "" && !os.IsPathSeparator(rest[0]) {
		return path
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return path
	}
	return filepath.Join(home, rest)
}
