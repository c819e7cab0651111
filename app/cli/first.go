package cli

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/disk"
)

// extension of a data file.
const extension = ".tpark"

// firstWord returns the first word that is no flag; «» when there is none.
func firstWord(args []string) string {
	for _, arg := range args {
		if !strings.HasPrefix(arg, "-") {
			return arg
		}
	}
	return ""
}

// mistyped refuses a command line that begins with neither a command nor a file, so that
// no window is opened on a file called «chek».
func mistyped(args, commands []string) error {
	word := firstWord(args)
	if word == "help" {
		word = firstWord(args[slices.Index(args, word)+1:])
	}
	if word == "" || slices.Contains(commands, word) || looksLikeFile(word) {
		return nil
	}
	return &app.Refusal{ID: "cli.unknown_command", Data: map[string]any{
		"What": word, "Near": nearest(word, commands), "Known": strings.Join(commands, ", "),
	}, Cause: errWords}
}

// looksLikeFile reports what can only be meant as a path, or is one.
func looksLikeFile(word string) bool {
	path := disk.Meant(word)
	if strings.EqualFold(filepath.Ext(path), extension) || strings.ContainsAny(path, `/\`) {
		return true
	}
	_, err := os.Stat(path)
	return err == nil
}
