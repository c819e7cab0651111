package rating_test

import (
	"strings"

	"technopark/app"
)

// plain writes ordinary spaces for non-breaking ones, to compare with what is typed.
func plain(s string) string { return strings.ReplaceAll(s, app.NBSP, " ") }
