package i18n

import (
	"fmt"
	"strings"
	"testing"

	"technopark/app"
)

// Whatever is refused, the sentence says what is possible instead.
func TestRefusedStatesSayWhatIsPossible(t *testing.T) {
	day := app.Day(2021, 4, 12)
	for _, c := range []struct{ from, to, ru, en string }{
		{app.RevisionChecked, app.RevisionSent, "ещё не подписана: сначала отметьте «подписан»", "not signed yet: mark it “signed” first"},
		{app.RevisionSigned, app.RevisionReturned, "ещё не отправлена: сначала отметьте «отправлен»", "not sent yet"},
		{app.RevisionSent, app.RevisionChecked, "дальше можно отметить «принят» или «возвращён»", "“accepted” or “returned”"},
		{app.RevisionAccepted, app.RevisionReturned, "принята, отмечать больше нечего", "nothing more to mark"},
		{app.RevisionReturned, app.RevisionSigned, "соберите чистовой пакет, он станет следующей редакцией", "make a final package"},
		{app.RevisionSent, app.RevisionReturned, "Напишите, почему", "Write why"},
	} {
		r := app.Revision{Number: app.Of(app.Count(2)), State: c.from, Checked: day}
		err := fmt.Errorf("mark: %w", r.Advance(c.to, day, ""))
		for lang, want := range map[app.Lang]string{app.RU: c.ru, app.EN: c.en} {
			if got, ok := New(lang).Sentence(err, nil); !ok || !strings.Contains(got, want) || !strings.Contains(got, " 2") {
				t.Errorf("%s → %s: %q lacks %q", c.from, c.to, got, want)
			}
		}
	}
	r := app.Revision{Number: app.Of(app.Count(2)), State: app.RevisionChecked, Checked: day}
	if got, _ := New(app.RU).Sentence(r.Advance(app.RevisionSigned, day.AddDays(-1), ""), nil); !strings.Contains(got, "11.04.2021") || !strings.Contains(got, "12.04.2021") {
		t.Errorf("too early: %q", got)
	}
	if got, _ := New(app.RU).Sentence(r.TakeBack(day, ""), nil); !strings.Contains(got, "только проверена") {
		t.Errorf("nothing to take off: %q", got)
	}
}
