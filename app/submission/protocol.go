package submission

import (
	"bytes"
	"cmp"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/disk"
	"technopark/reports"
)

// ErrFormat says that a file name ends in none of the endings that can be written.
var ErrFormat error = &app.Refusal{ID: "err.paper_format"}

// WriteProtocol writes the protocol of a check under path, as PDF or XLSX by its ending;
// ErrFormat for any other. The file appears whole or not at all.
func WriteProtocol(path string, b *app.Book, r check.Report, rules *check.Profile, now time.Time) error {
	paper := reports.Protocol(checked(b, r, rules, now))
	var out bytes.Buffer
	switch strings.ToLower(filepath.Ext(path)) {
	case ".pdf":
		if _, err := reports.WritePDF(&out, paper); err != nil {
			return err
		}
	case ".xlsx":
		if err := reports.WriteXLSX(&out, paper); err != nil {
			return err
		}
	default:
		return app.About(path, ErrFormat)
	}
	return disk.Write(path, out.Bytes())
}

// WriteLetters writes a letter of one or two pages to each resident about whom there is an
// open finding into an existing directory, and returns the paths. Letters of the same day
// and name are written anew.
func WriteLetters(dir string, b *app.Book, r check.Report, rules *check.Profile, now time.Time) ([]string, error) {
	if err := disk.Dir(dir); err != nil {
		return nil, err
	}
	var paths []string
	taken := map[string]bool{}
	for _, letter := range reports.Letters(checked(b, r, rules, now)) {
		var out bytes.Buffer
		if _, err := reports.WritePDF(&out, letter.Document); err != nil {
			return paths, err
		}
		name := letterName(letter.Resident, r.Year, taken)
		if err := disk.Write(filepath.Join(dir, name), out.Bytes()); err != nil {
			return paths, err
		}
		paths = append(paths, filepath.Join(dir, name))
	}
	return paths, nil
}

// letterName returns «Запрос ООО Альфа 2020.pdf»; of two residents of one name the second
// has its ИНН in it.
func letterName(r *app.Resident, year int, taken map[string]bool) string {
	who := plainName(cmp.Or(r.ShortName, r.Name))
	name := fmt.Sprintf("Запрос %s %d.pdf", who, year)
	if key := strings.ToLower(name); taken[key] {
		name = fmt.Sprintf("Запрос %s %s %d.pdf", who, cmp.Or(plainName(r.INN), fmt.Sprint(r.ID)), year)
	}
	taken[strings.ToLower(name)] = true
	return name
}

func checked(b *app.Book, r check.Report, rules *check.Profile, now time.Time) reports.Checked {
	day := app.DateOf(now)
	return reports.Checked{Book: b, Report: r, Rules: rules, Date: day, Created: day.Midnight(), Program: program(app.RU)}
}
