package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	sqlite3 "modernc.org/sqlite/lib"

	"technopark/app"
)

// SQLite compares the pages, the rules of the tables and the indexes. The pages come first, and
// looking at them takes as long as the file is large. Where they do not hang together the rows
// may go in a circle of billions: what else is wrong is then named as far as a moment allows.
const (
	firstFlaw   = `PRAGMA integrity_check(1)`
	manyFlaws   = `PRAGMA integrity_check(100)`
	flawsMoment = time.Second

	tablesMoment = 20 * time.Second // for the tables one by one
)

// eachRow runs a query and calls fn for every row.
type eachRow func(ctx context.Context, fn func(*sql.Rows) error, query string) error

// flawsOf returns what SQLite finds wrong with the file: problems of the pages, of single
// values, and of indexes alone, which are made of the tables and can be made anew.
func flawsOf(ctx context.Context, each eachRow) ([]app.Problem, error) {
	first, err := answer(ctx, each, firstFlaw)
	if sqliteCode(err) == sqlite3.SQLITE_ERROR && strings.Contains(err.Error(), "fts5") {
		return flawsWithoutWords(ctx, each)
	}
	if err != nil || len(first) == 0 {
		return first, err
	}
	if !ofPages(first[0]) {
		return answer(ctx, each, manyFlaws)
	}
	moment, done := context.WithTimeout(ctx, flawsMoment)
	defer done()
	if many, _ := answer(moment, each, manyFlaws); len(many) > 0 { // it says more than the error does
		return many, ctx.Err()
	}
	return first, ctx.Err()
}

// flawsWithoutWords asks about each table on its own: where FTS5 is not able to read even its
// settings, the check of all ends there.
func flawsWithoutWords(ctx context.Context, each eachRow) ([]app.Problem, error) {
	problems := []app.Problem{{Kind: app.ProblemSearch, File: "it cannot be read", Remark: app.L("прочесть его нельзя", "it cannot be read")}}
	schema, err := latestSchema()
	if err != nil {
		return nil, err
	}
	moment, done := context.WithTimeout(ctx, tablesMoment)
	defer done()
	for _, o := range schema {
		if o.kind != "table" || slices.Contains(wordTables, o.name) {
			continue
		}
		more, err := answer(moment, each, `PRAGMA integrity_check(`+quote(o.name)+`)`)
		if impatient(ctx, err) {
			more, err = []app.Problem{{Kind: app.ProblemStructure, File: "the table " + o.name + " has no end", Remark: app.L("таблица "+o.name+" не кончается", "the table "+o.name+" has no end")}}, nil
		}
		if err != nil {
			return nil, err
		}
		problems = append(problems, more...)
		if slices.ContainsFunc(more, ofPages) {
			break
		}
	}
	return problems, nil
}

// answer reads the answer of an integrity check.
func answer(ctx context.Context, each eachRow, query string) (problems []app.Problem, err error) {
	err = each(ctx, func(rows *sql.Rows) error {
		var line string
		if err := rows.Scan(&line); err != nil {
			return err
		}
		if unread(line) {
			return fmt.Errorf("%w: %s", app.ErrUnreachable, line)
		}
		for part := range strings.SplitSeq(line, "\n") { // what is wrong with the pages comes in one row
			if part != "ok" && !strings.HasPrefix(part, "*** in database ") {
				problems = append(problems, flawOf(part))
			}
		}
		return nil
	}, query)
	if fault := sqliteCode(err); fault != 0 && len(problems) > 0 {
		err = nil // it says more than the error does
	}
	return problems, err
}

// pageFault is how the check says by what a page could not be had.
var pageFault = regexp.MustCompile(`error code=(\d+)`)

// unread reports a line of the answer that is about the disk and not about the file: the check goes
// on when a page could not be read, and what is there may be whole. A place of the disk that cannot
// be read any more is damage, for SQLite as for us.
func unread(line string) bool {
	m := pageFault.FindStringSubmatch(line)
	if m == nil {
		return false
	}
	code, err := strconv.Atoi(m[1])
	return err == nil && code&0xff == sqlite3.SQLITE_IOERR && code != sqlite3.SQLITE_IOERR_CORRUPTFS
}

// wrongCell is how the check names a value that no column of the kind can have.
var wrongCell = regexp.MustCompile(`^(NULL|TEXT|NUMERIC|non-[A-Z]+) value in (\w+)\.(\w+)$`)

// flawOf reads a line of the answer.
func flawOf(line string) app.Problem {
	switch {
	case ofWords(line):
		return app.Problem{Kind: app.ProblemSearch, File: line, Remark: worded(line)}
	case strings.Contains(line, "missing from index "), strings.HasPrefix(line, "wrong # of entries in index "),
		strings.Contains(line, "values differ from index "), strings.HasPrefix(line, "non-unique entry in index "):
		return app.Problem{Kind: app.ProblemIndex, File: line, Remark: worded(line)}
	}
	if m := wrongCell.FindStringSubmatch(line); m != nil {
		return app.Problem{Kind: app.ProblemCell, Type: m[2], Field: m[3], File: m[1]}
	}
	if table, found := strings.CutPrefix(line, "CHECK constraint failed in "); found {
		return app.Problem{Kind: app.ProblemCell, Type: table, File: "CHECK"}
	}
	return app.Problem{Kind: app.ProblemStructure, File: line, Remark: worded(line)}
}

// ofPages reports whether the pages themselves do not hang together.
func ofPages(p app.Problem) bool { return p.Kind == app.ProblemStructure }

// flawsIn reads the whole file and looks whether its pages, the rules of its tables and its
// indexes agree; the files are a few megabytes.
func flawsIn(db *sql.DB) ([]app.Problem, error) {
	return flawsOf(context.Background(), func(ctx context.Context, fn func(*sql.Rows) error, query string) (err error) {
		rows, err := db.QueryContext(ctx, query)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, rows.Close()) }()
		for rows.Next() {
			if err := fn(rows); err != nil {
				return err
			}
		}
		return rows.Err()
	})
}

// faultOf says why a file with such flaws is not opened. An index alone can be made anew of
// its table, whose records it would hide; that of words is, without a question.
func faultOf(flaws []app.Problem) error {
	flaws = slices.DeleteFunc(slices.Clone(flaws), func(p app.Problem) bool { return p.Kind == app.ProblemSearch })
	if len(flaws) == 0 {
		return nil
	}
	worst := flaws[0]
	if at := slices.IndexFunc(flaws, func(p app.Problem) bool { return p.Kind != app.ProblemIndex }); at >= 0 {
		worst = flaws[at]
	}
	cause := fmt.Errorf("%w: %s", app.ErrDamaged, worst.File)
	switch worst.Kind {
	case app.ProblemIndex:
		return &app.Refusal{ID: "err.index", Data: map[string]any{"What": worst.Noted()}, Cause: cause}
	case app.ProblemCell:
		return &app.Refusal{ID: "err.cell", Data: map[string]any{"What": worst.Say()}, Cause: fmt.Errorf("%w: %s", app.ErrDamaged, worst.Say().EN)}
	}
	return cause
}
