package bugreport

import (
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
)

// systemName returns the system, its version, its processor and how many of them there are.
func systemName() string {
	said := []string{runtime.GOOS + "/" + runtime.GOARCH, release(), strconv.Itoa(runtime.NumCPU())}
	return strings.Join(slices.DeleteFunc(said, func(s string) bool { return s == "" }), ", ")
}

// built returns how the program was built and of what: names and values.
func built() [][2]string {
	all := [][2]string{{"Go", runtime.Version()}}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return all
	}
	for _, setting := range info.Settings {
		if slices.Contains([]string{"-tags", "CGO_ENABLED", "vcs.revision", "vcs.time", "vcs.modified"}, setting.Key) {
			all = append(all, [2]string{setting.Key, setting.Value})
		}
	}
	for _, module := range info.Deps {
		version := module.Version
		if module.Replace != nil {
			version += " → " + module.Replace.Version // its path may be one on somebody's computer
		}
		all = append(all, [2]string{module.Path, version})
	}
	return all
}
