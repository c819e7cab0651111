package cli

import (
	"bytes"
	"cmp"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/exchange"
	"technopark/reports"
)

// exportCommand writes the records of a park for other programs.
type exportCommand struct {
	File string `arg:"" place:""`
	To   string `required:"" place:""` // path of a workbook, a text or JSON by its ending; else a directory
	Type string // key or name of a type of records; none: the whole park
	Year int    `type:"year"` // only what is of the year or of none; 0: all
	Park string
	JSON bool `name:"json"`
}

// exportedJSON is what became of the records of one type.
type exportedJSON struct {
	Type    string `json:"type"`
	Title   string `json:"title"` // of its sheet
	Records int    `json:"records"`
	File    string `json:"file"`
}

// exporting is a park being written.
type exporting struct {
	exportCommand
	*session
	book  *app.Book
	names *app.Names
	types []*app.Type
	files []disk.File
	done  []exportedJSON
	left  []leftJSON
}

// leftJSON is what of a park is no part of its tables.
type leftJSON struct {
	Type    string `json:"type"`
	Title   string `json:"title"`
	Records int    `json:"records"`
	Why     string `json:"why"`
}

// Run writes files that are not there yet, all of them or none.
func (c exportCommand) Run(s *session) error {
	types, err := c.types()
	if err != nil {
		return err
	}
	if c.Year != 0 {
		if err := s.checkYear(c.Year); err != nil {
			return err
		}
	}
	store, err := s.open(c.File)
	if err != nil {
		return err
	}
	defer func() { _ = store.Close() }() // opened for reading: nothing can be lost
	return s.use(store, yearOf{File: c.File, Park: c.Park}, func(_ Store, b *app.Book) error {
		x := &exporting{exportCommand: c, session: s, book: b, names: exchange.NamesOf(b, app.RU), types: types}
		if err := x.make(); err != nil {
			return err
		}
		files, err := x.unwritten()
		if err != nil {
			return err
		}
		if err := disk.WriteAll(files...); err != nil {
			return err
		}
		return x.say()
	})
}

// unwritten returns the files that are not there yet. A directory in which an export was cut off
// holds some of them already: what has the very same bytes stays, and the rest is written. Where all
// of them are there, they are refused like any other file.
func (x *exporting) unwritten() ([]disk.File, error) {
	var files []disk.File
	var taken error
	for _, f := range x.files {
		err := disk.New(f.Path)
		switch {
		case err == nil:
			files = append(files, f)
		case errors.Is(err, app.ErrExists) && written(f):
			taken = cmp.Or(taken, err)
		default:
			return nil, err
		}
	}
	if len(files) == 0 {
		return nil, taken
	}
	return files, nil
}

// written reports whether a file has the very bytes that it is to have.
func written(f disk.File) bool {
	data, err := disk.Read(f.Path, int64(len(f.Data)), app.ErrTooBig)
	return err == nil && bytes.Equal(data, f.Data)
}

// types returns those that are asked for.
func (c exportCommand) types() ([]*app.Type, error) {
	if c.Type != "" {
		t, err := typeNamed(c.Type, app.Types())
		return []*app.Type{t}, err
	}
	switch ext := strings.ToLower(filepath.Ext(c.To)); ext {
	case ".json":
		return exchange.Kept(), nil
	case ".csv":
		return nil, &app.Refusal{ID: "cli.export.one_type", Data: map[string]any{"File": c.To, "Known": strings.Join(keysOf(exchange.Sheets()), ", ")}, Cause: errWords}
	}
	return exchange.Sheets(), nil
}

// typeNamed finds a type by its key, or by what its records are called.
func typeNamed(name string, among []*app.Type) (*app.Type, error) {
	folded := app.Fold(name)
	for _, t := range among {
		if folded == app.Fold(t.Key) || folded == app.Fold(t.Many.RU) || folded == app.Fold(t.One.RU) || folded == app.Fold(t.Many.EN) {
			return t, nil
		}
	}
	known := keysOf(among)
	return nil, &app.Refusal{ID: "cli.no_type", Data: map[string]any{"What": name, "Near": nearest(name, known), "Known": strings.Join(known, ", ")}, Cause: errWords}
}

// keysOf returns the keys of types.
func keysOf(types []*app.Type) []string {
	var keys []string
	for _, t := range types {
		keys = append(keys, t.Key)
	}
	return keys
}

// make makes the files without writing them.
func (x *exporting) make() error {
	switch strings.ToLower(filepath.Ext(x.To)) {
	case ".xlsx":
		data, err := reports.ListBook(x.book.Park.Name, x.Now(), x.tables(x.To)...)
		x.add(x.To, data)
		return app.About(x.To, err)
	case ".csv":
		return x.texts(func(*exchange.Table) string { return x.To })
	case ".json":
		return x.records()
	case "", ".":
		if err := disk.MakeDir(x.To); err != nil {
			return err
		}
		return x.texts(x.inDir)
	}
	if err := disk.Dir(x.To); err != nil {
		return app.About(x.To, reports.ErrListFormat)
	}
	return x.texts(x.inDir)
}

// inDir returns where the text of a table goes.
func (x *exporting) inDir(t *exchange.Table) string {
	return filepath.Join(x.To, app.AsFileName(strings.NewReplacer("/", " ", `\`, " ", ":", " ").Replace(t.Title))+".csv")
}

func (x *exporting) add(path string, data []byte) {
	x.files = append(x.files, disk.File{Path: path, Data: data})
}

// tables makes the tables of the types that have records, or of the one that was asked for.
func (x *exporting) tables(path string) []*exchange.Table {
	var tables []*exchange.Table
	for _, t := range x.types {
		recs := exchange.Exported(x.book, t, x.Year)
		if len(recs) == 0 && len(x.types) > 1 {
			continue
		}
		table := exchange.Records(t, recs, x.names.Title, app.RU)
		tables = append(tables, table)
		x.done = append(x.done, exportedJSON{t.Key, table.Title, len(recs), path})
	}
	if x.Type == "" {
		x.leave()
	}
	return tables
}

// leave notes the records of a park that are no tables: they must not be missed when it is too late.
func (x *exporting) leave() {
	for _, t := range exchange.Kept() {
		if why := exchange.Apart(t); !why.Zero() {
			if recs := exchange.Exported(x.book, t, x.Year); len(recs) > 0 {
				x.left = append(x.left, leftJSON{t.Key, t.Many.RU, len(recs), why.RU})
			}
		}
	}
}

func (x *exporting) texts(place func(*exchange.Table) string) error {
	for i, t := range x.tables(x.To) {
		path := place(t)
		var b bytes.Buffer
		if err := exchange.WriteText(&b, t); err != nil {
			return app.About(path, err)
		}
		x.add(path, b.Bytes())
		x.done[i].File = path
	}
	return nil
}

func (x *exporting) records() error {
	var groups []exchange.Group
	for _, t := range x.types {
		recs := exchange.Exported(x.book, t, x.Year)
		groups = append(groups, exchange.Group{Type: t, Records: recs})
		if len(recs) > 0 || len(x.types) == 1 {
			x.done = append(x.done, exportedJSON{t.Key, t.Many.RU, len(recs), x.To})
		}
	}
	var b bytes.Buffer
	if err := exchange.WriteJSON(&b, x.book.Park.Name, groups, x.names.Title); err != nil {
		return app.About(x.To, err)
	}
	x.add(x.To, b.Bytes())
	return nil
}

// say tells what was written.
func (x *exporting) say() error {
	if x.JSON {
		return x.printJSON(map[string]any{"park": x.book.Park.Name, "types": append([]exportedJSON{}, x.done...), "left": append([]leftJSON{}, x.left...)})
	}
	for _, d := range x.done {
		x.session.say("cli.export.done", map[string]any{"Title": d.Title, "Records": x.words.N("common.records", d.Records, nil), "File": d.File})
	}
	for _, l := range x.left {
		x.session.say("cli.export.left", map[string]any{"Title": l.Title, "Records": x.words.N("common.records", l.Records, nil), "Why": l.Why})
	}
	hasFile := func(f app.Field) bool { return f.Content }
	withFiles := func(d exportedJSON) bool { return slices.ContainsFunc(app.TypeByKey(d.Type).Fields, hasFile) }
	if slices.ContainsFunc(x.done, withFiles) {
		x.session.say("cli.export.no_files", nil)
	}
	return nil
}
