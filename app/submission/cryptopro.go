package submission

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"technopark/app"
	"technopark/app/disk"
)

// CryptoPro is the command-line program of КриптоПро CSP on this computer.
type CryptoPro struct {
	Path string // of the program file
}

// FindCryptoPro looks for the program in the search path and where it is installed:
// cryptcp, which signs files, else csptest, which every КриптоПро CSP for Windows brings.
func FindCryptoPro() (CryptoPro, bool) {
	for _, name := range []string{"cryptcp", "cryptcp.x64"} {
		if path, err := exec.LookPath(name); err == nil {
			return CryptoPro{path}, true
		}
	}
	places := []string{"/opt/cprocsp/bin/amd64/cryptcp", "/opt/cprocsp/bin/aarch64/cryptcp", "/opt/cprocsp/bin/e2k64/cryptcp", "/opt/cprocsp/bin/ia32/cryptcp"}
	for _, name := range []string{"cryptcp.exe", "cryptcp.x64.exe", "csptest.exe"} {
		for _, root := range []string{os.Getenv("ProgramFiles"), os.Getenv("ProgramFiles(x86)")} {
			if root != "" {
				places = append(places, filepath.Join(root, "Crypto Pro", "CSP", name))
			}
		}
	}
	for _, place := range places {
		if info, err := os.Stat(place); err == nil && !info.IsDir() {
			return CryptoPro{place}, true
		}
	}
	return CryptoPro{}, false
}

var thumbprint = regexp.MustCompile(`^[0-9A-Fa-f]{40}$`)

// command returns the command line that makes a detached signature in DER with the
// certificate in it. owner chooses the certificate: by its thumbprint, else by a part of
// its owner's name; with «» the program chooses or asks.
func (c CryptoPro) command(owner, file, out string) []string {
	if strings.HasPrefix(strings.ToLower(filepath.Base(c.Path)), "csptest") {
		return []string{c.Path, "-sfsign", "-sign", "-detached", "-add", "-addsigtime", "-my", owner, "-in", file, "-out", out}
	}
	args := []string{c.Path, "-sign", "-detached", "-der", "-cert"}
	switch {
	case thumbprint.MatchString(owner):
		args = append(args, "-thumbprint", owner)
	case owner != "":
		args = append(args, "-dn", owner)
	}
	return append(args, file, out)
}

// Sign has the program sign a file and returns the signature. The program may ask for a
// certificate and a PIN in windows of its own, and on a terminal when it is given one:
// input may be nil, shown too. It is refused when no signature was made.
func (c CryptoPro) Sign(ctx context.Context, owner, file string, input io.Reader, shown io.Writer) ([]byte, error) {
	dir, err := disk.TempDir("sign")
	if err != nil {
		return nil, fmt.Errorf("sign %s: %w", file, err)
	}
	defer func() { _ = os.RemoveAll(dir) }() // what is left is the system's to clear
	out := filepath.Join(dir, filepath.Base(file)+".sig")
	command := c.command(strings.TrimSpace(owner), file, out)
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	cmd.WaitDelay = 5 * time.Second // what it started itself may keep its output open
	var said bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = input, &said, &said
	if shown != nil {
		cmd.Stdout = io.MultiWriter(&said, shown)
		cmd.Stderr = cmd.Stdout
	}
	err = cmd.Run()
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	data, missing := os.ReadFile(out)
	var exit *exec.ExitError
	switch {
	case err == nil && missing == nil:
		return data, nil
	case err != nil && !errors.As(err, &exit):
		return nil, fmt.Errorf("run %s: %w", c.Path, err)
	case exit != nil:
		return nil, unsigned(said.Bytes(), exit.ExitCode())
	}
	return nil, unsigned(said.Bytes(), 0)
}

// unsigned refuses in the program's own words; one that said nothing leaves its code.
func unsigned(said []byte, code int) error {
	words := readable(said)
	if words == "" {
		return &app.Refusal{ID: "cryptopro.silent", Data: map[string]any{"Code": code}}
	}
	return &app.Refusal{ID: "cryptopro.failed", Data: map[string]any{"Words": words}}
}

// readable returns what a program said; on Windows it speaks in the old code page of the
// console.
func readable(said []byte) string {
	if !utf8.Valid(said) {
		if text, err := charmap.CodePage866.NewDecoder().Bytes(said); err == nil {
			said = text
		}
	}
	return strings.TrimSpace(strings.ReplaceAll(string(said), "\r\n", "\n"))
}
