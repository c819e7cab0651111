package app

import (
	"cmp"
	"runtime/debug"
)

// Version is the version of the program, as FyneApp.toml has it too. What is shipped is told its tag
// by the linker (.ci/ship).
var Version = "0.1.0"

// commit is what the linker was told it is made of; «» when it was told nothing.
var commit string

// Commit returns the commit that the program is made of, shortened; with «+» when files were changed
// since, and «» when nobody knows.
func Commit() string {
	built := map[string]string{}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, setting := range info.Settings {
			built[setting.Key] = setting.Value
		}
	}
	return commitOf(commit, built)
}

// commitLength is how many letters of a commit tell it from all others.
const commitLength = 12

// commitOf is Commit, of what the linker was told and the Go command noted.
func commitOf(told string, built map[string]string) string {
	whole := cmp.Or(told, built["vcs.revision"])
	short := whole[:min(len(whole), commitLength)]
	if told == "" && short != "" && built["vcs.modified"] == "true" {
		short += "+"
	}
	return short
}
