package desk

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"

	"technopark/app/ui/kit"
)

// OpenFile shows a file in the program the system has for it, without waiting for
// that program to end.
func OpenFile(path string) error { return start(runtime.GOOS, openCommand(runtime.GOOS, path)) }

// ShowInFolder shows the directory of a file, with the file selected where the system can.
func ShowInFolder(path string) error { return start(runtime.GOOS, folderCommand(runtime.GOOS, path)) }

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

// failTime is how soon a system that has no program for a file says so; one that has may
// stay with it for as long as it is looked at.
const failTime = time.Second

// start starts a program that starts another. Those of Windows say nothing by how they end:
// they tell the user themselves.
func start(goos string, command []string) error {
	cmd := exec.Command(command[0], command[1:]...)
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("start %s: %w", command[0], err)
	}
	err := kit.Briefly(failTime, cmd.Wait)
	if err != nil && goos != "windows" {
		return fmt.Errorf("%s: %w", command[0], err)
	}
	return nil
}
