package cli

import (
	"reflect"
	"slices"

	"github.com/alecthomas/kong"

	"technopark/app"
	"technopark/app/disk"
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
	path := disk.Meant(target.String())
	if path == "" {
		return &app.Refusal{ID: "cli.empty_path", Cause: errWords}
	}
	target.SetString(path)
	return nil
}
