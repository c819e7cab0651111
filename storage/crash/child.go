//go:build linux

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"

	"technopark/app"
	"technopark/storage"
)

// childWord makes this command the child that works through storage, as the window does: it says
// on its output what it is about to write and, when storage has come back, that it is written.
const childWord = "work"

// What it does: it sets telephones of residents, of one or of three at once; with workUndo it
// takes such steps back, too, and makes them again.
const (
	workEdits = "edits"
	workUndo  = "undo"
)

// The lines of the child. What follows the first is resident=telephone, separated by spaces;
// after the third, the id of a refusal.
const (
	saysWrite   = "write"
	saysKept    = "kept"
	saysRefused = "refused"
)

// phones are the telephones of residents by their ids.
type phones map[int64]string

// worker is the child at work.
type worker struct {
	ctx       context.Context
	store     *storage.Store
	out       io.Writer
	rng       *rand.Rand
	residents []*app.Resident
	undo      bool
	done      []phones // what each step that can be taken back was before it
	undone    []phones // what each step that can be made again wrote
}

// work is the whole child: kind, data file, seed, number of steps. It returns the exit code.
func work(words []string, out io.Writer) int {
	numbers := [2]int{}
	for i := range numbers {
		n, err := strconv.Atoi(words[2+i])
		if err != nil {
			return 2
		}
		numbers[i] = n
	}
	s, err := storage.Open(words[1], options(false))
	if err != nil {
		return refused(out, err)
	}
	w := &worker{ctx: context.Background(), store: s, out: out, undo: words[0] == workUndo, rng: rand.New(rand.NewPCG(uint64(numbers[0]), 1))}
	err = w.read()
	for range numbers[1] {
		if err == nil {
			err = w.step()
		}
	}
	if err = errors.Join(err, s.Close()); err != nil {
		return refused(out, err)
	}
	return 0
}

// refused says why there was no going on; 3 is the exit code of what staff can mend, 4 of a
// fault of the program.
func refused(out io.Writer, err error) int {
	r, said := app.Refused(err)
	if !said {
		fmt.Fprintln(os.Stderr, err)
		return 4
	}
	fmt.Fprintln(out, saysRefused, r.ID)
	return 3
}

// read reads the residents anew.
func (w *worker) read() error {
	all, err := w.store.List(w.ctx, (*app.Resident)(nil).Type(), 1)
	w.residents = nil
	for _, rec := range all {
		w.residents = append(w.residents, rec.(*app.Resident))
	}
	return err
}

// step writes something, or takes a step back, or makes one again.
func (w *worker) step() error {
	if w.undo && len(w.done) > 0 && w.rng.IntN(3) == 0 {
		return w.turn(&w.done, &w.undone, w.store.Undo)
	}
	if w.undo && len(w.undone) > 0 && w.rng.IntN(2) == 0 {
		return w.turn(&w.undone, &w.done, w.store.Redo)
	}
	was, is := phones{}, phones{}
	var chosen []*app.Resident
	for range []int{1, 1, 1, 3}[w.rng.IntN(4)] {
		r := w.residents[w.rng.IntN(len(w.residents))]
		if is[r.ID] != "" {
			continue
		}
		was[r.ID], is[r.ID] = r.Phone, fmt.Sprintf("+7 %010d", w.rng.IntN(1e10))
		chosen = append(chosen, r)
	}
	w.say(is)
	err := w.store.Change(w.ctx, "телефоны", func(tx app.Tx) error {
		for _, r := range chosen {
			r.Phone = is[r.ID]
			if err := tx.Save(w.ctx, r); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	fmt.Fprintln(w.out, saysKept)
	w.done, w.undone = append(w.done, was), nil
	return nil
}

// turn moves one step from one pile to the other.
func (w *worker) turn(from, to *[]phones, turn func(context.Context) (app.Step, error)) error {
	last := len(*from) - 1
	becomes := (*from)[last]
	was := phones{}
	for _, r := range w.residents {
		if _, ok := becomes[r.ID]; ok {
			was[r.ID] = r.Phone
		}
	}
	w.say(becomes)
	if _, err := turn(w.ctx); err != nil {
		return err
	}
	fmt.Fprintln(w.out, saysKept)
	*from, *to = (*from)[:last], append(*to, was)
	return w.read()
}

// say says what is about to be written.
func (w *worker) say(p phones) {
	words := []string{saysWrite}
	for _, id := range slices.Sorted(maps.Keys(p)) {
		words = append(words, fmt.Sprintf("%d=%s", id, strings.ReplaceAll(p[id], " ", "_")))
	}
	fmt.Fprintln(w.out, strings.Join(words, " "))
}

// heard is what a child said.
type heard struct {
	kept    phones // what was acknowledged last of each resident
	count   int    // values that were acknowledged, one after the other
	pending phones // what was begun and not acknowledged
	refused string // id of the refusal that ended it
}

// listen reads what a child said; a line that was cut off was not said.
func listen(stdout string) heard {
	h := heard{kept: phones{}}
	for line := range strings.Lines(stdout) {
		line, whole := strings.CutSuffix(line, "\n")
		words := strings.Fields(line)
		if !whole || len(words) == 0 {
			continue
		}
		switch words[0] {
		case saysWrite:
			h.pending = phones{}
			for _, word := range words[1:] {
				id, phone, _ := strings.Cut(word, "=")
				n, err := strconv.ParseInt(id, 10, 64)
				if err == nil {
					h.pending[n] = strings.ReplaceAll(phone, "_", " ")
				}
			}
		case saysKept:
			maps.Copy(h.kept, h.pending)
			h.count += len(h.pending)
			h.pending = nil
		case saysRefused:
			h.refused = words[len(words)-1]
		}
	}
	return h
}
