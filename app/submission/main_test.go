package submission_test

import (
	"fmt"
	"os"
	"testing"

	"technopark/app/submission"
)

// Packages that nobody closes lie in a directory that goes with the tests.
func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "submission")
	if err == nil {
		err = os.Setenv("TMPDIR", dir)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

// bytesOf returns the PDF of a package.
func bytesOf(tb testing.TB, m *submission.Made) []byte {
	tb.Helper()
	pdf, err := m.Bytes()
	if err != nil {
		tb.Fatal(err)
	}
	return pdf
}
