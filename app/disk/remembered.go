package disk

import (
	"os"
	"path/filepath"
)

// Portable is the name of the file that, beside the program, makes it keep beside itself what it
// remembers: it is then run from a stick, on computers that are not its user’s.
const Portable = "portable.txt"

// Settings returns the folder of what the program remembers between runs.
func Settings() string {
	if own := besideProgram(os.Executable); own != "" {
		return own
	}
	dir, err := os.UserConfigDir()
	if err != nil {
		dir = os.TempDir()
	}
	return filepath.Join(dir, "technopark")
}

// Cache returns the folder of what is kept to be found sooner and can be made anew; «» where the
// user has none for such things.
func Cache() string {
	if own := besideProgram(os.Executable); own != "" {
		return filepath.Join(own, "cache")
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "technopark")
}

// besideProgram returns the folder beside the program where all it remembers is kept; «» when that is
// kept where the user keeps such things.
func besideProgram(program func() (string, error)) string {
	path, err := program()
	if err != nil {
		return ""
	}
	if linked, err := filepath.EvalSymlinks(path); err == nil {
		path = linked
	}
	dir := filepath.Dir(path)
	if info, err := os.Stat(filepath.Join(dir, Portable)); err != nil || !info.Mode().IsRegular() {
		return ""
	}
	return filepath.Join(dir, "settings")
}
