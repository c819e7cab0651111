package ui

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/BurntSushi/toml"

	"technopark/app/disk"
	"technopark/app/exchange"
)

// settings are what the window remembers between runs. We keep them in a file of our
// own, because the toolkit's preferences belong to one toolkit and cannot be read.
type settings struct {
	TextPercent int                   `toml:"text_percent"`
	Look        string                `toml:"look"`   // name of the kit.Look
	Language    string                `toml:"lang"`   // of the window: a code of app.Lang
	Folded      map[string]bool       `toml:"folded"` // groups of the navigation, by app.Section.Key; those that are not there are as at first
	Width       float32               `toml:"width"`
	Height      float32               `toml:"height"`
	Recent      []string              `toml:"recent"`               // data files, the last opened first
	PackageDir  string                `toml:"package_dir"`          // where the last package went
	PackageOf   string                `toml:"package_of"`           // the data file it was made of
	Dirs        []string              `toml:"dirs"`                 // where something was chosen, the last first
	Imports     []exchange.KeptLayout `toml:"imports,omitempty"`    // how tables of others were read, the last first
	Forms       []string              `toml:"forms,omitempty"`      // files of forms of authorities, in the order they were added
	CrashTold   string                `toml:"crash_told,omitempty"` // name of the note of the last crash the user was told of
	Lists       map[string]listViews  `toml:"lists,omitempty"`      // how lists are shown, by the ids of their screens
}

const (
	settingsFile = "settings.toml"
	recentFiles  = 6
	recentDirs   = 6
)

// loadSettings reads the settings of a directory. What cannot be read or makes no
// sense is replaced by what the program starts with: settings are never worth a refusal.
func loadSettings(dir string) settings {
	s := settings{}
	if dir != "" {
		if _, err := toml.DecodeFile(filepath.Join(dir, settingsFile), &s); err != nil {
			s = settings{}
		}
	}
	if !slices.Contains(textPercents(), s.TextPercent) {
		s.TextPercent = 100
	}
	if s.Width < 600 || s.Height < 400 || s.Width > 10000 || s.Height > 10000 {
		s.Width, s.Height = 1280, 700
	}
	return s
}

// save writes the settings; an empty directory keeps none.
func (s settings) save(dir string) error {
	if dir == "" {
		return nil
	}
	if err := disk.MakeDir(dir); err != nil {
		return fmt.Errorf("save settings: %w", err)
	}
	var text bytes.Buffer
	if err := toml.NewEncoder(&text).Encode(s); err != nil {
		return fmt.Errorf("save settings: %w", err)
	}
	if err := disk.Write(filepath.Join(dir, settingsFile), text.Bytes()); err != nil {
		return fmt.Errorf("save settings: %w", err)
	}
	return nil
}

// opened puts a file at the head of the recent ones.
func (s *settings) opened(path string) { s.Recent = ahead(s.Recent, path, recentFiles) }

// ahead puts a path at the head of a list of no more than so many.
func ahead(list []string, path string, most int) []string {
	rest := slices.DeleteFunc(list, func(p string) bool { return p == path })
	list = slices.Insert(rest, 0, path)
	return list[:min(len(list), most)]
}

// packageDirOf returns where the last package of a data file went while that is still there;
// the packages of another file are of another park.
func (s *settings) packageDirOf(path string) string {
	if info, err := os.Stat(s.PackageDir); s.PackageOf != path || err != nil || !info.IsDir() {
		return ""
	}
	return s.PackageDir
}

// textPercents are the sizes of texts one can choose.
func textPercents() []int { return []int{80, 90, 100, 125, 150, 175, 200} }
