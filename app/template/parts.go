package template

import (
	"technopark/app"
	"technopark/app/formula"
)

// Bounds of a form. The largest that ministries publish have a hundredth of them.
const (
	mostPart  = 32 << 20 // bytes of a part that is read
	mostHoles = 20_000   // cells with braces
	mostMade  = 500_000  // cells that are filled
)

// read unpacks a part of a form, within the bounds.
func (t *Template) read(name string) ([]byte, error) {
	raw, err := t.archive.Part(name)
	if err == nil && len(raw) > mostPart {
		return nil, refuse("часть книги в распакованном виде больше %d МБ: это не форма. Оставьте в ней листы, которые нужны",
			"a part of the workbook is bigger than %d MB unpacked: it is no form. Leave the sheets that are needed", mostPart>>20)
	}
	return raw, err
}

// refuse makes what the user reads of a form that cannot be filled.
func refuse(ru, en string, args ...any) error {
	return &app.Refusal{ID: "err.template", Data: map[string]any{"Reason": formula.Said(formula.Say(ru, en, args...))}}
}
