package sandbox

import (
	"bufio"
	"encoding/gob"
	"io"
)

// Carrying is In or Out with bytes that may be many: these travel beside gob, which would
// hold them twice more on either side.
type Carrying interface {
	// Carried returns where these bytes are.
	Carried() []*[]byte
}

// wire is one end of what goes between two processes.
type wire struct {
	to   *gob.Encoder
	from *gob.Decoder
	out  io.Writer
	in   *bufio.Reader // from reads no further in it than to the end of what it returns
}

func newWire(in io.Reader, out io.Writer) *wire {
	buffered := bufio.NewReader(in)
	return &wire{to: gob.NewEncoder(out), from: gob.NewDecoder(buffered), out: out, in: buffered}
}

// send sends a value, to which v points. It is the same afterwards.
func (w *wire) send(v any) error {
	carrying, ok := v.(Carrying)
	if !ok {
		return w.to.Encode(v)
	}
	places := carrying.Carried()
	kept := make([][]byte, len(places))
	sizes := make([]int, len(places))
	for i, at := range places {
		kept[i], sizes[i] = *at, len(*at)
		*at = nil
	}
	err := w.to.Encode(v)
	for i, at := range places {
		*at = kept[i]
	}
	if err == nil {
		err = w.to.Encode(sizes)
	}
	for _, data := range kept {
		if err == nil {
			_, err = w.out.Write(data)
		}
	}
	return err
}

// receive receives what send has sent.
func (w *wire) receive(v any) error {
	if err := w.from.Decode(v); err != nil {
		return err
	}
	carrying, ok := v.(Carrying)
	if !ok {
		return nil
	}
	var sizes []int
	if err := w.from.Decode(&sizes); err != nil {
		return err
	}
	places := carrying.Carried()
	if len(sizes) != len(places) {
		return io.ErrUnexpectedEOF
	}
	for i, n := range sizes {
		if n == 0 {
			continue
		}
		*places[i] = make([]byte, n)
		if _, err := io.ReadFull(w.in, *places[i]); err != nil {
			return err
		}
	}
	return nil
}
