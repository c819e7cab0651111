package app

// Kind says what a field holds; it decides the entry, the column type, the
// alignment and how text is read and written.
type Kind uint8

// The kinds of fields.
const (
	KindText     Kind = iota // one line
	KindNote                 // several lines
	KindID                   // identifier, always text; see Field.Scheme
	KindChoice               // one of Field.Options
	KindDate                 // Date
	KindPeriod               // Period
	KindCount                // Cell[Count]
	KindQuantity             // Cell[Quantity]
	KindMoney                // Cell[Money]
	KindBool                 // Cell[Flag]: yes, no or nothing said
	KindRef                  // id of a record of type Field.Ref
	KindRefs                 // ids of records of type Field.Ref
)

// Numeric reports whether values of the kind are numbers in stored units.
func (k Kind) Numeric() bool {
	return k == KindCount || k == KindQuantity || k == KindMoney || k == KindBool
}

// Number reports whether values of the kind are written as figures.
func (k Kind) Number() bool { return k.Numeric() && k != KindBool }

// Total says what stands under a column of the field's figures.
type Total uint8

// What may stand there: nothing, where a sum would be a number of nothing (years, distances,
// counts that overlap), the sum of amounts that add up, the mean of rates and pay.
const (
	NoTotal Total = iota
	TotalSum
	TotalMean
)

// Option is one admissible answer of a Choice field.
type Option struct {
	Code  string // what the data file holds
	Label Text   // what people read, as in the middle of a sentence
}

// Field describes one field of a record type. Every surface is derived from it.
type Field struct {
	Key     string   // column, JSON key and name in formulas; ASCII, snake case
	Label   Text     // «Выручка»
	Hint    Text     // where the figure comes from, how to fill it in
	Section Text     // heading of the group of fields in the form and in print
	Kind    Kind     // what the field holds
	Unit    Text     // «тыс. руб.»; shown once, in the head of a column or beside an entry
	UnitIn  string   // key of the field in which the record itself names the unit; empty for most
	Scale   int64    // stored units in one shown unit: 100 000 kopecks in тыс. руб.
	Digits  int      // decimals on screens and papers
	Width   int      // of a table column, in characters
	Options []Option // of a choice, in the order of the list
	Ref     string   // key of the type a Ref or Refs field points to
	Scheme  Scheme   // of an identifier; of a text, the form it must have

	// Source is the line of an official form that has the figure: «Форма 2, строка 2110».
	Source Text

	// From is the key of the type of the records a derived field is computed from; «» where it
	// is computed from the record itself.
	From string

	// Own is set where a value is of one record alone, as a number of a contract is: what is
	// made after the likeness of the record does not get it. Repeated is set where records
	// that are entered one after the other are likely to have one value; see Another.
	Own, Repeated bool

	// Counted is set where such records are numbered in a row: rooms along a corridor.
	Counted bool

	// Telling is set where two records of one value are likely to be one thing entered
	// twice: a name, a state identifier. See Twins.
	Telling bool

	// Asked is set where residents themselves are asked for it, in a questionnaire: of what is
	// theirs, of their reports, of their records of a period. See package questionnaire.
	Asked bool

	// WholeYear is set where a value is of years alone, as the staff on the 1st of January is:
	// nobody is asked for it in a quarter.
	WholeYear bool

	Essential bool  // a record cannot exist without it
	Required  bool  // a submission is incomplete without it
	Fixed     bool  // written by the program, never typed
	Derived   bool  // computed from other records, never typed or stored
	CanNA     bool  // «не применимо» is an admissible answer
	Signed    bool  // may be negative
	Flow      bool  // of a report: the amounts of the quarters add up to that of the year
	Total     Total // of a figure: what stands under a column of it
	Hidden    bool  // in the form, not in the table until asked for
	Points    bool  // of a text: names a record, of any type; see Place
	Content   bool  // names the bytes of a file kept with the records; see Content
	Coded     bool  // of a text: written for the program, so that nobody looks for its words

	// lines begins those lines of a text that name a record; empty where none does.
	lines string

	// offer gives the value that other records of the park make likely; nil for none.
	offer offering

	// readings are what the figure says together with others of the record; see Readings.
	readings []reading

	// Opens is the key of the field, of the report of the year before, by whose value the field is
	// likely to begin: what was there at the end of a year is there at the start of the next. It
	// is only offered. Empty for most.
	Opens string

	// freed reports the records that owe no answer, whatever Required says; nil for none.
	freed func(Record) bool

	get func(Record) Value
	set func(Record, Value)

	day    func(Record) Date   // of a date: what get writes as text
	period func(Record) Period // of a period, likewise
}

// Get returns the field's value in the record. It panics when rec is of another type.
func (f Field) Get(rec Record) Value { return f.get(rec) }

// Set puts v into the record. It panics when rec is of another type.
func (f Field) Set(rec Record, v Value) { f.set(rec, v) }

// Day returns the date of a date field as it is kept, which no text need be read for; of
// another field no date.
func (f Field) Day(rec Record) Date {
	if f.day == nil {
		return Date{}
	}
	return f.day(rec)
}

// RequiredOf reports whether a submission is incomplete without the field of the record.
func (f Field) RequiredOf(rec Record) bool { return f.Required && (f.freed == nil || !f.freed(rec)) }

// Typed reports whether people fill the field in.
func (f Field) Typed() bool { return !f.Derived && !f.Fixed }

// AskedFor reports whether residents are asked for the field in a period.
func (f Field) AskedFor(p Period) bool { return f.Asked && (p.Quarter == 0 || !f.WholeYear) }

// Option returns the option with the given code.
func (f Field) Option(code string) (Option, bool) {
	for _, o := range f.Options {
		if o.Code == code {
			return o, true
		}
	}
	return Option{}, false
}

// Head returns the label with the unit after it: «Выручка, тыс. руб.».
func (f Field) Head(lang Lang) string {
	if f.Unit.Zero() {
		return f.Label.In(lang)
	}
	return f.Label.In(lang) + ", " + f.Unit.In(lang)
}

func (f Field) essential() Field { f.Essential, f.Required = true, true; return f }
func (f Field) required() Field  { f.Required = true; return f }
func (f Field) asked() Field     { f.Asked = true; return f }
func (f Field) ofYear() Field    { f.WholeYear = true; return f }
func (f Field) fixed() Field     { f.Fixed = true; return f }
func (f Field) signed() Field    { f.Signed = true; return f }
func (f Field) coded() Field     { f.Coded = true; return f }

// naming is for a text whose lines name records behind a word.
func (f Field) naming(word string) Field { f.lines = word; return f }

func (f Field) hidden() Field { f.Hidden = true; return f }
func (f Field) orNA() Field   { f.CanNA = true; return f }
func (f Field) flow() Field   { f.Flow = true; return f }

// summed is for figures that add up over records: areas, people.
func (f Field) summed() Field { f.Total = TotalSum; return f }

// apart is for figures that neither add up nor have a mean.
func (f Field) apart() Field { f.Total = NoTotal; return f }

// content is for a text that is the name of a kept file, which Content makes.
func (f Field) content() Field { f.Content = true; return f }

// pointing is for a text that is a place.
func (f Field) pointing() Field { f.Points = true; return f }

func (f Field) telling() Field { f.Telling, f.Own = true, true; return f }

func (f Field) own() Field { f.Own = true; return f }

func (f Field) repeated() Field { f.Repeated = true; return f }

func (f Field) counted() Field { f.Counted, f.Own = true, true; return f }

func (f Field) source(ru, en string) Field { f.Source = L(ru, en); return f }

// from names the records a derived field is computed from.
func (f Field) from(typeKey string) Field { f.From = typeKey; return f }

// offered is for a figure that other records make likely.
func (f Field) offered(by offering) Field { f.offer = by; return f }

// opens offers what a field of the report of the year before says.
func (f Field) opens(key string) Field { f.Opens = key; return f }

// spared frees some records of a required field.
func (f Field) spared(freed func(Record) bool) Field { f.freed = freed; return f }

func (f Field) width(chars int) Field { f.Width = chars; return f }

func (f Field) hint(ru, en string) Field { f.Hint = L(ru, en); return f }

// hundredths shows two decimals: hectares, megawatts.
func (f Field) hundredths() Field { f.Digits = 2; return f }

// asked marks fields that residents are asked for.
func asked(fields ...Field) []Field {
	for i := range fields {
		fields[i].Asked = true
	}
	return fields
}

// section puts a heading over a run of fields.
func section(title Text, fields ...Field) []Field {
	for i := range fields {
		fields[i].Section = title
	}
	return fields
}

// join makes one list of several sections.
func join(sections ...[]Field) []Field {
	var all []Field
	for _, s := range sections {
		all = append(all, s...)
	}
	return all
}
