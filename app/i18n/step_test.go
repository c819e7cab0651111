package i18n

import (
	"testing"

	"technopark/app"
)

// What the data file calls a step is said to a reader of either language in his own, whichever
// window took the step; what nobody of us wrote stays.
func TestStepsAreNamedInTheLanguageOfTheReader(t *testing.T) {
	ru, en := New(app.RU), New(app.EN)
	for _, tt := range []struct{ ru, en string }{
		{"добавление: Резидент «Альфа»", "addition: Resident “Альфа”"},
		{"изменение: Резидент «Альфа „Плюс“» — ИНН, Телефон и ещё 12", "change: Resident “Альфа „Плюс“” — INN, Phone and 12 more"},
		{ru.T("step.revision", map[string]any{"Number": 2, "Year": 2020}), en.T("step.revision", map[string]any{"Number": 2, "Year": 2020})},
		{ru.T("step.paste_records", map[string]any{"What": "Резиденты"}), en.T("step.paste_records", map[string]any{"What": "Residents"})},
		{ru.T("step.link", map[string]any{"What": "Устав"}), en.T("step.link", map[string]any{"What": "Устав"})},
		{ru.N("step.questionnaires", 21, map[string]any{"Period": "2020 год"}), en.N("step.questionnaires", 21, map[string]any{"Period": "2020"})},
		{ru.T("ui.collect.step.sent", map[string]any{"Count": ru.N("ui.count.questionnaire", 1_234, nil)}), en.T("ui.collect.step.sent", map[string]any{"Count": en.N("ui.count.questionnaire", 1_234, nil)})},
		{"учебный технопарк", "учебный технопарк"},
	} {
		if got := en.Step(tt.ru); got != tt.en {
			t.Errorf("%q in English is %q, want %q", tt.ru, got, tt.en)
		}
		if got := ru.Step(tt.ru); got != tt.ru {
			t.Errorf("%q in Russian is %q", tt.ru, got)
		}
	}
	for _, id := range []string{"step.revision_state", "step.signature"} {
		data := map[string]any{"Number": 3}
		if got, want := ru.Step(en.T(id, data)), ru.T(id, data); got != want {
			t.Errorf("%s taken in an English window is %q in Russian, want %q", id, got, want)
		}
	}
}
