package i18n

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"technopark/app"
)

func TestSentence(t *testing.T) {
	refusal := &app.Refusal{ID: "err.state_behind", Data: map[string]any{
		"Number": app.Count(2), "Now": app.L("отправлен", "sent"), "Next": []app.Text{app.L("принят", "accepted"), app.L("возвращён", "returned")},
	}}
	faults := app.FieldErrors{{Field: "inn", Message: app.L("введите 10 цифр", "enter 10 digits")}, {Field: "kpp", Message: app.L("введите 9 цифр", "enter 9 digits")}}
	for _, c := range []struct {
		err    error
		ru, en string
	}{
		{errors.New("disk on fire"), "", ""},
		{app.About("a.pdf", errors.New("disk on fire")), "", ""},
		{fmt.Errorf("mark: %w", refusal), "дальше можно отметить «принят» или «возвращён»", "it can go on to “accepted” or “returned”"},
		{&app.Refusal{ID: "err.final_refused", Data: map[string]any{"N": 1234}}, "1\u00a0234 ошибки без", "1,234 errors"},
		{&app.Refusal{ID: "err.final_refused", Data: map[string]any{"N": 1}}, "1 ошибка без", "1 error that"},
		{app.About("a.pdf", &app.InUseError{}), "не удалена", "not deleted"},
		{fmt.Errorf("save: %w", faults), "Запись не сохранена: введите 10 цифр; введите 9 цифр.", "The record was not saved: enter 10 digits; enter 9 digits."},
	} {
		for lang, want := range map[app.Lang]string{app.RU: c.ru, app.EN: c.en} {
			got, ok := New(lang).Sentence(c.err, nil)
			if ok != (want != "") || !strings.Contains(got, want) {
				t.Errorf("%s %v: %q, %t, want %q", lang, c.err, got, ok, want)
			}
		}
	}
	if got, _ := New(app.RU).Sentence(app.About("b", app.ErrExists), map[string]any{"File": "a"}); !strings.Contains(got, "«b»") {
		t.Errorf("what is given hides what is known: %q", got)
	}
}
