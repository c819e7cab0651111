package signature

import (
	"bytes"
	"encoding/hex"
	"hash"
	"math/big"
	"testing"
)

// The examples of RFC 6986, 10, and of the empty file.
func TestStreebog(t *testing.T) {
	second, err := hex.DecodeString("d1e520e2e5f2f0e82c20d1f2f0e8e1eee6e820e2edf3f6e82c20e2e5fef2fa20f120eceef0ff20f1f2f0e5ebe0ece820ede020f5f0e0e1f0fbff20efebfaeafb20c8e3eef0e5e2fb")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		of   func() hash.Hash
		data []byte
		want string
	}{
		{newStreebog512, []byte("012345678901234567890123456789012345678901234567890123456789012"), "1b54d01a4af5b9d5cc3d86d68d285462b19abc2475222f35c085122be4ba1ffa00ad30f8767b3a82384c6574f024c311e2a481332b08ef7f41797891c1646f48"},
		{newStreebog256, []byte("012345678901234567890123456789012345678901234567890123456789012"), "9d151eefd8590b89daa6ba6cb74af9275dd051026bb149a452fd84e5e57b5500"},
		{newStreebog512, second, "1e88e62226bfca6f9994f1f2d51569e0daf8475a3b0fe61a5300eee46d961376035fe83549ada2b8620fcd7c496ce5b33f0cb9dddc2b6460143b03dabac9fb28"},
		{newStreebog256, second, "9dd2fe4e90409e5da87f53976d7405b0c0cac628fc669a741d50063c557e8f50"},
		{newStreebog256, nil, "3f539a213e97c802cc229d474c6aa32a825a360b2a933a949fd925208d9ce1bb"},
	} {
		h := c.of()
		for _, part := range [][]byte{c.data[:len(c.data)/3], c.data[len(c.data)/3:]} {
			h.Write(part)
		}
		if got := hex.EncodeToString(h.Sum(nil)); got != c.want || len(got) != 2*h.Size() {
			t.Errorf("of %d bytes: %s, want %s", len(c.data), got, c.want)
		}
	}
}

func TestStreebogByPieces(t *testing.T) {
	data := bytes.Repeat([]byte("технопарк"), 40)
	whole, pieces := newStreebog512(), newStreebog512()
	whole.Write(data)
	for i := 0; i < len(data); i += 37 {
		pieces.Write(data[i:min(i+37, len(data))])
		pieces.Sum(nil) // must not change what follows
	}
	if !bytes.Equal(whole.Sum(nil), pieces.Sum(nil)) {
		t.Error("the sum depends on how the file is read")
	}
}

// A misprint in a parameter would call good signatures broken: each curve must hold its
// point, and the point be of the order.
func TestCurvesHoldTheirPoints(t *testing.T) {
	small := map[string]string{"1.2.643.2.2.35.1": "", "1.2.643.2.2.35.2": "", "1.2.643.2.2.35.3": ""}
	for _, number := range []string{"1.2.643.2.2.35.1", "1.2.643.2.2.35.2", "1.2.643.2.2.35.3", "1.2.643.7.1.2.1.2.1", "1.2.643.7.1.2.1.2.2"} {
		key := publicKey{"1.2.643.7.1.1.1.2", number, encode(tagOctets, make([]byte, 128))}
		if _, ok := small[number]; ok {
			key = publicKey{"1.2.643.7.1.1.1.1", number, encode(tagOctets, make([]byte, 64))}
		}
		c, ok := curveOf(key)
		if !ok || !c.p.ProbablyPrime(20) || !c.q.ProbablyPrime(20) || !c.on(c.x, c.y) {
			t.Errorf("%s: the parameters are not those of a curve", number)
			continue
		}
		if x, _ := c.times(c.q, c.x, c.y); x != nil {
			t.Errorf("%s: the point is not of the order", number)
		}
		if x, _ := c.times(new(big.Int).Sub(c.q, big.NewInt(1)), c.x, c.y); x == nil || x.Cmp(c.x) != 0 {
			t.Errorf("%s: points are added wrongly", number)
		}
	}
}

func BenchmarkStreebog512(b *testing.B) {
	data := make([]byte, 1<<20)
	b.SetBytes(1 << 20)
	for b.Loop() {
		h := newStreebog512()
		h.Write(data)
		h.Sum(nil)
	}
}
