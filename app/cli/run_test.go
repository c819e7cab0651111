package cli_test

import (
	"bytes"
	"context"
	"time"

	"technopark/app"
	"technopark/app/cli"
	"technopark/app/founding"
	"technopark/app/logbook"
	"technopark/app/submission"
	"technopark/storage"
)

// answer is what a command left.
type answer struct {
	code        int
	out, failed string
}

// run executes a command line inside the test; it shows no window.
func run(args ...string) answer { return runWith(func(*cli.Deps) {}, args...) }

// runWith is run with some of what the command line is given exchanged.
func runWith(exchange func(*cli.Deps), args ...string) answer {
	var out, failed bytes.Buffer
	now := func() time.Time { return time.Date(2021, 4, 12, 12, 0, 0, 0, time.UTC) }
	create := func(_ context.Context, path string, _ founding.Answers) error {
		s, err := storage.Create(path, storage.Options{Who: "проба", Now: now})
		if err != nil {
			return err
		}
		return s.Close()
	}
	deps := cli.Deps{
		Open: func(_ context.Context, path string, readOnly bool) (cli.Store, error) {
			return storage.Open(path, storage.Options{Who: "проба", Now: now, ReadOnly: readOnly})
		},
		Examine: func(ctx context.Context, path string, _ bool) (app.Verdict, error) {
			return storage.Examine(ctx, path, storage.Options{Who: "проба", Now: now})
		},
		RestoreJournalled: func(ctx context.Context, path string) ([]app.Problem, error) {
			return storage.RestoreFile(ctx, path, storage.Options{Who: "проба", Now: now})
		},
		Create:     create,
		CreateDemo: func(ctx context.Context, path string, _ submission.Demo) error { return create(ctx, path, nil) },
		CreateFrom: func(ctx context.Context, path string, _ *submission.Inspection) error { return create(ctx, path, nil) },
		Window:     func(string) error { panic("a window is shown") },
		HasDisplay: func() bool { return true },
		Who:        "проба", Log: logbook.Open("", now), Now: now, Stdout: &out, Stderr: &failed,
	}
	exchange(&deps)
	code := cli.Run(context.Background(), args, deps)
	return answer{code, out.String(), failed.String()}
}
