package signature

import (
	"crypto/x509"
	"time"
)

// certificate is what we read of an X.509 certificate (RFC 5280, 4.1).
type certificate struct {
	issuerDER []byte
	serial    []byte
	issuer    Name
	subject   Name
	notBefore time.Time
	notAfter  time.Time
	keyID     []byte
	key       publicKey
	x509      *x509.Certificate
}

// publicKey is the key of a certificate as it stands there.
type publicKey struct {
	algorithm string // number of the object
	curve     string // of a ГОСТ key, the number of its parameters
	bits      []byte
}

func readCertificate(n node) (c certificate, ok bool) {
	tbs := n.kid(0)
	if !n.is(tagSequence) || !tbs.is(tagSequence) {
		return c, false
	}
	fields := tbs.kids
	if len(fields) > 0 && fields[0].is(tagContext0|constructed) {
		fields = fields[1:] // version
	}
	if len(fields) < 6 || !fields[0].is(tagInteger) || !fields[2].is(tagSequence) {
		return c, false
	}
	c.serial = fields[0].body
	c.issuerDER, c.issuer = fields[2].der(), readName(fields[2])
	c.notBefore, c.notAfter = fields[3].kid(0).time(), fields[3].kid(1).time()
	c.subject = readName(fields[4])
	algorithm := fields[5].kid(0)
	c.key = publicKey{algorithm.kid(0).oid(), algorithm.kid(1).kid(0).oid(), fields[5].kid(1).bits()}
	c.keyID = keyIDOf(fields[6:])
	c.x509, _ = x509.ParseCertificate(n.der()) // a certificate it cannot read is read by us
	return c, true
}

// keyIDOf returns the identifier of the key, when the certificate has one.
func keyIDOf(fields []node) []byte {
	for _, field := range fields {
		if !field.is(tagContext0 | constructed | 3) {
			continue
		}
		for _, ext := range field.kid(0).kids {
			if ext.kid(0).oid() != "2.5.29.14" {
				continue
			}
			id, _, err := parse(ext.kid(len(ext.kids)-1).octets(), 0)
			if err == nil {
				return id.octets()
			}
		}
	}
	return nil
}

// readName reads the parts of a name we show; the numbers of the Russian ones are from
// the order of ФСБ № 795 on the form of qualified certificates.
func readName(n node) Name {
	var name Name
	for _, set := range n.kids {
		for _, part := range set.kids {
			if to := name.part(part.kid(0).oid()); to != nil && *to == "" {
				*to = part.kid(1).text()
			}
		}
	}
	return name
}

func (n *Name) part(oid string) *string {
	switch oid {
	case "2.5.4.3":
		return &n.Common
	case "2.5.4.4":
		return &n.Surname
	case "2.5.4.42":
		return &n.Given
	case "2.5.4.10":
		return &n.Organization
	case "2.5.4.12":
		return &n.Title
	case "1.2.643.100.3":
		return &n.SNILS
	case "1.2.643.3.131.1.1":
		return &n.INN
	case "1.2.643.100.4":
		return &n.CompanyINN
	case "1.2.643.100.1":
		return &n.OGRN
	}
	return nil
}
