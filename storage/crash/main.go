//go:build linux

// Command crash breaks off the program in the middle of its work, over and over, and looks
// into the data file afterwards. It is run in the repository and is no part of the product:
//
//	go run ./storage/crash --rounds 1000 --full 200 --nodes 50 --calls 200 --seed 1
//
// A round copies a folder that was prepared, runs one operation of the real program in it,
// breaks that off, and then wants what staff would want: the data file opens, all of it
// verifies, each value whose saving was acknowledged is there, what was not acknowledged is
// there as a whole or not at all, no file with a name of its own is half a file, the same
// command run again succeeds, and nothing is left lying about after it.
//
// There are four ways to break off. --rounds: the process is killed (kill −9) at a random
// moment or, where strace is installed, at a random call of the system. --full: the disk has
// room for a random number of bytes. --nodes: it has room for a few more files only. --calls: a
// random call of the system fails as those of a bad disk do, which needs strace. A full disk is
// a small one in memory, mounted where no other process sees it.
//
// It tells every twenty rounds, and every minute, how far it has come, and at once what must not
// be. An interrupt (SIGINT, SIGTERM) has it end the round it is in and print the table of those that
// were played; the operations take turns, so that all of them are in it.
//
// Exit: 0 nothing was lost and nothing was wrong, 1 something was, 2 the words are wrong or the
// machine cannot do what was asked for, 3 the rounds could not be prepared or were broken off.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"
)

// errWrong says that a round found something that must not be.
var errWrong = errors.New("something was lost or is wrong")

// usageError is a fault of the words, or of the machine they were said to.
type usageError struct{ error }

func main() {
	if len(os.Args) > 1 && os.Args[1] == childWord {
		os.Exit(work(os.Args[2:], os.Stdout))
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(exitOf(err, os.Stderr))
}

// exitOf says what went wrong and returns the exit code.
func exitOf(err error, stderr io.Writer) int {
	var usage usageError
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return 0
	case errors.Is(err, errWrong):
		return 1
	case errors.As(err, &usage):
		fmt.Fprintln(stderr, "crash:", err)
		return 2
	}
	fmt.Fprintln(stderr, "crash:", err)
	return 3
}

// wish is what was asked for.
type wish struct {
	rounds  map[way]int
	of      []operation
	seed    uint64
	dir     string
	program string
	root    string // of the repository
	keep    bool
	json    bool
}

// asked reads the command line.
func asked(args []string) (wish, error) {
	w := wish{rounds: map[way]int{}}
	root, schemas, err := repository()
	if err != nil {
		return w, usageError{err}
	}
	w.root = root
	all := operations(schemas)
	flags := flag.NewFlagSet("crash", flag.ContinueOnError)
	counts := map[way]*int{}
	for _, k := range ways {
		counts[k] = flags.Int(k.flag(), 0, "rounds: "+k.says())
	}
	of := flags.String("of", "", "only these operations, comma-separated; else all: "+strings.Join(names(all), ", "))
	flags.Uint64Var(&w.seed, "seed", 0, "of the random numbers; 0 takes one by the clock")
	flags.StringVar(&w.dir, "dir", "", "where the rounds take place; else a new directory that is removed at the end")
	flags.StringVar(&w.program, "program", "", "the program, if it is built already")
	flags.BoolVar(&w.keep, "keep", false, "keep the folder of a round that found something")
	flags.BoolVar(&w.json, "json", false, "answer as one JSON object")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return w, err
		}
		return w, usageError{err}
	}
	sum := 0
	for k, n := range counts {
		w.rounds[k] = *n
		sum += *n
	}
	if sum == 0 {
		w.rounds[killed] = 100
	}
	w.of, err = chosen(all, *of)
	return w, err
}

// run does what was asked for and prints the table, that of the rounds so far when ctx is done.
func run(ctx context.Context, args []string, out, aside io.Writer) error {
	w, err := asked(args)
	if err != nil {
		return err
	}
	if w.rounds[full]+w.rounds[nodes] > 0 && !alone() {
		return runAlone(ctx, args)
	}
	if w.rounds[calls] > 0 && !canTrace() {
		return usageError{errors.New("--calls needs strace, which is not installed or may not trace here")}
	}
	if w.seed == 0 {
		w.seed = uint64(time.Now().UnixNano())
	}
	b, err := newBench(ctx, w)
	if err != nil {
		return err
	}
	defer b.end()
	tell := out
	if w.json {
		tell = aside
	}
	total, err := b.all(ctx, w, tell)
	if err == nil {
		err = total.verdict()
	}
	return errors.Join(total.write(out, w.json), err)
}

// newBench builds the program and prepares a directory.
func newBench(ctx context.Context, w wish) (*bench, error) {
	// Whoever interrupts the run does not interrupt the round.
	b := &bench{
		ctx: context.WithoutCancel(ctx), dir: w.dir, keep: w.keep, program: w.program, root: w.root,
		rng: rand.New(rand.NewPCG(w.seed, 0)), traces: canTrace(),
	}
	var err error
	if b.dir == "" {
		if b.dir, err = os.MkdirTemp("", "crash-*"); err != nil {
			return nil, err
		}
		b.own = true
	}
	if err := b.prepare(); err != nil {
		b.end()
		return nil, err
	}
	return b, nil
}
