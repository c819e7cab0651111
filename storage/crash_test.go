package storage

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"technopark/app"
)

// childFile names, for a test that runs itself as another process, the data file.
const childFile = "TECHNOPARK_TEST_FILE"

// startChild runs the test again as another process and waits until that is where it
// wants to be killed, see waitForEnd.
func startChild(t *testing.T, path string) *exec.Cmd {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$")
	child.Env = append(os.Environ(), childFile+"="+path)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "ready\n" {
		t.Fatalf("the other process says %q, %v", line, err)
	}
	return child
}

func waitForEnd() {
	fmt.Println("ready")
	time.Sleep(time.Minute)
}

func kill(t *testing.T, child *exec.Cmd) {
	t.Helper()
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if child.Wait() == nil {
		t.Error("the other process ended by itself")
	}
}

// A change that was cut off when half of it was on the disk never happened, whether a
// reader or a writer comes first afterwards.
func TestKilledInTheMiddleOfAChange(t *testing.T) {
	if path := os.Getenv(childFile); path != "" {
		changeUntilKilled(path)
		return
	}
	for _, readOnly := range []bool{true, false} {
		s := newStore(t)
		path := s.Path()
		newPark(t, s)
		was := state(t, s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		kill(t, startChild(t, path))
		if journal, err := os.Stat(path + "-journal"); err != nil || journal.Size() == 0 {
			t.Errorf("nothing of the change had reached the disk: %v", err)
		}
		o := options()
		o.ReadOnly = readOnly
		again, err := Open(path, o)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(was, state(t, again)); diff != "" {
			t.Errorf("half a change was kept:\n%s", diff)
		}
		if err := verified(again); err != nil {
			t.Error(err)
		}
		if err := again.Close(); err != nil {
			t.Error(err)
		}
	}
}

func changeUntilKilled(path string) {
	s, err := Open(path, options())
	if err != nil {
		fmt.Println(err)
		return
	}
	err = s.Change(context.Background(), "импорт", func(x app.Tx) error {
		for i := range 5000 {
			if err := x.Save(context.Background(), &app.Specialism{Name: fmt.Sprint("Направление ", i)}); err != nil {
				return err
			}
		}
		waitForEnd()
		return nil
	})
	fmt.Println(err)
}
