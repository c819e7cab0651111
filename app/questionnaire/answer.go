package questionnaire

import (
	"cmp"
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"technopark/app"
	"technopark/app/workbook"
)

// Answer is a questionnaire that came back, as far as its file alone tells: whose it is, and what
// stands in its cells.
type Answer struct {
	Name     string   // of the file
	SHA256   string   // of the file
	Saved    string   // when a program last saved it, as the file says: 2021-03-05T08:30:00Z; empty for unknown
	Unsaved  bool     // no program has saved it since it was made
	Identity Identity // whose it is
	Genuine  bool     // nobody has altered whose it is, nor what is asked
	Links    int      // other books it takes figures from
	Given    []Given  // what stands in its cells, in the order of the sheet; lost ones last
	INN      string   // another ИНН that is written on the sheet; empty for none

	rows map[string]map[int]int64 // ids of the records that rows of tables show, by type and row
}

// Given is what stands in the cell of one answer.
type Given struct {
	Place   Place         // what it answers
	Sheet   string        // where the cell is
	Row     int           // likewise, from 1; 0 for a cell that is lost
	Column  int           // likewise
	Cell    workbook.Cell // what stands there
	Trouble Trouble       // why nobody can say what was answered
	Known   string        // what stood there when the questionnaire was made, as it was written
	Told    bool          // Known says so, be it empty
	Other   string        // of a trouble: the other cell that may be meant, or the key of its row
}

// Trouble is why a cell cannot be read, whatever stands in it.
type Trouble uint8

// The troubles of cells.
const (
	NoTrouble Trouble = iota
	Lost              // it was removed from the sheet
	Moved             // the name and the key of its row lead to two cells
	Shifted           // its name leads to a row that asks for something else, see Other
	Joined            // it was joined with others into one
	Shared            // another answer leads to the very same cell
	Twice             // there are two of it, which differ
)

// mostUnpacked is more than any answer has: a questionnaire is 150 KB.
const mostUnpacked = 32 << 20

// Read reads a workbook that came as an answer. What is no workbook, and what is no questionnaire,
// is refused in words.
func Read(raw []byte, name string) (*Answer, error) {
	archive, err := workbook.Open(raw)
	if err != nil {
		return nil, err
	}
	if archive.Unpacked() > mostUnpacked {
		return nil, refuse(nil, "в распакованном виде он больше 32 МБ, а анкета меньше в сотни раз: внутри лишнее или файл опасен. Попросите резидента заполнить посланный файл",
			"unpacked it is bigger than 32 MB, and a questionnaire is hundreds of times smaller: there is something else inside, or the file is dangerous. Ask the resident to fill in the file that was sent")
	}
	b, err := archive.Book()
	if err != nil {
		return nil, err
	}
	a := &Answer{Name: name, SHA256: app.Content(raw), Saved: b.Modified, Unsaved: b.Created != "" && b.Created == b.Modified, Links: b.Links, rows: map[string]map[int]int64{}}
	hidden := hiddenOf(b)
	id, ok := identityIn(b, hidden)
	if !ok {
		return nil, noQuestionnaire(b)
	}
	a.Identity = id
	l := &locator{book: b, answer: a, hidden: hidden}
	l.locate()
	keys := hidden.keys
	if len(keys) == 0 {
		for _, g := range a.Given {
			keys = append(keys, g.Place.Key())
		}
	}
	a.Genuine = a.Identity.Genuine(keys) && !hidden.disagrees
	a.INN = otherINN(b, a.Identity)
	return a, nil
}

// hiddenSheet is what the hidden sheet of a questionnaire says.
type hiddenSheet struct {
	values    map[string]string // of the identity
	keys      []string          // of what is asked
	known     map[string]string // what stood in the cells, by key
	told      bool              // it says what stood there
	ids       map[Place]string  // of the records that rows show, as the list says
	disagrees bool              // with the properties
}

// knownColumn is where the hidden sheet has what stood in the cells when they were made.
const knownColumn = 3

func hiddenOf(b *workbook.Book) *hiddenSheet {
	h := &hiddenSheet{values: map[string]string{}, known: map[string]string{}, ids: map[Place]string{}}
	s := b.Sheet(IdentitySheet)
	if s == nil {
		return h
	}
	listed := false
	for _, row := range s.Rows {
		name := row.At(1).Text
		switch place, ok := PlaceOfKey(name); {
		case !listed && strings.HasPrefix(name, PropertyPrefix):
			h.values[name] = row.At(2).Text
		case ok:
			listed = true
			if place.Field == RowID {
				h.ids[place] = row.At(2).Text
				continue
			}
			h.known[name], h.told = row.At(knownColumn).Text, true
			h.keys = append(h.keys, name)
		}
	}
	return h
}

// identityIn returns whose the questionnaire is: by its properties, else by its hidden sheet.
func identityIn(b *workbook.Book, h *hiddenSheet) (Identity, bool) {
	id, ok := IdentityOf(func(name string) string { return b.Properties[name] })
	again, too := IdentityOf(func(name string) string { return h.values[name] })
	if !ok {
		return again, too
	}
	h.disagrees = too && again != id
	return id, true
}

// noQuestionnaire says why a workbook is none.
func noQuestionnaire(b *workbook.Book) error {
	if slices.ContainsFunc(b.Names, func(n workbook.Name) bool { _, ours := PlaceOfName(n.Name); return ours }) || keyed(b) {
		return refuse(nil, "это анкета, но в файле нет скрытых сведений о том, кому и за какой период она послана: лист скопирован в другую книгу или книга переделана. Попросите резидента заполнить посланный файл",
			"it is a questionnaire, but the file does not say, unseen, to whom and for which period it was sent: the sheet was copied into another workbook, or the workbook was made over. Ask the resident to fill in the file that was sent")
	}
	return refuse(ErrNone, "это не анкета: в книге нет ни одного её поля. Таблицу с записями загружает «Импорт» (technopark import)",
		"it is no questionnaire: the workbook has none of its fields. A table of records is taken by “Import” (technopark import)")
}

// keyed reports whether some sheet has the hidden column of keys.
func keyed(b *workbook.Book) bool {
	for i := range b.Sheets {
		if column, _ := keysOn(&b.Sheets[i]); column > 0 && b.Sheets[i].Name != IdentitySheet {
			return true
		}
	}
	return false
}

// ErrNone is the cause of a refusal of a workbook that is no questionnaire at all.
var ErrNone = errors.New("no questionnaire")

// refuse makes what the user reads of a file that cannot be taken as an answer.
func refuse(cause error, ru, en string) error {
	return &app.Refusal{ID: "err.questionnaire", Data: map[string]any{"Reason": app.L(ru, en)}, Cause: cause}
}

var (
	innText = regexp.MustCompile(`(?:ИНН|INN)\D{0,12}(\d{10,12})\b`)
	innWord = regexp.MustCompile(`^(?:ИНН|INN)[\s:]*$`)
	innOnly = regexp.MustCompile(`^\d{10}(?:\d{2})?$`)
)

// otherINN returns an ИНН that stands on a sheet that people see and is neither the resident's nor
// the park's.
func otherINN(b *workbook.Book, id Identity) string {
	for i := range b.Sheets {
		s := &b.Sheets[i]
		if s.Hidden {
			continue
		}
		for _, row := range s.Rows {
			for at, c := range row.Cells {
				inn := ""
				if m := innText.FindStringSubmatch(c.Text); m != nil {
					inn = m[1]
				} else if at > 0 && innOnly.MatchString(c.Text) && innWord.MatchString(strings.TrimSpace(row.Cells[at-1].Text)) {
					inn = c.Text
				}
				if inn != "" && inn != id.INN && inn != id.ParkINN {
					return inn
				}
			}
		}
	}
	return ""
}

// Filled returns how many figures of the report the answer gives, and how many are asked for; see
// Form.Filled.
func (a *Answer) Filled() (filled, asked int) {
	for _, g := range a.Given {
		if t := app.TypeByKey(g.Place.Record); t == nil || !t.Report {
			continue
		}
		asked++
		if strings.TrimSpace(g.Cell.Text) != "" {
			filled++
		}
	}
	return filled, asked
}

// inOrder puts the cells in the order of the sheet, lost ones last.
func (a *Answer) inOrder() {
	slices.SortStableFunc(a.Given, func(x, y Given) int {
		if (x.Row == 0) != (y.Row == 0) {
			return cmp.Compare(y.Row, x.Row)
		}
		return cmp.Or(cmp.Compare(x.Row, y.Row), cmp.Compare(x.Column, y.Column))
	})
}

// idOf reads the id of a record.
func idOf(text string) (int64, bool) {
	id, err := strconv.ParseInt(strings.TrimSpace(text), 10, 64)
	return id, err == nil && id > 0
}
