//go:build !headless

package launch

import (
	"os"
	"os/exec"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"technopark/app/ui"
	"technopark/app/ui/hush"
	"technopark/assets"
)

// Available reports whether this build has a window.
const Available = true

// Run shows the window and returns when it is closed. Where the computer cannot draw
// one, the error unwraps to ErrNoWindow.
func Run(o Options) error {
	hush.End() // a window is wanted: what the toolkit says is of use again
	if err := probe(); err != nil {
		return err
	}
	o.Log.Begin("window")
	o.Log.WatchFatal()
	defer o.Log.EndFatal()
	spare()
	a := fyneapp.NewWithID("ru.technopark.app")
	stand(a)
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon()))
	ui.New(a, o).Start()
	a.Run()
	o.Log.Did("end")
	return nil
}

// Again starts the program anew, on its start page: who was in the window when it crashed is told
// there what happened. Where it cannot be started, the next start by hand tells.
func Again() {
	program, err := os.Executable()
	if err == nil {
		exec.Command(program).Start() //nolint:errcheck // see above
	}
}
