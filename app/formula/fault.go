package formula

import (
	"errors"
	"fmt"

	"github.com/expr-lang/expr/file"
)

// SyntaxError says in Russian where in an expression expr stumbled, in its own words.
func SyntaxError(err error) error {
	var at *file.Error
	if errors.As(err, &at) {
		return fmt.Errorf("выражение не разобрано, позиция %d: %s", at.Column+1, at.Message)
	}
	return fmt.Errorf("выражение не разобрано: %w", err)
}
