package cli

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"golang.org/x/term"

	"technopark/app"
	"technopark/app/copies"
	"technopark/app/disk"
)

// errNoTerminal says that nobody can be asked for a passphrase.
var errNoTerminal error = &app.Refusal{ID: "cli.no_terminal", Cause: errors.New("standard input is no terminal")}

// mostPassphrase is how long a file with a passphrase may be.
const mostPassphrase = 4096

// AskPassphrase asks at the terminal for a passphrase, which is not shown as it is typed.
// golang.org/x/term knows how each system hides what is typed.
func AskPassphrase(prompt string) (string, error) {
	in := int(os.Stdin.Fd())
	if !term.IsTerminal(in) {
		return "", errNoTerminal
	}
	fmt.Fprint(os.Stderr, prompt)
	typed, err := term.ReadPassword(in)
	fmt.Fprintln(os.Stderr)
	if err != nil {
		return "", fmt.Errorf("%w: %w", errNoTerminal, err)
	}
	return string(typed), nil
}

// passphrase returns the passphrase from a file, or else asks for it; for a new one twice,
// since nobody sees what was typed.
func (s *session) passphrase(file string, fresh bool) (string, error) {
	if file != "" {
		raw, err := disk.Read(file, mostPassphrase, app.ErrTooBig)
		if err != nil {
			return "", err
		}
		line, _, _ := strings.Cut(strings.TrimPrefix(string(raw), "\ufeff"), "\n")
		return copies.Passphrase(strings.TrimSuffix(line, "\r"))
	}
	typed, err := s.Ask(s.words.T("cli.passphrase", nil))
	if err != nil {
		return "", err
	}
	passphrase, err := copies.Passphrase(typed)
	if err != nil || !fresh {
		return passphrase, err
	}
	again, err := s.Ask(s.words.T("cli.passphrase_again", nil))
	if err == nil && again != typed {
		err = &app.Refusal{ID: "copies.unlike_passphrases"}
	}
	return passphrase, err
}
