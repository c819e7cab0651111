package signature

import "math/big"

// curve is an elliptic curve y² = x³ + ax + b over p with a point of the prime order q.
type curve struct{ p, a, b, q, x, y *big.Int }

// curveOf returns the curve of a ГОСТ Р 34.10-2012 key; false for keys of other kinds and
// for curves we do not have. Several numbers mean the same curve (RFC 4357, RFC 7836).
func curveOf(key publicKey) (curve, bool) {
	size := map[string]int{"1.2.643.7.1.1.1.1": 64, "1.2.643.7.1.1.1.2": 128}[key.algorithm]
	body, _, err := parse(key.bits, 0)
	if size == 0 || err != nil || !body.is(tagOctets) || len(body.body) != size {
		return curve{}, false
	}
	switch key.curve {
	case "1.2.643.2.2.35.1", "1.2.643.2.2.36.0", "1.2.643.7.1.2.1.1.2":
		return curveOfHex(
			"fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd97",
			"fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd94",
			"a6",
			"ffffffffffffffffffffffffffffffff6c611070995ad10045841b09b761b893",
			"1",
			"8d91e471e0989cda27df505a453f2b7635294f2ddf23e3b122acc99c9e9f1e14"), size == 64
	case "1.2.643.2.2.35.2", "1.2.643.7.1.2.1.1.3":
		return curveOfHex(
			"8000000000000000000000000000000000000000000000000000000000000c99",
			"8000000000000000000000000000000000000000000000000000000000000c96",
			"3e1af419a269a5f866a7d3c25c3df80ae979259373ff2b182f49d4ce7e1bbc8b",
			"800000000000000000000000000000015f700cfff1a624e5e497161bcc8a198f",
			"1",
			"3fa8124359f96680b83d1c3eb2c070e5c545c9858d03ecfb744bf8d717717efc"), size == 64
	case "1.2.643.2.2.35.3", "1.2.643.2.2.36.1", "1.2.643.7.1.2.1.1.4":
		return curveOfHex(
			"9b9f605f5a858107ab1ec85e6b41c8aacf846e86789051d37998f7b9022d759b",
			"9b9f605f5a858107ab1ec85e6b41c8aacf846e86789051d37998f7b9022d7598",
			"805a",
			"9b9f605f5a858107ab1ec85e6b41c8aa582ca3511eddfb74f02f3a6598980bb9",
			"0",
			"41ece55743711a8c3cbf3783cd08c0ee4d4dc440d4641a8f366e550dfdb3bb67"), size == 64
	case "1.2.643.7.1.2.1.2.1":
		return curveOfHex(
			"fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc7",
			"fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc4",
			"e8c2505dedfc86ddc1bd0b2b6667f1da34b82574761cb0e879bd081cfd0b6265ee3cb090f30d27614cb4574010da90dd862ef9d4ebee4761503190785a71c760",
			"ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff27e69532f48d89116ff22b8d4e0560609b4b38abfad2b85dcacdb1411f10b275",
			"3",
			"7503cfe87a836ae3a61b8816e25450e6ce5e1c93acf1abc1778064fdcbefa921df1626be4fd036e93d75e6a50e3a41e98028fe5fc235f5b889a589cb5215f2a4"), size == 128
	case "1.2.643.7.1.2.1.2.2":
		return curveOfHex(
			"8000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000006f",
			"8000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000006c",
			"687d1b459dc841457e3e06cf6f5e2517b97c7d614af138bcbf85dc806c4b289f3e965d2db1416d217f8b276fad1ab69c50f78bee1fa3106efb8ccbc7c5140116",
			"800000000000000000000000000000000000000000000000000000000000000149a1ec142565a545acfdb77bd9d40cfa8b996712101bea0ec6346c54374f25bd",
			"2",
			"1a8f7eda389b094c2c071e3647a8940f3c123b697578c213be6dd9e6c8ec7335dcb228fd1edf4a39152cbcaaf8c0398828041055f94ceeec7e21340780fe41bd"), size == 128
	}
	return curve{}, false
}

func curveOfHex(p, a, b, q, x, y string) curve {
	number := func(text string) *big.Int {
		n, ok := new(big.Int).SetString(text, 16)
		if !ok {
			panic("a parameter of a curve is misprinted")
		}
		return n
	}
	return curve{number(p), number(a), number(b), number(q), number(x), number(y)}
}

// verify reports whether a signature is that of the key over a sum (ГОСТ Р 34.10-2012,
// 6.2). Keys and sums are little-endian, the signature is s and r, big-endian: RFC 4491
// and RFC 9215.
func (c curve) verify(key, sum, signature []byte) bool {
	body, _, err := parse(key, 0)
	size := len(signature) / 2
	if err != nil || len(signature)%2 != 0 || len(body.body)%2 != 0 {
		return false
	}
	half := len(body.body) / 2
	kx, ky := little(body.body[:half]), little(body.body[half:])
	s, r := new(big.Int).SetBytes(signature[:size]), new(big.Int).SetBytes(signature[size:])
	if !c.on(kx, ky) || !c.within(r) || !c.within(s) {
		return false
	}
	e := little(sum)
	if e.Mod(e, c.q).Sign() == 0 {
		e.SetInt64(1)
	}
	v := new(big.Int).ModInverse(e, c.q)
	z1 := new(big.Int).Mod(new(big.Int).Mul(s, v), c.q)
	z2 := new(big.Int).Mod(new(big.Int).Neg(new(big.Int).Mul(r, v)), c.q)
	ax, ay := c.times(z1, c.x, c.y)
	bx, by := c.times(z2, kx, ky)
	x, _ := c.plus(ax, ay, bx, by)
	return x != nil && new(big.Int).Mod(x, c.q).Cmp(r) == 0
}

func (c curve) within(n *big.Int) bool { return n.Sign() > 0 && n.Cmp(c.q) < 0 }

func (c curve) on(x, y *big.Int) bool {
	if x.Cmp(c.p) >= 0 || y.Cmp(c.p) >= 0 {
		return false
	}
	right := new(big.Int).Mul(x, x)
	right.Add(right, c.a).Mul(right, x).Add(right, c.b).Mod(right, c.p)
	left := new(big.Int).Mul(y, y)
	return left.Mod(left, c.p).Cmp(right) == 0
}

// plus adds two points; nil is the point at infinity. Nothing here is secret, so it need
// not take the same time for all numbers.
func (c curve) plus(x1, y1, x2, y2 *big.Int) (x, y *big.Int) {
	if x1 == nil {
		return x2, y2
	}
	if x2 == nil {
		return x1, y1
	}
	over, under := new(big.Int).Sub(y2, y1), new(big.Int).Sub(x2, x1)
	if under.Sign() == 0 {
		if over.Sign() != 0 || y1.Sign() == 0 {
			return nil, nil
		}
		over.Mul(x1, x1).Mul(over, big.NewInt(3)).Add(over, c.a)
		under.Lsh(y1, 1)
	}
	slope := under.Mod(under, c.p).ModInverse(under, c.p)
	slope.Mul(slope, over).Mod(slope, c.p)
	x = new(big.Int).Mul(slope, slope)
	x.Sub(x, x1).Sub(x, x2).Mod(x, c.p)
	y = new(big.Int).Sub(x1, x)
	y.Mul(y, slope).Sub(y, y1).Mod(y, c.p)
	return x, y
}

func (c curve) times(n, x, y *big.Int) (rx, ry *big.Int) {
	for i := n.BitLen() - 1; i >= 0; i-- {
		rx, ry = c.plus(rx, ry, rx, ry)
		if n.Bit(i) == 1 {
			rx, ry = c.plus(rx, ry, x, y)
		}
	}
	return rx, ry
}

// little returns the number of little-endian bytes.
func little(b []byte) *big.Int {
	turned := make([]byte, len(b))
	for i := range b {
		turned[len(b)-1-i] = b[i]
	}
	return new(big.Int).SetBytes(turned)
}
