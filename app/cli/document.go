package cli

import (
	"fmt"
	"strings"

	"technopark/app"
	"technopark/app/disk"
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
	Reason string   `json:"reason"` // the code of why its sheets stay outside of the package; empty when they do not
	Apart  string   `json:"apart"`  // the reason in words
}

func (s *session) documentAnswers(b *app.Book, docs []*app.Document) []documentJSON {
	proves := map[int64][]string{}
	for _, l := range app.All[app.DocumentLink](b, "document_link") {
		proves[l.Document] = append(proves[l.Document], l.Subject)
	}
	answers := make([]documentJSON, len(docs))
	for i, d := range docs {
		answers[i] = s.documentAnswer(d, proves[d.ID])
	}
	return answers
}

func (s *session) documentAnswer(d *app.Document, proves []string) documentJSON {
	return documentJSON{
		ID: d.ID, Title: d.Title, Kind: d.Kind, Number: d.Number, Date: d.Date.ISO(), File: d.FileName, Format: d.Format,
		Pages: int64(d.Pages.N), Size: int64(d.Size.N), SHA256: d.SHA256, Proves: append([]string{}, proves...), // never null
		Reason: d.ApartReason(), Apart: app.ApartWords(d.ApartReason()).In(s.words.Lang()),
	}
}

// fileOf names a data file and a park in it; documents are of no year.
type fileOf struct {
	File string `arg:"" place:""`
	Park string
	JSON bool `name:"json"`
}

func (s *session) inYear(c fileOf) yearOf {
	return yearOf{File: c.File, Year: s.Now().Year(), Park: c.Park, JSON: c.JSON}
}

// documentList is «document list».
type documentList struct{ fileOf }

// Run lists the documents of the park.
func (c documentList) Run(s *session) error {
	return s.read(s.inYear(c.fileOf), func(_ Store, b *app.Book) error {
		answers := s.documentAnswers(b, app.All[app.Document](b, "document"))
		if c.JSON {
			return s.printJSON(map[string]any{"documents": answers})
		}
		for _, a := range answers {
			fmt.Fprintf(s.Stdout, "%4d  %s — %s %s\n", a.ID, a.Title, a.File, s.standing(a))
		}
		return nil
	})
}

// standing says what a document proves and whether its sheets will be in the package.
func (s *session) standing(a documentJSON) string {
	said := []string{s.words.T("document.nothing", nil)}
	if len(a.Proves) > 0 {
		said[0] = fmt.Sprint(a.Proves)
	}
	if a.Apart != "" {
		said = append(said, s.words.T("document.is_apart", map[string]any{"Why": a.Apart}))
	}
	return strings.Join(said, "; ")
}

// documentSave is «document save».
type documentSave struct {
	fileOf
	ID int64  `arg:""`
	To string `required:"" place:""`
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
		if err := disk.WriteNew(c.To, data); err != nil {
			return err
		}
		if c.JSON {
			return s.printJSON(s.documentAnswers(b, []*app.Document{d})[0])
		}
		s.say("ui.documents.saved", map[string]any{"File": c.To})
		return nil
	})
}
