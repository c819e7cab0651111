package signature

import (
	"bytes"
	"crypto"
	"crypto/rsa"
	"crypto/sha1" //nolint:gosec // old signatures are by it; what it says is told apart
	"crypto/sha256"
	"crypto/sha512"
	"crypto/x509"
	"hash"
)

// Check is what one signature says of a file. That the certificate is its owner's, that
// it was not revoked and that the authority may be trusted is never checked here.
type Check struct {
	Signer
	Fits  Answer // the file is the one signed, by its sum
	Valid Answer // the signature is that of the key in the certificate
}

// Check asks each signer about a file.
func (s *Signature) Check(file []byte) []Check {
	all := make([]Check, len(s.Signers))
	sums := map[string][]byte{}
	for i := range s.Signers {
		signer := &s.Signers[i]
		all[i] = Check{Signer: *signer, Fits: signer.fits(file, sums), Valid: signer.valid(file)}
		if signer.attrs == nil {
			all[i].Fits = all[i].Valid // the file itself is signed: one answer is the other
		}
	}
	return all
}

// Fits reports whether the file is the one that was signed: some signer says so and none
// denies it.
func Fits(checks []Check) bool {
	fits := false
	for _, c := range checks {
		if c.Fits == No {
			return false
		}
		fits = fits || c.Fits == Yes
	}
	return fits
}

func (s *Signer) fits(file []byte, sums map[string][]byte) Answer {
	if s.digest.of == nil || s.sum == nil {
		return Unknown
	}
	sum, done := sums[s.Digest]
	if !done {
		h := s.digest.of()
		h.Write(file)
		sum = h.Sum(nil)
		sums[s.Digest] = sum
	}
	return answerOf(bytes.Equal(sum, s.sum))
}

func (s *Signer) valid(file []byte) Answer {
	signed := s.attrs
	if signed == nil {
		signed = file
	}
	if curve, ok := curveOf(s.key); ok && s.digest.of != nil {
		h := s.digest.of()
		h.Write(signed)
		return answerOf(curve.verify(s.key.bits, h.Sum(nil), s.signature))
	}
	if s.Algorithm == algorithmPSS {
		return s.validPSS(signed)
	}
	algorithm := s.x509Algorithm()
	if s.x509 == nil || algorithm == x509.UnknownSignatureAlgorithm {
		return Unknown
	}
	return answerOf(s.x509.CheckSignature(algorithm, signed, s.signature) == nil)
}

func answerOf(yes bool) Answer {
	if yes {
		return Yes
	}
	return No
}

// validPSS checks RSA-PSS itself, because salts may be of any length, which the standard
// library does not take from certificates. Where the two hashes of it differ, which
// nobody does, the answer stays open.
func (s *Signer) validPSS(signed []byte) Answer {
	hashes := map[string]crypto.Hash{"SHA-256": crypto.SHA256, "SHA-384": crypto.SHA384, "SHA-512": crypto.SHA512}
	by, known := hashes[s.Digest]
	if s.x509 == nil || !known {
		return Unknown
	}
	key, ok := s.x509.PublicKey.(*rsa.PublicKey)
	main, mask := s.pss.kid(0).kid(0).kid(0), s.pss.kid(1).kid(0).kid(1).kid(0)
	if !ok || hashingOf(main.oid()).name != s.Digest || hashingOf(mask.oid()).name != s.Digest {
		return Unknown
	}
	h := s.digest.of()
	h.Write(signed)
	return answerOf(rsa.VerifyPSS(key, by, h.Sum(nil), s.signature, nil) == nil)
}

// x509Algorithm returns the algorithm the standard library knows a signature by. RSA and
// ECDSA may be named alone, the digest apart.
func (s *Signer) x509Algorithm() x509.SignatureAlgorithm {
	type pair struct{ key, digest string }
	known := map[pair]x509.SignatureAlgorithm{
		{algorithmRSA, "SHA-1"}: x509.SHA1WithRSA, {algorithmRSA, "SHA-256"}: x509.SHA256WithRSA,
		{algorithmRSA, "SHA-384"}: x509.SHA384WithRSA, {algorithmRSA, "SHA-512"}: x509.SHA512WithRSA,
		{algorithmECDSA, "SHA-1"}: x509.ECDSAWithSHA1, {algorithmECDSA, "SHA-256"}: x509.ECDSAWithSHA256,
		{algorithmECDSA, "SHA-384"}: x509.ECDSAWithSHA384, {algorithmECDSA, "SHA-512"}: x509.ECDSAWithSHA512,
	}
	return known[pair{s.Algorithm, s.Digest}]
}

// hashing is a way to take the sum of a file; of is nil when we do not know it.
type hashing struct {
	name string
	of   func() hash.Hash
}

// hashingOf returns the digest algorithm by its number.
func hashingOf(oid string) hashing {
	known := map[string]hashing{
		"1.3.14.3.2.26":          {"SHA-1", sha1.New},
		"2.16.840.1.101.3.4.2.1": {"SHA-256", sha256.New},
		"2.16.840.1.101.3.4.2.2": {"SHA-384", sha512.New384},
		"2.16.840.1.101.3.4.2.3": {"SHA-512", sha512.New},
		"1.2.643.7.1.1.2.2":      {"ГОСТ Р 34.11-2012, 256 бит", newStreebog256},
		"1.2.643.7.1.1.2.3":      {"ГОСТ Р 34.11-2012, 512 бит", newStreebog512},
		"1.2.643.2.2.9":          {"ГОСТ Р 34.11-94", nil},
	}
	if h, ok := known[oid]; ok {
		return h
	}
	return hashing{name: oid}
}

const (
	algorithmRSA   = "RSA"
	algorithmPSS   = "RSA-PSS"
	algorithmECDSA = "ECDSA"
)

// algorithmName says by what a signature is made; where only the key tells, by that.
func algorithmName(oid string, key publicKey) string {
	const gost256, gost512 = "ГОСТ Р 34.10-2012, 256 бит", "ГОСТ Р 34.10-2012, 512 бит"
	names := map[string]string{
		"1.2.840.113549.1.1.1": algorithmRSA, "1.2.840.113549.1.1.5": algorithmRSA, "1.2.840.113549.1.1.11": algorithmRSA,
		"1.2.840.113549.1.1.12": algorithmRSA, "1.2.840.113549.1.1.13": algorithmRSA, "1.2.840.113549.1.1.10": algorithmPSS,
		"1.2.840.10045.2.1": algorithmECDSA, "1.2.840.10045.4.1": algorithmECDSA, "1.2.840.10045.4.3.2": algorithmECDSA,
		"1.2.840.10045.4.3.3": algorithmECDSA, "1.2.840.10045.4.3.4": algorithmECDSA,
		"1.2.643.7.1.1.1.1": gost256, "1.2.643.7.1.1.3.2": gost256,
		"1.2.643.7.1.1.1.2": gost512, "1.2.643.7.1.1.3.3": gost512,
		"1.2.643.2.2.19": "ГОСТ Р 34.10-2001", "1.2.643.2.2.3": "ГОСТ Р 34.10-2001",
	}
	for _, number := range []string{oid, key.algorithm} {
		if name, ok := names[number]; ok {
			return name
		}
	}
	return oid
}
