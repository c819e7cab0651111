package storage

import (
	"fmt"
	"slices"
	"strings"

	"technopark/app"
)

// mostDifferences is how many differences of a schema are named.
const mostDifferences = 5

// comparison meets the objects of a file with those it should have.
type comparison struct {
	want    []object
	byName  map[string]object // those not met yet
	tables  map[string]bool   // all tables there should be
	instead map[string]bool   // tables in place of which something else was met
	found   []app.Text
}

func newComparison(want []object) *comparison {
	c := &comparison{want: want, byName: map[string]object{}, tables: map[string]bool{}, instead: map[string]bool{}}
	for _, o := range want {
		c.byName[o.key()] = o
		if o.kind == "table" {
			c.tables[o.name] = true
		}
	}
	return c
}

func (o object) key() string { return o.kind + " " + o.name }

// meet takes an object of the file; it fails with errEnough when more need not be read.
func (c *comparison) meet(o object) error {
	want, known := c.byName[o.key()]
	delete(c.byName, o.key())
	switch {
	case !known && o.kind != "table" && c.tables[o.name]:
		c.instead[o.name] = true
		c.say("на месте таблицы %[2]s стоит %[1]s", "in place of the table %[2]s there is a %[1]s", o)
	case !known:
		c.say("лишний объект: %[1]s %[2]s", "there is an extra %[1]s %[2]s", o)
	case o.table != want.table:
		c.say("%[1]s %[2]s относится к другой таблице", "the %[1]s %[2]s is of another table", o)
	case o.odd || !plain(o.text) || !slices.Equal(tokens(o.text), tokens(want.text)):
		c.compare(o, want)
	}
	if len(c.found) > mostDifferences {
		return errEnough
	}
	return nil
}

// compare says in what an object differs from the one that should be there.
func (c *comparison) compare(o, want object) {
	is, isRest := definitions(o.text)
	should, shouldRest := definitions(want.text)
	before := len(c.found)
	if o.kind == "table" && isRest == shouldRest {
		for _, d := range should {
			if at := slices.IndexFunc(is, func(other definition) bool { return d.name != "" && other.name == d.name }); at >= 0 {
				if is[at].text != d.text {
					c.sayColumn("столбец %s таблицы %s описан иначе", "the column %s of the table %s is another", d.name, o.name)
				}
			} else if d.name != "" {
				c.sayColumn("нет столбца %s таблицы %s", "there is no column %s of the table %s", d.name, o.name)
			}
		}
		for _, d := range is {
			if d.name != "" && !slices.ContainsFunc(should, func(other definition) bool { return other.name == d.name }) {
				c.sayColumn("лишний столбец %s таблицы %s", "there is an extra column %s of the table %s", d.name, o.name)
			}
		}
	}
	if len(c.found) == before {
		c.say("%[1]s %[2]s: описание изменено", "the %[1]s %[2]s was changed", o)
	}
}

// differences returns what was found and, of what was not met, that it is missing. Of an index
// that SQLite makes itself the table says enough, if it differs.
func (c *comparison) differences() []app.Text {
	for _, o := range c.want {
		if _, missing := c.byName[o.key()]; missing && o.kind == "table" && !c.instead[o.name] {
			c.say("нет объекта: %[1]s %[2]s", "there is no %[1]s %[2]s", o)
			c.instead[o.name] = true // what belongs to it is gone with it
		}
	}
	for _, own := range []bool{false, true} {
		if own && len(c.found) > 0 {
			break
		}
		for _, o := range c.want {
			_, missing := c.byName[o.key()]
			if missing && !c.instead[o.table] && own == (o.kind == "index" && o.text == "") && len(c.found) <= mostDifferences {
				c.say("нет объекта: %[1]s %[2]s", "there is no %[1]s %[2]s", o)
			}
		}
	}
	if len(c.found) > mostDifferences {
		c.found = append(c.found[:mostDifferences], app.L("и другое", "and more"))
	}
	return c.found
}

// kinds of objects as people who keep databases call them.
var kinds = map[string]app.Text{
	"table": app.L("таблица", "table"), "index": app.L("индекс", "index"),
	"trigger": app.L("триггер", "trigger"), "view": app.L("представление", "view"),
}

func (c *comparison) say(ru, en string, o object) {
	kind, ok := kinds[o.kind]
	if !ok {
		kind = app.L("объект неизвестного вида", "thing of an unknown kind")
	}
	c.found = append(c.found, app.L(
		fmt.Sprintf(ru, kind.RU, app.Quoted(shortName(o.name))),
		fmt.Sprintf(en, kind.EN, "“"+shortName(o.name)+"”")))
}

func (c *comparison) sayColumn(ru, en, column, table string) {
	column, table = shortName(column), shortName(table)
	c.found = append(c.found, app.L(
		fmt.Sprintf(ru, app.Quoted(column), app.Quoted(table)),
		fmt.Sprintf(en, "“"+column+"”", "“"+table+"”")))
}

// shortName makes a name that a stranger gave fit for a sentence.
func shortName(name string) string {
	const most = 40
	runes := []rune(app.Clean(strings.ToValidUTF8(name, "?")))
	if len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return string(runes)
}
