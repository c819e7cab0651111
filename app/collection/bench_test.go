package collection_test

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"technopark/app"
	"technopark/app/collection"
	"technopark/app/questionnaire"
	"technopark/app/sample"
	"technopark/reports/xlsx"
)

// BenchmarkCollect1000 reads and plans the answers of 1,000 residents, as they lie in a directory.
func BenchmarkCollect1000(b *testing.B) {
	book := crowd(10)
	maker := questionnaire.Over(book, questionnaire.Asking{Period: year})
	dir := b.TempDir()
	for i, r := range book.ActiveResidents(year)[:1000] {
		var out bytes.Buffer
		if err := xlsx.WriteQuestionnaire(&out, maker.Form(r), madeOn); err != nil {
			b.Fatal(err)
		}
		save(b, dir, fmt.Sprintf("%04d.xlsx", i), out.Bytes())
	}
	in := collection.Intake{Book: book, Today: arrival}
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		files, err := collection.Gather(context.Background(), []string{filepath.Clean(dir)}, nil)
		if err == nil {
			err = in.Plan(context.Background(), files, nil)
		}
		if err != nil || len(files) != 1000 || files[0].Plan == nil || !files[0].Plan.Fault.Zero() {
			b.Fatal(err, len(files))
		}
	}
}

// crowd returns the sample park with its residents so many times, each with numbers of its own.
func crowd(times int) *app.Book {
	book := sample.Park().Book()
	var more []app.Record
	for n := 1; n < times; n++ {
		shift := int64(n) * 1_000_000
		for _, t := range app.Types() {
			if t.Key != "resident" && t.Owner != "resident" {
				continue
			}
			for _, rec := range book.Of(t.Key) {
				rec = app.Clone(rec)
				rec.Header().ID += shift
				if f, ok := t.Field("resident"); ok && app.ResidentOf(rec) != 0 {
					f.Set(rec, app.NumberValue(app.ResidentOf(rec)+shift))
				}
				if f, ok := t.Field("inn"); ok && t.Key == "resident" {
					f.Set(rec, app.TextValue(fmt.Sprint(9_000_000_000+shift+rec.Header().ID%1_000_000)))
				}
				more = append(more, rec)
			}
		}
	}
	records := map[string][]app.Record{}
	for _, t := range app.Types() {
		records[t.Key] = append(records[t.Key], book.Of(t.Key)...)
	}
	for _, rec := range more {
		records[rec.Type().Key] = append(records[rec.Type().Key], rec)
	}
	return app.NewBook(book.Park, records)
}
