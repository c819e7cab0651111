package submission

import (
	"cmp"
	"fmt"
	"path/filepath"
	"strings"
	"unicode"

	"technopark/app"
)

// DraftName returns the name of a draft's file: «Пакет Пример 2020 черновик.pdf», of one in
// English «Пакет Пример 2020 черновик (English).pdf». Where something else has that name
// already, the file gets one that says more; see place.
func DraftName(park *app.Park, year int, form Form) string {
	return packageName(park, year) + " черновик" + form.beside(Form{}) + ".pdf"
}

// revisionName returns the name of the files of a revision without an ending.
func revisionName(park *app.Park, year, number int) string {
	return fmt.Sprintf("%s редакция %d", packageName(park, year), number)
}

func packageName(park *app.Park, year int) string {
	return joined("Пакет", plainName(cmp.Or(park.ShortName, park.Name)), fmt.Sprint(year))
}

// joined puts the parts of a name that are not empty beside each other.
func joined(parts ...string) string {
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}

// mostBytes is how much of a name of the user's a file is named by, in bytes: with what
// stands round it, it must not be longer than any file system takes.
const mostBytes = 120

// plainName keeps letters, digits and single spaces: safe in every file system.
func plainName(name string) string {
	plain := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' {
			return r
		}
		return ' '
	}, name)
	short := []rune(strings.Join(strings.Fields(plain), " "))
	short = short[:min(len(short), 60)]
	for len(string(short)) > mostBytes {
		short = short[:len(short)-1]
	}
	return strings.TrimSpace(string(short))
}

// place is where files of one stem lie: in a directory, each with what tells it from
// others of that stem between the stem and the rest of its name.
type place struct {
	dir  string
	stem string
	more string // «», «, ИНН 1234567894», «, ИНН 1234567894 (2)» …
}

// path returns where the file of a name is.
func (p place) path(name string) string { return filepath.Join(p.dir, p.name(name)) }

// name returns what the file of a name is called there.
func (p place) name(name string) string {
	if rest, ok := strings.CutPrefix(name, p.stem); ok {
		return p.stem + p.more + rest
	}
	return name
}

// paths returns where files are.
func (p place) paths(files []file) []string {
	all := make([]string, len(files))
	for i, f := range files {
		all[i] = p.path(f.name)
	}
	return all
}

// mostNames is how many names are tried for a file.
const mostNames = 1000

// fuller returns what a name has more when it is taken, the n-th time: the ИНН of who the
// file is of, then a number.
func fuller(inn string, n int) string {
	inn = plainName(inn)
	switch {
	case n == 0:
		return ""
	case inn == "":
		return fmt.Sprintf(" (%d)", n+1)
	case n == 1:
		return ", ИНН " + inn
	}
	return fmt.Sprintf(", ИНН %s (%d)", inn, n)
}

// innOf returns the ИНН of a park's company, «» when there is none.
func innOf(b *app.Book) string {
	if b.Company == nil {
		return ""
	}
	return b.Company.INN
}
