package attach

import (
	"errors"

	"technopark/app"
)

// Reason returns why a file of a kind gives no sheets, as a code of the field «apart» of
// documents. err is what was met when it was read, nil when it was not.
func Reason(kind string, err error) string {
	for _, known := range []struct {
		err    error
		reason string
	}{
		{ErrEncrypted, app.ApartLocked},
		{ErrHeavy, app.ApartHeavy},
		{ErrHuge, app.ApartHuge},
		{ErrNoPages, app.ApartNoPages},
		{ErrDamaged, app.ApartDamaged},
		{errFonts, app.ApartFonts},
	} {
		if errors.Is(err, known.err) {
			return known.reason
		}
	}
	unread := err == nil || errors.Is(err, errUnread)
	switch kind {
	case Office:
		return app.ApartOffice
	case PNG, JPEG, TIFF:
		return app.ApartPacked
	case PDF:
		if unread {
			return app.ApartViewer
		}
		return app.ApartUnreadable
	}
	return app.ApartForeign
}
