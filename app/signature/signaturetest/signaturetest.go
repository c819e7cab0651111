// Package signaturetest makes detached signatures for tests, as a signing program would.
package signaturetest

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"math/big"
	"time"
)

// Key is the key and the certificate of one who signs.
type Key struct {
	signer      crypto.Signer
	certificate *x509.Certificate
	algorithm   asn1.ObjectIdentifier
}

// NewECDSA returns a new key of a person and an organisation.
func NewECDSA(person, organization string) (*Key, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	return newKey(key, asn1.ObjectIdentifier{1, 2, 840, 10045, 4, 3, 2}, person, organization)
}

// NewRSA is NewECDSA for RSA.
func NewRSA(person, organization string) (*Key, error) {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		return nil, err
	}
	return newKey(key, asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 1}, person, organization)
}

func newKey(key crypto.Signer, algorithm asn1.ObjectIdentifier, person, organization string) (*Key, error) {
	day := time.Date(2021, 1, 1, 0, 0, 0, 0, time.UTC)
	template := &x509.Certificate{
		SerialNumber: big.NewInt(2021), NotBefore: day, NotAfter: day.AddDate(1, 3, 0),
		Subject: pkix.Name{CommonName: person, Organization: []string{organization}},
	}
	raw, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		return nil, err
	}
	certificate, err := x509.ParseCertificate(raw)
	return &Key{key, certificate, algorithm}, err
}

type identifier struct {
	Algorithm asn1.ObjectIdentifier
}

type attribute struct {
	Type   asn1.ObjectIdentifier
	Values []asn1.RawValue `asn1:"set"`
}

type signerInfo struct {
	Version   int
	Issuer    issuerAndSerial
	Digest    identifier
	Attrs     asn1.RawValue
	Algorithm identifier
	Signature []byte
}

type issuerAndSerial struct {
	Issuer asn1.RawValue
	Serial *big.Int
}

type signedData struct {
	Version      int
	Digests      []identifier `asn1:"set"`
	Content      identifier
	Certificates asn1.RawValue
	Signers      []signerInfo `asn1:"set"`
}

type contentInfo struct {
	Type    asn1.ObjectIdentifier
	Content signedData `asn1:"explicit,tag:0"`
}

// Sign returns a detached signature over a file, in DER, with the moment of signing.
func (k *Key) Sign(file []byte, at time.Time) ([]byte, error) {
	sum := sha256.Sum256(file)
	data := asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 1}
	attrs, err := attributes(data, at, sum[:])
	if err != nil {
		return nil, err
	}
	signed := sha256.Sum256(wrap(asn1.ClassUniversal, asn1.TagSet, attrs).FullBytes)
	signature, err := k.signer.Sign(rand.Reader, signed[:], crypto.SHA256)
	if err != nil {
		return nil, err
	}
	digest := identifier{asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 1}}
	return asn1.Marshal(contentInfo{asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 2}, signedData{
		Version: 1, Digests: []identifier{digest}, Content: identifier{data},
		Certificates: wrap(asn1.ClassContextSpecific, 0, k.certificate.Raw),
		Signers: []signerInfo{{
			1,
			issuerAndSerial{asn1.RawValue{FullBytes: k.certificate.RawIssuer}, k.certificate.SerialNumber},
			digest, wrap(asn1.ClassContextSpecific, 0, attrs),
			identifier{k.algorithm},
			signature,
		}},
	}})
}

// attributes returns what is signed along with the sum, in the order DER wants.
func attributes(kind asn1.ObjectIdentifier, at time.Time, sum []byte) ([]byte, error) {
	var all []byte
	for _, a := range []struct {
		last  int
		value any
	}{{3, kind}, {5, at.UTC()}, {4, sum}} {
		value, err := asn1.Marshal(a.value)
		if err != nil {
			return nil, err
		}
		raw, err := asn1.Marshal(attribute{
			asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, a.last}, []asn1.RawValue{{FullBytes: value}},
		})
		if err != nil {
			return nil, err
		}
		all = append(all, raw...)
	}
	return all, nil
}

// wrap returns a constructed value of ready parts.
func wrap(class, tag int, body []byte) asn1.RawValue {
	full, err := asn1.Marshal(asn1.RawValue{Class: class, Tag: tag, IsCompound: true, Bytes: body})
	if err != nil {
		panic(err) // a value of bytes can always be written
	}
	return asn1.RawValue{FullBytes: full}
}
