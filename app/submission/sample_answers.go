package submission

import (
	"bytes"
	"context"
	"fmt"

	"technopark/app"
	"technopark/app/questionnaire"
	"technopark/reports/xlsx"
)

// sampleAnswers are what residents of the demonstration wrote into their questionnaires, by their
// short names: figures that were missing, another figure, and words where figures are expected.
var sampleAnswers = map[string]map[string]any{
	"АО «ГеномГрад-Пример»":    {"resident.phone": "+7 (900) 000-11-22"},
	"ООО «Учёт и маршруты»":    {"resident_report.customs": 0, "resident_report.taxes_local": 98.7},
	"ООО «Чистый сапфир»":      {"resident.contact": "Сапфирова Ирина Львовна"},
	"ООО «БиоКлён»":            {"resident_report.rd_own": "по балансу", "resident_report.rd_budget": "уточняется", "resident_report.rd_other": "примерно 700"},
	"ООО «КардиоНить»":         {"resident_report.equity": "см. баланс", "resident_report.profit": "уточняется"},
	"ООО «Прототип за неделю»": {"resident_report.revenue": "см. форму 2", "resident_report.export": "около 3 млн", "resident_report.innovative_revenue": "вся"},
	"ООО «Крыло и лопасть»":    {"resident_report.headcount": "как в прошлом году", "resident_report.researchers": "часть"},
	"ООО «Литий и натрий»":     {"resident.phone": "+7 (900) 000-33-44"},
}

// keepSampleAnswers keeps the files of the answers of the demonstration that are not accepted yet, so
// that they can be looked at, accepted and returned.
func keepSampleAnswers(ctx context.Context, tx app.Tx, b *app.Book) error {
	for _, q := range app.All[app.Questionnaire](b, "questionnaire") {
		r := app.Find[app.Resident](b, "resident", q.Resident)
		answers := sampleAnswers[r.ShortName]
		if answers == nil {
			continue
		}
		asking := questionnaire.Asking{Period: q.Period, Due: q.Due}
		if q.Fault != "" { // it is of the year before
			asking.Period.Year--
		}
		var out bytes.Buffer
		if err := xlsx.WriteAnswer(&out, questionnaire.New(b, r, asking), answers, q.Received.Midnight()); err != nil {
			return err
		}
		sum, err := tx.PutContent(ctx, out.Bytes())
		if err != nil {
			return err
		}
		q.Content = sum
		if err := tx.Save(ctx, q); err != nil {
			return fmt.Errorf("sample answer of %s: %w", r.ShortName, err)
		}
	}
	return nil
}
