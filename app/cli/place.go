package cli

import (
	"net/url"
	"os"
	"reflect"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"technopark/app"
)

// settle mends the values of a command. Paths, which are tagged place:"", are pasted with the
// quotes and spaces of a letter, or as file managers copy them; any other text with what
// cannot be seen.
func settle(command *kong.Node) error {
	if command == nil {
		return nil
	}
	values := slices.Clone(command.Positional)
	for _, flag := range command.Flags {
		values = append(values, flag.Value)
	}
	for _, v := range values {
		if !v.Set {
			continue
		}
		if err := settleValue(v.Target, v.Tag.Has("place")); err != nil {
			return err
		}
	}
	return nil
}

// settleValue mends a text or each of a list of texts; a number stays.
func settleValue(target reflect.Value, isPath bool) error {
	switch {
	case target.Kind() == reflect.Slice:
		for i := range target.Len() {
			if err := settleValue(target.Index(i), isPath); err != nil {
				return err
			}
		}
		return nil
	case target.Kind() != reflect.String:
		return nil
	case !isPath:
		target.SetString(app.CleanNote(target.String()))
		return nil
	}
	path := settled(target.String())
	if path == "" {
		return &app.Refusal{ID: "cli.empty_path", Cause: errWords}
	}
	target.SetString(path)
	return nil
}

// settled returns the path that is meant. A path that exists exactly as it was given is taken
// as it stands. Otherwise quotes and spaces around it are dropped, and a link file:///…
// becomes the path it leads to.
func settled(path string) string {
	if _, err := os.Lstat(path); err == nil {
		return path
	}
	bare := strings.Trim(path, " \t\r\n\u00a0\ufeff\u200b")
	for _, quotes := range []string{`""`, "''", "«»", "“”", "„“", "„”"} {
		pair := []rune(quotes)
		if inside, ok := strings.CutPrefix(bare, string(pair[0])); ok && strings.HasSuffix(inside, string(pair[1])) {
			bare = strings.TrimSpace(strings.TrimSuffix(inside, string(pair[1])))
			break
		}
	}
	if link, err := url.Parse(bare); err == nil && link.Scheme == "file" && (link.Host == "" || link.Host == "localhost") && link.Path != "" {
		return localPath(link.Path)
	}
	return bare
}

// localPath takes the leading slash off the path of a link to a Windows drive: /C:/x.
func localPath(path string) string {
	if len(path) > 2 && path[2] == ':' && os.PathSeparator == '\\' {
		return path[1:]
	}
	return path
}
