// Package cli is the command line: the same functions the window calls, for
// scripts and for machines without a desktop.
//
// Output rules, once for all commands: results go to standard output, in plain
// Russian or, with --json, as one JSON object; anything else goes to standard
// error; a message is one sentence that says what happened and what to do. Exit
// codes: 0 done, 1 findings, 2 the command is wrong, 3 a file or its data, 4 our bug. One
// kind of bug cannot have its code: where the Go runtime itself gives up — no memory left, a
// stack without end — it ends the process with 2 and «fatal error:», whatever we wish.
package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"time"

	"github.com/alecthomas/kong"

	"technopark/app"
	"technopark/app/copies"
	"technopark/app/founding"
	"technopark/app/i18n"
	"technopark/app/logbook"
	"technopark/app/recovery"
	"technopark/app/regulation"
	"technopark/app/search"
	"technopark/app/submission"
)

// Exit codes, which scripts rely on.
const (
	ExitOK       = 0
	ExitFindings = 1
	ExitUsage    = 2
	ExitData     = 3
	ExitBug      = 4
)

// Store is an open data file.
type Store interface {
	// Parks returns the parks of the file in the order of ids.
	Parks(ctx context.Context) ([]*app.Park, error)
	// Book returns all records of a park and those of the whole file, read at one moment.
	Book(ctx context.Context, park int64) (*app.Book, error)
	// List returns the records of a type that a park or the whole file has, in the order of ids.
	List(ctx context.Context, t *app.Type, park int64) ([]app.Record, error)
	// Content returns the bytes of a kept file by their SHA-256: app.ErrNotFound when none
	// has it, app.ErrDamaged when they are not those that were put in.
	Content(ctx context.Context, sha256 string) ([]byte, error)
	// Titles returns what people call the records of a type, by id.
	Titles(ctx context.Context, lang app.Lang, t *app.Type, park int64) (map[int64]string, error)
	// Change makes one step of all that fn writes, named as undo is to name it; when fn fails,
	// nothing of it is written and its error is returned.
	Change(ctx context.Context, what string, fn func(app.Tx) error) error
	// Unwritable says why nothing can be written, and is app.ErrReadOnly then; nil when it can.
	Unwritable() error
	// Get returns one record, derived fields filled in; app.ErrNotFound when there is none.
	Get(ctx context.Context, t *app.Type, id int64) (app.Record, error)
	search.Records
	// Journal returns the entries a filter chooses, the newest first.
	Journal(ctx context.Context, f app.JournalFilter) ([]app.JournalEntry, error)
	// CountJournal returns how many entries a filter chooses, whatever its limit.
	CountJournal(ctx context.Context, f app.JournalFilter) (int, error)
	// Verify says what in the file is not as this program wrote it.
	Verify(ctx context.Context) (app.Verdict, error)
	// Close gives the file back to others.
	Close() error
}

// Deps is what the commands need from outside; main wires it.
type Deps struct {
	Open func(ctx context.Context, path string, readOnly bool) (Store, error) // an existing data file
	// Examine says what in a data file is not as this program wrote it, though it be too damaged
	// to be opened; full makes a copy too and compares it.
	Examine func(ctx context.Context, path string, full bool) (app.Verdict, error)
	// RestoreJournalled puts back in a data file what its journal says, and returns what that was.
	RestoreJournalled func(ctx context.Context, path string) ([]app.Problem, error)

	// Create makes a new data file, with a park when answers are given.
	Create func(ctx context.Context, path string, answers founding.Answers) error
	// Second looks whether a folder can be the second place of the copies of a data file; keep makes it
	// that, in the settings of the user.
	Second func(file, dir string) (keep func() error, err error)

	CreateDemo func(ctx context.Context, path string, demo submission.Demo) error // a new file with the sample park
	// CreateFrom makes a new data file of what a package carries; its data could be read.
	CreateFrom func(ctx context.Context, path string, from *submission.Inspection) error
	Copies     copies.Keeper                       // of data files, with the settings of the user
	Saver      recovery.Saver                      // of what is left of a damaged data file
	Ask        func(prompt string) (string, error) // for a passphrase; an error when nobody can be asked
	Window     func(path string) error             // returns when it is closed
	Again      func()                              // starts the program anew after its window crashed; nil to leave it
	Log        *logbook.Log                        // of what the program does; nil for none
	HasDisplay func() bool                         // a window could be shown
	Who        string                              // who works: printed as the maker of a revision
	Now        func() time.Time                    // the clock
	Stdout     io.Writer                           // what was asked for
	Stderr     io.Writer                           // why it could not be done, and remarks
}

// session is one run of one command.
type session struct {
	Deps
	ctx   context.Context
	words *i18n.Printer
	json  bool // errors are asked for in JSON too
	began time.Time
	did   string   // the command, as far as it is known; «» before
	flags []string // of the command, without their values

	grammar *kong.Node // of the whole command line
	by      *regulation.Library
}

// grammar is the whole command line; each command is described in its own file.
type grammar struct {
	Open     windowCommand   `cmd:"" name:"open" default:"withargs" hidden:""`
	Demo     demoCommand     `cmd:""`
	New      newCommand      `cmd:""`
	Todo     todoCommand     `cmd:""`
	Check    checkCommand    `cmd:""`
	Score    scoreCommand    `cmd:""`
	Rate     rateCommand     `cmd:""`
	Import   importCommand   `cmd:""`
	Package  packageCommand  `cmd:""`
	Explain  explainCommand  `cmd:""`
	Profile  profileCommand  `cmd:""`
	Document documentCommand `cmd:""`
	Inspect  inspectCommand  `cmd:""`
	Revision revisionCommand `cmd:""`
	Export   exportCommand   `cmd:""`
	Fill     fillCommand     `cmd:""`

	Questionnaires questionnairesCommand `cmd:""`
	Collect        collectCommand        `cmd:""`
	Rollover       rolloverCommand       `cmd:""`
	Duplicates     duplicatesCommand     `cmd:""`
	Merge          mergeCommand          `cmd:""`

	Search  searchCommand  `cmd:""`
	Journal journalCommand `cmd:""`
	Verify  verifyCommand  `cmd:""`
	Backup  backupCommand  `cmd:""`
	Restore restoreCommand `cmd:""`
	Recover recoverCommand `cmd:""`

	Bugreport  bugreportCommand  `cmd:""`
	Guide      guideCommand      `cmd:""`
	Licences   licencesCommand   `cmd:""`
	Completion completionCommand `cmd:""`
}

// marking writes for a terminal: what somebody else has put into a data file does not steer it.
type marking struct{ to io.Writer }

// Write is io.Writer.
func (m marking) Write(text []byte) (int, error) {
	if _, err := io.WriteString(m.to, app.Marked(string(text))); err != nil {
		return 0, err
	}
	return len(text), nil
}

// Run executes one command line and returns the exit code.
func Run(ctx context.Context, args []string, deps Deps) (code int) {
	deps.Stdout = marking{deps.Stdout}
	s := &session{Deps: deps, ctx: ctx, words: i18n.New(app.RU), by: regulation.Program(), json: asksJSON(args), began: deps.Now()}
	defer func() {
		if fault := recover(); fault != nil {
			code = s.crashed(fault)
		}
	}()
	if wantsVersion(args) {
		return s.report(s.version())
	}
	parser, err := newParser(s)
	if err != nil {
		return s.report(err)
	}
	s.grammar = parser.Model.Node
	commands := childrenOf(s.grammar)
	if err := mistyped(args, commands); err != nil {
		return s.report(err)
	}
	if topic, asked := helpTopic(args, commands); asked {
		fmt.Fprint(s.Stdout, s.help(topic))
		return ExitOK
	}
	parsed, err := parser.Parse(args)
	if err != nil {
		return s.usage(err)
	}
	s.begin(parsed.Selected())
	if err := settle(parsed.Selected()); err != nil {
		return s.report(err)
	}
	return s.report(parsed.Run(s))
}

// newParser returns a parser of the whole command line, which says nothing itself.
func newParser(s *session) (*kong.Kong, error) {
	parser, err := kong.New(new(grammar), kong.Name("technopark"), kong.NoDefaultHelp(), kong.Writers(s.Stderr, s.Stderr),
		kong.KindMapper(reflect.String, kong.MapperFunc(asGiven)), kong.NamedMapper("year", kong.MapperFunc(asYear)))
	if err != nil {
		return nil, fmt.Errorf("build the command line: %w", err)
	}
	return parser, nil
}

// asGiven takes a word of the command line as it is. The parser's own way leads through
// JSON, which has no name for a file whose name is not UTF-8.
func asGiven(ctx *kong.DecodeContext, target reflect.Value) error {
	word, err := ctx.Scan.PopValue("string")
	if err != nil {
		return err
	}
	target.SetString(word.String())
	return nil
}

// asYear reads a year as people write it in records too: 2020, «2020 г.», «за 2020 год». The
// words of its refusal are the parser's own for a number, so that it is said like one.
func asYear(ctx *kong.DecodeContext, target reflect.Value) error {
	word, err := ctx.Scan.PopValue("int")
	if err != nil {
		return err
	}
	text := word.String()
	if year, err := strconv.Atoi(text); err == nil {
		target.SetInt(int64(year))
		return nil
	}
	period, ok := app.ParsePeriod(text)
	if !ok || period.Zero() || period.Quarter != 0 {
		return fmt.Errorf("expected a valid 64 bit int but got %q", text)
	}
	target.SetInt(int64(period.Year))
	return nil
}

// printJSON writes v as one indented object.
func (s *session) printJSON(v any) error {
	enc := json.NewEncoder(s.Stdout)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return &app.Refusal{ID: "cli.no_answer", Cause: err}
	}
	return nil
}

// conclude says the answer of a command, for a program or for people. One with something to be
// seen to is a finding.
func (s *session) conclude(asJSON bool, answer any, say func(), finding bool) error {
	if !asJSON {
		say()
	} else if err := s.printJSON(answer); err != nil {
		return err
	}
	if finding {
		return errFindings
	}
	return nil
}

// say prints one message of the catalogue on its own line.
func (s *session) say(id string, data map[string]any) {
	fmt.Fprintln(s.Stdout, s.words.T(id, data))
}

// asksJSON reports whether answers and errors are asked for in JSON, however wrong the rest
// of the command is.
func asksJSON(args []string) bool {
	for _, arg := range args {
		if arg == "--" {
			return false
		}
		if arg == "--json" {
			return true
		}
	}
	return false
}
