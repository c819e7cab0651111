package reports_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"technopark/app"
	"technopark/app/questionnaire"
	"technopark/app/sample"
	"technopark/reports"
	"technopark/reports/doc"
)

// drawn draws a paper and returns the text of its sheets.
func drawn(t *testing.T, d doc.Document, name string) []string {
	t.Helper()
	var b bytes.Buffer
	pages, err := reports.WritePDF(&b, d)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "paper.pdf")
	if keep := os.Getenv("QUESTIONNAIRE_PAPERS"); keep != "" {
		path = filepath.Join(keep, name+".pdf")
	}
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command("pdftotext", "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	sheets := strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
	if len(sheets) != pages {
		t.Fatalf("%d sheets of %d", len(sheets), pages)
	}
	return sheets
}

// asking returns the questionnaires of all residents and how their papers are written.
func asking(lang app.Lang) ([]*questionnaire.Form, reports.Writing) {
	b := sample.Park().Book()
	m := questionnaire.Over(b, questionnaire.Asking{Period: app.YearPeriod(2020), Due: app.Day(2021, 2, 15), Lang: lang})
	var forms []*questionnaire.Form
	for _, r := range b.ActiveResidents(app.YearPeriod(2020)) {
		forms = append(forms, m.Form(r))
	}
	made := time.Date(2021, 1, 20, 0, 0, 0, 0, time.UTC)
	return forms, reports.Writing{Book: b, Year: 2020, Date: app.DateOf(made), Created: made, Program: "Технопарк", Lang: lang}
}

// On paper stands all that is asked, with what is on record and the line of the official form.
func TestQuestionnairesOnPaperAskForAll(t *testing.T) {
	for _, lang := range []app.Lang{app.RU, app.EN} {
		forms, w := asking(lang)
		f := forms[0]
		sheets := drawn(t, w.Questionnaires(forms[:1])[0], "анкета-"+string(lang))
		if len(sheets) > 2 {
			t.Errorf("%d sheets do not go on one leaf", len(sheets))
		}
		text := squeezed(strings.Join(sheets, "\n"))
		for _, it := range f.Items() {
			if it.Row == 0 && !strings.Contains(text, squeezed(it.Field.Label.In(lang))) {
				t.Errorf("%s is not asked for", it.Key())
			}
			if it.Field.Kind.Number() && it.Now.State == app.Given && !strings.Contains(text, squeezed(it.Field.Exact(it.Now, nil, lang))) {
				t.Errorf("%s: %s is not printed", it.Key(), it.Field.Exact(it.Now, nil, lang))
			}
		}
		for _, want := range []string{f.Title(), "15.02.2021", app.L("Форма 2, строка 2110", "Form 2, line 2110").In(lang), f.Resident.INN} {
			if !strings.Contains(text, squeezed(want)) {
				t.Errorf("%q is not printed", want)
			}
		}
	}
}

// squeezed leaves out what a page sets between letters.
func squeezed(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, app.NBSP, " ")), "")
}

// Whoever is asked for what, every paper can be drawn, a known figure and an empty box alike.
func TestEveryoneCanBeAskedOnPaper(t *testing.T) {
	forms, w := asking(app.RU)
	for i, d := range w.Questionnaires(forms) {
		if i%10 == 0 {
			if sheets := drawn(t, d, "все"); len(sheets) > 2 {
				t.Errorf("%s: %d sheets", forms[i].Resident.Name, len(sheets))
			}
		}
	}
}

// A quarter ends with a shortened word: no sentence of a letter gets a second full stop.
func TestCoveringLetterOfAQuarterHasOneFullStop(t *testing.T) {
	forms, w := asking(app.RU)
	f := forms[0]
	f.Period, f.Before = app.Period{Year: 2020, Quarter: 2}, app.Period{Year: 2020, Quarter: 1}
	text := strings.Join(drawn(t, w.Covering(forms[:1], func(*questionnaire.Form) string { return "Анкета.xlsx" })[0].Document, "письмо-квартал"), "\n")
	if said := squeezed(text); strings.Contains(said, "..") || !strings.Contains(said, squeezed("II квартал 2020 г.")) {
		t.Errorf("the letter says\n%s", text)
	}
}

// A letter says what is asked, until when, of whom, where it lies and whom to answer.
func TestCoveringLetterSaysWhatToDo(t *testing.T) {
	for _, lang := range []app.Lang{app.RU, app.EN} {
		forms, w := asking(lang)
		f := forms[0]
		letters := w.Covering(forms[:1], func(*questionnaire.Form) string { return "Анкета 2020.xlsx" })
		if letters[0].Resident != f.Resident {
			t.Error("the letter is to somebody else")
		}
		sheets := drawn(t, letters[0].Document, "письмо-"+string(lang))
		if len(sheets) != 1 {
			t.Errorf("%d sheets", len(sheets))
		}
		text := squeezed(strings.Join(sheets, "\n"))
		for _, want := range []string{"15.02.2021", f.PeriodWords(), f.Contact.Email, questionnaire.NotApplicable.In(lang), "2020.xlsx"} {
			if !strings.Contains(text, squeezed(want)) {
				t.Errorf("%s: %q is not in the letter:\n%s", lang, want, strings.Join(sheets, "\n"))
			}
		}
	}
}
