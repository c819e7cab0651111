package formula

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"

	"github.com/BurntSushi/toml"
)

// tomlSaid are the faults of the TOML library in Russian, by what they hold.
var tomlSaid = []struct {
	pattern *regexp.Regexp
	words   string // with what the pattern caught
}{
	{regexp.MustCompile(`unexpected EOF; expected '`), "кавычки открыты и не закрыты"},
	{regexp.MustCompile(`strings cannot contain newlines`), "кавычки не закрыты до конца строки"},
	{regexp.MustCompile(`unexpected EOF`), "файл обрывается: чего-то не хватает в конце"},
	{regexp.MustCompile(`expected value but found`), "после знака «=» нужно значение: число, true, false или текст в кавычках"},
	{regexp.MustCompile(`expected '\.' or '='|expected key separator|bare keys cannot contain`), "строка должна быть вида «имя = значение», имя — латиницей"},
	{regexp.MustCompile(`expected a top-level item to end with a newline.*but got (.+) instead`), "после значения в строке лишнее: %s"},
	{regexp.MustCompile(`Key '([^']*)' has already been defined|Key '([^']*)' was already created`), "«%s» в файле задано дважды"},
	{regexp.MustCompile(`is not a table`), "имя занято: у него уже есть значение, а здесь оно — заголовок"},
	{regexp.MustCompile(`expected '\.' or '\]'|end of table|table names cannot be empty|table separator`), "заголовок раздела не разобран: он пишется в квадратных скобках — [[rule]], [term.имя]"},
	{regexp.MustCompile(`unexpected comma|expected a comma`), "перечень в скобках не разобран: проверьте запятые и закрывающую скобку"},
	{regexp.MustCompile(`control character|not valid UTF-8|invalid UTF-8`), "в строке знак, которого в тексте быть не может"},
	{regexp.MustCompile(`invalid escape|hexadecimal digits after`), `обратная косая черта \ в тексте пишется дважды: \\`},
	{regexp.MustCompile(`nvalid (?:integer|float)|floats must start|expected a digit|out of range|is not a|not an? \w+ number|cannot use sign`), "число не разобрано; дробь пишут через точку: 0.01"},
	{regexp.MustCompile(`nvalid [Dd]atetime|datetime`), "дата не разобрана: текст берут в кавычки"},
	{regexp.MustCompile(`keys cannot start with|key name appears blank|unexpected '='|unexpected '\.'`), "перед знаком «=» нужно имя"},
	{regexp.MustCompile(`expected table but found`), "здесь нужен раздел с заголовком в скобках — [[rule]], [term.имя], — а стоит значение"},
	{regexp.MustCompile(`has type \w+; destination has type slice`), "нужен перечень в квадратных скобках"},
	{regexp.MustCompile(`destination has type string`), "нужен текст в кавычках"},
	{regexp.MustCompile(`destination has type integer`), "нужно целое число без кавычек"},
	{regexp.MustCompile(`destination has type boolean`), "нужно true или false без кавычек"},
}

var tomlLine = regexp.MustCompile(`line (\d+)`)

// tomlFault says in Russian where and why a text is no TOML.
func (s *Source) tomlFault(err error) error {
	line, message := 0, err.Error()
	var at toml.ParseError
	if errors.As(err, &at) {
		line, message = at.Position.Line, at.Message
	} else if found := tomlLine.FindStringSubmatch(message); found != nil {
		line, _ = strconv.Atoi(found[1]) // digits
	}
	reason := "строка написана не по правилам TOML"
	for _, said := range tomlSaid {
		if found := said.pattern.FindStringSubmatch(message); found != nil {
			reason = said.words
			if len(found) > 1 {
				reason = fmt.Sprintf(said.words, firstOf(found[1:]))
			}
			break
		}
	}
	return s.Fault(line, "", "файл TOML не разобран: "+reason)
}

func firstOf(texts []string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}
