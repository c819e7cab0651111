package app

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mostFileName is how long the name of a file may be, in bytes, so that every file system takes it
// with a number and a longer ending behind it.
const mostFileName = 200

// devices are the names that Windows keeps for devices, whatever ending they have: a file called
// con.pdf is the keyboard.
var devices = map[string]bool{
	"con": true, "prn": true, "aux": true, "nul": true, "conin$": true, "conout$": true, "clock$": true,
	"com0": true, "com1": true, "com2": true, "com3": true, "com4": true, "com5": true, "com6": true, "com7": true, "com8": true, "com9": true,
	"com¹": true, "com²": true, "com³": true,
	"lpt0": true, "lpt1": true, "lpt2": true, "lpt3": true, "lpt4": true, "lpt5": true, "lpt6": true, "lpt7": true, "lpt8": true, "lpt9": true,
	"lpt¹": true, "lpt²": true, "lpt³": true,
}

// AsFileName returns a text as the name of a file in whatever folder of whatever system: it never
// leads out of the folder, is no device, hides nothing and does not turn about, and every file
// system takes it. A text that is such a name already comes back as it is; one of nothing is «_».
//
// Whatever names a file and comes from a record, a package or a table goes through it, since the
// data file may have been made by a stranger.
func AsFileName(text string) string {
	text = Clean(strings.ToValidUTF8(text, "\uFFFD"))
	text = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || unicode.IsControl(r) {
			return '_'
		}
		return r
	}, text)
	text = strings.TrimLeft(strings.TrimRight(text, ". "+NBSP), " "+NBSP)
	before, _, _ := strings.Cut(text, ".")
	switch {
	case text == "":
		return "_"
	case strings.HasPrefix(text, "."), devices[strings.ToLower(strings.TrimRight(before, " "+NBSP))]:
		text = "_" + text
	}
	if stem, ending := cutEnding(text); len(text) > mostFileName {
		text = strings.TrimRight(cutAt(stem, mostFileName-len(ending)), ". "+NBSP) + ending
	}
	return text
}

// IsFileName reports whether a text is the name of a file in a folder and nothing else; see AsFileName.
func IsFileName(text string) bool { return text != "" && AsFileName(text) == text }

// cutEnding parts a name from its ending where that is short enough to be one.
func cutEnding(name string) (stem, ending string) {
	const most = 20
	if at := strings.LastIndexByte(name, '.'); at > 0 && len(name)-at <= most {
		return name[:at], name[at:]
	}
	return name, ""
}

// cutAt returns no more than so many bytes of a text, cut between two signs.
func cutAt(text string, most int) string {
	if len(text) <= most {
		return text
	}
	for most > 0 && !utf8.RuneStart(text[most]) {
		most--
	}
	return text[:most]
}
