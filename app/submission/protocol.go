package submission

import (
	"cmp"
	"context"
	"fmt"
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
	Protocol string   // path of the protocol, PDF or XLSX by its ending; «» for none
	Letters  string   // existing directory for the letters; «» for none
	Lang     app.Lang // of the papers; Russian when empty
}

// Ready refuses places where the papers cannot be written, before anything is made.
func (c CheckPapers) Ready() error {
	if c.Protocol != "" {
		if err := readyPaper(c.Protocol); err != nil {
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
// the paths of the letters. When ctx is cancelled nothing is written. Papers of the same are written anew; a letter whose name
// something else has gets another, and a protocol, which the user has named, is refused.
func (c CheckPapers) Write(ctx context.Context, b *app.Book, r check.Report, rules *check.Profile, now time.Time) (letters []string, err error) {
	if err := c.Ready(); err != nil {
		return nil, err
	}
	paper := checked(b, r, rules, now, c.Lang)
	var files []disk.File
	if c.Letters != "" {
		if files, err = c.letters(ctx, paper); err != nil {
			return nil, err
		}
	}
	for _, f := range files {
		letters = append(letters, f.Path)
	}
	if c.Protocol != "" {
		protocol, err := c.protocol(ctx, paper)
		if err != nil {
			return nil, err
		}
		files = append(files, disk.File{Path: c.Protocol, Data: protocol})
	}
	staged, err := disk.Stage(ctx, files...)
	if err != nil {
		return nil, err
	}
	return letters, staged.Commit()
}

// protocol draws the protocol in the form its ending asks for.
func (c CheckPapers) protocol(ctx context.Context, of reports.Checked) ([]byte, error) {
	taken := &app.Refusal{ID: "err.not_this_protocol", Data: map[string]any{"File": c.Protocol}, Cause: app.ErrExists}
	return ownPaper(ctx, c.Protocol, reports.Protocol(of), ofWhat("protocol", parkSign(of.Book), of.Report.Year), taken)
}

// letters draws the letters.
func (c CheckPapers) letters(ctx context.Context, of reports.Checked) ([]disk.File, error) {
	s, err := openShelf(c.Letters)
	if err != nil {
		return nil, err
	}
	var files []disk.File
	for _, letter := range reports.Letters(of) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		r := letter.Resident
		sign := ofWhat("letter", parkSign(of.Book), of.Report.Year, r.ID, r.INN)
		stem := letterName(r, of.Report.Year)
		name := stem + ".pdf"
		data, _, err := draw(name, letter.Document, sign)
		if err != nil {
			return nil, err
		}
		at, err := s.settle(stem, r.INN, []file{{name: name, data: data}}, paperLike(sign))
		if err != nil {
			return nil, err
		}
		s.promise(at.name(name))
		files = append(files, disk.File{Path: at.path(name), Data: data})
	}
	return files, nil
}

// letterName returns «Запрос ООО Альфа 2020»; of two residents of one name the second has
// its ИНН behind it.
func letterName(r *app.Resident, year int) string {
	return joined("Запрос", plainName(cmp.Or(r.ShortName, r.Name)), fmt.Sprint(year))
}

// checked is what the papers of a check are made of, in a language; Russian when empty.
func checked(b *app.Book, r check.Report, rules *check.Profile, now time.Time, lang app.Lang) reports.Checked {
	day := app.DateOf(now)
	return reports.Checked{Book: b, Report: r, Rules: rules, Date: day, Created: day.Midnight(), Lang: lang, Program: program(lang)}
}
