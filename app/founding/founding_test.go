package founding_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"technopark/app"
	"technopark/app/founding"
	"technopark/storage"
)

// found makes a file of answers and returns its only park, with its records.
func found(t *testing.T, a founding.Answers) *app.Book {
	t.Helper()
	ctx := context.Background()
	o := storage.Options{Who: "test", Now: func() time.Time { return time.Date(2021, 2, 1, 12, 0, 0, 0, time.UTC) }}
	s, err := storage.CreateFilled(filepath.Join(t.TempDir(), "новый.tpark"), o, "новый технопарк", func(ctx context.Context, tx app.Tx) error {
		return founding.Fill(ctx, tx, a)
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	parks, err := s.Parks(ctx)
	if err != nil || len(parks) != 1 {
		t.Fatalf("%d parks, %v", len(parks), err)
	}
	b, err := s.Book(ctx, parks[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func whole() founding.Answers {
	return founding.Answers{
		founding.Company: "ООО «УК „Технопарк Заречный“»", founding.INN: "7707083893",
		founding.Head: "Ёжикова-Преображенская Анна Викторовна", founding.Position: "директор", founding.Authority: "устав",
		founding.Park: "Технопарк «Заречный»", founding.Kind: "в сфере высоких технологий", founding.Region: "Нижегородская область", founding.Year: "2020",
	}
}

func TestAnswersBecomeRecords(t *testing.T) {
	b := found(t, whole())
	head := app.Find[app.Person](b, "person", b.Company.HeadPerson)
	if b.Park.Kind != "hightech" || b.Company.INN != "7707083893" || head == nil || head.Position != "директор" || head.Role != "head" {
		t.Errorf("park %+v, company %+v, head %+v", b.Park, b.Company, head)
	}
	for _, key := range []string{"site_report", "company_report", "disclosure"} {
		recs := b.Of(key)
		if len(recs) == 0 || app.PeriodOf(recs[0]) != app.YearPeriod(2020) {
			t.Errorf("%d records of %s", len(recs), key)
		}
	}
	if n := len(b.Of("specialism")); n == 0 {
		t.Error("no dictionary")
	}
}

// Only the name and the year are asked for; the rest can wait.
func TestParkAlone(t *testing.T) {
	b := found(t, founding.Answers{founding.Park: "Заречный", founding.Year: "за 2020 год"})
	if b.Company != nil || len(b.Of("person")) != 0 || b.Park.Name != "Заречный" {
		t.Errorf("park %+v, company %+v", b.Park, b.Company)
	}
}

func TestAnswersThatAreRefused(t *testing.T) {
	for name, c := range map[string]struct {
		key    founding.Key
		answer string
		about  founding.Key
	}{
		"a wrong control digit":  {founding.INN, "7707083890", founding.INN},
		"letters for a number":   {founding.INN, "ИНН", founding.INN},
		"no park":                {founding.Park, " ", founding.Park},
		"no year":                {founding.Year, "", founding.Year},
		"a quarter":              {founding.Year, "2020-Q1", founding.Year},
		"a year long ago":        {founding.Year, "1720", founding.Year},
		"no such kind":           {founding.Kind, "морской", founding.Kind},
		"a number of nobody":     {founding.Company, "", founding.Company},
		"a position of nobody":   {founding.Head, "", founding.Head},
		"a year that is a word":  {founding.Year, "прошлый", founding.Year},
		"a number too long":      {founding.INN, "77070838931", founding.INN},
		"a sign that is no sign": {founding.Year, "20\u00a020?", founding.Year},
	} {
		a := whole()
		a[c.key] = c.answer
		r, ok := app.Refused(a.Ready())
		if !ok || r.Data["Key"] != string(c.about) {
			t.Errorf("%s: %v", name, a.Ready())
		}
	}
	if err := whole().Ready(); err != nil {
		t.Error(err)
	}
}

func TestNumberWhileItIsTyped(t *testing.T) {
	for typed, want := range map[string]string{
		"": "", "77070": "введено 5 из\u00a010 цифр", "7707083893": "●\u00a0ИНН верен", "7707 083 893": "●\u00a0ИНН верен",
	} {
		mark, words := founding.INNSoFar(typed)
		if got := mark.Before(words.RU); got != want {
			t.Errorf("%q: %q", typed, got)
		}
	}
	if mark, _ := founding.INNSoFar("7707083890"); mark != app.MarkError {
		t.Error("a wrong control digit is not told")
	}
}
