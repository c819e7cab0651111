package storage_test

import (
	"context"
	"database/sql"
	_ "embed"
	"math/big"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"technopark/app"
	"technopark/app/rating"
	"technopark/app/sample"
	"technopark/assets"
	"technopark/storage"
)

//go:embed testdata/indicators.sql
var indicatorsSQL string

// TestIndicatorsAgreeWithSQL recomputes the indicators of the sample park by plain
// SQL from its file and compares them with the profile's, to far more digits than
// are shown.
func TestIndicatorsAgreeWithSQL(t *testing.T) {
	path := sampleFile(t)
	for _, year := range []int{2019, 2020} {
		bySQL := indicatorsBySQL(t, path, year)
		if len(bySQL) != 21 {
			t.Fatalf("SQL gives %d indicators", len(bySQL))
		}
		for _, ind := range indicatorsOf(t, path, year).All() {
			want, ok := bySQL[ind.Code]
			if !ok || ind.Value == nil {
				t.Errorf("%s of %d: by SQL %v, by the profile %s", ind.Code, year, want, ind.Substituted(app.RU))
				continue
			}
			got, _ := ind.Value.Float64()
			if diff := got - want; diff > 1e-7 || diff < -1e-7 {
				t.Errorf("%s of %d = %v, by SQL %v", ind.Code, year, got, want)
			}
		}
	}
}

// TestPartsMakeUpTheirSums holds every Σ of the sample park to its trace.
func TestPartsMakeUpTheirSums(t *testing.T) {
	for _, ind := range indicatorsOf(t, sampleFile(t), 2020).All() {
		if len(ind.Terms) == 0 {
			t.Errorf("%s has no terms", ind.Code)
		}
		for _, term := range ind.Terms {
			sum := new(big.Rat)
			for _, part := range term.Parts() {
				sum.Add(sum, part.Amount)
			}
			if sum.Cmp(term.Sum) != 0 || len(term.Parts()) == 0 {
				t.Errorf("%s, %s: Σ %s, %d parts make %s", ind.Code, term.Name, term.Sum, len(term.Parts()), sum)
			}
		}
	}
}

func sampleFile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sample.tpark")
	store, err := storage.Create(path, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	err = store.Change(ctx, "sample", func(tx app.Tx) error {
		return sample.Park().Fill(func(rec app.Record) error { return tx.Save(ctx, rec) })
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func testOptions() storage.Options {
	return storage.Options{Who: "tester", Now: func() time.Time { return time.Date(2021, 3, 1, 9, 0, 0, 0, time.UTC) }}
}

func indicatorsOf(t *testing.T, path string, year int) *rating.Result {
	t.Helper()
	store, err := storage.Open(path, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	book, err := store.Book(context.Background(), 1)
	if err != nil {
		t.Fatal(err)
	}
	method := assets.Methods()[0]
	profile, err := rating.Load(method.Name, method.TOML)
	if err != nil {
		t.Fatal(err)
	}
	result, err := rating.Compute(profile, book, year)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func indicatorsBySQL(t *testing.T, path string, year int) map[string]float64 {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.Query(indicatorsSQL, 1, strconv.Itoa(year))
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	values := map[string]float64{}
	for rows.Next() {
		var code string
		var value sql.NullFloat64
		if err := rows.Scan(&code, &value); err != nil {
			t.Fatal(err)
		}
		if value.Valid {
			values[code] = value.Float64
		}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return values
}
