package cli

import (
	"errors"
	"strconv"
	"strings"

	"technopark/app"
	"technopark/app/disk"
)

// yearOf is the part of a command that names a file, a park and a year.
type yearOf struct {
	File string `arg:"" place:""`
	Year int    `required:"" type:"year"`
	Park string
	JSON bool `name:"json"`
}

// read opens the file, gives the book of the chosen park to use, and closes the file.
func (s *session) read(c yearOf, use func(Store, *app.Book) error) error {
	if err := s.checkYear(c.Year); err != nil {
		return err
	}
	store, err := s.open(c.File)
	if err != nil {
		return err
	}
	defer func() { _ = store.Close() }() // opened for reading: nothing can be lost
	return s.use(store, c, use)
}

// write is read for a command that changes records; app.ErrReadOnly when somebody else
// has the file open or it may not be written to.
func (s *session) write(c yearOf, use func(Store, *app.Book) error) (err error) {
	if err := s.checkYear(c.Year); err != nil {
		return err
	}
	store, err := s.openAs(c.File, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, app.About(c.File, store.Close())) }()
	if err := store.Unwritable(); err != nil {
		return app.About(c.File, err)
	}
	return s.use(store, c, use)
}

func (s *session) use(store Store, c yearOf, use func(Store, *app.Book) error) error {
	book, err := s.bookIn(store, c.File, c.Park)
	if err != nil {
		return err
	}
	return use(store, book)
}

// bookIn returns the records of the park of that name in an opened file, of the only one where none is
// named. An error is a refusal in the user's words, or says which file could not be read.
func (s *session) bookIn(store Store, file, name string) (*app.Book, error) {
	park, err := s.choosePark(store, name)
	if err != nil {
		return nil, err
	}
	b, err := store.Book(s.ctx, park.ID)
	return b, app.About(file, err)
}

func (s *session) checkYear(year int) error {
	if year < 1990 || year > 2199 {
		return &app.Refusal{ID: "cli.bad_year", Data: map[string]any{"What": strconv.Itoa(year)}, Cause: errWords}
	}
	return nil
}

// open opens a file for reading; the error says which file or directory it is about.
func (s *session) open(path string) (Store, error) { return s.openAs(path, true) }

// dataFile refuses what can be no data file; the error says which command makes one.
func dataFile(path string) error {
	if err := disk.Plain(path); err != nil {
		return &app.Refusal{Data: map[string]any{"Command": "new"}, Cause: err}
	}
	return nil
}

func (s *session) openAs(path string, readOnly bool) (Store, error) {
	if err := dataFile(path); err != nil {
		return nil, err
	}
	store, err := s.Open(s.ctx, path, readOnly)
	if err != nil {
		return nil, app.About(path, err)
	}
	return store, nil
}

// choosePark returns the only park of the file, or the one with the given name or id.
// A short name that two parks share chooses neither.
func (s *session) choosePark(store Store, name string) (*app.Park, error) {
	parks, err := store.Parks(s.ctx)
	if err != nil {
		return nil, err
	}
	if name == "" && len(parks) == 1 {
		return parks[0], nil
	}
	named := parksNamed(parks, name)
	if len(named) == 1 {
		return named[0], nil
	}
	names := make([]string, len(parks))
	for i, p := range parks {
		names[i] = p.Name
	}
	known := strings.Join(names, ", ")
	switch {
	case len(parks) == 0:
		return nil, &app.Refusal{ID: "cli.no_parks"}
	case name != "" && len(named) == 0:
		return nil, &app.Refusal{ID: "cli.no_such_park", Data: map[string]any{"What": known, "Name": app.Quoted(name)}}
	}
	return nil, &app.Refusal{ID: "cli.which_park", Data: map[string]any{"What": known}, Cause: errWords}
}

// parksNamed returns the parks a name may mean: the one of that name, else those of that
// short name, else the one with that id.
func parksNamed(parks []*app.Park, name string) []*app.Park {
	for _, says := range []func(*app.Park) string{
		func(p *app.Park) string { return p.Name },
		func(p *app.Park) string { return p.ShortName },
		func(p *app.Park) string { return strconv.FormatInt(p.ID, 10) },
	} {
		var named []*app.Park
		for _, p := range parks {
			if app.Fold(name) != "" && app.Fold(says(p)) == app.Fold(name) {
				named = append(named, p)
			}
		}
		if len(named) > 0 {
			return named
		}
	}
	return nil
}
