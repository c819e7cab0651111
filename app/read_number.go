package app

import (
	"fmt"
	"math/big"
	"strings"
)

// readNumber reads a figure, with the field's own unit after it or without, or a sum to
// reckon: «=100+200». It sees the text before its tabs became spaces: they part two cells.
func (f Field) readNumber(text string) (Value, error) {
	s := strings.TrimSpace(strings.Map(dropInvisible, text))
	figure, unit := splitUnit(s)
	if unit != "" && !f.ownUnit(unit) {
		return Value{}, f.unitFault(s, unit)
	}
	n, err := f.figure(strings.TrimSpace(figure), s)
	if err != nil {
		return Value{}, err
	}
	if n < 0 && !f.Signed {
		return Value{}, f.fault("число не может быть отрицательным; проверьте знак",
			"the number cannot be negative; check the sign")
	}
	return NumberValue(n), nil
}

func dropInvisible(r rune) rune {
	if invisible(r) {
		return -1
	}
	return r
}

// figure returns stored units; text is all that was typed.
func (f Field) figure(s, text string) (int64, error) {
	if sum, ok := strings.CutPrefix(s, "="); ok {
		return f.reckon(sum, text)
	}
	n, ok := ParseNumber(s, f.Scale)
	if !ok {
		return 0, f.figureFault(text)
	}
	return n, nil
}

func (f Field) reckon(sum, text string) (int64, error) {
	out, ok := reckon(sum, f.Scale)
	if !ok {
		return 0, f.fault(Quoted(text)+" не вычисляется; введите, например, =100+200, со знаками + − × ÷ и скобками",
			"“"+text+"” cannot be reckoned; type, for example, =100+200, with + − × ÷ and brackets")
	}
	stored := new(big.Rat).Mul(out, new(big.Rat).SetInt64(f.Scale))
	if !stored.IsInt() {
		digits := exactDigits(1, f.Scale, 0)
		ru, en := approximately(out, digits+1, RU), approximately(out, digits+1, EN)
		return 0, f.fault(
			fmt.Sprintf("%s даёт %s…, а здесь %s; введите округлённое число сами", Quoted(text), ru, decimalsText(digits).RU),
			fmt.Sprintf("“%s” gives %s…, and here there are %s; type the rounded number yourself", text, en, decimalsText(digits).EN))
	}
	if n := stored.Num(); n.IsInt64() && n.Int64() <= mostStored && n.Int64() >= -mostStored {
		return n.Int64(), nil
	}
	return 0, f.figureFault(text)
}

// approximately writes the first decimals of a number, cut off.
func approximately(r *big.Rat, digits int, lang Lang) string {
	cut := new(big.Int).Mul(r.Num(), big.NewInt(pow10(digits)))
	cut.Quo(cut, r.Denom())
	text := padDigits(new(big.Int).Abs(cut).String(), digits+1)
	return WriteDecimal(cut.Sign() < 0, text[:len(text)-digits], text[len(text)-digits:], lang)
}

func padDigits(s string, width int) string {
	return strings.Repeat("0", max(0, width-len(s))) + s
}

func decimalsText(digits int) Text {
	if digits == 0 {
		return L("только целые числа", "whole numbers only")
	}
	return L(fmt.Sprintf("не больше %d знаков после запятой", digits), fmt.Sprintf("at most %d decimals", digits))
}

func (f Field) figureFault(s string) error {
	if f.Scale == 1 {
		return f.fault(Quoted(s)+" — не целое число; введите цифры, например 1 250",
			"“"+s+"” is not a whole number; type digits, for example 1250")
	}
	digits := decimalsText(exactDigits(1, f.Scale, 0))
	return f.fault(
		fmt.Sprintf("%s — не число%s; введите, например, 1 250,5 (%s)", Quoted(s), inUnit(f.Unit.RU, " в "), digits.RU),
		fmt.Sprintf("“%s” is not a number%s; type, for example, 1250.5 (%s)", s, inUnit(f.Unit.EN, " in "), digits.EN))
}

func inUnit(unit, in string) string {
	if unit == "" {
		return ""
	}
	return in + unit
}

// unitFault names the unit the field is kept in: nothing is converted behind one's back,
// for a figure a thousand times too great is what that would cost.
func (f Field) unitFault(s, unit string) error {
	if figure, _ := splitUnit(s); strings.TrimSpace(figure) == "" {
		return f.figureFault(s)
	}
	if f.Unit.Zero() && f.UnitIn != "" {
		return f.fault(
			fmt.Sprintf("%s: за числом стоит %s, а единица в записи ещё не названа; сначала назовите её или введите одно число", Quoted(s), Quoted(unit)),
			fmt.Sprintf("“%s”: found “%s” after the number, but the record names no unit yet; name it first or type the number alone", s, unit))
	}
	if f.Unit.Zero() {
		return f.fault(
			fmt.Sprintf("%s: здесь нужно число без единицы, а за ним стоит %s", Quoted(s), Quoted(unit)),
			fmt.Sprintf("“%s”: a number without a unit is expected here, found “%s” after it", s, unit))
	}
	return f.fault(
		fmt.Sprintf("%s: здесь единица — %s, а введено %s; пересчитайте сами и введите число без единицы", Quoted(s), Quoted(f.Unit.RU), Quoted(unit)),
		fmt.Sprintf("“%s”: the unit here is “%s”, found “%s”; convert it yourself and type the number alone", s, f.Unit.EN, unit))
}
