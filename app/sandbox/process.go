package sandbox

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"
)

// call goes before what the work takes.
type call struct {
	Job   string
	Limit Limit
}

// idle is how long a process waits for more work: a folder of documents is one after the
// other, and to start takes longer than most of them.
const idle = 20 * time.Second

// errNoProcess says that the system starts no other process.
var errNoProcess = errors.New("no process can be started")

// theOne is the process of this program; it does one piece of work at a time.
var theOne = process{turn: make(chan struct{}, 1)}

// process is another process of this program, started when there is work.
type process struct {
	turn  chan struct{} // has something while work is done
	cmd   *exec.Cmd
	in    io.Closer
	wire  *wire
	sleep *time.Timer // ends it when nobody needs it any more
}

// do has the other process do work; in and out point to what it takes and gives.
func (p *process) do(ctx context.Context, limit Limit, what call, in, out any) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case p.turn <- struct{}{}:
		defer func() { <-p.turn }()
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := p.start(); err != nil {
		return errors.Join(errNoProcess, err)
	}
	running := p.cmd.Process
	kill := func() { _ = running.Kill() } // one that is gone is what was wanted
	late := time.AfterFunc(patience*limit.Time+preparing+grace, kill)
	defer late.Stop()
	defer context.AfterFunc(ctx, kill)()

	err := p.wire.send(&what)
	if err == nil {
		err = p.wire.send(in)
	}
	if err == nil {
		err = p.wire.receive(out)
	}
	if err != nil {
		err = errors.Join(ErrStopped, err, p.end())
		if stopped := ctx.Err(); stopped != nil {
			return stopped
		}
		return err
	}
	p.sleep = time.AfterFunc(idle, p.rest)
	return nil
}

// start starts the process unless it runs.
func (p *process) start() error {
	if p.sleep != nil {
		p.sleep.Stop()
	}
	if p.cmd != nil {
		return nil
	}
	program, err := os.Executable()
	if err != nil {
		return err
	}
	cmd := exec.Command(program, flag) //nolint:gosec,noctx // our own program; the caller's context ends it
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	p.cmd, p.in, p.wire = cmd, in, newWire(out, in)
	return nil
}

// rest ends a process that nobody needs.
func (p *process) rest() {
	p.turn <- struct{}{}
	defer func() { <-p.turn }()
	_ = p.end() // it has done its work
}

// end ends the process and says how it ended.
func (p *process) end() error {
	if p.cmd == nil {
		return nil
	}
	cmd := p.cmd
	p.cmd = nil
	_ = p.in.Close() // whoever waits for more work ends now
	late := time.AfterFunc(grace, func() { _ = cmd.Process.Kill() })
	defer late.Stop()
	if err := cmd.Wait(); err != nil {
		return fmt.Errorf("%w: %s", err, whyEnded(cmd.ProcessState.ExitCode()))
	}
	return nil
}
