package app

import "slices"

// Recovery says what came of saving what could be read of a damaged data file into a new one.
type Recovery struct {
	Types    []Recovered // of which there are records, in the order of the catalogue
	Entries  int64       // of the journal that were read and are in the new file
	Unread   int64       // entries of the journal that are lost, as far as that is known
	Added    int64       // entries the recovery itself had to write, where others were lost
	Contents int         // kept files that came back with all their bytes
	Whole    bool        // the journal was read from its first entry to its last, so that it says what every record is
	Losses   []Loss      // what could not be saved, in the order of the catalogue
	Doubts   []Loss      // what was saved, but in which something had to be chosen
}

// Recovered says where the records of a type came from.
type Recovered struct {
	Type    string // key
	Table   int    // read in its table, as it was written
	Pages   int    // read in pages that no longer hang together with the others
	Journal int    // made of what the journal says, all of them or some field
	Lost    int    // of which something is known, but not enough
}

// All returns how many records of a type there are in the new file.
func (r Recovered) All() int { return r.Table + r.Pages + r.Journal }

// Records returns how many records were saved and how many were not, of all types. Those that the
// table or the journal had and that were left out are not saved, whoever put them there or took them away.
func (r Recovery) Records() (saved, lost int) {
	for _, t := range r.Types {
		saved, lost = saved+t.All(), lost+t.Lost
	}
	return saved, lost + r.leftOut()
}

// LeftOut returns how many records of a type the table, or the journal alone, had that were not taken.
func (r Recovery) LeftOut(typeKey string) (n int) {
	for _, l := range r.Doubts {
		if l.Type == typeKey && (l.Kind == DoubtExtra || l.Kind == DoubtGone) {
			n++
		}
	}
	return n
}

// leftOut returns how many there are of all types.
func (r Recovery) leftOut() (n int) {
	for _, t := range Types() {
		n += r.LeftOut(t.Key)
	}
	return n
}

// Complete reports whether everything that was found is in the new file.
func (r Recovery) Complete() bool { return len(r.Losses) == 0 && r.leftOut() == 0 }

// Share returns how many of a thousand records of which something is known were saved, rounded
// down: a thousand is all. There may have been others where they are not Counted.
func (r Recovery) Share() int {
	saved, lost := r.Records()
	if saved+lost == 0 {
		return 0
	}
	return 1000 * saved / (saved + lost)
}

// Counted reports whether it is known how many records there were, so that a share can be named.
func (r Recovery) Counted() bool {
	return !slices.ContainsFunc(r.Losses, func(l Loss) bool { return l.Kind == LostTail })
}

// OK reports whether all came back, and nothing in it is doubtful.
func (r Recovery) OK() bool { return len(r.Losses) == 0 && len(r.Doubts) == 0 }

// Loss is one thing that could not be saved, or was saved with a doubt.
type Loss struct {
	Kind  LossKind // what sort of thing it is
	Type  string   // key of the type of the record; «» when it is about none
	ID    int64    // of the record, or the first entry of the journal; 0: of none
	Upto  int64    // of a run of numbers or entries, the last one
	Title string   // what people call the record; «» when it is not known
	Field string   // key of the field; «» when it is about all of the record
	Was   string   // what was read and is not in the new file, in JSON; a name of a kept file
	Is    string   // what is in the new file instead, in JSON; «» for nothing
}

// LossKind says what sort of thing was lost, or is in doubt.
type LossKind string

// The kinds of losses, and behind them those of doubts.
const (
	LostRecord  LossKind = "record"  // a record: what is left of it is in Was
	LostNumber  LossKind = "number"  // nothing is left but the numbers from ID to Upto: the records were lost, or deleted before
	LostTail    LossKind = "tail"    // how many records of a type there were is not known: there may have been some after ID, which is 0 where none was found
	LostStub    LossKind = "stub"    // a record others belong to: one with nothing but a name stands in its place
	LostField   LossKind = "field"   // a value that could not be kept, or was not read
	LostLink    LossKind = "link"    // a reference to a record that is lost
	LostContent LossKind = "content" // the bytes of a kept file
	LostEntries LossKind = "entries" // entries of the journal, from ID to Upto
	LostEnd     LossKind = "end"     // how far the journal went is not known: there may have been more
	LostRows    LossKind = "rows"    // rows of pages of which it is not known what they were; ID is how many
	LostSteps   LossKind = "steps"   // steps of undo: what was done before can no longer be taken back
	LostLog     LossKind = "log"     // changes of another program that lay beside the file: nobody knows whose they are; Was is the name of their file
	DoubtValue  LossKind = "value"   // the table said Was, the journal says Is, which was taken
	DoubtExtra  LossKind = "extra"   // the table had a record that the journal knows nothing of: it was left out
	DoubtGone   LossKind = "gone"    // the journal has a record that its whole table has not: it was left out
	DoubtTable  LossKind = "table"   // the journal, which has gaps, said Was, the table says Is, which was taken
	DoubtBack   LossKind = "back"    // the journal, which has gaps, says the record was deleted, its table has it: it was taken
	DoubtStray  LossKind = "stray"   // a record was found outside of its table, and the journal does not know it
	DoubtTold   LossKind = "told"    // only the journal has a record, and entries are lost: it may have been deleted later
	DoubtPart   LossKind = "part"    // of a list the table had Was, other parts of it may be lost; with what the journal once said it is Is, which was taken
	DoubtMixed  LossKind = "mixed"   // a record was put together of an older row and of entries
	DoubtBare   LossKind = "bare"    // of the records from ID to Upto the entries that added them are lost: nothing confirms what was read in their table
)

// Doubtful reports whether it is about something that was saved.
func (k LossKind) Doubtful() bool {
	switch k {
	case DoubtValue, DoubtExtra, DoubtTable, DoubtGone, DoubtBack, DoubtStray, DoubtTold, DoubtPart, DoubtMixed, DoubtBare:
		return true
	}
	return false
}
