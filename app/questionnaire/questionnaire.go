// Package questionnaire says what one resident is asked for one period, and under which
// names: it is what a questionnaire is before it becomes a sheet, and what is known of one
// that comes back. It knows no files, no clock and no screen.
//
// What is asked is said in the catalogue (app.Field.AskedFor), and the kind of a type decides
// how: the resident's own fields, the report of the period, and the records of the period
// as rows of a small table.
//
// Each answer has a key and a name. The key is «resident_report.revenue», of a row of a table
// «job.3.count»; rows are counted from 1 and say nothing of the data file. The name is that
// of the cell in the workbook, tp_resident_report__revenue and tp_job_3__count. A row that
// shows a known record has its id in the hidden, named cell tp_job_3__id (key «job.3.id»);
// the cell of a row for a new record is empty. The second way to a cell is hidden too: KeyColumn holds the key of a
// row of the sheet («resident_report.revenue», «job.3»), and HeadRow holds over each column
// of answers whose it is («value», «job.count», several with a space between).
package questionnaire

import "technopark/app"

// Version is the version of the structure of the questionnaires that are made now.
const Version = 1

// Where the hidden things of a workbook are.
const (
	Sheet         = "Анкета"     // the one that people see, in Russian
	SheetEN       = "Form"       // the same in English
	IdentitySheet = "technopark" // hidden: names and values of the properties, then keys and names of the cells with what was known, then keys and ids of rows
	KeyColumn     = 1            // hidden column with the keys of rows
	HeadRow       = 1            // hidden row with what the columns hold
	ValueHead     = "value"      // what HeadRow says over the column of single answers
)

// Form is what one resident is asked for one period.
type Form struct {
	Park     *app.Park              // that asks
	Company  *app.ManagementCompany // that runs it; nil when the card names none
	Resident *app.Resident          // who is asked
	Period   app.Period             // a year, or a quarter of it
	Before   app.Period             // whose figures stand beside: the same part of the year before
	Due      app.Date               // last day to answer; none when nobody said
	Lang     app.Lang               // of all words
	Contact  Contact                // whom to send the answer to
	Identity Identity               // goes with the workbook unseen
	Logo     *Logo                  // of the park; nil for none
	Sections []Section              // in the order of the sheet
}

// Logo is a picture that stands at the head.
type Logo struct {
	Data          []byte // a whole file
	Extension     string // .png or .jpg
	Width, Height int    // in points of the picture
}

// Contact is whom the answer goes to, and whom to ask.
type Contact struct {
	Name, Position string // of a person; empty when none is named
	Phone, Email   string // theirs, else the company's
}

// Section is a headed group of answers: single ones, or a table.
type Section struct {
	Title app.Text // its heading
	Items []Item   // single answers, each on a line of its own
	Table *Table   // rows of records; nil where answers are single
}

// Table asks for records of which a resident may have several in a period.
type Table struct {
	Type   *app.Type   // of the records
	Fields []app.Field // columns
	Rows   []Row       // those that are known, then empty ones
	More   int         // known records that found no room
}

// Row is one record of a table.
type Row struct {
	Type   string // key of the type of the record
	Number int    // in the table, from 1
	ID     int64  // of the record in the data file; 0 for a new one
	Items  []Item // one for each column
}

// Item is one answer.
type Item struct {
	Record string    // key of the type of the record it is of
	Row    int       // of a table, from 1; 0 for a single answer
	Field  app.Field // from the catalogue
	Now    app.Value // what is recorded for the period
	Last   app.Value // of reports: what was recorded for the period before
}

// Asking is what is to be known besides the records to make a questionnaire.
type Asking struct {
	Period  app.Period // a year, or a quarter of it
	Due     app.Date   // last day to answer; none when nobody said
	Lang    app.Lang   // of all words; Russian when empty
	Profile string     // id of the method the year is computed by; may be empty
	Logo    *Logo      // of the park; nil for none
}

// Items returns all answers in the order of the sheet.
func (f *Form) Items() []Item {
	var all []Item
	for _, s := range f.Sections {
		all = append(all, s.Items...)
		if s.Table == nil {
			continue
		}
		for _, row := range s.Table.Rows {
			all = append(all, row.Items...)
		}
	}
	return all
}

// Keys returns the keys of all answers in the order of the sheet.
func (f *Form) Keys() []string {
	items := f.Items()
	keys := make([]string, len(items))
	for i, item := range items {
		keys[i] = item.Key()
	}
	return keys
}

// Filled returns how many figures of the reports are known, and how many are asked for. What is
// the resident's own and the rows of tables count in neither: the first is mostly known
// before anybody asks, and nobody knows how many rows there ought to be.
func (f *Form) Filled() (filled, asked int) {
	for _, item := range f.Items() {
		if t := app.TypeByKey(item.Record); !t.Report {
			continue
		}
		asked++
		if !item.Now.Empty() {
			filled++
		}
	}
	return filled, asked
}

// Last reports whether anything is known of the period before.
func (f *Form) Last() bool {
	for _, item := range f.Items() {
		if !item.Last.Empty() {
			return true
		}
	}
	return false
}
