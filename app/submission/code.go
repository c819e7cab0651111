package submission

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"technopark/app"
)

// Code is what the two-dimensional code on the title page says about a package.
type Code struct {
	Park     string            // short name
	INN      string            // of the management company
	Year     int               // of the data
	Revision int               // 0 for a draft
	Values   map[string]string // of the indicators by code, as printed
	SHA256   string            // of the data
}

// codeMark begins the text of a code: the kind and the version of the format.
const codeMark = "TECHNOPARK-1"

// longestName bounds the name of the park in a code, in characters: the code must stay
// coarse enough for a telephone to read off paper.
const longestName = 60

func codeOf(b *app.Book, year, revision int, values map[string]string, sha256 string) Code {
	c := Code{Park: cmp.Or(b.Park.ShortName, b.Park.Name), Year: year, Revision: revision, Values: values, SHA256: sha256}
	c.Park = strings.Join(strings.Fields(c.Park), " ")
	if name := []rune(c.Park); len(name) > longestName {
		c.Park = string(name[:longestName])
	}
	if b.Company != nil {
		c.INN = b.Company.INN
	}
	return c
}

// String writes the code line by line: mark, park, ИНН, year, revision, values, hash.
func (c Code) String() string {
	var values []string
	for _, code := range slices.Sorted(maps.Keys(c.Values)) {
		values = append(values, code+"="+c.Values[code])
	}
	return strings.Join([]string{
		codeMark, c.Park, c.INN, strconv.Itoa(c.Year), strconv.Itoa(c.Revision), strings.Join(values, ";"), c.SHA256,
	}, "\n")
}

// ErrNoCode says that a text is no code of a package.
var ErrNoCode = errors.New("this is no code of a package")

// ParseCode reads what String wrote.
func ParseCode(text string) (Code, error) {
	lines := strings.Split(text, "\n")
	if len(lines) != 7 || lines[0] != codeMark || len(lines[6]) != 64 {
		return Code{}, ErrNoCode
	}
	year, err := strconv.Atoi(lines[3])
	revision, other := strconv.Atoi(lines[4])
	if err := errors.Join(err, other); err != nil {
		return Code{}, fmt.Errorf("%w: %w", ErrNoCode, err)
	}
	c := Code{Park: lines[1], INN: lines[2], Year: year, Revision: revision, Values: map[string]string{}, SHA256: lines[6]}
	for pair := range strings.SplitSeq(lines[5], ";") {
		if code, value, ok := strings.Cut(pair, "="); ok {
			c.Values[code] = value
		}
	}
	return c, nil
}
