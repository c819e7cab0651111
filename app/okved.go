package app

import (
	"slices"
	"strings"
)

// okvedClasses are the classes of ОКВЭД 2 (ОК 029-2014), the first two digits of a code.
var okvedClasses = strings.Fields("01 02 03 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 " +
	"35 36 37 38 39 41 42 43 45 46 47 49 50 51 52 53 55 56 58 59 60 61 62 63 64 65 66 68 69 70 71 72 73 74 75 " +
	"77 78 79 80 81 82 84 85 86 87 88 90 91 92 93 94 95 96 97 98 99")

// okvedFault says what is wrong with a code of activity: its form first, then its class.
func okvedFault(found string) Text {
	if !okvedForm.MatchString(found) {
		return formFault(okvedForm, found, L(
			"код ОКВЭД 2 пишется цифрами через точку: 62, 62.0, 62.01, 26.51.6 или 62.01.11; введено "+Quoted(found)+". Исправьте по выписке из ЕГРЮЛ или ЕГРИП",
			"an OKVED 2 code is digits with dots: 62, 62.0, 62.01, 26.51.6 or 62.01.11; found “"+found+"”. Correct it from the state register"))
	}
	class := found[:2]
	if slices.Contains(okvedClasses, class) {
		return Text{}
	}
	return L(
		"класса "+class+" в ОКВЭД 2 нет, а введено "+Quoted(found)+". Исправьте по выписке из ЕГРЮЛ или ЕГРИП",
		"OKVED 2 has no class "+class+", found “"+found+"”. Correct it from the state register")
}
