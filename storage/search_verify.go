package storage

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"technopark/app"
)

// wordTables are what the migration of the index of words makes, with the tables that FTS5 keeps
// its own in.
var wordTables = []string{"search", "search_index", "search_index_config", "search_index_data", "search_index_idx", "search_word", "search_state"}

// ofWords reports whether a line of an integrity check says that the index of words, or a table of
// it, is not in order.
func ofWords(line string) bool {
	return slices.ContainsFunc(wordTables, func(table string) bool {
		return strings.HasSuffix(line, " FTS5 table main."+table) || strings.Contains(line, `fts5: `) && strings.Contains(line, `table "`+table+`"`) || strings.Contains(line, " FTS5 table main."+table+":") ||
			strings.Contains(line, " "+table+".") || strings.HasSuffix(line, " in "+table) ||
			strings.Contains(line, "index sqlite_autoindex_"+table+"_")
	})
}

// verifyIndex compares the index of words with the records: every row of it, and for every word in
// how many of them it stands. Of records that are not what they should be the index is not either.
func (x *tx) verifyIndex(ctx context.Context, v *app.Verdict) error {
	for _, p := range v.Problems {
		switch p.Kind {
		case app.ProblemSearch, app.ProblemValue, app.ProblemMissing, app.ProblemExtra:
			return nil
		}
	}
	if unmade, err := x.indexUnmade(ctx); err != nil || unmade {
		return err
	}
	c := indexComparison{rows: map[reference]searchRow{}, words: map[indexedWord]int{}}
	err := x.compareIndex(ctx, &c)
	if damagedIndex(err) {
		c.wrong, err = max(1, c.wrong), nil
	}
	if err == nil && c.wrong > 0 {
		v.Add(app.Problem{Kind: app.ProblemSearch, File: fmt.Sprint(c.wrong)})
	}
	return err
}

// indexedWord is a word in a column of the index.
type indexedWord struct{ word, column string }

// indexComparison holds what was not met yet of the rows there are and of the words there should be.
type indexComparison struct {
	rows  map[reference]searchRow
	words map[indexedWord]int // in how many rows
	wrong int
}

func (x *tx) compareIndex(ctx context.Context, c *indexComparison) error {
	err := x.each(ctx, func(rows *sql.Rows) error {
		var r searchRow
		err := rows.Scan(&r.typ, &r.record, &r.park, &r.text.Names, &r.text.Rest)
		c.rows[reference{r.typ, r.record}] = r
		return err
	}, `SELECT type, record, park_id, names, rest FROM search`)
	if err == nil {
		err = x.eachSearchRow(ctx, c.meet)
	}
	if err == nil {
		err = x.each(ctx, c.meetWord, `SELECT term, col, doc FROM search_word`)
	}
	if err != nil {
		return err
	}
	agrees, err := x.indexAgrees(ctx)
	if !agrees {
		c.wrong++
	}
	c.wrong += len(c.rows) + len(c.words)
	return err
}

// meet takes the row that a record should have.
func (c *indexComparison) meet(should searchRow) error {
	ref := reference{should.typ, should.record}
	if is, ok := c.rows[ref]; !ok || is != should {
		c.wrong++
	}
	delete(c.rows, ref)
	for column, text := range map[string]string{"names": should.text.Names, "rest": should.text.Rest} {
		for _, word := range strings.Fields(text) {
			c.words[indexedWord{word, column}]++
		}
	}
	return nil
}

// meetWord takes a word that the index has.
func (c *indexComparison) meetWord(rows *sql.Rows) error {
	var w indexedWord
	var count int
	if err := rows.Scan(&w.word, &w.column, &count); err != nil {
		return err
	}
	if c.words[w] != count {
		c.wrong++
	}
	delete(c.words, w)
	return nil
}
