package cli_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"technopark/app/signature/signaturetest"
)

// TestScripts runs the commands of testdata against the real program, built
// without a window, so that main's wiring is under test too.
func TestScripts(t *testing.T) {
	bin := t.TempDir()
	build := exec.Command("go", "build", "-tags", "headless", "-o", filepath.Join(bin, "technopark"), "technopark")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build the program: %v\n%s", err, out)
	}
	caches, err := os.UserCacheDir()
	if err != nil {
		caches = t.TempDir()
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			env.Setenv("PATH", bin+string(os.PathListSeparator)+env.Getenv("PATH"))
			env.Setenv("XDG_CACHE_HOME", caches) // machine code of the renderer of PDFs, slow to make
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){"detached": detached},
	})
}

// detached signs a file as an outside program would: detached FILE SIGNATURE.
func detached(ts *testscript.TestScript, _ bool, args []string) {
	key, err := signaturetest.NewRSA("Образцова М. В.", "АО «Технопарк»")
	ts.Check(err)
	data, err := key.Sign([]byte(ts.ReadFile(args[0])), time.Date(2021, 4, 12, 12, 0, 0, 0, time.UTC))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), data, 0o600))
}
