package founding

import (
	"strconv"
	"strings"

	"technopark/app"
)

// innDigits is how many digits the number of an organisation has.
const innDigits = 10

// INNSoFar says how the number of the company is while it is typed: how many digits there are, that
// it is right, or what is wrong with it. It says nothing of one that was not begun.
func INNSoFar(typed string) (app.Mark, app.Text) {
	ask := Asks()[1]
	s := strings.ReplaceAll(app.Clean(typed), " ", "")
	why, wrong := Answers{Company: "—", INN: s}.Fault(ask)
	switch {
	case s == "":
		return app.NoMark, app.Text{}
	case !wrong:
		return app.MarkReady, app.L("ИНН верен", "the INN is right")
	case len(s) < innDigits && strings.Trim(s, "0123456789") == "":
		n := strconv.Itoa(len(s))
		return app.NoMark, app.L("введено "+n+" из"+app.NBSP+"10 цифр", n+" of 10 digits")
	}
	return app.MarkError, why
}
