package signature

import (
	"encoding/binary"
	"hash"
)

// streebog is the hash of ГОСТ Р 34.11-2012 (RFC 6986). The standard writes vectors from
// the highest byte down; here byte 0 is the lowest, as in files.
type streebog struct {
	size   int // of the sum, bytes
	h      block
	length block // bits so far
	total  block // sum of the blocks
	rest   []byte
}

// block is 512 bits, the lowest word first.
type block [8]uint64

const blockSize = 64

func newStreebog256() hash.Hash { return newStreebog(32) }
func newStreebog512() hash.Hash { return newStreebog(64) }

func newStreebog(size int) *streebog {
	s := &streebog{size: size}
	s.Reset()
	return s
}

// Reset forgets what was written (RFC 6986, 5.1 and 8.1).
func (s *streebog) Reset() {
	*s = streebog{size: s.size}
	if s.size == 32 {
		for i := range s.h {
			s.h[i] = 0x0101010101010101
		}
	}
}

func (s *streebog) Size() int      { return s.size }
func (s *streebog) BlockSize() int { return blockSize }

// Write never fails.
func (s *streebog) Write(p []byte) (int, error) {
	taken := len(p)
	if len(s.rest) > 0 {
		more := min(blockSize-len(s.rest), len(p))
		s.rest, p = append(s.rest, p[:more]...), p[more:]
		if len(s.rest) == blockSize {
			s.step(blockOf(s.rest), 8*blockSize)
			s.rest = s.rest[:0]
		}
	}
	for ; len(p) >= blockSize; p = p[blockSize:] {
		s.step(blockOf(p[:blockSize]), 8*blockSize)
	}
	s.rest = append(s.rest, p...)
	return taken, nil
}

// Sum appends the sum of what was written, which may go on (RFC 6986, 8.3).
func (s *streebog) Sum(b []byte) []byte {
	last := *s
	padded := make([]byte, blockSize)
	copy(padded, s.rest)
	padded[len(s.rest)] = 1
	last.step(blockOf(padded), uint64(8*len(s.rest)))
	last.h = compress(block{}, last.h, last.length)
	last.h = compress(block{}, last.h, last.total)
	var out [blockSize]byte
	for i, word := range last.h {
		binary.LittleEndian.PutUint64(out[8*i:], word)
	}
	return append(b, out[blockSize-s.size:]...)
}

// step takes in a block of so many bits.
func (s *streebog) step(m block, bits uint64) {
	s.h = compress(s.length, s.h, m)
	s.length = add(s.length, block{bits})
	s.total = add(s.total, m)
}

func blockOf(p []byte) block {
	var b block
	for i := range b {
		b[i] = binary.LittleEndian.Uint64(p[8*i:])
	}
	return b
}

// add is addition modulo 2⁵¹².
func add(a, b block) block {
	var sum block
	var carry uint64
	for i := range sum {
		part := a[i] + b[i]
		sum[i] = part + carry
		over := part < a[i] || sum[i] < part
		carry = 0
		if over {
			carry = 1
		}
	}
	return sum
}

func xor(a, b block) block {
	for i := range a {
		a[i] ^= b[i]
	}
	return a
}

// compress is the function g of RFC 6986, 8: twelve rounds under keys made of the state
// and the length.
func compress(n, h, m block) block {
	key := mix(xor(h, n))
	state := m
	for _, c := range &streebogRounds {
		state = mix(xor(state, key))
		key = mix(xor(key, c))
	}
	return xor(xor(xor(state, key), h), m)
}

// mix substitutes the bytes, transposes them and multiplies by a matrix: LPS of RFC 6986.
func mix(b block) block {
	var out block
	for i := range out {
		at := 8 * i
		out[i] = streebogMix[0][byte(b[0]>>at)] ^ streebogMix[1][byte(b[1]>>at)] ^
			streebogMix[2][byte(b[2]>>at)] ^ streebogMix[3][byte(b[3]>>at)] ^
			streebogMix[4][byte(b[4]>>at)] ^ streebogMix[5][byte(b[5]>>at)] ^
			streebogMix[6][byte(b[6]>>at)] ^ streebogMix[7][byte(b[7]>>at)]
	}
	return out
}
