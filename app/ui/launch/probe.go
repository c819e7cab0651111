//go:build !headless && !ci

package launch

import (
	"fmt"

	"github.com/go-gl/glfw/v3.4/glfw"
)

// probe makes a window nobody sees. The toolkit ends the whole program when it cannot
// make one, in words of its own; old computers and remote desktops without OpenGL 2 are
// common in offices, so we ask first.
func probe() error {
	if err := glfw.Init(); err != nil {
		return fmt.Errorf("%w: %w", ErrNoWindow, err)
	}
	glfw.WindowHint(glfw.Visible, glfw.False)
	glfw.WindowHint(glfw.ContextVersionMajor, 2)
	glfw.WindowHint(glfw.ContextVersionMinor, 0)
	window, err := glfw.CreateWindow(16, 16, "", nil, nil)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrNoWindow, err)
	}
	window.Destroy()
	glfw.DefaultWindowHints()
	return nil
}
