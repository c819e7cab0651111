package formula

import (
	"errors"
	"fmt"
	"regexp"

	"github.com/expr-lang/expr/file"

	"technopark/app"
)

// said are the faults of expr in our words, by what it begins them with; what is not here is said
// in general.
var said = []struct {
	pattern *regexp.Regexp
	words   app.Text // with what the pattern caught
}{
	{regexp.MustCompile(`^unexpected token EOF|^unexpected end of expression`), app.L("выражение обрывается: после знака или скобки чего-то не хватает", "the expression breaks off: something is missing after a sign or a bracket")},
	{regexp.MustCompile(`^unexpected token \w+\("(.*)"\)`), app.L("«%s» здесь лишнее, или перед ним чего-то не хватает", "“%s” is out of place, or something is missing before it")},
	{regexp.MustCompile(`^unrecognized character: U\+[0-9A-F]+ '(.*)'`), app.L("знак «%s» в выражениях не пишут; имена полей — латиницей, тексты — в одинарных кавычках", "the sign “%s” has no place in expressions; names of fields are in Latin letters, texts in single quotes")},
	{regexp.MustCompile(`^bad number syntax: "(.*)"`), app.L("«%s» — не число; дробь пишут через точку: 0.01", "“%s” is not a number; a fraction has a point: 0.01")},
	{regexp.MustCompile(`^invalid \w+ literal|literal is too large`), app.L("число не разобрано или слишком велико", "the number cannot be read or is too large")},
	{regexp.MustCompile(`^literal not terminated`), app.L("текст в кавычках не закрыт", "the quotes of a text are not closed")},
	{regexp.MustCompile(`^invalid char escape|^unable to unescape`), app.L("в тексте лишняя обратная косая черта", "there is a backslash too many in a text")},
	{regexp.MustCompile(`^unclosed comment`), app.L("пояснение /* не закрыто", "the remark /* is not closed")},
	{regexp.MustCompile(`exceeds maximum allowed nodes`), app.L("выражение слишком длинное: разделите его на несколько слагаемых или правил", "the expression is too long: divide it into several terms or rules")},
	{regexp.MustCompile(`^expected name`), app.L("после точки пишут имя поля", "a point is followed by the name of a field")},
}

// SyntaxError says where and why an expression was not understood.
func SyntaxError(err error) error {
	var place app.Text
	message := err.Error()
	var at *file.Error
	if errors.As(err, &at) {
		place, message = app.L(fmt.Sprintf(", позиция %d", at.Column+1), fmt.Sprintf(", position %d", at.Column+1)), at.Message
	}
	unread := func(why error) error {
		return Say("выражение не разобрано%s: %s", "the expression cannot be read%s: %s", place, Said(why))
	}
	for _, s := range said {
		found := s.pattern.FindStringSubmatch(message)
		switch len(found) {
		case 0:
		case 1:
			return unread(Say(s.words.RU, s.words.EN))
		default:
			return unread(Say(s.words.RU, s.words.EN, found[1]))
		}
	}
	return unread(Say("проверьте скобки, кавычки и знаки %s", "check the brackets, the quotes and the signs %s", knownSigns))
}
