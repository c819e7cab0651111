package submission

import (
	"encoding/json"
	"errors"
	"fmt"

	"technopark/app"
	"technopark/reports/attach"
)

// Seal is what a package carries of its own making: with the data it is enough to make the
// sheets again, and its digests tell which of them are not those that were made.
//
// It is no signature. Whoever changes a sheet and makes a new seal deceives the digests;
// the sheets made again from the data tell him, unless the seal also names another version
// of the program or the files of documents are not inside, and then the inspection says
// what it could not ask. Only a signature of the file is proof against that.
type Seal struct {
	Format   string   `json:"format"`   // name of this form of a seal
	Program  string   `json:"program"`  // version
	Data     string   `json:"data"`     // SHA-256
	Made     string   `json:"made"`     // day as printed, ISO 8601
	Revision int      `json:"revision"` // 0 for a draft
	Draft    bool     `json:"draft"`    // «ЧЕРНОВИК» is across its sheets
	Parts    []string `json:"parts"`    // keys; none means all
	Lang     app.Lang `json:"lang"`     // of the papers
	Form     string   `json:"form"`     // app.FormFull or app.FormCompressed

	// Journal is the control value of the journal as printed; empty of earlier programs.
	Journal string `json:"journal"`

	Papers string `json:"papers"` // SHA-256 of the program's own sheets as a PDF of theirs

	Documents []SealedDocument `json:"documents"` // in the order of their numbers

	Sheets []string `json:"sheets"` // digests; see attach.Digests
	Rest   string   `json:"rest"`   // digest of what is on no sheet
}

// SealedDocument is a document put behind a package.
type SealedDocument struct {
	ID     int64  `json:"id"`     // of the record
	First  int    `json:"first"`  // its first sheet
	Sheets int    `json:"sheets"` // how many
	Apart  bool   `json:"apart"`  // only a sheet that names it is there
	File   string `json:"file"`   // under which the PDF carries it; empty when it does not
	SHA256 string `json:"sha256"` // of the file; empty when there is none
}

// SealName is the name under which the PDF carries the seal.
const SealName = "technopark-seal.json"

// sealFormat is the first value of a seal; assets/docs/data.md describes it.
const sealFormat = "technopark-seal-1"

// seal says how a package is made; attach adds what it came to.
func (s *state) seal(how paperOf, all *bundle) *attach.Seal {
	made := Seal{
		Format: sealFormat, Program: app.Version, Data: s.frozen.SHA256, Made: how.day.ISO(), Revision: how.revision,
		Draft: !how.final, Parts: how.parts, Lang: how.form.Lang, Form: how.form.Key(), Journal: how.control, Papers: app.Content(s.base), Documents: all.sealed(),
	}
	return &attach.Seal{Name: SealName, Make: func(d attach.Digests) (attach.File, error) {
		s.digests = d
		made.Sheets, made.Rest = d.Pages, d.Rest
		data, err := json.MarshalIndent(made, "", "\t")
		return attach.File{
			Name: SealName, MIME: jsonType, About: app.L("Как собран пакет и контрольные суммы его листов", "How the package was made and the sums of its sheets").In(how.form.Lang), Date: all.input.Created, Relation: "Data", Data: data,
		}, err
	}}
}

func (all *bundle) sealed() []SealedDocument {
	sealed := []SealedDocument{}
	for i, a := range all.attachments {
		if a.Sheets == 0 {
			continue
		}
		sealed = append(sealed, SealedDocument{
			ID: a.Document.ID, First: a.First, Sheets: a.Sheets, Apart: a.Apart(), File: all.carriedAs[i], SHA256: a.Document.SHA256,
		})
	}
	return sealed
}

// errNoSeal says that a file is no seal this program can read.
var errNoSeal = errors.New("this is no seal of a package")

// readSeal reads the seal out of the files a PDF carries.
func readSeal(files map[string][]byte) (*Seal, error) {
	data, there := files[SealName]
	if !there {
		return nil, attach.ErrNoFile
	}
	var s Seal
	if err := json.Unmarshal(data, &s); err != nil {
		return nil, fmt.Errorf("%w: %w", errNoSeal, err)
	}
	if s.Format != sealFormat {
		return nil, fmt.Errorf("%w: format %q, expected %q", errNoSeal, s.Format, sealFormat)
	}
	return &s, nil
}

// how returns how the package of the seal, which has so many sheets, was put on paper. Of
// documents whose files are not at hand the sheets stay empty.
func (s *Seal) how(sheets int) (paperOf, error) {
	day, err := app.ParseISODate(s.Made)
	if err != nil {
		return paperOf{}, fmt.Errorf("%w: %w", errNoSeal, err)
	}
	how := paperOf{form: Form{Lang: s.Lang, Compressed: s.Form == app.FormCompressed}.known(), final: !s.Draft, revision: s.Revision, parts: s.Parts, day: day, control: s.Journal, empty: map[int64]int{}}
	for _, d := range s.Documents {
		if d.Apart {
			continue
		}
		if d.Sheets < 0 || d.Sheets > sheets {
			return paperOf{}, fmt.Errorf("%w: documents of more sheets than there are", errNoSeal)
		}
		how.empty[d.ID] = d.Sheets
		sheets -= d.Sheets
	}
	return how, nil
}
