package app

import (
	"net/url"
	"runtime"
	"strings"
	"unicode/utf8"
)

// PastedPath returns the path that a pasted text means: without the quotes and spaces of a
// letter or of a file manager around it and without signs that cannot be seen at its ends; of
// a link file:///… the path it leads to. Inside a path nothing is changed: there each sign may
// be part of a name. Whoever reads a path that exists as it stands must not ask this.
func PastedPath(text string) string {
	bare := strings.TrimFunc(text, unseenAtEnds)
	for _, quotes := range []string{`""`, "''", "«»", "“”", "„“", "„”"} {
		first, size := utf8.DecodeRuneInString(quotes)
		inside, ok := strings.CutPrefix(bare, string(first))
		if ok && strings.HasSuffix(inside, quotes[size:]) {
			bare = strings.TrimFunc(strings.TrimSuffix(inside, quotes[size:]), unseenAtEnds)
			break
		}
	}
	link, err := url.Parse(bare)
	if err != nil || link.Scheme != "file" || link.Host != "" && link.Host != "localhost" || link.Path == "" {
		return bare
	}
	return localPath(link.Path)
}

// unseenAtEnds reports signs that no path is meant to begin or end with.
func unseenAtEnds(r rune) bool { return !visible(r) }

// localPath takes the leading slash off the path of a link to a Windows drive: /C:/x.
func localPath(path string) string {
	if len(path) > 2 && path[2] == ':' && runtime.GOOS == "windows" {
		return path[1:]
	}
	return path
}
