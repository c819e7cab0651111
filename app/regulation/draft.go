package regulation

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"technopark/app"
	"technopark/app/formula"
	"technopark/app/rating"
)

// Draft is a method that is edited. Its text is the one source: a change puts another value at
// its place, and the order and the remarks of the text stay. A draft can always be computed by;
// a change that would make it one that cannot is refused and makes no other.
type Draft struct {
	file   File
	tree   map[string]any // what the text says
	method *rating.Profile
}

// Edit begins to edit the text of a method. One that cannot be used is refused as Recognise
// refuses it.
func Edit(f File) (*Draft, error) {
	f = f.utf8()
	c := compile(app.ProfileMethod, f)
	if c.err != nil {
		return nil, c.err
	}
	tree, err := formula.Tree(f.Name, string(f.TOML))
	if err != nil {
		return nil, refuse(err)
	}
	return &Draft{f, tree, c.method}, nil
}

// File returns the text of the draft.
func (d *Draft) File() File { return d.file }

// Text returns the text of the draft.
func (d *Draft) Text() string { return string(d.file.TOML) }

// Method returns the draft as it is computed by.
func (d *Draft) Method() *rating.Profile { return d.method }

// WithText returns a draft of another text.
func (d *Draft) WithText(text string) (*Draft, error) {
	return Edit(File{d.file.Name, []byte(text)})
}

// Set returns a draft with other values of a part, given by the keys of its fields; an empty one
// takes a setting away. What is wrong comes as app.FieldErrors: under the fields that are to blame.
func (d *Draft) Set(p Part, changes map[string]string) (*Draft, error) {
	w := &writer{name: d.file.Name, text: d.Text(), tree: d.tree}
	var changed []setting
	for _, s := range settingsOf(p.Kind) {
		value, given := changes[s.field.Key]
		if !given {
			continue
		}
		changed = append(changed, s)
		if err := s.write(w, p, app.CleanNote(value)); err != nil {
			return nil, app.FieldErrors{{Field: s.field.Key, Message: formula.Said(err)}}
		}
	}
	next, err := Edit(File{d.file.Name, []byte(w.text)})
	if err != nil {
		return nil, blame(err, w.text, p, changed)
	}
	return next, nil
}

// blame puts the fault of a text under the field whose line it is, or under all that were
// changed when it is of none of them.
func blame(err error, text string, p Part, changed []setting) error {
	var at *ProfileError
	if !errors.As(err, &at) {
		return err
	}
	reason := at.Reason
	if at.Entry != "" && at.Entry != p.Code {
		reason = app.L(fmt.Sprintf("строка %d, %s: %s", at.Line, at.Entry, reason.RU), fmt.Sprintf("line %d, %s: %s", at.Line, at.Entry, reason.In(app.EN)))
	}
	var all, of app.FieldErrors
	key := formula.SpotAt(text, at.Line).Key
	for _, s := range changed {
		fault := app.FieldError{Field: s.field.Key, Message: reason}
		all = append(all, fault)
		if s.key == key {
			of = append(of, fault)
		}
	}
	if len(of) > 0 {
		return of
	}
	return all
}

// Place returns the line of a text that a fault of it is in, and what is wrong there; 0 when it is in
// no one line.
func Place(err error) (line int, why app.Text) {
	var at *ProfileError
	if !errors.As(err, &at) || at.Line == 0 {
		return 0, app.Text{}
	}
	why = at.Reason
	if at.Entry != "" {
		why = app.L(at.Entry+": "+why.RU, at.Entry+": "+why.In(app.EN))
	}
	return at.Line, why
}

// Copy returns a draft of a method under another name, for a rating of a year. It is nobody's
// official one, whatever the method was.
func Copy(f File, id, title string, year int) (*Draft, error) {
	f = f.utf8()
	w := &writer{name: f.Name, text: string(f.TOML)}
	for _, set := range []struct{ key, literal string }{
		{"id", formula.Quote(app.Clean(id))},
		{"title", formula.Quote(app.Clean(title))},
		{"title_en", ""},
		{"version", `"1"`},
		{"year", strconv.Itoa(year)},
	} {
		if err := w.patch(formula.Spot{Key: set.key}, set.literal); err != nil {
			return nil, refuse(err)
		}
	}
	copied, err := Undeclared(File{app.Clean(title), []byte(w.text)})
	if err != nil {
		return nil, err
	}
	return Edit(copied)
}

// Raised returns the draft under the version after that of another text, unless it has one of its
// own by now.
func (d *Draft) Raised(of string) (*Draft, error) {
	if d.method.Version != of {
		return d, nil
	}
	text, err := formula.Patch(d.file.Name, d.Text(), formula.Spot{Key: "version"}, formula.Quote(NextVersion(of)))
	if err != nil {
		return nil, refuse(err)
	}
	return d.WithText(text)
}

var lastDigits = regexp.MustCompile(`\d{1,9}$`)

// NextVersion returns the name of the version after another: «3» after «2», «1.4» after «1.3»,
// «проба 2» after «проба».
func NextVersion(version string) string {
	digits := lastDigits.FindString(version)
	if digits == "" {
		return strings.TrimSpace(version) + " 2"
	}
	n, err := strconv.Atoi(digits)
	if err != nil {
		return version + " 2"
	}
	return strings.TrimSuffix(version, digits) + strconv.Itoa(n+1)
}

// writer changes a text place by place.
type writer struct {
	name, text string
	tree       map[string]any // of the text; nil when it is to be read anew
}

func (w *writer) patch(at formula.Spot, literal string) (err error) {
	w.text, err = formula.Patch(w.name, w.text, at, literal)
	w.tree = nil
	return err
}

func (w *writer) drop(table string, nth int) (err error) {
	w.text, err = formula.DropTable(w.name, w.text, table, nth)
	w.tree = nil
	return err
}

// said returns what the text says by now.
func (w *writer) said() map[string]any {
	if w.tree == nil {
		w.tree, _ = formula.Tree(w.name, w.text) // patch has read it
	}
	return w.tree
}

// Keep returns the record that keeps a draft for its rating, as Put does. An edited method gets a
// version of its own: papers must not call two texts by one name.
func (l *Library) Keep(b *app.Book, d *Draft, day app.Date) (*app.Profile, error) {
	old := Own(b, app.ProfileMethod, d.method.Year-1)
	if old != nil && old.Text != d.Text() {
		was, err := Edit(File{old.Title, []byte(old.Text)})
		if err == nil && was.method.ID == d.method.ID {
			if d, err = d.Raised(was.method.Version); err != nil {
				return nil, err
			}
		}
	}
	p, err := Recognise(d.file, day)
	if err != nil {
		return nil, err
	}
	return l.Put(b, d.file.Name, p)
}
