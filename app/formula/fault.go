package formula

import (
	"errors"
	"fmt"
	"regexp"

	"github.com/expr-lang/expr/file"
)

// said are the faults of expr in Russian, by what it begins them with; what is not here is said
// in general.
var said = []struct {
	pattern *regexp.Regexp
	words   string // with what the pattern caught
}{
	{regexp.MustCompile(`^unexpected token EOF|^unexpected end of expression`), "выражение обрывается: после знака или скобки чего-то не хватает"},
	{regexp.MustCompile(`^unexpected token \w+\("(.*)"\)`), "«%s» здесь лишнее, или перед ним чего-то не хватает"},
	{regexp.MustCompile(`^unrecognized character: U\+[0-9A-F]+ '(.*)'`), "знак «%s» в выражениях не пишут; имена полей — латиницей, тексты — в одинарных кавычках"},
	{regexp.MustCompile(`^bad number syntax: "(.*)"`), "«%s» — не число; дробь пишут через точку: 0.01"},
	{regexp.MustCompile(`^invalid \w+ literal|literal is too large`), "число не разобрано или слишком велико"},
	{regexp.MustCompile(`^literal not terminated`), "текст в кавычках не закрыт"},
	{regexp.MustCompile(`^invalid char escape|^unable to unescape`), "в тексте лишняя обратная косая черта"},
	{regexp.MustCompile(`^unclosed comment`), "пояснение /* не закрыто"},
	{regexp.MustCompile(`exceeds maximum allowed nodes`), "выражение слишком длинное: разделите его на несколько слагаемых или правил"},
	{regexp.MustCompile(`^expected name`), "после точки пишут имя поля"},
}

// SyntaxError says in Russian where and why an expression was not understood.
func SyntaxError(err error) error {
	place := ""
	message := err.Error()
	var at *file.Error
	if errors.As(err, &at) {
		place, message = fmt.Sprintf(", позиция %d", at.Column+1), at.Message
	}
	for _, s := range said {
		found := s.pattern.FindStringSubmatch(message)
		switch len(found) {
		case 0:
		case 1:
			return errors.New("выражение не разобрано" + place + ": " + s.words)
		default:
			return fmt.Errorf("выражение не разобрано"+place+": "+s.words, found[1])
		}
	}
	return errors.New("выражение не разобрано" + place + ": проверьте скобки, кавычки и знаки " + knownSigns)
}
