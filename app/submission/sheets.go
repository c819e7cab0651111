package submission

import (
	"context"
	"strconv"

	"technopark/app"
	"technopark/app/rating"
	"technopark/app/regulation"
	"technopark/reports"
	"technopark/reports/attach"
)

// Sheets returns how many sheets each part of a package would take, by its key, without
// making it: documents count as many as their files have pages.
func Sheets(b *app.Book, set regulation.Set, result *rating.Result, day app.Date, form Form) (map[string]int, error) {
	report, err := set.Check(b, result.Year, app.Date{}) // as it is printed: see judged
	if err != nil {
		return nil, err
	}
	in := reports.Input{
		Book: b, Result: result, Report: report, Year: result.Year, Draft: true, Date: day, Created: day.Midnight(),
		DataSHA256: Format, Code: codeOf(b, result.Year, 0, Values(result), Format).String(), Program: program(form.Lang),
		Lang: form.Lang, Compressed: form.Compressed, Control: app.Control{Entry: 9999, Hash: hashOf(nil)}.String(),
	}
	if in.Earlier, err = earlier(b, result); err != nil {
		return nil, err
	}
	if in.Answers, err = reports.Place(asked(b, set, result)); err != nil { // the sheet is one, however much stands on it
		return nil, err
	}
	in.Answers.Alone = true
	for _, p := range Proofs(b, result) {
		in.Attachments = append(in.Attachments, reports.Attachment{
			Document: p.Document, Proves: p.words(b, result, form.Lang), Codes: p.Codes, Sheets: max(1, int(p.Document.Pages.N)), Reason: p.Document.ApartReason(),
		})
	}
	return countedSheets(in)
}

// usualSheets is how many sheets of its own a package of some dozens of residents has, near
// enough: how many digits the numbers of the sheets behind them have is mostly right at once.
const usualSheets = 80

// countedSheets counts the sheets with the documents where they will stand: a number of one
// digit more may take a line more, and that another sheet.
func countedSheets(in reports.Input) (counts map[string]int, err error) {
	own := usualSheets
	for range 3 {
		next := own + 1
		for i := range in.Attachments {
			in.Attachments[i].First = next
			next += in.Attachments[i].Sheets
		}
		if counts, err = reports.Sheets(in); err != nil {
			return nil, err
		}
		are := 0
		for _, part := range reports.Parts() {
			if part.Key != "attachments" {
				are += counts[part.Key]
			}
		}
		if len(in.Attachments) == 0 || digits(are) == digits(own) && digits(are+counts["attachments"]) == digits(next-1) {
			break
		}
		own = are
	}
	return counts, nil
}

func digits(n int) int { return len(strconv.Itoa(n)) }

// DocumentSheets returns the sheets of a document as they would stand in a package, as a
// PDF: a sheet with its name when they cannot be shown.
func DocumentSheets(ctx context.Context, records Records, d *app.Document) ([]byte, error) {
	file := attach.Document{Title: d.Title, Kind: d.Format, Apart: reports.AttachmentApart(app.RU, 0, d)[1:]}
	if d.SHA256 != "" {
		data, err := records.Content(ctx, d.SHA256)
		if err != nil {
			return nil, err
		}
		file.Data = data
	}
	ready, err := attach.Prepare(ctx, file)
	if err != nil {
		return nil, err
	}
	return ready.PDF()
}
