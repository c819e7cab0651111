package signature_test

import (
	"bytes"
	"encoding/asn1"
	"encoding/base64"
	"encoding/pem"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"technopark/app/signature"
	"technopark/app/signature/signaturetest"
)

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// The files of testdata are of OpenSSL 3.0 with the engine of ГОСТ 3.0.1, over signed.txt.
func TestSignaturesOfAnotherProgram(t *testing.T) {
	const yes, no, unknown = signature.Yes, signature.No, signature.Unknown
	file := read(t, "signed.txt")
	for _, c := range []struct {
		name, digest, algorithm string
		fits, valid             signature.Answer // of the file
		otherFits, otherValid   signature.Answer // of another
	}{
		{"g256A", "ГОСТ Р 34.11-2012, 256 бит", "ГОСТ Р 34.10-2012, 256 бит", yes, yes, no, yes},
		{"g256TCB", "ГОСТ Р 34.11-2012, 256 бит", "ГОСТ Р 34.10-2012, 256 бит", yes, yes, no, yes},
		{"g256TCA", "ГОСТ Р 34.11-2012, 256 бит", "ГОСТ Р 34.10-2012, 256 бит", yes, unknown, no, unknown}, // a curve we do not have
		{"g512A", "ГОСТ Р 34.11-2012, 512 бит", "ГОСТ Р 34.10-2012, 512 бит", yes, yes, no, yes},
		{"g512B", "ГОСТ Р 34.11-2012, 512 бит", "ГОСТ Р 34.10-2012, 512 бит", yes, yes, no, yes},
		{"g2001", "ГОСТ Р 34.11-94", "ГОСТ Р 34.10-2001", unknown, unknown, unknown, unknown},
		{"pss", "SHA-256", "RSA-PSS", yes, yes, no, yes},
		{"noattr", "SHA-256", "RSA", yes, yes, no, no},
		{"nocert", "SHA-256", "RSA", yes, unknown, no, unknown},
		{"keyid", "SHA-512", "RSA", yes, yes, no, yes},
		{"pem", "SHA-256", "RSA", yes, yes, no, yes},
	} {
		s, err := signature.Parse(read(t, c.name+".sig"))
		if err != nil || len(s.Signers) != 1 {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		is, other := s.Check(file)[0], s.Check([]byte("another file"))[0]
		if is.Digest != c.digest || is.Algorithm != c.algorithm {
			t.Errorf("%s: %s, %s", c.name, is.Digest, is.Algorithm)
		}
		if is.Fits != c.fits || is.Valid != c.valid || other.Fits != c.otherFits || other.Valid != c.otherValid {
			t.Errorf("%s: %d %d, of another file %d %d", c.name, is.Fits, is.Valid, other.Fits, other.Valid)
		}
		if signature.Fits(s.Check(file)) != (c.fits == yes) || signature.Fits(s.Check([]byte("another file"))) {
			t.Errorf("%s: Fits is wrong", c.name)
		}
	}
}

func TestWhoSigned(t *testing.T) {
	s, err := signature.Parse(read(t, "g512A.sig"))
	if err != nil {
		t.Fatal(err)
	}
	got := s.Signers[0]
	want := signature.Name{
		Common: "АО «Технопарк»", Surname: "Образцова", Given: "Мария Викторовна", Organization: "АО «Технопарк»",
		Title: "Генеральный директор", SNILS: "11223344595", INN: "366220664163", CompanyINN: "7707083893", OGRN: "1127746509780",
	}
	if got.Subject != want || got.Subject.Person() != "Образцова Мария Викторовна" || got.Issuer != want || !got.Certificate {
		t.Errorf("%+v", got.Subject)
	}
	if got.Signed.Year() != 2026 || got.NotAfter.Sub(got.NotBefore) != 3650*24*time.Hour || len(got.Serial) < 30 {
		t.Errorf("signed %v, %v to %v, %s", got.Signed, got.NotBefore, got.NotAfter, got.Serial)
	}
	if s, err = signature.Parse(read(t, "nocert.sig")); err != nil || s.Signers[0].Certificate || s.Signers[0].Issuer.Common != want.Common {
		t.Errorf("without a certificate: %+v, %v", s, err)
	}
	if s, err = signature.Parse(read(t, "two.sig")); err != nil || len(s.Signers) != 2 || !signature.Fits(s.Check(read(t, "signed.txt"))) {
		t.Errorf("two signers: %v", err)
	}
}

func TestOtherFilesAreRefused(t *testing.T) {
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"attached", read(t, "attached.sig"), signature.ErrAttached},
		{"text", read(t, "signed.txt"), signature.ErrNotSignature},
		{"nothing", nil, signature.ErrNotSignature},
		{"PDF", []byte("%PDF-1.7\n"), signature.ErrNotSignature},
		{"certificate", pemOf(t, read(t, "pem.sig"))[:100], signature.ErrNotSignature},
		{"big", make([]byte, signature.MostBytes+1), signature.ErrTooBig},
	} {
		if _, err := signature.Parse(c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func pemOf(t *testing.T, data []byte) []byte {
	t.Helper()
	block, _ := pem.Decode(data)
	if block == nil {
		t.Fatal("no PEM")
	}
	return block.Bytes
}

func TestEncodings(t *testing.T) {
	file := []byte("пакет")
	for _, make := range []func(string, string) (*signaturetest.Key, error){signaturetest.NewRSA, signaturetest.NewECDSA} {
		key, err := make("Образцова М. В.", "АО «Технопарк»")
		if err != nil {
			t.Fatal(err)
		}
		der, err := key.Sign(file, time.Date(2021, 4, 12, 9, 30, 0, 0, time.UTC))
		if err != nil {
			t.Fatal(err)
		}
		text := base64.StdEncoding.EncodeToString(der)
		for name, data := range map[string][]byte{
			"DER": der, "BER": open(der, 6), "base64": []byte(text), "base64 in lines": []byte("\ufeff" + text[:64] + "\r\n" + text[64:] + "\r\n"),
			"PEM": pem.EncodeToMemory(&pem.Block{Type: "PKCS7", Bytes: der}),
		} {
			s, err := signature.Parse(data)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			c := s.Check(file)[0]
			if c.Fits != signature.Yes || c.Valid != signature.Yes || c.Signed.Hour() != 9 || c.Subject.Person() != "Образцова М. В." {
				t.Errorf("%s: %+v", name, c)
			}
		}
		broken := bytes.Clone(der)
		broken[len(broken)-1] ^= 1
		if s, err := signature.Parse(broken); err != nil || s.Check(file)[0].Valid != signature.No || s.Check(file)[0].Fits != signature.Yes {
			t.Errorf("a broken signature: %v", err)
		}
	}
}

// open writes constructed values with indefinite lengths, down to a depth.
func open(der []byte, depth int) []byte {
	var out []byte
	for len(der) > 0 {
		head, size := 2, int(der[1])
		if size >= 0x80 {
			head += size & 0x7f
			size = 0
			for _, b := range der[2:head] {
				size = size<<8 | int(b)
			}
		}
		if der[0]&0x20 != 0 && depth > 0 {
			out = append(append(out, der[0], 0x80), open(der[head:head+size], depth-1)...)
			out = append(out, 0, 0)
		} else {
			out = append(out, der[:head+size]...)
		}
		der = der[head+size:]
	}
	return out
}

// What comes from outside must not stop the program.
func FuzzParse(f *testing.F) {
	names, err := filepath.Glob("testdata/*.sig")
	if err != nil || len(names) == 0 {
		f.Fatal("no signatures")
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(_ *testing.T, data []byte) {
		if s, err := signature.Parse(data); err == nil {
			s.Check([]byte("file"))
		}
	})
}

// Each signer costs a look at the whole signed file.
func TestCrowdOfSignersIsRefused(t *testing.T) {
	key, err := signaturetest.NewECDSA("Образцова М. В.", "АО «Технопарк»")
	if err != nil {
		t.Fatal(err)
	}
	der, err := key.Sign([]byte("пакет"), time.Date(2021, 4, 12, 9, 30, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	for signers, want := range map[int]error{100: nil, 101: signature.ErrNotSignature} {
		if s, err := signature.Parse(crowd(t, der, signers)); !errors.Is(err, want) || want == nil && len(s.Signers) != signers {
			t.Errorf("%d signers: %v", signers, err)
		}
	}
}

// crowd repeats the signer of a signature.
func crowd(t *testing.T, der []byte, times int) []byte {
	t.Helper()
	var outer struct {
		Type    asn1.ObjectIdentifier
		Content asn1.RawValue
	}
	if _, err := asn1.Unmarshal(der, &outer); err != nil {
		t.Fatal(err)
	}
	var signed []asn1.RawValue
	if _, err := asn1.Unmarshal(outer.Content.Bytes, &signed); err != nil {
		t.Fatal(err)
	}
	last := &signed[len(signed)-1]
	last.Bytes, last.FullBytes = bytes.Repeat(last.Bytes, times), nil
	inner, err := asn1.Marshal(signed)
	if err != nil {
		t.Fatal(err)
	}
	outer.Content.Bytes, outer.Content.FullBytes = inner, nil
	if der, err = asn1.Marshal(outer); err != nil {
		t.Fatal(err)
	}
	return der
}
