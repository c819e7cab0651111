package attach_test

import (
	"os"
	"testing"

	"technopark/app/sandbox"
	"technopark/reports/attach"
)

// The limits hold in these tests as they do in the program.
func TestMain(m *testing.M) {
	if sandbox.Serve(attach.Jobs()...) {
		return
	}
	os.Exit(m.Run())
}
