package app

import (
	"math/big"
	"strings"
	"unicode/utf8"
)

// Bounds of what is reckoned for one who types «=100+200».
const (
	mostSum   = 200 // letters
	mostDepth = 20  // brackets in brackets
)

// arithmetic reckons exactly: + − × ÷ and brackets over numbers as ParseNumber reads
// them. Rounding is nowhere: what does not come out even is for the caller to refuse.
type arithmetic struct {
	rest  string
	scale int64
	depth int
}

// reckon returns what an expression comes to; ok is false when it is none, is too long,
// or divides by zero.
func reckon(text string, scale int64) (out *big.Rat, ok bool) {
	if len(text) > mostSum {
		return nil, false
	}
	a := &arithmetic{rest: text, scale: scale}
	out, ok = a.sum()
	a.spaces()
	return out, ok && a.rest == ""
}

// sum reads terms with + and − between them.
func (a *arithmetic) sum() (*big.Rat, bool) {
	total, ok := a.product()
	for ok {
		sign := a.sign("+-")
		if sign == 0 {
			break
		}
		var next *big.Rat
		if next, ok = a.product(); !ok {
			break
		}
		if sign == '-' {
			next = new(big.Rat).Neg(next)
		}
		total = new(big.Rat).Add(total, next)
	}
	return total, ok
}

// product reads factors with × and ÷ between them.
func (a *arithmetic) product() (*big.Rat, bool) {
	total, ok := a.factor()
	for ok {
		sign := a.sign("*/")
		if sign == 0 {
			break
		}
		var next *big.Rat
		if next, ok = a.factor(); !ok || sign == '/' && next.Sign() == 0 {
			return nil, false
		}
		if sign == '/' {
			next = new(big.Rat).Inv(next)
		}
		total = new(big.Rat).Mul(total, next)
	}
	return total, ok
}

// factor reads a number or what stands in brackets, with a sign before it or without.
func (a *arithmetic) factor() (*big.Rat, bool) {
	negative := a.sign("-") != 0
	a.spaces()
	var out *big.Rat
	var ok bool
	if strings.HasPrefix(a.rest, "(") {
		out, ok = a.bracket()
	} else {
		out, ok = a.number()
	}
	if ok && negative {
		out = new(big.Rat).Neg(out)
	}
	return out, ok
}

func (a *arithmetic) bracket() (*big.Rat, bool) {
	a.depth++
	if a.depth > mostDepth {
		return nil, false
	}
	a.rest = a.rest[1:]
	out, ok := a.sum()
	a.spaces()
	if !ok || !strings.HasPrefix(a.rest, ")") {
		return nil, false
	}
	a.rest, a.depth = a.rest[1:], a.depth-1
	return out, true
}

// number reads up to the next sign of the expression.
func (a *arithmetic) number() (*big.Rat, bool) {
	end := strings.IndexFunc(a.rest, func(r rune) bool { return signOf(r) != 0 || r == '(' || r == ')' })
	if end < 0 {
		end = len(a.rest)
	}
	whole, frac, ok := splitNumber(strings.TrimSpace(a.rest[:end]), a.scale)
	a.rest = a.rest[end:]
	if !ok {
		return nil, false
	}
	return new(big.Rat).SetString(whole + "." + frac + "0")
}

// sign takes one of the signs, as signOf names it, off what is left; 0 when another stands there.
func (a *arithmetic) sign(of string) rune {
	a.spaces()
	first, size := utf8.DecodeRuneInString(a.rest)
	sign := signOf(first)
	if sign == 0 || !strings.ContainsRune(of, sign) {
		return 0
	}
	a.rest = a.rest[size:]
	return sign
}

// signOf returns + - * / for the signs people write for them, 0 for others.
func signOf(r rune) rune {
	switch {
	case isDash(r):
		return '-'
	case r == '+':
		return '+'
	case r == '*', r == '×', r == '·', r == '∙', r == '⋅':
		return '*'
	case r == '/', r == '÷', r == ':', r == '∕':
		return '/'
	}
	return 0
}

func (a *arithmetic) spaces() { a.rest = strings.TrimLeftFunc(a.rest, isGroupSpace) }
