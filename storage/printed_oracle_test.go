package storage_test

import (
	"database/sql"
	_ "embed"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"technopark/app"
	"technopark/assets"
)

//go:embed testdata/printed.sql
var printedSQL string

// figure is what SQL says is printed at a place.
type figure struct {
	exact   *big.Rat
	digits  int // decimals; -1 writes it exactly
	printed bool
}

// shows reports whether a printed number is the figure, rounded half away from zero.
func (f *figure) shows(text string) bool {
	got, ok := new(big.Rat).SetString(strings.NewReplacer(app.NBSP, "", ",", ".", "\u2212", "-").Replace(text))
	_, decimals, _ := strings.Cut(text, ",")
	if !ok || f.digits >= 0 && len(decimals) != f.digits {
		return false
	}
	want := f.exact
	if f.digits >= 0 {
		want, _ = new(big.Rat).SetString(f.exact.FloatString(f.digits))
	}
	return got.Cmp(want) == 0
}

// oracle is what SQL says of all places.
type oracle struct {
	figures map[string][]*figure
	words   map[string]string
	said    map[string]bool // words that were printed
	names   []string        // the longest first
}

// newOracle asks the file about a year and, for growth, about the one before.
func newOracle(t *testing.T, path string, year, own int) *oracle {
	t.Helper()
	o := &oracle{figures: map[string][]*figure{}, words: map[string]string{}, said: map[string]bool{}}
	o.ask(t, path, year, own, "query")
	now := o.figures
	before := &oracle{figures: map[string][]*figure{}, words: map[string]string{}}
	before.ask(t, path, year-1, own, "query")
	for place, values := range before.figures {
		code, isValue := strings.CutSuffix(place, " value")
		if !isValue {
			continue
		}
		last, this := values[0], now[place][0]
		now[code+" previous"] = []*figure{last}
		ratio := new(big.Rat).Quo(this.exact, last.exact)
		now[code+" growth"] = []*figure{{exact: ratio.Mul(ratio, big.NewRat(100, 1)), digits: 1}}
		if slices.Contains(shares, code) {
			change := new(big.Rat).Sub(this.exact, last.exact)
			now[code+" points"] = []*figure{{exact: change.Abs(change), digits: this.digits}}
		}
	}
	o.ask(t, path, year, own, "names")
	slices.SortFunc(o.names, func(a, b string) int { return len(b) - len(a) })
	return o
}

// shares are the indicators in percent.
var shares = []string{"S1.4", "S1.5", "S2.2", "S2.4", "S2.5", "S3.1", "S3.3", "S3.4", "S4.3", "S5.1", "S5.3"}

// ask runs what is under headings of a kind in the file of queries.
func (o *oracle) ask(t *testing.T, path string, year, own int, kind string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1) // temporary tables belong to a connection
	if _, err := db.Exec("CREATE TEMP TABLE y AS SELECT ?1 AS park, ?2 AS year, ?3 AS own", 1, strconv.Itoa(year), own); err != nil {
		t.Fatal(err)
	}
	for _, part := range strings.Split(printedSQL, "\n-- ")[1:] {
		head, text, _ := strings.Cut(part, "\n")
		switch section, _, _ := strings.Cut(head, ":"); {
		case section == "name":
			if _, err := db.Exec(text); err != nil {
				t.Fatalf("%s: %v", head, err)
			}
		case section == kind && kind == "query":
			o.query(t, db, head, text)
		case section == kind:
			o.nameAll(t, db, text)
		}
	}
}

func (o *oracle) query(t *testing.T, db *sql.DB, head, text string) {
	t.Helper()
	rows, err := db.Query(text)
	if err != nil {
		t.Fatalf("%s: %v", head, err)
	}
	defer rows.Close()
	n := 0
	for ; rows.Next(); n++ {
		var place string
		var num, den, digits sql.NullInt64
		var words sql.NullString
		if err := rows.Scan(&place, &num, &den, &digits, &words); err != nil {
			t.Fatalf("%s: %v", head, err)
		}
		if words.Valid {
			o.words[place] = words.String
			continue
		}
		f := &figure{exact: big.NewRat(num.Int64, den.Int64), digits: -1}
		if digits.Valid {
			f.digits = int(digits.Int64)
		}
		o.figures[place] = append(o.figures[place], f)
	}
	if err := rows.Err(); err != nil || n == 0 {
		t.Fatalf("%s: %d rows, %v", head, n, err)
	}
}

func (o *oracle) nameAll(t *testing.T, db *sql.DB, text string) {
	t.Helper()
	rows, err := db.Query(text)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var name sql.NullString
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		if regexp.MustCompile(`\d`).MatchString(name.String) {
			o.names = append(o.names, name.String)
		}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
}

// numeral is a printed number: groups of three, a decimal comma.
var numeral = regexp.MustCompile(`\d+(?:\x{a0}\d{3})*(?:,\d+)?`)

// noData are the printed numbers that are not data, by the kind of place.
var noData = []struct {
	kind    string
	pattern *regexp.Regexp
	why     string
}{
	{"heading", regexp.MustCompile(`^(\d+|S\d)\.\x{a0}`), "parts and sub-indices are numbered by the method"},
	{"year", regexp.MustCompile(`^(19|20)\d\d\x{a0}год$`), "the year before is named, not counted"},
	{"ordinal", regexp.MustCompile(`^\d+$`), "rows are counted"},
	{"calculation", regexp.MustCompile(`× 100 =|/ 2 × 100 =|/ 12 =`), "the method turns shares into percent, halves a sum of two, and divides a year by its months"},
	{"names", regexp.MustCompile(`(19|20)\d\d год`), "what is lacking is said with its year"},
	{"names", regexp.MustCompile(`не старше 30 дней|ISO 14001`), "wordings of the check-lists"},
	{"reading", regexp.MustCompile(`рейтинга (19|20)\d\d\x{a0}года`), "a method of another rating is named with both years"},
	{"reading", regexp.MustCompile(`Рейтинг-2021|версия\x{a0}1\.|ниже 80\x{a0}%`), "the method and its threshold"},
	{"reading", regexp.MustCompile(`^\d+\.\x{a0}|100\x{a0}% — без изменений|больше 12,|«2 из 3»`), "how to read the tables"},
	{"reading", regexp.MustCompile(`S\d\.\d`), "the method speaks of its indicators"},
}

// kindOf returns which sort of place this is: «calculation» of «S1.1 calculation».
func kindOf(place string) string {
	if codeOf.MatchString(place) {
		_, place, _ = strings.Cut(place, " ")
		place, _, _ = strings.Cut(place, " ")
	}
	return place
}

// judge fails for a number that SQL does not find at its place.
func (o *oracle) judge(t *testing.T, p printed) {
	t.Helper()
	if want, fixed := o.words[p.place]; fixed {
		o.said[p.place] = true
		if p.text != want {
			t.Errorf("%s: printed %q, by SQL %q", p.place, p.text, want)
		}
		return
	}
	text, kind := p.text, kindOf(p.place)
	if kind == "method" {
		if !strings.Contains(string(assets.Methods()[0].TOML), text) {
			t.Errorf("%q is not in the method", text)
		}
		return
	}
	if kind == "names" || strings.Contains(p.place, " cell Договоры|") {
		for _, name := range o.names {
			text = strings.ReplaceAll(text, name, "")
		}
	}
	for _, n := range noData {
		if n.kind == kind {
			text = n.pattern.ReplaceAllString(text, "")
		}
	}
	for _, number := range numeral.FindAllString(text, -1) {
		if f := o.find(p.place, number); f != nil {
			f.printed = true
		} else {
			t.Errorf("%s: %s is printed (%q), SQL finds %s", p.place, number, p.text, o.at(p.place))
		}
	}
}

// find returns the figure a number shows at a place, rather one that nothing has shown yet,
// or nil.
func (o *oracle) find(place, number string) *figure {
	var found *figure
	for _, f := range o.figures[place] {
		if f.shows(number) && (found == nil || found.printed) {
			found = f
		}
	}
	return found
}

func (o *oracle) at(place string) string {
	var all []string
	for _, f := range o.figures[place] {
		all = append(all, f.exact.FloatString(5))
	}
	return "[" + strings.Join(all, ", ") + "]"
}

// tellUnprinted fails for what SQL knows and the paper does not tell.
func (o *oracle) tellUnprinted(t *testing.T) {
	t.Helper()
	for place, all := range o.figures {
		for _, f := range all {
			if !f.printed {
				t.Errorf("%s: SQL finds %s, which is not printed", place, f.exact.FloatString(5))
			}
		}
	}
	for place, words := range o.words {
		if !o.said[place] {
			t.Errorf("%s: SQL finds %q, which is not printed", place, words)
		}
	}
}
