package viewer

import (
	"errors"
	"fmt"

	"golang.org/x/sys/windows"

	"technopark/app"
)

// printByShell has the program that Windows opens a PDF with print one, and returns before it is
// printed. Not every such program can: a browser, for one, only opens it.
func printByShell(path string) error {
	verb, err := windows.UTF16PtrFromString("print")
	if err != nil {
		return err
	}
	file, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	err = windows.ShellExecute(0, verb, file, nil, nil, windows.SW_HIDE)
	switch {
	case errors.Is(err, windows.ERROR_NO_ASSOCIATION):
		return &app.Refusal{ID: "ui.print.no_verb", Cause: err}
	case err != nil:
		return fmt.Errorf("print: %w", err)
	}
	return nil
}
