package app_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"technopark/app"
)

func TestProblemsAreSaidInWords(t *testing.T) {
	for _, c := range []struct {
		problem app.Problem
		ru, en  string
	}{
		{
			app.Problem{Kind: app.ProblemValue, Type: "resident_report", ID: 3, Title: "Альфа", Field: "revenue", Journal: `100000`, File: `100100000`},
			"«Отчёт резидента» № 3, «Альфа», «Выручка»: по журналу 1,0 тыс. руб., в файле 1 001,0 тыс. руб.",
			"“Resident’s report” No 3, “Альфа”, “Revenue”: 1.0 thousand RUB by the journal, 1,001.0 thousand RUB in the file",
		},
		{
			app.Problem{Kind: app.ProblemValue, Type: "resident_report", ID: 3, Field: "revenue", Journal: `null`, File: `"n/a"`},
			"«Отчёт резидента» № 3, «Выручка»: по журналу пусто, в файле не применимо",
			"“Resident’s report” No 3, “Revenue”: nothing by the journal, not applicable in the file",
		},
		{
			app.Problem{Kind: app.ProblemMissing, Type: "resident", ID: 7, Journal: `{"name":"ООО «Бета»"}`},
			"нет записи «Резидент» № 7, «ООО „Бета“»: по журналу она есть, в файле её удалили в обход программы",
			"there is no record “Resident” No 7, “ООО «Бета»”: the journal has it, and it was removed by other means than this program",
		},
		{
			app.Problem{Kind: app.ProblemJump, Type: "resident_report", ID: 3, Field: "revenue", Entry: 57, Journal: `100000`, File: `100100000`},
			"«Отчёт резидента» № 3, «Выручка»: до правки журнала № 57 по журналу было 1,0 тыс. руб., а правка застала 1 001,0 тыс. руб.: между ними",
			"1.0 thousand RUB by the journal before entry No 57, which found 1,001.0 thousand RUB",
		},
		{app.Problem{Kind: app.ProblemExtra, Type: "room", ID: 1}, "лишняя запись «Помещение» № 1: ", "there is an extra record “Room” No 1: "},
		{
			app.Problem{Kind: app.ProblemValue, Type: "room", ID: 1, Field: "created", Journal: `"2020-01-01T00:00:00Z"`, File: `"вчера"`},
			"«Помещение» № 1, «когда внесена»: по журналу \"2020-01-01T00:00:00Z\", в файле \"вчера\"", "“when it was added”",
		},
		{
			app.Problem{Kind: app.ProblemOrphan, Type: "contract", ID: 17, Field: "rooms", File: "5"},
			"записи «Договор» № 17 нет, а её связь «Помещения» с записью «Помещение» № 5 есть: ",
			"there is no record “Contract” No 17, but its link “Rooms” to the record “Room” No 5 is there",
		},
		{
			app.Problem{Kind: app.ProblemDangling, Type: "job", ID: 4, Field: "resident", File: "9"},
			"№ 4, «Резидент»: указана запись «Резидент» № 9, а её нет; выберите другую", "it names the record “Resident” No 9, which is not there",
		},
		{
			app.Problem{Kind: app.ProblemDangling, Type: "room", ID: 4, Field: "park_id", File: "9"},
			"«Помещение» № 4, «технопарк»: указана запись «Карточка технопарка» № 9, а её нет", "No 9, which is not there",
		},
		{app.Problem{Kind: app.ProblemStep, ID: 3, Journal: "undone", File: "kept"}, "шаг отмены № 3: по журналу отменён, в файле сделан, и отменить его нельзя", "step of undo No 3: undone by the journal, done for good in the file"},
		{app.Problem{Kind: app.ProblemStep, ID: 3, File: "done"}, "шаг отмены № 3: по журналу его нет, в файле сделан", "No 3: it is not there by the journal"},
		{app.Problem{Kind: app.ProblemNumber, File: "NULL = 0"}, "лишняя строка среди счётчиков номеров (NULL = 0)", "an extra row among the counters of numbers (NULL = 0)"},
		{app.Problem{Kind: app.ProblemNumber, Type: "room", Journal: "5", File: "1"}, "счётчик номеров «room»: по журналу 5, в файле 1", "5 by the journal, 1 in the file"},
		{app.Problem{Kind: app.ProblemIndex, File: "row 1 missing from index x"}, "пропала бы из списков (row 1 missing from index x)", "would vanish from lists (row 1"},
		{app.Problem{Kind: app.ProblemContent, Journal: strings.Repeat("a", 64), Type: "document", ID: 4, Field: "sha256"}, "приложенного файла aaaaaaaaaaaa… нет или он изменился: «Документ» № 4", "the kept file aaaaaaaaaaaa… is not there"},
	} {
		said := c.problem.Say()
		plain := func(s string) string { return strings.ReplaceAll(s, app.NBSP, " ") }
		if ru, en := plain(said.RU), plain(said.EN); !strings.Contains(ru, c.ru) || !strings.Contains(en, c.en) {
			t.Errorf("%+v is said as\n%s\n%s\nwant\n%s\n%s", c.problem, ru, en, c.ru, c.en)
		}
	}
}

func TestSentenceEndsWithOneFullStop(t *testing.T) {
	revenue := app.Problem{Kind: app.ProblemValue, Type: "resident_report", ID: 3, Field: "revenue", Journal: `100000`, File: `100100000`}
	if said := app.FullStop(revenue.Say().RU); !strings.HasSuffix(said, "руб.") || strings.HasSuffix(said, "..") {
		t.Error(said)
	}
	if said := app.FullStop("нет"); said != "нет." {
		t.Error(said)
	}
	r, _ := app.Refused(app.Verdict{Problems: []app.Problem{revenue}}.Err())
	if what := r.Data["What"].(app.Text).RU; !strings.HasSuffix(what, "руб") {
		t.Errorf("%q is before a full stop", what)
	}
	r, _ = app.Refused(app.Verdict{Problems: []app.Problem{revenue, revenue}}.Err())
	if what := r.Data["What"].(app.Text).RU; !strings.HasSuffix(what, "руб.") {
		t.Errorf("%q is before a semicolon", what)
	}
}

func TestVerdictSaysTheFirstAndHowMany(t *testing.T) {
	var v app.Verdict
	if err := v.Err(); err != nil || !v.OK() || v.Restorable() {
		t.Errorf("of a sound file: %v", err)
	}
	for i := range app.MostProblems + 5 {
		if kept := v.Add(app.Problem{Kind: app.ProblemExtra, Type: "room", ID: int64(i)}); kept != (i < app.MostProblems) {
			t.Fatalf("problem %d kept: %v", i, kept)
		}
	}
	r, ok := app.Refused(v.Err())
	if !ok || r.ID != "err.unsound" || r.Data["All"] != "1000" || !errors.Is(v.Err(), app.ErrDamaged) || !v.More {
		t.Errorf("%+v", r)
	}
}

// A journal that was changed itself proves nothing, so nothing is restored from it.
func TestOnlyASoundJournalRestores(t *testing.T) {
	value := app.Problem{Kind: app.ProblemValue, Type: "room", ID: 1, Field: "number"}
	for kind, want := range map[app.ProblemKind]bool{
		app.ProblemValue: true, app.ProblemMissing: true, app.ProblemExtra: true, app.ProblemIndex: true, app.ProblemNumber: true,
		app.ProblemStep: true, app.ProblemContent: true, app.ProblemOrphan: true, app.ProblemDangling: true, // of a kept file itself nothing is restored
		app.ProblemEntry: false, app.ProblemGap: false, app.ProblemStructure: false, app.ProblemSchema: false,
	} {
		if got := (app.Verdict{Problems: []app.Problem{value, {Kind: kind}}}).Restorable(); got != want {
			t.Errorf("beside %s: %v", kind, got)
		}
	}
	if (app.Verdict{Problems: []app.Problem{{Kind: app.ProblemContent}}}).Restorable() {
		t.Error("a kept file is restored from the journal")
	}
}

// A value that was written past the program says nothing in the name of the program.
func TestProblemIsOneLine(t *testing.T) {
	p := app.Problem{Kind: app.ProblemValue, Type: "resident", ID: 3, Field: "short_name", Journal: `"Альфа"`, File: "\"\\u001b[2K\\r\\nФайл цел\xff\""}
	if got := p.Say().RU; strings.ContainsAny(got, "\x1b\r\n") || !utf8.ValidString(got) || !strings.Contains(got, "\ufffd[2K Файл цел") {
		t.Errorf("%q", got)
	}
}
