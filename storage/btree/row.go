package btree

import (
	"encoding/binary"
	"io"
)

// Type says what a value is.
type Type uint8

// The types of values.
const (
	Null Type = iota
	Integer
	Float
	Text
	Blob
)

// Value is one value of a row.
type Value struct {
	Type  Type   // what it is
	Int   int64  // of an Integer
	Bytes []byte // of a Text or a Blob, as much as was read
	Size  int64  // of a Text or a Blob: how many bytes it has
}

// Cut reports whether a value was not read to its end.
func (v Value) Cut() bool { return int64(len(v.Bytes)) < v.Size }

// mostValues is how many values a row may have; the widest table of ours has some 80.
const mostValues = 512

// Row returns the values of a row of which at most so many bytes are read; with 0, what stands
// in the page itself. ErrBroken when they do not hang together, or the chain they go on in is
// broken off; ErrEnough when too many chains were read.
func (f *File) Row(c Cell, most int64) ([]Value, error) {
	data := c.local
	if most = min(most, c.length); int64(len(data)) < most {
		data = append(make([]byte, 0, len(data)+int(min(most, f.size))), data...)
		err := f.chain(c, func(part []byte) error {
			data = append(data, part[:min(int64(len(part)), most-int64(len(data)))]...)
			if int64(len(data)) >= most {
				return io.EOF
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return valuesOf(data, c.length)
}

// chain calls fn with what stands on the pages a row goes on in, until fn returns io.EOF.
func (f *File) chain(c Cell, fn func([]byte) error) error {
	left := c.length - int64(len(c.local))
	for next := c.next; left > 0; {
		f.left--
		if f.left < 0 {
			return ErrEnough
		}
		data := f.raw(next)
		if data == nil {
			return ErrBroken
		}
		next = int64(binary.BigEndian.Uint32(data))
		part := data[4:min(int64(len(data)), 4+left)]
		left -= int64(len(part))
		if err := fn(part); err == io.EOF { //nolint:errorlint // it is ours, and never wrapped
			return nil
		} else if err != nil {
			return err
		}
	}
	return nil
}

// valuesOf reads the values of a row of which data is the beginning.
func valuesOf(data []byte, length int64) ([]Value, error) {
	size, at := Varint(data)
	if at == 0 || size < int64(at) || size > int64(len(data)) || size > length {
		return nil, ErrBroken
	}
	head, body := data[at:size], data[size:]
	var all []Value
	whole := size // bytes of the row that its values take
	for len(head) > 0 {
		kind, n := Varint(head)
		if n == 0 || len(all) == mostValues {
			return nil, ErrBroken
		}
		head = head[n:]
		v, ok := typed(kind)
		if !ok {
			return nil, ErrBroken
		}
		part := body[:min(v.Size, int64(len(body)))]
		body = body[len(part):]
		if whole += v.Size; whole > length {
			return nil, ErrBroken
		}
		all = append(all, v.with(kind, part))
	}
	if whole != length {
		return nil, ErrBroken
	}
	return all, nil
}

// typed returns a value of a serial type, without its bytes.
func typed(kind int64) (v Value, ok bool) {
	switch {
	case kind < 0 || kind == 10 || kind == 11:
		return v, false
	case kind >= 12:
		v.Type = Text
		if kind%2 == 0 {
			v.Type = Blob
		}
		v.Size = (kind - 12) / 2
	case kind == 7:
		v.Type, v.Size = Float, 8
	case kind > 0:
		v.Type, v.Size = Integer, []int64{0, 1, 2, 3, 4, 6, 8, 8, 0, 0}[kind]
	}
	return v, true
}

// with puts in the bytes of a value.
func (v Value) with(kind int64, data []byte) Value {
	switch {
	case v.Type != Integer:
		v.Bytes = data
	case kind >= 8:
		v.Int = kind - 8
	case int64(len(data)) == v.Size:
		v.Int = int64(int8(data[0]))
		for _, b := range data[1:] {
			v.Int = v.Int<<8 | int64(b)
		}
	}
	if v.Type == Integer {
		v.Size = 0
	}
	return v
}
