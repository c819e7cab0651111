// Package signature reads detached electronic signatures, which other programs make:
// SignedData of RFC 5652 in DER, BER, PEM or bare base64, whatever the file is called
// (.sig, .p7s, .sgn). It says who signed, when and by what algorithms, and answers apart
// whether a file is the one signed and whether the signature is that of the key in the
// certificate. It never says whom a certificate can be trusted to belong to: that takes
// the lists of an accredited authority, which the program does not have.
//
// We keep our own reader, because the standard library reads neither indefinite lengths
// nor certificates for ГОСТ keys, and the hash and signature of ГОСТ (streebog.go,
// gost.go), because no kept library of them can be had.
package signature

import (
	"bytes"
	"crypto/x509"
	"encoding/base64"
	"encoding/hex"
	"encoding/pem"
	"errors"
	"fmt"
	"strings"
	"time"

	"technopark/app"
)

// MostBytes is the size above which a file is no detached signature.
const MostBytes = 8 << 20

// most is how many certificates or signers one file may have: a chain and a board have fewer,
// and each of them costs a look at the whole signed file.
const most = 100

// Refusals of Parse.
var (
	ErrNotSignature error = &app.Refusal{ID: "signature.none"}
	ErrAttached     error = &app.Refusal{ID: "signature.attached"} // the signed file is in it
	ErrTooBig       error = &app.Refusal{ID: "signature.too_big", Data: map[string]any{"MB": MostBytes >> 20}}
)

// Answer is what was found out about one question.
type Answer int

// The answers; Unknown is also that of a question that was not asked.
const (
	Unknown Answer = iota
	Yes
	No
)

// String returns yes, no or unknown.
func (a Answer) String() string { return [...]string{"unknown", "yes", "no"}[a] }

// Name is whom a certificate is of.
type Name struct {
	Common       string // CN; of a person's certificate the full name or the organisation
	Surname      string // SN
	Given        string // first name and patronymic
	Organization string // O
	Title        string // post
	SNILS        string // eleven digits
	INN          string // of a person
	CompanyINN   string // of the organisation
	OGRN         string // of the organisation
}

// Person returns the full name of the human being, or what the certificate is called.
func (n Name) Person() string {
	if n.Surname != "" && n.Given != "" {
		return n.Surname + " " + n.Given
	}
	if n.Common != "" {
		return n.Common
	}
	return n.Organization
}

// Signer is one signature of those in a file and the certificate that came with it.
type Signer struct {
	Certificate bool      // it came with the signature; without, Subject and the days are empty
	Subject     Name      // who signed
	Issuer      Name      // who vouches for it
	Serial      string    // hexadecimal
	NotBefore   time.Time // when the certificate begins to hold
	NotAfter    time.Time // when it ceases to
	Signed      time.Time // as the signer's computer says; zero when it does not
	Digest      string    // algorithm
	Algorithm   string    // of the signature

	digest    hashing
	pss       node   // parameters of RSA-PSS
	attrs     []byte // what is signed, in DER; nil when it is the file itself
	sum       []byte // of the file, as signed
	signature []byte
	key       publicKey
	x509      *x509.Certificate // nil when the standard library cannot read it
}

// Signature is a detached signature; it has one signer at least.
type Signature struct {
	Signers []Signer // in the order of the file; one at least
}

// Parse reads a signature: ErrNotSignature, ErrAttached or ErrTooBig when the file is
// not what it should be.
func Parse(data []byte) (*Signature, error) {
	if len(data) > MostBytes {
		return nil, ErrTooBig
	}
	top, _, err := parse(bare(data), 0)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotSignature, err)
	}
	if !top.is(tagSequence) || top.kid(0).oid() != "1.2.840.113549.1.7.2" {
		return nil, ErrNotSignature
	}
	signed := top.kid(1).kid(0)
	if !signed.is(tagSequence) || len(signed.kids) < 4 || !signed.kid(2).is(tagSequence) {
		return nil, ErrNotSignature
	}
	if len(signed.kid(2).kids) > 1 {
		return nil, ErrAttached
	}
	s := &Signature{}
	infos := signed.kids[len(signed.kids)-1]
	if len(infos.kids) > most {
		return nil, fmt.Errorf("%w: %d signers", ErrNotSignature, len(infos.kids))
	}
	certificates := certificatesOf(signed)
	for _, info := range infos.kids {
		signer, err := readSigner(info, certificates)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrNotSignature, err)
		}
		s.Signers = append(s.Signers, signer)
	}
	if !infos.is(tagSet) || len(s.Signers) == 0 {
		return nil, fmt.Errorf("%w: nobody has signed it", ErrNotSignature)
	}
	return s, nil
}

// bare takes PEM and base64 off.
func bare(data []byte) []byte {
	trimmed := bytes.TrimPrefix(bytes.TrimSpace(data), []byte("\ufeff"))
	if block, _ := pem.Decode(trimmed); block != nil {
		return block.Bytes
	}
	if len(trimmed) > 0 && trimmed[0] == tagSequence && (len(trimmed) < 2 || trimmed[1] >= 0x80) {
		return data
	}
	text := strings.Join(strings.Fields(string(trimmed)), "")
	for _, enc := range []*base64.Encoding{base64.StdEncoding, base64.RawStdEncoding} {
		if raw, err := enc.DecodeString(text); err == nil {
			return raw
		}
	}
	return data
}

// certificatesOf returns the first certificates that came with a signature, so many as are
// looked at.
func certificatesOf(signed node) []certificate {
	var all []certificate
	for _, part := range signed.kids[3:] {
		if !part.is(tagContext0 | constructed) {
			continue
		}
		for _, kid := range part.kids {
			if c, ok := readCertificate(kid); ok && len(all) < most {
				all = append(all, c)
			}
		}
	}
	return all
}

var errSigner = errors.New("a signer is not described as RFC 5652 says")

// readSigner reads a SignerInfo (RFC 5652, 5.3).
func readSigner(info node, certificates []certificate) (Signer, error) {
	var s Signer
	if !info.is(tagSequence) || len(info.kids) < 5 {
		return s, errSigner
	}
	s.find(info.kid(1), certificates)
	s.digest = hashingOf(info.kid(2).kid(0).oid())
	s.Digest = s.digest.name
	rest := info.kids[3:]
	if rest[0].is(tagContext0 | constructed) {
		s.readAttributes(rest[0])
		if len(s.sum) == 0 {
			return s, errSigner // RFC 5652, 11.2: it is then required
		}
		rest = rest[1:]
	}
	if len(rest) < 2 || !rest[0].is(tagSequence) {
		return s, errSigner
	}
	s.Algorithm, s.pss = algorithmName(rest[0].kid(0).oid(), s.key), rest[0].kid(1)
	s.signature = rest[1].octets()
	if len(s.signature) == 0 {
		return s, errSigner
	}
	return s, nil
}

// find takes the certificate a signer means, by its issuer and serial number or by the
// identifier of its key.
func (s *Signer) find(sid node, certificates []certificate) {
	issuer, serial := sid.kid(0).der(), sid.kid(1).body
	s.Issuer, s.Serial = readName(sid.kid(0)), hex.EncodeToString(bytes.TrimLeft(serial, "\x00"))
	for _, c := range certificates {
		byName := sid.is(tagSequence) && bytes.Equal(c.issuerDER, issuer) && bytes.Equal(c.serial, serial)
		byKey := sid.is(tagContext0) && len(sid.body) > 0 && bytes.Equal(c.keyID, sid.body)
		if byName || byKey {
			s.Certificate = true
			s.Subject, s.Issuer, s.Serial = c.subject, c.issuer, hex.EncodeToString(bytes.TrimLeft(c.serial, "\x00"))
			s.NotBefore, s.NotAfter, s.key, s.x509 = c.notBefore, c.notAfter, c.key, c.x509
			return
		}
	}
}

// readAttributes reads what is signed along with the sum of the file. They are signed as
// a SET, though sent under another tag (RFC 5652, 5.4).
func (s *Signer) readAttributes(attrs node) {
	s.attrs = attrs.derAs(tagSet)
	for _, attr := range attrs.kids {
		value := attr.kid(1).kid(0)
		switch attr.kid(0).oid() {
		case "1.2.840.113549.1.9.4":
			s.sum = value.octets()
		case "1.2.840.113549.1.9.5":
			s.Signed = value.time()
		}
	}
}
