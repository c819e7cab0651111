package desk

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime"
)

// OpenFile shows a file in the program the system has for it, without waiting for
// that program to end.
func OpenFile(path string) error { return start(openCommand(runtime.GOOS, path)) }

// ShowInFolder shows the directory of a file, with the file selected where the system can.
func ShowInFolder(path string) error { return start(folderCommand(runtime.GOOS, path)) }

func openCommand(goos, path string) []string {
	switch goos {
	case "windows":
		return []string{"rundll32", "url.dll,FileProtocolHandler", path}
	case "darwin":
		return []string{"open", path}
	}
	return []string{"xdg-open", path}
}

func folderCommand(goos, path string) []string {
	switch goos {
	case "windows":
		return []string{"explorer", "/select," + path}
	case "darwin":
		return []string{"open", "-R", path}
	}
	return []string{"xdg-open", filepath.Dir(path)}
}

func start(command []string) error {
	cmd := exec.Command(command[0], command[1:]...)
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("start %s: %w", command[0], err)
	}
	if err := cmd.Process.Release(); err != nil {
		return fmt.Errorf("let go of %s: %w", command[0], err)
	}
	return nil
}
