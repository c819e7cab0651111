package submission_test

import (
	"context"
	"testing"

	"technopark/app"
	"technopark/app/regulation"
	"technopark/app/submission"
)

// memory keeps what is saved, as package storage does in a file.
type memory struct {
	records  map[string][]app.Record
	contents map[string][]byte
}

func (m memory) List(_ context.Context, t *app.Type, _ int64) ([]app.Record, error) {
	return m.records[t.Key], nil
}

func (m memory) Get(context.Context, *app.Type, int64) (app.Record, error) {
	return nil, app.ErrNotFound
}

func (m memory) Save(_ context.Context, rec app.Record) error {
	key := rec.Type().Key
	m.records[key] = append(m.records[key], rec)
	if rec.Header().ID == 0 {
		rec.Header().ID = int64(len(m.records[key]))
	}
	return nil
}

func (m memory) Delete(context.Context, app.Record) error { return app.ErrNotFound }

func (m memory) Restore(ctx context.Context, rec app.Record) error { return m.Save(ctx, rec) }

func (m memory) PutContent(_ context.Context, data []byte) (string, error) {
	name := app.Content(data)
	m.contents[name] = data
	return name, nil
}

// filled returns the demonstration park with invented documents.
func filled(tb testing.TB, documents int) library {
	tb.Helper()
	m := memory{records: map[string][]app.Record{}, contents: map[string][]byte{}}
	if err := submission.FillSample(context.Background(), m, documents); err != nil {
		tb.Fatal(err)
	}
	return library{book: app.NewBook(m.records["park"][0].(*app.Park), m.records), contents: m.contents}
}

func BenchmarkPackageWith60Documents(b *testing.B) {
	l, by := filled(b, 60), regulation.Program()
	req := request(b.TempDir())
	// How the pages of a document go in is settled when it is attached; here by a package.
	if _, err := submission.Build(context.Background(), l, by, req, nil); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		out, err := submission.Build(context.Background(), l, by, req, nil)
		if err != nil || len(out.Documents) != 60 {
			b.Fatalf("%d documents, %v", len(out.Documents), err)
		}
		b.ReportMetric(float64(out.Pages), "sheets")
	}
}

func BenchmarkInspect60Documents(b *testing.B) {
	m, err := submission.Make(context.Background(), filled(b, 60), regulation.Program(), request(b.TempDir()), "", nil)
	if err != nil {
		b.Fatal(err)
	}
	pdf := bytesOf(b, m)
	b.ReportAllocs()
	for b.Loop() {
		if i, err := submission.Inspect(context.Background(), pdf, nil); err != nil || !i.OK() {
			b.Fatalf("%q, %v", faults(i), err)
		}
	}
}
