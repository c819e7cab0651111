package copies

import (
	"fmt"
	"path/filepath"
	"strings"
	"time"
	"unicode"
)

// The endings of copies: of a data file, and of one that is sealed.
const (
	Extension = ".tpark"
	SealedExt = ".age"
)

// mostStem is how many characters of the name of a data file its copies are called by: with
// a date behind it a name must fit on any disk.
const mostStem = 60

// Folder is the folder of the copies of a data file beside it: «копии primer» of primer.tpark.
func Folder(file string) string {
	return filepath.Join(filepath.Dir(file), folderName(file))
}

const folderPrefix = "копии "

func folderName(file string) string { return folderPrefix + stem(file) }

// stem is the name of a data file without its ending, in characters that a file may have on
// any system: a stick is carried from one to the other.
func stem(file string) string {
	name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`<>:"/\|?*`, r) || unicode.IsControl(r) {
			return '_'
		}
		return r
	}, name)
	if runes := []rune(name); len(runes) > mostStem {
		name = string(runes[:mostStem])
	}
	if name = strings.Trim(name, " ."); name == "" {
		return "технопарк"
	}
	return name
}

// nameOf is what a copy of a moment is called: no colon, which Windows does not take.
// The second and further ones of that second get a number.
func nameOf(file string, at time.Time, nth int) string {
	name := stem(file) + " " + at.Format("2006-01-02 15-04-05")
	if nth > 1 {
		name += fmt.Sprintf(" (%d)", nth)
	}
	return name + Extension
}

// plainName reports whether a name that stands in a list is of a file in that folder.
func plainName(name string) bool {
	return name != "" && filepath.Base(name) == name && !strings.ContainsAny(name, `/\:`) && name != "." && name != ".."
}

// isCopy reports whether a name is that of a copy, sealed or not.
func isCopy(name string) bool {
	lower := strings.ToLower(name)
	return !strings.HasPrefix(name, ".") && (strings.HasSuffix(lower, Extension) || strings.HasSuffix(lower, Extension+SealedExt))
}

// IsSealed reports whether a file is sealed by its name.
func IsSealed(path string) bool { return strings.EqualFold(filepath.Ext(path), SealedExt) }

// mostRestored is how many names are tried for a copy that comes back.
const mostRestored = 99

// RestoredName is what a copy is called beside a data file when it comes back: «primer —
// 2021-05-19 09-12.tpark», with a number where that is taken.
func RestoredName(file string, made time.Time) string {
	name := stem(file) + " — " + made.Format("2006-01-02 15-04")
	for nth, numbered := 1, name; nth <= mostRestored; nth++ {
		if nth > 1 {
			numbered = fmt.Sprintf("%s (%d)", name, nth)
		}
		if free(filepath.Join(filepath.Dir(file), numbered+Extension)) == nil {
			return numbered + Extension
		}
	}
	return name + Extension // whoever writes it is told what is in the way
}
