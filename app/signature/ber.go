package signature

import (
	"bytes"
	"encoding/asn1"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"time"
	"unicode/utf16"
)

// Tags of the values we read (X.680), as they stand in the first byte.
const (
	tagInteger     = 0x02
	tagBits        = 0x03
	tagOctets      = 0x04
	tagOID         = 0x06
	tagBMP         = 0x1e
	tagUTCTime     = 0x17
	tagTime        = 0x18
	tagSequence    = 0x30
	tagSet         = 0x31
	tagContext0    = 0x80
	tagOctetsParts = 0x24 // OCTET STRING in parts, as streams are written

	constructed = 0x20
)

// deepest is how deep values may lie in each other: signatures need about fifteen levels.
const deepest = 40

var errBER = errors.New("the encoding is broken")

// node is one value. A constructed one has its parts in kids, another its bytes in body.
type node struct {
	tag  byte
	body []byte
	kids []node
}

// parse reads one value, in DER or BER, and what follows it. Indefinite lengths are what
// programs write that sign while they read.
func parse(data []byte, depth int) (n node, rest []byte, err error) {
	if len(data) < 2 || depth > deepest {
		return n, nil, errBER
	}
	n.tag = data[0]
	if n.tag&0x1f == 0x1f {
		return n, nil, fmt.Errorf("%w: a tag of several bytes", errBER)
	}
	if data[1] == 0x80 {
		return parseOpen(n, data[2:], depth)
	}
	size, rest, err := parseLength(data[1:])
	if err != nil || size > len(rest) {
		return n, nil, errBER
	}
	n.body, rest = rest[:size], rest[size:]
	if n.tag&constructed == 0 {
		return n, rest, nil
	}
	n.kids, err = parseAll(n.body, depth+1)
	n.body = nil
	return n, rest, err
}

// parseOpen reads the parts of a value that ends with two zero bytes.
func parseOpen(n node, data []byte, depth int) (node, []byte, error) {
	if n.tag&constructed == 0 {
		return n, nil, errBER
	}
	for {
		if len(data) < 2 {
			return n, nil, errBER
		}
		if data[0] == 0 && data[1] == 0 {
			return n, data[2:], nil
		}
		kid, rest, err := parse(data, depth+1)
		if err != nil {
			return n, nil, err
		}
		n.kids, data = append(n.kids, kid), rest
	}
}

func parseAll(data []byte, depth int) ([]node, error) {
	var all []node
	for len(data) > 0 {
		n, rest, err := parse(data, depth)
		if err != nil {
			return nil, err
		}
		all, data = append(all, n), rest
	}
	return all, nil
}

func parseLength(data []byte) (size int, rest []byte, err error) {
	first, rest := int(data[0]), data[1:]
	if first < 0x80 {
		return first, rest, nil
	}
	count := first & 0x7f
	if count > 4 || count > len(rest) {
		return 0, nil, errBER
	}
	for _, b := range rest[:count] {
		size = size<<8 | int(b)
	}
	if size < 0 {
		return 0, nil, errBER
	}
	return size, rest[count:], nil
}

// der returns the value as DER, which is what digests are taken of: lengths are definite
// and the shortest, strings are whole.
func (n node) der() []byte { return n.derAs(n.tag) }

// derAs is der with another tag: what is signed is tagged otherwise than what is sent.
func (n node) derAs(tag byte) []byte {
	if n.tag == tagOctetsParts {
		return encode(tagOctets, n.octets())
	}
	if n.tag&constructed == 0 {
		return encode(tag, n.body)
	}
	var inner []byte
	for _, kid := range n.kids {
		inner = append(inner, kid.der()...)
	}
	return encode(tag, inner)
}

func encode(tag byte, body []byte) []byte {
	out := []byte{tag}
	if size := len(body); size < 0x80 {
		out = append(out, byte(size))
	} else {
		digits := big.NewInt(int64(size)).Bytes()
		out = append(append(out, 0x80|byte(len(digits))), digits...)
	}
	return append(out, body...)
}

// kid returns the part at a place; one that is not there is a node of tag 0.
func (n node) kid(i int) node {
	if i < 0 || i >= len(n.kids) {
		return node{}
	}
	return n.kids[i]
}

// is reports whether a value has the tag and is there.
func (n node) is(tag byte) bool { return n.tag == tag }

// oid returns the number of an object in dots, «» when the value is none.
func (n node) oid() string {
	if !n.is(tagOID) {
		return ""
	}
	var id asn1.ObjectIdentifier
	if rest, err := asn1.Unmarshal(n.der(), &id); err != nil || len(rest) > 0 {
		return ""
	}
	return id.String()
}

// octets returns the bytes of an octet string, be it whole or in parts.
func (n node) octets() []byte {
	if n.tag&constructed == 0 {
		return n.body
	}
	var all []byte
	for _, kid := range n.kids {
		all = append(all, kid.octets()...)
	}
	return all
}

// bits returns the bytes of a bit string of whole bytes.
func (n node) bits() []byte {
	if !n.is(tagBits) || len(n.body) == 0 {
		return nil
	}
	return n.body[1:]
}

// text returns a string, of whichever kind: Russian certificates use UTF-8, numeric,
// printable and two-byte ones side by side.
func (n node) text() string {
	if n.is(tagBMP) {
		var units []uint16
		for i := 0; i+1 < len(n.body); i += 2 {
			units = append(units, uint16(n.body[i])<<8|uint16(n.body[i+1]))
		}
		return string(utf16.Decode(units))
	}
	return strings.TrimSpace(strings.ToValidUTF8(string(bytes.TrimRight(n.body, "\x00")), "\ufffd"))
}

// time returns a moment, zero when the value is none.
func (n node) time() time.Time {
	layouts := []string{"20060102150405Z0700", "20060102150405.999Z0700"}
	if n.is(tagUTCTime) {
		layouts = []string{"060102150405Z0700", "0601021504Z0700"}
	}
	if !n.is(tagUTCTime) && !n.is(tagTime) {
		return time.Time{}
	}
	for _, layout := range layouts {
		if t, err := time.Parse(layout, string(n.body)); err == nil {
			if n.is(tagUTCTime) && t.Year() >= 2050 { // RFC 5280, 4.1.2.5.1
				t = t.AddDate(-100, 0, 0)
			}
			return t.UTC()
		}
	}
	return time.Time{}
}
