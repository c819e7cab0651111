package bugreport

import (
	"bufio"
	"os"
	"strings"
)

// release returns what the distribution calls itself, and the release of the kernel.
func release() string {
	name := ""
	if file, err := os.Open("/etc/os-release"); err == nil {
		defer file.Close() //nolint:errcheck // nothing was written through it
		for lines := bufio.NewScanner(file); lines.Scan(); {
			if value, found := strings.CutPrefix(lines.Text(), "PRETTY_NAME="); found {
				name = strings.Trim(value, `"'`)
			}
		}
	}
	if kernel, err := os.ReadFile("/proc/sys/kernel/osrelease"); err == nil {
		name += " (" + strings.TrimSpace(string(kernel)) + ")"
	}
	return name
}
