package cli

import (
	"errors"
	"io/fs"
	"strconv"
	"strings"

	"technopark/app"
)

// yearOf is the part of a command that names a file, a park and a year.
type yearOf struct {
	File string `arg:""`
	Year int    `required:""`
	Park string
	JSON bool `name:"json"`
}

// read opens the file, gives the book of the chosen park to use, and closes the file.
func (s *session) read(c yearOf, use func(Store, *app.Book) error) error {
	if c.Year < 1990 || c.Year > 2199 {
		return &usageError{s.words.T("cli.bad_year", map[string]any{"What": strconv.Itoa(c.Year)})}
	}
	store, err := s.Open(s.ctx, c.File)
	if errors.Is(err, app.ErrNotFound) {
		err = fs.ErrNotExist // of a file, not of a record, which needs other words
	}
	if err != nil {
		return about(c.File, err)
	}
	defer func() { _ = store.Close() }() // opened for reading: nothing can be lost
	park, err := s.choosePark(store, c.Park)
	if err != nil {
		return err
	}
	book, err := store.Book(s.ctx, park.ID)
	if err != nil {
		return about(c.File, err)
	}
	return use(store, book)
}

// choosePark returns the only park of the file, or the one with the given name or id.
func (s *session) choosePark(store Store, name string) (*app.Park, error) {
	parks, err := store.Parks(s.ctx)
	if err != nil {
		return nil, err
	}
	if name == "" && len(parks) == 1 {
		return parks[0], nil
	}
	names := make([]string, len(parks))
	for i, p := range parks {
		if name != "" && (strings.EqualFold(p.Name, name) || strings.EqualFold(p.ShortName, name) || strconv.FormatInt(p.ID, 10) == name) {
			return p, nil
		}
		names[i] = p.Name
	}
	id := "cli.which_park"
	if len(parks) == 0 {
		id = "cli.no_parks"
	}
	return nil, &usageError{s.words.T(id, map[string]any{"What": strings.Join(names, ", ")})}
}
