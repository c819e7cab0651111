package formula

import (
	"errors"
	"regexp"
	"strconv"

	"github.com/BurntSushi/toml"

	"technopark/app"
)

// tomlSaid are the faults of the TOML library in our words, by what they hold.
var tomlSaid = []struct {
	pattern *regexp.Regexp
	words   app.Text // with what the pattern caught
}{
	{regexp.MustCompile(`unexpected EOF; expected '`), app.L("кавычки открыты и не закрыты", "the quotes are opened and not closed")},
	{regexp.MustCompile(`strings cannot contain newlines`), app.L("кавычки не закрыты до конца строки", "the quotes are not closed by the end of the line")},
	{regexp.MustCompile(`unexpected EOF`), app.L("файл обрывается: чего-то не хватает в конце", "the file breaks off: something is missing at its end")},
	{regexp.MustCompile(`expected value but found`), app.L("после знака «=» нужно значение: число, true, false или текст в кавычках", "“=” is followed by a value: a number, true, false or a text in quotes")},
	{regexp.MustCompile(`expected '\.' or '='|expected key separator|bare keys cannot contain`), app.L("строка должна быть вида «имя = значение», имя — латиницей", "a line is “name = value”, the name in Latin letters")},
	{regexp.MustCompile(`expected a top-level item to end with a newline.*but got (.+) instead`), app.L("после значения в строке лишнее: %s", "after the value the line has something more: %s")},
	{regexp.MustCompile(`Key '([^']*)' has already been defined|Key '([^']*)' was already created`), app.L("«%s» в файле задано дважды", "“%s” is set twice in the file")},
	{regexp.MustCompile(`is not a table`), app.L("имя занято: у него уже есть значение, а здесь оно — заголовок", "the name is taken: it has a value already, and here it is a heading")},
	{regexp.MustCompile(`expected '\.' or '\]'|end of table|table names cannot be empty|table separator`), app.L("заголовок раздела не разобран: он пишется в квадратных скобках — [[rule]], [term.имя]", "the heading of a section cannot be read: it stands in square brackets, as [[rule]] or [term.name]")},
	{regexp.MustCompile(`unexpected comma|expected a comma`), app.L("перечень в скобках не разобран: проверьте запятые и закрывающую скобку", "the list in brackets cannot be read: check the commas and the closing bracket")},
	{regexp.MustCompile(`control character|not valid UTF-8|invalid UTF-8`), app.L("в строке знак, которого в тексте быть не может", "the line has a sign that cannot be in a text")},
	{regexp.MustCompile(`invalid escape|hexadecimal digits after`), app.L(`обратная косая черта \ в тексте пишется дважды: \\`, `a backslash \ in a text is written twice: \\`)},
	{regexp.MustCompile(`nvalid (?:integer|float)|floats must start|expected a digit|out of range|is not a|not an? \w+ number|cannot use sign`), app.L("число не разобрано; дробь пишут через точку: 0.01", "the number cannot be read; a fraction has a point: 0.01")},
	{regexp.MustCompile(`nvalid [Dd]atetime|datetime`), app.L("дата не разобрана: текст берут в кавычки", "the date cannot be read: a text stands in quotes")},
	{regexp.MustCompile(`keys cannot start with|key name appears blank|unexpected '='|unexpected '\.'`), app.L("перед знаком «=» нужно имя", "“=” needs a name before it")},
	{regexp.MustCompile(`expected table but found`), app.L("здесь нужен раздел с заголовком в скобках — [[rule]], [term.имя], — а стоит значение", "a section with a heading in brackets is needed here, as [[rule]] or [term.name], not a value")},
	{regexp.MustCompile(`has type \w+; destination has type slice`), app.L("нужен перечень в квадратных скобках", "a list in square brackets is needed")},
	{regexp.MustCompile(`destination has type string`), app.L("нужен текст в кавычках", "a text in quotes is needed")},
	{regexp.MustCompile(`destination has type integer`), app.L("нужно целое число без кавычек", "a whole number without quotes is needed")},
	{regexp.MustCompile(`destination has type float`), app.L("нужно число без кавычек", "a number without quotes is needed")},
	{regexp.MustCompile(`destination has type boolean`), app.L("нужно true или false без кавычек", "true or false without quotes is needed")},
}

var tomlLine = regexp.MustCompile(`line (\d+)`)

// tomlFault says where and why a text is no TOML.
func (s *Source) tomlFault(err error) error {
	line, message := 0, err.Error()
	var at toml.ParseError
	if errors.As(err, &at) {
		line, message = at.Position.Line, at.Message
	} else if found := tomlLine.FindStringSubmatch(message); found != nil {
		line, _ = strconv.Atoi(found[1]) // digits
	}
	reason := Say("строка написана не по правилам TOML", "the line is not written by the rules of TOML")
	for _, said := range tomlSaid {
		if found := said.pattern.FindStringSubmatch(message); found != nil {
			reason = Say(said.words.RU, said.words.EN)
			if len(found) > 1 {
				reason = Say(said.words.RU, said.words.EN, firstOf(found[1:]))
			}
			break
		}
	}
	return s.Fault(line, "", Say("файл TOML не разобран: %s", "the TOML file cannot be read: %s", Said(reason)))
}

func firstOf(texts []string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}
