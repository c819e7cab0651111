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

// CheckPapers is where the papers of a check go.
type CheckPapers struct {
	Protocol string // path of the protocol, PDF or XLSX by its ending; «» for none
	Letters  string // existing directory for the letters; «» for none
}

// Ready refuses places where the papers cannot be written, before anything is made.
func (c CheckPapers) Ready() error {
	if c.Protocol != "" {
		if ext := strings.ToLower(filepath.Ext(c.Protocol)); ext != ".pdf" && ext != ".xlsx" {
			return app.About(c.Protocol, ErrFormat)
		}
		if err := disk.Replaceable(c.Protocol); err != nil {
			return err
		}
	}
	if c.Letters != "" {
		return disk.Into(c.Letters)
	}
	return nil
}

// Write writes the protocol of a check, and a letter of one or two pages to each resident
// about whom there is an open finding; all of them or, when one cannot be, none. It returns
// the paths of the letters. Papers of the same day and name are written anew.
func (c CheckPapers) Write(b *app.Book, r check.Report, rules *check.Profile, now time.Time) (letters []string, err error) {
	if err := c.Ready(); err != nil {
		return nil, err
	}
	paper := checked(b, r, rules, now)
	var files []disk.File
	if c.Letters != "" {
		if files, err = c.letters(paper); err != nil {
			return nil, err
		}
	}
	for _, f := range files {
		letters = append(letters, f.Path)
	}
	if c.Protocol != "" {
		protocol, err := c.protocol(paper)
		if err != nil {
			return nil, err
		}
		files = append(files, disk.File{Path: c.Protocol, Data: protocol})
	}
	return letters, disk.WriteAll(files...)
}

// protocol draws the protocol in the form its ending asks for.
func (c CheckPapers) protocol(of reports.Checked) ([]byte, error) {
	var out bytes.Buffer
	if strings.EqualFold(filepath.Ext(c.Protocol), ".xlsx") {
		err := reports.WriteXLSX(&out, reports.Protocol(of))
		return out.Bytes(), err
	}
	_, err := reports.WritePDF(&out, reports.Protocol(of))
	return out.Bytes(), err
}

// letters draws the letters.
func (c CheckPapers) letters(of reports.Checked) ([]disk.File, error) {
	var files []disk.File
	taken := map[string]bool{}
	for _, letter := range reports.Letters(of) {
		var out bytes.Buffer
		if _, err := reports.WritePDF(&out, letter.Document); err != nil {
			return nil, err
		}
		name := letterName(letter.Resident, of.Report.Year, taken)
		files = append(files, disk.File{Path: filepath.Join(c.Letters, name), Data: out.Bytes()})
	}
	return files, nil
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
