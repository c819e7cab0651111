package template

import "testing"

// TestFormulasFollowTheirRows: row 5 of «Лист1» becomes rows 5 to 8.
func TestFormulasFollowTheirRows(t *testing.T) {
	g := growth{"лист1": {{5, 3}}}
	for _, c := range []struct{ formula, want string }{
		{"A4+A5*A6", "A4+A5*A9"},
		{"SUM(B5:B5)", "SUM(B5:B8)"},
		{"SUM(B5)", "SUM(B5:B8)"},
		{"SUM( B5 , $C$5 )", "SUM( B5:B8 , $C$5:$C$8 )"},
		{"SUBTOTAL(9,B5)", "SUBTOTAL(9,B5:B8)"},
		{"ROUND(B5,2)", "ROUND(B5,2)"},
		{"SUM(B5*2)", "SUM(B5*2)"},
		{"SUM(B3:B6)/B$7", "SUM(B3:B9)/B$10"},
		{"Лист1!B6+'Лист1'!B6+Лист2!B6", "Лист1!B9+'Лист1'!B9+Лист2!B6"},
		{"'[1]Лист1'!B6+[1]Лист1!B6:B7+B6", "'[1]Лист1'!B6+[1]Лист1!B6:B7+B9"},
		{`IF(A6="B6 ""B6""",LOG10(A6),TAX6)`, `IF(A9="B6 ""B6""",LOG10(A9),TAX9)`},
		{"Таблица1[[#This Row],[B6]]+B6", "Таблица1[[#This Row],[B6]]+B9"},
		{"$3:$5", "$3:$8"},
		{"SUM(6:7)", "SUM(9:10)"},
		{"1.5E6+B6", "1.5E6+B9"},
		{"B:B", "B:B"},
		{"имя6+B6", "имя6+B9"},
	} {
		m := &mover{growth: g, sheet: "Лист1"}
		if got := m.formula(c.formula); got != c.want {
			t.Errorf("%s became %s, want %s", c.formula, got, c.want)
		}
	}
}

// TestFormulasOfARowThatRepeats: what names the row itself goes with the copy, an address with a
// dollar and other rows stay.
func TestFormulasOfARowThatRepeats(t *testing.T) {
	g := growth{"лист1": {{5, 3}}}
	for _, c := range []struct{ formula, want string }{
		{"C5*D5", "C7*D7"},
		{"C5/C$6", "C7/C$9"},
		{"C5/C$2+C3", "C7/C$2+C3"},
		{"SUM(C$5:C5)", "SUM(C$5:C7)"},
		{"C5/SUM(C$5:C$5)", "C7/SUM(C$5:C$8)"},
		{"SUM(B5:E5)", "SUM(B7:E7)"},
		{"Лист2!C5", "Лист2!C5"},
	} {
		m := &mover{growth: g, sheet: "Лист1", row: 5, copy: 2}
		if got := m.formula(c.formula); got != c.want {
			t.Errorf("%s became %s in the third copy, want %s", c.formula, got, c.want)
		}
	}
}

// TestAddressOfTheFirstCopyAlone: a formula that means one cell of a row that repeats says so.
func TestAddressOfTheFirstCopyAlone(t *testing.T) {
	for formula, stuck := range map[string]bool{"B5*2": true, "SUM(B5)": false, "B4": false, "Лист1:Лист3!B9": true} {
		m := &mover{growth: growth{"лист1": {{5, 3}}}, sheet: "Лист1"}
		m.formula(formula)
		if m.stuck != stuck {
			t.Errorf("%s is stuck: %v", formula, m.stuck)
		}
	}
}
