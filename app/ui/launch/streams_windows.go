//go:build !headless

package launch

import (
	"bytes"
	"io"
	"os"

	"golang.org/x/sys/windows"
)

// Streams returns where answers and errors go, and what is to be called with the exit code.
//
// Windows gives a program with a window no streams unless they are redirected. Started from a
// console, it writes into that; started from the desktop it has nobody to tell but the user, so
// why it ended stands in a box.
func Streams() (answers, faults io.Writer, end func(code int)) {
	if there(os.Stdout) && there(os.Stderr) {
		return os.Stdout, os.Stderr, func(int) {}
	}
	console := parentConsole()
	box := new(bytes.Buffer)
	answers, faults = box, box
	if console != nil {
		answers, faults = console, console
	}
	if there(os.Stdout) {
		answers = os.Stdout
	}
	if there(os.Stderr) {
		faults = os.Stderr
	}
	return answers, faults, func(code int) {
		if code != 0 && box.Len() > 0 {
			tell(box.String())
		}
	}
}

// there reports whether a stream leads anywhere.
func there(stream *os.File) bool {
	kind, err := windows.GetFileType(windows.Handle(stream.Fd()))
	return err == nil && kind != windows.FILE_TYPE_UNKNOWN
}

// parentProcess stands for the one that started this (ATTACH_PARENT_PROCESS).
const parentProcess = ^uintptr(0)

// parentConsole returns the console that this program was started from; nil for none.
func parentConsole() *os.File {
	attach := windows.NewLazySystemDLL("kernel32.dll").NewProc("AttachConsole")
	if done, _, _ := attach.Call(parentProcess); done == 0 {
		return nil
	}
	console, err := os.OpenFile("CONOUT$", os.O_RDWR, 0)
	if err != nil {
		return nil
	}
	return console
}

// tell shows a text until it was read.
func tell(text string) {
	words, err := windows.UTF16PtrFromString(text)
	if err != nil {
		return
	}
	title, err := windows.UTF16PtrFromString("Технопарк")
	if err != nil {
		return
	}
	windows.MessageBox(0, words, title, windows.MB_OK|windows.MB_ICONWARNING) //nolint:errcheck // there is nobody else to tell
}
