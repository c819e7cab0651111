//go:build linux

package main

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"syscall"
)

// aloneMark says that this process has mounts of its own.
const aloneMark = "TECHNOPARK_CRASH_ALONE"

// alone reports whether what is mounted here is seen here only, and is gone with the process.
func alone() bool { return os.Getenv(aloneMark) != "" }

// runAlone runs this command again where it may mount small disks, which the system lets anyone
// do in a namespace of his own, unless it was told not to. An interrupt is passed on.
func runAlone(ctx context.Context, args []string) error {
	own, err := os.Executable()
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, own, args...)
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	cmd.Env = append(os.Environ(), aloneMark+"=1")
	cmd.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
		Pdeathsig:   syscall.SIGKILL,
		Setpgid:     true, // an interrupt by the keyboard comes through us alone
	}
	err = cmd.Run()
	var exit *exec.ExitError
	switch {
	case err == nil, cmd.ProcessState != nil && cmd.ProcessState.Success():
		return nil // an interrupt that came too late is none
	case !errors.As(err, &exit):
		return usageError{errors.New("--full and --nodes need a namespace of their own, which this system does not give: " + err.Error())}
	case exit.ExitCode() == 1:
		return errWrong
	case exit.ExitCode() == 2:
		return usageError{errors.New("see above")}
	}
	return errors.New("see above")
}
