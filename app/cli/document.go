package cli

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/submission"
)

// documentCommand lists, attaches and gives back documents.
type documentCommand struct {
	List documentList `cmd:""`
	Add  documentAdd  `cmd:""`
	Save documentSave `cmd:""`
}

type documentJSON struct {
	ID     int64    `json:"id"`
	Title  string   `json:"title"`
	Kind   string   `json:"kind"`
	Number string   `json:"number"`
	Date   string   `json:"date"` // ISO; may be empty
	File   string   `json:"file"`
	Format string   `json:"format"`
	Pages  int64    `json:"pages"`
	Size   int64    `json:"size"`
	SHA256 string   `json:"sha256"`
	Proves []string `json:"proves"` // contract/17, indicator/2020/S2.1
}

func documentAnswers(b *app.Book, docs []*app.Document) []documentJSON {
	proves := map[int64][]string{}
	for _, l := range app.All[app.DocumentLink](b, "document_link") {
		proves[l.Document] = append(proves[l.Document], l.Subject)
	}
	answers := make([]documentJSON, len(docs))
	for i, d := range docs {
		answers[i] = documentAnswer(d, proves[d.ID])
	}
	return answers
}

func documentAnswer(d *app.Document, proves []string) documentJSON {
	return documentJSON{
		ID: d.ID, Title: d.Title, Kind: d.Kind, Number: d.Number, Date: d.Date.ISO(), File: d.FileName, Format: d.Format,
		Pages: int64(d.Pages.N), Size: int64(d.Size.N), SHA256: d.SHA256, Proves: append([]string{}, proves...), // never null
	}
}

// fileOf names a data file and a park in it; documents are of no year.
type fileOf struct {
	File string `arg:""`
	Park string
	JSON bool `name:"json"`
}

func (s *session) inYear(c fileOf) yearOf {
	return yearOf{File: c.File, Year: s.Now().Year(), Park: c.Park, JSON: c.JSON}
}

type documentList struct{ fileOf }

// Run lists the documents of the park.
func (c documentList) Run(s *session) error {
	return s.read(s.inYear(c.fileOf), func(_ Store, b *app.Book) error {
		answers := documentAnswers(b, app.All[app.Document](b, "document"))
		if c.JSON {
			return s.printJSON(map[string]any{"documents": answers})
		}
		for _, a := range answers {
			fmt.Fprintf(s.Stdout, "%4d  %s — %s %v\n", a.ID, a.Title, a.File, a.Proves)
		}
		return nil
	})
}

type documentAdd struct {
	fileOf
	Paths  []string `arg:"" name:"path"`
	To     []string // contract/17, indicator/2020/S2.1
	Title  string
	Kind   string
	Number string
	Date   string // дд.мм.гггг
	AsIs   bool   `name:"as-is"`
}

// Run attaches files. Either all are kept or none.
func (c documentAdd) Run(s *session) error {
	return s.write(s.inYear(c.fileOf), func(store Store, b *app.Book) error {
		for _, subject := range c.To {
			if !there(b, subject) {
				return &app.Refusal{ID: "cli.document.no_subject", Data: map[string]any{"What": subject}, Cause: errWords}
			}
		}
		var kept []*app.Document
		what := s.words.T("step.attach", map[string]any{"What": filepath.Base(c.Paths[0])})
		err := store.Change(s.ctx, what, func(tx app.Tx) error {
			var err error
			kept, err = c.addAll(s, tx, b)
			return err
		})
		if err != nil {
			return err
		}
		if b, err = store.Book(s.ctx, b.Park.ID); err != nil {
			return app.About(c.File, err)
		}
		if c.JSON {
			return s.printJSON(map[string]any{"documents": documentAnswers(b, kept)})
		}
		for _, d := range kept {
			s.say("cli.document.added", map[string]any{"Title": d.Title, "ID": d.ID})
		}
		return nil
	})
}

// there reports whether a link to the subject would lead anywhere.
func there(b *app.Book, subject string) bool {
	if _, _, ok := app.IndicatorOfSubject(subject); ok {
		return true
	}
	place, ok := app.ParsePlace(subject)
	return ok && app.TypeByKey(place.Type) != nil && b.Get(place.Type, place.ID) != nil
}

// addAll keeps the files, or names all that cannot be kept.
func (c documentAdd) addAll(s *session, tx app.Tx, b *app.Book) ([]*app.Document, error) {
	var kept []*app.Document
	var why []string
	mayKeep := false
	for _, path := range c.Paths {
		d, err := c.add(s, tx, b, path)
		_, said := app.Refused(err)
		switch {
		case err == nil:
			kept = append(kept, d)
		case !said, errors.Is(err, errWords):
			return nil, err
		default:
			why = append(why, "  "+s.sentence(err))
			mayKeep = mayKeep || submission.KeptAsIs(err)
		}
	}
	if len(why) == 0 {
		return kept, nil
	}
	return nil, &app.Refusal{ID: "cli.document.refused", Data: map[string]any{"N": len(why), "Files": strings.Join(why, "\n"), "AsIs": mayKeep}}
}

func (c documentAdd) add(s *session, tx app.Tx, b *app.Book, path string) (*app.Document, error) {
	data, d, err := submission.ReadDocument(path, c.AsIs)
	if err != nil {
		return nil, err
	}
	if same := submission.SameFile(b, d.SHA256); same != nil {
		return same, submission.LinkDocument(s.ctx, tx, same, c.To...)
	}
	d.Park = b.Park.ID
	for _, flag := range []struct{ key, text string }{{"title", c.Title}, {"kind", c.Kind}, {"number", c.Number}, {"date", c.Date}} {
		if app.Clean(flag.text) == "" {
			continue
		}
		f, _ := d.Type().Field(flag.key)
		v, err := f.Read(flag.text, nil)
		if err != nil {
			return nil, &app.Refusal{ID: "cli.bad_value", Data: map[string]any{"What": "--" + flag.key, "Why": app.FaultsOf(err)[0].Message}, Cause: errWords}
		}
		f.Set(d, v)
	}
	return d, submission.KeepDocument(s.ctx, tx, d, data, c.To...)
}

type documentSave struct {
	fileOf
	ID int64  `arg:""`
	To string `required:""`
}

// Run writes the file of a document; a file that is there is not touched.
func (c documentSave) Run(s *session) error {
	return s.read(s.inYear(c.fileOf), func(store Store, b *app.Book) error {
		d := app.Find[app.Document](b, "document", c.ID)
		if d == nil || d.SHA256 == "" {
			return &app.Refusal{ID: "cli.document.none", Data: map[string]any{"ID": c.ID}}
		}
		data, err := store.Content(s.ctx, d.SHA256)
		if err != nil {
			return app.About(c.File, err)
		}
		if err := disk.WriteNew(c.To, data, 0o644); err != nil {
			return err
		}
		if c.JSON {
			return s.printJSON(documentAnswers(b, []*app.Document{d})[0])
		}
		s.say("ui.documents.saved", map[string]any{"File": c.To})
		return nil
	})
}
