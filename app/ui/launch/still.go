//go:build !headless

package launch

import (
	"runtime"

	"fyne.io/fyne/v2"
)

// still is the toolkit's application without animations. It draws the whole window anew for every
// step of one, and the cursor of a field fades as long as it is there: a fifth of a core while
// somebody only reads. The cursor is drawn steady instead.
type still struct{ fyne.App }

// stand makes what the toolkit asks its application for come from here.
func stand(a fyne.App) {
	if runtime.GOOS == "darwin" {
		return // there the toolkit takes the settings for its own without asking
	}
	fyne.SetCurrentApp(still{a})
}

// Settings returns those of the application, animations left out.
func (s still) Settings() fyne.Settings { return stillSettings{s.App.Settings()} }

type stillSettings struct{ fyne.Settings }

// ShowAnimations reports that nothing is animated.
func (stillSettings) ShowAnimations() bool { return false }
