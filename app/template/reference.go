package template

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"technopark/app/workbook"
)

// repeat is a row that stands for several records: extra more rows come after it.
type repeat struct{ row, extra int }

// growth says which rows of which sheets repeat, by the name of the sheet in small letters.
type growth map[string][]repeat

// start returns where a row goes; of a row that repeats, where the first of its copies goes.
func (g growth) start(sheet string, row int) int {
	moved := row
	for _, r := range g[strings.ToLower(sheet)] {
		if r.row < row {
			moved += r.extra
		}
	}
	return moved
}

// end returns where the last row of an area goes: an area that ends in a row that repeats takes
// in all its copies.
func (g growth) end(sheet string, row int) int {
	moved := row
	for _, r := range g[strings.ToLower(sheet)] {
		if r.row <= row {
			moved += r.extra
		}
	}
	return moved
}

// repeats reports whether several rows take the place of one.
func (g growth) repeats(sheet string, row int) bool { return g.start(sheet, row) != g.end(sheet, row) }

// mover rewrites the addresses in a formula after rows have come in.
type mover struct {
	growth
	sheet string // the formula stands on
	row   int    // the row that repeats, if the formula stands in one
	copy  int    // which of its copies it stands in, from 0
	areas bool   // an address of one cell means all copies of it: of charts and of named areas

	relative      bool // only go along with a cell that stands so many rows and columns on
	rows, columns int

	stuck bool // set when an address outside a row that repeats means only its first copy
}

var (
	cellAddress = regexp.MustCompile(`^(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})$`)
	rowsAddress = regexp.MustCompile(`^(\$?)([1-9]\d{0,6}):(\$?)([1-9]\d{0,6})`)
)

// summing are the functions that take an area, so that an address of one cell in them was meant as
// one of all its copies: a spreadsheet offers SUM(B5) under a row of one.
var summing = []string{
	"SUM", "AVERAGE", "COUNT", "COUNTA", "COUNTBLANK", "MIN", "MAX", "PRODUCT", "MEDIAN", "SUBTOTAL", "AGGREGATE", "SUMSQ",
	"STDEV", "STDEV.S", "STDEV.P", "VAR", "VAR.S", "VAR.P", "SUMPRODUCT",
}

// reading is a formula while it is rewritten.
type reading struct {
	*mover
	text  string
	at    int
	out   strings.Builder
	calls []string // names of the functions whose brackets are open
	last  byte     // sign written last that is no space
}

// formula returns the formula with its addresses moved.
func (m *mover) formula(text string) string {
	if len(m.growth) == 0 && !m.relative {
		return text
	}
	r := &reading{mover: m, text: text}
	for r.at < len(text) {
		r.step()
	}
	return r.out.String()
}

// take writes the next n bytes as they are.
func (r *reading) take(n int) {
	piece := r.text[r.at : r.at+n]
	r.out.WriteString(piece)
	r.at += n
	if trimmed := strings.TrimRight(piece, " \t\r\n"); trimmed != "" {
		r.last = trimmed[len(trimmed)-1]
	}
}

func (r *reading) step() {
	rest := r.text[r.at:]
	switch c := rest[0]; {
	case c == '"':
		r.take(quotedLength(rest, '"'))
	case c == '\'':
		n := quotedLength(rest, '\'')
		if n < len(rest) && rest[n] == '!' {
			r.qualified(strings.ReplaceAll(rest[1:n-1], "''", "'"), n+1)
			return
		}
		r.take(n)
	case c == '[':
		r.bracket(rest)
	case c == '(':
		r.calls = append(r.calls, r.nameBefore())
		r.take(1)
	case c == ')':
		if len(r.calls) > 0 {
			r.calls = r.calls[:len(r.calls)-1]
		}
		r.take(1)
	case c == '$' || c >= '0' && c <= '9' || nameSign(rest):
		r.word(rest)
	default:
		r.take(1)
	}
}

// bracket takes a column of a table, or the number of another workbook with what is named there.
func (r *reading) bracket(rest string) {
	n, depth := 0, 0
	for n < len(rest) {
		switch rest[n] {
		case '[':
			depth++
		case ']':
			depth--
		}
		n++
		if depth == 0 {
			break
		}
	}
	if word := wordLength(rest[n:]); word > 0 && n+word < len(rest) && rest[n+word] == '!' {
		n += word + 1
		n += wordLength(rest[n:])
		if n < len(rest) && rest[n] == ':' {
			n += 1 + wordLength(rest[n+1:])
		}
	}
	r.take(n)
}

// nameBefore returns the name that was written last, of a function whose bracket comes.
func (r *reading) nameBefore() string {
	written := r.out.String()
	i := len(written)
	for i > 0 && (written[i-1] == '.' || written[i-1] == '_' || written[i-1] < utf8.RuneSelf && (unicode.IsLetter(rune(written[i-1])) || unicode.IsDigit(rune(written[i-1])))) {
		i--
	}
	return strings.ToUpper(written[i:])
}

// word takes a name, a number or an address.
func (r *reading) word(rest string) {
	n := wordLength(rest)
	if n == 0 {
		r.take(1)
		return
	}
	next := byte(0)
	if n < len(rest) {
		next = rest[n]
	}
	switch {
	case next == '!':
		r.qualified(rest[:n], n+1)
	case next == '(' || next == '[':
		r.take(n)
	case next == ':' && across(rest[n+1:]):
		n += 1 + wordLength(rest[n+1:]) + 1 // Sheet1:Sheet3!A1
		r.stuck = true
		r.take(n + wordLength(rest[n:]))
	case r.address(r.sheet, "", 0):
	default:
		r.take(n)
	}
}

// across reports whether an area of sheets goes on: «Sheet3!».
func across(rest string) bool {
	n := wordLength(rest)
	return n > 0 && n < len(rest) && rest[n] == '!'
}

// qualified takes an address on a named sheet; skip is how long the name with its mark is.
func (r *reading) qualified(sheet string, skip int) {
	if strings.Contains(sheet, "[") || !r.address(sheet, r.text[r.at:r.at+skip], skip) {
		r.take(skip)
		if strings.Contains(sheet, "[") { // of another workbook
			r.take(wordLength(r.text[r.at:]))
		}
	}
}

// address rewrites the address that stands skip bytes on; false when there is none.
func (r *reading) address(sheet, named string, skip int) bool {
	rest := r.text[r.at+skip:]
	if rows := rowsAddress.FindStringSubmatch(rest); rows != nil {
		from, to := r.start(sheet, atoi(rows[2])), r.end(sheet, atoi(rows[4]))
		if r.relative {
			from, to = r.along(rows[1], rows[2], r.rows), r.along(rows[3], rows[4], r.rows)
		}
		r.write(named+rows[1]+strconv.Itoa(from)+":"+rows[3]+strconv.Itoa(to), skip+len(rows[0]))
		return true
	}
	n := wordLength(rest)
	first := cellAddress.FindStringSubmatch(rest[:n])
	if first == nil {
		return false
	}
	if n < len(rest) && rest[n] == ':' {
		m := wordLength(rest[n+1:])
		if second := cellAddress.FindStringSubmatch(rest[n+1 : n+1+m]); second != nil {
			r.write(named+r.corner(sheet, first, false)+":"+r.corner(sheet, second, true), skip+n+1+m)
			return true
		}
	}
	after := byte(0)
	if trimmed := strings.TrimLeft(rest[n:], " "); trimmed != "" {
		after = trimmed[0]
	}
	r.write(named+r.single(sheet, first, after), skip+n)
	return true
}

func (r *reading) write(text string, skip int) {
	r.out.WriteString(text)
	r.last = text[len(text)-1]
	r.at += skip
}

// own reports whether an address leads into the row the formula itself stands in.
func (m *mover) own(sheet string, row int) bool {
	return m.row == row && strings.EqualFold(sheet, m.sheet)
}

// along is a row for a cell that stands some rows on; with a dollar it stays.
func (*mover) along(fixed, row string, by int) int {
	if fixed != "" {
		return atoi(row)
	}
	return atoi(row) + by
}

// shifted is an address for a cell that stands some rows and columns on.
func (m *mover) shifted(parts []string) string {
	column := workbook.ColumnOf(parts[2])
	if parts[1] == "" {
		column += m.columns
	}
	row := m.along(parts[3], parts[4], m.rows)
	if column < 1 || row < 1 {
		return "#REF!"
	}
	return parts[1] + workbook.ColumnName(column) + parts[3] + strconv.Itoa(row)
}

// corner moves one end of an area.
func (r *reading) corner(sheet string, parts []string, last bool) string {
	if r.relative {
		return r.shifted(parts)
	}
	row := atoi(parts[4])
	moved := r.start(sheet, row)
	switch {
	case r.own(sheet, row) && parts[3] == "":
		moved += r.copy
	case last:
		moved = r.end(sheet, row)
	}
	return parts[1] + parts[2] + parts[3] + strconv.Itoa(moved)
}

// single moves the address of one cell.
func (r *reading) single(sheet string, parts []string, after byte) string {
	if r.relative {
		return r.shifted(parts)
	}
	row := atoi(parts[4])
	first := parts[1] + parts[2] + parts[3] + strconv.Itoa(r.start(sheet, row))
	switch {
	case r.own(sheet, row):
		if parts[3] == "" {
			return parts[1] + parts[2] + strconv.Itoa(r.start(sheet, row)+r.copy)
		}
		return first
	case !r.repeats(sheet, row):
		return first
	case r.areas || r.summed(after):
		return first + ":" + parts[1] + parts[2] + parts[3] + strconv.Itoa(r.end(sheet, row))
	}
	r.stuck = true
	return first
}

// summed reports whether the address is all that stands at its place in a function of areas.
func (r *reading) summed(after byte) bool {
	alone := strings.IndexByte("(,;", r.last) >= 0 && strings.IndexByte("),;", after) >= 0
	return alone && r.last != 0 && after != 0 && len(r.calls) > 0 && slices.Contains(summing, r.calls[len(r.calls)-1])
}

// area moves an area written alone, A1 or A1:B2; a list of them with spaces between.
func (m *mover) area(list string) string {
	parts := strings.Fields(list)
	for i, part := range parts {
		first, second, wide := strings.Cut(part, ":")
		if !wide {
			second = first
		}
		a, b := cellAddress.FindStringSubmatch(first), cellAddress.FindStringSubmatch(second)
		if a == nil || b == nil {
			continue
		}
		from := a[1] + a[2] + a[3] + strconv.Itoa(m.start(m.sheet, atoi(a[4])))
		to := b[1] + b[2] + b[3] + strconv.Itoa(m.end(m.sheet, atoi(b[4])))
		if parts[i] = from + ":" + to; from == to {
			parts[i] = from
		}
	}
	return strings.Join(parts, " ")
}

// cell moves the address of one cell written alone.
func (m *mover) cell(address string) string {
	a := cellAddress.FindStringSubmatch(address)
	if a == nil {
		return address
	}
	return a[1] + a[2] + a[3] + strconv.Itoa(m.start(m.sheet, atoi(a[4])))
}

// quotedLength returns the length of what is quoted, in which a doubled quote is one.
func quotedLength(text string, quote byte) int {
	for i := 1; i < len(text); i++ {
		if text[i] != quote {
			continue
		}
		if i+1 < len(text) && text[i+1] == quote {
			i++
			continue
		}
		return i + 1
	}
	return len(text)
}

func nameSign(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return r == '_' || r == '\\' || unicode.IsLetter(r)
}

// wordLength returns the length of the name, number or address that begins here.
func wordLength(text string) int {
	for i, r := range text {
		if !strings.ContainsRune("_.\\$", r) && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return i
		}
	}
	return len(text)
}

func atoi(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0 // the pattern let only digits through
	}
	return n
}
