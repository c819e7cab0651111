package check

import (
	"strings"
	"testing"

	"technopark/app"
)

func TestTermsAreSaidInWords(t *testing.T) {
	for days, want := range map[int][2]string{
		0: {"0 дн.", "0 days"}, 1: {"1 дн.", "1 day"}, -1: {"−1 дн.", "−1 day"}, 45: {"45 дн.", "45 days"},
		244: {"8 мес.", "8 months"}, 365: {"1 год", "1 year"}, 396: {"1 год 1 мес.", "1 year 1 month"}, 822: {"2 года 3 мес.", "2 years 3 months"},
		5 * 365: {"5 лет", "5 years"}, 40000: {"срок без окончания", "a term without end"},
	} {
		got := termText(days)
		ru, en := strings.ReplaceAll(got.RU, app.NBSP, " "), strings.ReplaceAll(got.EN, app.NBSP, " ")
		if ru != want[0] || en != want[1] {
			t.Errorf("%d: %q, %q; want %q", days, ru, en, want)
		}
	}
}
