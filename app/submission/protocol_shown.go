package submission

import (
	"context"
	"fmt"
	"time"

	"technopark/app"
	"technopark/app/check"
	"technopark/reports"
	"technopark/reports/attach"
)

// ShowProtocol returns the protocol of a check in a language, to be looked at and printed.
func ShowProtocol(ctx context.Context, b *app.Book, r check.Report, rules *check.Profile, now time.Time, lang app.Lang) (Shown, error) {
	of := checked(b, r, rules, now, lang)
	pdf, pages, err := draw(".pdf", reports.Protocol(of), "")
	name := joined("Протокол проверки", plainName(b.Park.ShortName), fmt.Sprint(r.Year))
	if err == nil {
		err = ctx.Err()
	}
	return Shown{Name: name, PDF: pdf, Pages: pages}, err
}

// ShowLetters returns the letters of a check in a language, one behind the other, to be looked at and
// printed; without pages when there is nobody to write to.
func ShowLetters(ctx context.Context, b *app.Book, r check.Report, rules *check.Profile, now time.Time, lang app.Lang) (Shown, error) {
	shown := Shown{Name: joined("Запросы резидентам", plainName(b.Park.ShortName), fmt.Sprint(r.Year))}
	var all [][]byte
	for _, letter := range reports.Letters(checked(b, r, rules, now, lang)) {
		if err := ctx.Err(); err != nil {
			return Shown{}, err
		}
		pdf, pages, err := draw(".pdf", letter.Document, "")
		if err != nil {
			return Shown{}, err
		}
		all, shown.Pages = append(all, pdf), shown.Pages+pages
	}
	if len(all) == 0 {
		return shown, nil
	}
	var err error
	shown.PDF, err = attach.Join(all...)
	return shown, err
}
