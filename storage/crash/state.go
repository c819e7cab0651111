//go:build linux

package main

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"technopark/storage"
)

// state is what lies in a folder: by name, in which numbers do not count, as those of days and
// of copies differ, what each file of the name is. A data file is its records, any other whole
// file is «whole».
type state map[string][]string

// whole is what a file is that can be read to its end.
const whole = "whole"

// numbers are what differs between two runs in a name that says when or which.
var numbers = regexp.MustCompile(`([-( ]*\d+\)?)+`)

// ofOurs are names of what is not finished, or only lies there while somebody works.
var ofOurs = regexp.MustCompile(`^\.?technopark-[0-9a-f]{8}-\d+-|\.lock$|-journal$`)

// leftBehind returns what lies in directories that no work of ours should leave there.
func leftBehind(dirs ...string) []string {
	var left []string
	for _, dir := range dirs {
		filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error { //nolint:errcheck // what is gone lies nowhere
			if err == nil && path != dir && ofOurs.MatchString(entry.Name()) {
				left = append(left, path)
			}
			return nil
		})
	}
	return left
}

// stateOf reads all files of a folder; faults are files that are no whole ones. fully verifies the
// data file as verify --full does.
func (b *bench) stateOf(dir string, fully bool) (s state, faults []string) {
	s = state{}
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		name := entry.Name()
		if err != nil || entry.IsDir() || ofOurs.MatchString(name) || strings.HasPrefix(name, ballast) {
			return err
		}
		is, err := b.read(path, fully && name == dataFile)
		if err != nil {
			faults = append(faults, fmt.Sprintf("%s: %v", strings.TrimPrefix(path, dir), err))
		}
		key := numbers.ReplaceAllString(strings.TrimPrefix(path, dir), "#")
		if err == nil && !slices.Contains(s[key], is) {
			s[key] = append(s[key], is)
		}
		return nil
	})
	if err != nil {
		faults = append(faults, err.Error())
	}
	return s, faults
}

// read reads a file to its end and says what it is.
func (b *bench) read(path string, fully bool) (string, error) {
	switch filepath.Ext(path) {
	case ".tpark":
		return recordsIn(path, fully)
	case ".age":
		return whole, b.unsealed(path)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	switch filepath.Ext(path) {
	case ".pdf":
		if !bytes.HasPrefix(data, []byte("%PDF-")) || !bytes.Contains(data[max(0, len(data)-1024):], []byte("%%EOF")) {
			err = errors.New("half a PDF")
		}
	case ".xlsx", ".zip":
		err = unzipped(data)
	case ".json":
		if !json.Valid(data) {
			err = errors.New("half a JSON")
		}
	case ".csv":
		if !bytes.HasSuffix(data, []byte("\n")) {
			err = errors.New("half a table")
		}
	}
	return whole, err
}

// unzipped reads all that is in an archive.
func unzipped(data []byte) error {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	for _, entry := range archive.File {
		file, err := entry.Open()
		if err == nil {
			_, err = io.Copy(io.Discard, file)
			err = errors.Join(err, file.Close())
		}
		if err != nil {
			return fmt.Errorf("%s: %w", entry.Name, err)
		}
	}
	return nil
}

// unsealed opens a sealed copy by the program.
func (b *bench) unsealed(path string) error {
	to := b.at("temp", "unsealed.tpark")
	defer os.Remove(to) //nolint:errcheck // it is written over by none and removed at the end
	words := []string{"restore", path, "--to", to, "--passphrase-file", filepath.Join(filepath.Dir(path), "пароль.txt"), "--json"}
	return b.do(b.dir, words...)
}

// recordsIn verifies a data file as `verify` does, or as `verify --full`, without writing to it, and
// returns a sum of all its records.
func recordsIn(path string, fully bool) (string, error) {
	verify := storage.Examine
	if fully {
		verify = storage.Rehearse
	}
	verdict, err := verify(context.Background(), path, options(true))
	if err != nil {
		return "", err
	}
	if !verdict.OK() {
		return "", fmt.Errorf("verify: %d problems, the first: %s", len(verdict.Problems), verdict.Problems[0].Say().EN)
	}
	sum := sha256.New()
	var tables []string
	err = query(path, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('journal', 'change', 'content', 'goose_db_version')
		AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT LIKE 'search%' ORDER BY name`, func(row values) error {
		tables = append(tables, row["name"].(string))
		return nil
	})
	for _, table := range tables {
		if err == nil {
			err = query(path, `SELECT * FROM "`+table+`" ORDER BY 1, 2`, func(row values) error {
				fmt.Fprintln(sum, table, row.said())
				return nil
			})
		}
	}
	return hex.EncodeToString(sum.Sum(nil)), err
}

// values are those of a row by the names of their columns.
type values map[string]any

// said writes down what a row says: what is not there says nothing, so that a file says the same
// before and after an upgrade that adds columns; when it was written does not count.
func (v values) said() string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(v)) {
		if v[name] == nil || name == "created" || name == "changed" || strings.HasSuffix(name, "_na") && v[name] == int64(0) {
			continue
		}
		fmt.Fprintf(&b, " %s=%v", name, v[name])
	}
	return b.String()
}

// query reads rows of a file that nobody works at.
func query(path, text string, fn func(values) error) (err error) {
	db, err := sql.Open("sqlite", "file:"+path+"?mode=ro")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	rows, err := db.Query(text)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	row, targets := make([]any, len(columns)), make([]any, len(columns))
	for i := range row {
		targets[i] = &row[i]
	}
	for rows.Next() {
		if err := rows.Scan(targets...); err != nil {
			return err
		}
		named := values{}
		for i, name := range columns {
			named[name] = row[i]
		}
		if err := fn(named); err != nil {
			return err
		}
	}
	return rows.Err()
}

// phonesIn returns the telephones of the residents of a data file.
func phonesIn(path string) (phones, error) {
	all := phones{}
	err := query(path, `SELECT id, phone FROM resident`, func(row values) error {
		all[row["id"].(int64)], _ = row["phone"].(string)
		return nil
	})
	return all, err
}
