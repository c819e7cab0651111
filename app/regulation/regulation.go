// Package regulation chooses by what a rating is computed and checked: the method and
// the rules that the company has put into its data file for the rating year, else those
// of the program.
//
// We keep a replaced profile as a record of the data file, because the figures of a
// submission mean nothing without the method they were computed by: it is journalled,
// undone and frozen with them. One that does not compile is an error and never passed
// over in silence.
package regulation

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"maps"
	"path/filepath"
	"sync"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/disk"
	"technopark/app/formula"
	"technopark/app/rating"
	"technopark/assets"
)

// File is a profile as its TOML file stands.
type File struct {
	Name string // to say in messages
	TOML []byte // its bytes
}

// Set is what one rating is computed and checked by.
type Set struct {
	Method               *rating.Profile // computes the indicators
	Rules                *check.Profile  // check the records
	MethodFile, RuleFile File            // what they were read from
	OwnMethod, OwnRules  bool            // put in place of the program's

	Remarks []Remark // what staff ought to know of them: another year, another's id
}

// Check checks a year of the book, the indicators it is to be compared by computed first.
// Nothing has happened after today; without it that is not asked.
func (s Set) Check(b *app.Book, year int, today app.Date) (check.Report, error) {
	return s.CheckSince(nil, b, year, today)
}

// CheckSince checks as Check does, and compares with what the last revision of the year
// holds: figures that have changed since. Without it there is nothing to compare with.
func (s Set) CheckSince(last, b *app.Book, year int, today app.Date) (check.Report, error) {
	return s.CheckWhile(context.Background(), last, b, year, today)
}

// CheckWhile checks as CheckSince does as long as somebody waits for it: it fails with the
// error of the context soon after that is done.
func (s Set) CheckWhile(ctx context.Context, last, b *app.Book, year int, today app.Date) (check.Report, error) {
	return (*Memory)(nil).Check(ctx, s, check.Asked{Book: b, Year: year, Today: today, Frozen: last})
}

// Library has the profiles of the program and compiles each text once. It may be used
// by several goroutines.
type Library struct {
	method, rules File
	forced        map[string]File   // by kind: used whatever the data file says
	from          map[string]string // by kind: the encoding a forced one was read from, if not UTF-8

	mu       sync.Mutex
	compiled map[text]compiled
}

// text is the key under which a compiled profile is kept. Equal texts of two files are
// compiled once; a text with a fault is compiled for each file, because the fault names the
// file.
type text struct{ kind, name, toml string }

type compiled struct {
	method *rating.Profile
	rules  *check.Profile
	err    error
}

// New returns a library of the program's own profiles.
func New(method, rules File) *Library {
	return &Library{method: method, rules: rules, forced: map[string]File{}, from: map[string]string{}, compiled: map[text]compiled{}}
}

// Program returns the library of the profiles the program comes with, always the same one.
func Program() *Library { return program() }

var program = sync.OnceValue(func() *Library {
	method, rules := assets.Methods()[0], assets.Rules()[0]
	return New(File{method.Name, method.TOML}, File{rules.Name, rules.TOML})
})

// With returns a library that uses f, of either kind, whatever a data file says. The
// error is that of Recognise.
func (l *Library) With(f File) (*Library, error) {
	from := f.Encoding()
	f = f.utf8()
	kind, err := kindOf(f)
	if err != nil {
		return nil, err
	}
	if own := l.Builtin(kind); bytes.Equal(f.TOML, own.TOML) {
		l.compile(kind, own) // once for all libraries made from this one
	}
	other := New(l.method, l.rules)
	maps.Copy(other.forced, l.forced)
	maps.Copy(other.from, l.from)
	other.forced[kind], other.from[kind] = f, from
	l.mu.Lock()
	maps.Copy(other.compiled, l.compiled)
	l.mu.Unlock()
	if c := other.compile(kind, f); c.err != nil {
		return nil, c.err
	}
	return other, nil
}

// Builtin returns the program's own profile of a kind.
func (l *Library) Builtin(kind string) File {
	if kind == app.ProfileMethod {
		return l.method
	}
	return l.rules
}

// For returns what a rating of the year's data is computed and checked by. The rating is
// of the year after.
func (l *Library) For(b *app.Book, year int) (Set, error) {
	var s Set
	s.MethodFile, s.OwnMethod = l.choose(b, app.ProfileMethod, year)
	s.RuleFile, s.OwnRules = l.choose(b, app.ProfileRules, year)
	method := l.compile(app.ProfileMethod, s.MethodFile)
	rules := l.compile(app.ProfileRules, s.RuleFile)
	s.Method, s.Rules = method.method, rules.rules
	if err := errors.Join(method.err, rules.err); err != nil {
		return s, err
	}
	s.Remarks = append(l.remarks(b, app.ProfileMethod, s.MethodFile, year), l.remarks(b, app.ProfileRules, s.RuleFile, year)...)
	if _, forced := l.forced[app.ProfileMethod]; !forced {
		for _, said := range unproven(b, Own(b, app.ProfileMethod, year), s.Method) {
			s.Remarks = append(s.Remarks, Remark{app.ProfileMethod, said})
		}
	}
	return s, nil
}

func (l *Library) choose(b *app.Book, kind string, year int) (f File, own bool) {
	if f, ok := l.forced[kind]; ok {
		return f, true
	}
	if p := Own(b, kind, year); p != nil {
		return File{p.Title, []byte(p.Text)}, true
	}
	return l.Builtin(kind), false
}

// Own returns the profile of a kind that the company keeps for a rating of the year's
// data, or nil.
func Own(b *app.Book, kind string, year int) *app.Profile {
	if b == nil {
		return nil
	}
	for _, p := range app.All[app.Profile](b, "profile") {
		if p.Kind == kind && p.Year == app.Of(app.Count(year+1)) {
			return p
		}
	}
	return nil
}

func (l *Library) compile(kind string, f File) compiled {
	l.mu.Lock()
	defer l.mu.Unlock()
	right, wrong := text{kind, "", string(f.TOML)}, text{kind, f.Name, string(f.TOML)}
	for _, key := range []text{right, wrong} {
		if c, known := l.compiled[key]; known {
			return c
		}
	}
	c := compile(kind, f)
	if c.err == nil {
		l.compiled[right] = c
	} else {
		l.compiled[wrong] = c
	}
	return c
}

// ProfileError says what is wrong with the file of a method or of rules, and where.
type ProfileError = formula.ProfileError

// refuse puts the fault of a profile into words: where and why. It stays a *ProfileError.
func refuse(err error) error {
	var at *ProfileError
	if !errors.As(err, &at) {
		return err
	}
	return &app.Refusal{ID: "err.profile_refused", Data: map[string]any{"Reason": at.Words(), "Line": at.Line > 0}, Cause: err}
}

// ReadFile reads the file under a path as Recognise does; from is its encoding, empty for UTF-8.
// What cannot be read or used is refused.
func ReadFile(path string, day app.Date) (p *app.Profile, from string, err error) {
	f, err := Open(path)
	if err != nil {
		return nil, "", err
	}
	p, err = Recognise(f, day)
	return p, f.Encoding(), app.About(path, err)
}

// Open reads a file that should be a profile, whatever is in it.
func Open(path string) (File, error) {
	text, err := disk.Read(path, mostFile, app.ErrTooBig)
	if err == nil && len(text) == 0 {
		err = app.About(path, app.ErrEmptyFile)
	}
	return File{Name: filepath.Base(path), TOML: text}, err
}

// mostFile is the size above which a file is not even looked into. It is far above that of
// a profile, so that one that is only too long is told so by its reader.
const mostFile = 16 * formula.MostBytes

// Recognise reads a file as a method or as rules, by what is in it, and returns the
// record that keeps it, not yet saved. A text that cannot be used is refused; the refusal
// is a *ProfileError, which says where and why.
func Recognise(f File, day app.Date) (*app.Profile, error) {
	kind, err := kindOf(f)
	if err != nil {
		return nil, err
	}
	c := compile(kind, f)
	if c.err != nil {
		return nil, c.err
	}
	p := &app.Profile{Kind: kind, Text: string(f.utf8().TOML), Loaded: day}
	if rules := c.rules; rules != nil {
		p.Title, p.Version, p.Year = app.Clean(rules.Title.RU), app.Clean(rules.Version), app.Of(app.Count(rules.Year))
		return p, nil
	}
	method := c.method
	p.Title, p.Version, p.Year = app.Clean(cmp.Or(method.Title.RU, method.ID)), app.Clean(method.Version), app.Of(app.Count(method.Year))
	return p, nil
}

// kindOf tells the kind of a file by what is in it.
func kindOf(f File) (string, error) {
	var outline struct {
		Rule      []any `toml:"rule"`
		Indicator []any `toml:"indicator"`
	}
	_, err := formula.Peek(f.Name, f.TOML, &outline)
	if err == nil && len(outline.Rule) == 0 && len(outline.Indicator) == 0 {
		return "", app.About(f.Name, ErrUnknown)
	}
	if len(outline.Indicator) == 0 {
		return app.ProfileRules, nil
	}
	return app.ProfileMethod, nil
}

func compile(kind string, f File) (c compiled) {
	if kind == app.ProfileMethod {
		c.method, c.err = rating.Load(f.Name, f.TOML)
	} else {
		c.rules, c.err = check.Load(f.Name, f.TOML)
	}
	c.err = refuse(c.err)
	return c
}

// ErrUnknown says that a file is neither a method nor rules.
var ErrUnknown error = &app.Refusal{ID: "err.profile_unknown"}
