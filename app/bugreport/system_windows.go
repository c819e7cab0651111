package bugreport

import (
	"fmt"

	"golang.org/x/sys/windows"
)

// release returns the version of Windows.
func release() string {
	v := windows.RtlGetVersion()
	return fmt.Sprintf("Windows %d.%d.%d", v.MajorVersion, v.MinorVersion, v.BuildNumber)
}
