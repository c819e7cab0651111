package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"technopark/app"
)

const logFile = "technopark.log"

// log notes an unforeseen error for developers, beside the settings, and returns the
// file's path; empty when there is nowhere to write.
func (w *Window) log(fault error) string {
	if w.options.SettingsDir == "" {
		return ""
	}
	path := filepath.Join(w.options.SettingsDir, logFile)
	file, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return ""
	}
	_, err = fmt.Fprintf(file, "%s %s %v\n", w.options.Now().UTC().Format(time.RFC3339), app.Version, fault)
	if closed := file.Close(); err != nil || closed != nil {
		return ""
	}
	return path
}
