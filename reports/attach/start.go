package attach

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"technopark/app/disk"
)

// maxMemory bounds the memory of pdfium, in bytes: no more than an office computer has to
// spare.
const maxMemory = 256 << 20

// started is the one pool of the program, made when first asked for: most packages never
// need it.
var started = sync.OnceValues(func() (pool pdfium.Pool, err error) {
	// pdfium is WebAssembly, which takes seconds to turn into machine code; so its code is
	// kept for the next start.
	own, err := faces()
	if err != nil {
		return nil, err
	}
	err = withKeptCode(codeDir(), func(config wazero.RuntimeConfig) error {
		pool, err = webassembly.Init(webassembly.Config{
			MinIdle: 1, MaxIdle: 1, MaxTotal: 1, RuntimeConfig: config,
			// What it draws comes from strangers: it sees nothing of the disk, says nothing and draws
			// the same on every machine. A window of Windows has no streams to give it.
			FSConfig: wazero.NewFSConfig().WithFSMount(own, "/"), Stdout: io.Discard, Stderr: io.Discard, RandomSource: always{},
			Context: experimental.WithCompilationWorkers(context.Background(), runtime.GOMAXPROCS(0)),
		})
		return err
	})
	return pool, err
})

// always is a source of chance that leaves nothing to it.
type always struct{}

// Read fills p.
func (always) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(i)
	}
	return len(p), nil
}

// codeDir returns the folder where machine code is kept, or "" where the user has none for
// such things. What is kept there is no state of the program: only time depends on it.
//
// The number at the end of its name is raised with every change of runtimeConfig and every
// new version of wazero: it searches for code by module and processor alone, and in the
// binaries of tests it does not know its own version.
func codeDir() string {
	caches := disk.Cache()
	if caches == "" {
		return ""
	}
	return filepath.Join(caches, "pdfium-1")
}

// runtimeConfig says how WebAssembly runs here: a drawing that hangs can be stopped, and
// none gets more memory than maxMemory.
func runtimeConfig() wazero.RuntimeConfig {
	return wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithCloseOnContextDone(true).WithMemoryLimitPages(maxMemory >> 16)
}

// withKeptCode calls start with a configuration that takes machine code from a folder and
// keeps it there. Where that fails — the folder cannot be made, the disk is full, what was
// kept is damaged — the folder is thrown away and start called once more without it.
func withKeptCode(dir string, start func(wazero.RuntimeConfig) error) error {
	if dir == "" {
		return start(runtimeConfig())
	}
	cache, err := wazero.NewCompilationCacheWithDir(dir)
	if err != nil {
		return start(runtimeConfig())
	}
	err = start(runtimeConfig().WithCompilationCache(cache))
	if err == nil {
		return nil
	}
	again := start(runtimeConfig())
	if again == nil {
		os.RemoveAll(dir) //nolint:errcheck // it is tried anew at the next start
		return nil
	}
	return errors.Join(err, again)
}
