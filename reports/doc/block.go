package doc

// Block is one thing that stands on a page: Lead, Heading, Paragraph, Spacer,
// KeyValues, Table, Code, Drawing, Contents, Signatures, KeepTogether or PageBreak. The set
// is closed, so that a renderer can be complete.
type Block interface{ block() }

// Lead is the answer a sheet begins with: a figure in large type, and beside it what it says.
type Lead struct {
	Figure string   // «106,4 %»
	Title  string   // bold, beside the figure
	Lines  []string // under the title
}

// Heading is a title inside a section. It stays on the page of what follows.
type Heading struct {
	Text       string // what is said
	Level      int    // 1 below the section's title, 2 below that, …
	InContents bool   // listed in the contents and in the outline
}

// Paragraph is running text; every "\n" begins a new line.
type Paragraph struct {
	Text   string  // what is said
	Align  Align   // in the width between the margins
	Bold   bool    // else of regular weight
	Italic bool    // else upright
	Indent bool    // first line 12.5 mm in (ГОСТ Р 7.0.97-2016, section 3)
	Size   float64 // points; 0 is the size of body text, 12
	Left   float64 // mm between the margin and the text: «УТВЕРЖДАЮ» stands at the right
	Keep   bool    // stays on the page of the next block
}

// Spacer is empty room. It vanishes at the top of a page, except on the first
// page of a section that begins with it.
type Spacer struct {
	Height float64 // mm
	Fill   bool    // takes all room left on the page: pushes the rest to its bottom
}

// KeyValues is a card: labels at the left, values at the right.
type KeyValues struct {
	Items      []KeyValue // one a line
	LabelWidth float64    // mm; 0 is two fifths of the width
}

// KeyValue is one line of a card. An item without a value and unit is a
// group title printed across the card.
type KeyValue struct {
	Label string // what the value is
	Value string // in words; «» when there is none
	Unit  string // printed after the value
	Blank bool   // nobody gave the value: a compressed paper leaves the line out
}

// Code is a two-dimensional code (QR) in the middle of the width, for machines to read
// off paper, with a caption for people under it.
type Code struct {
	Text    string  // what is said
	Size    float64 // mm
	Caption string  // under the code
}

// Contents is the table of contents. It has no fields: the renderer fills it
// with the sections and headings marked InContents and their real pages.
type Contents struct{}

// Signatures is the block of signatures; it is never split between pages.
type Signatures struct {
	People []Signatory // from the top down
	Seal   bool        // Words.Seal under the signatures
	Date   string      // as printed; empty leaves Words.BlankDate to fill in by hand

	Undated bool // the paper bears its date elsewhere, as a letter does in its head
}

// Signatory is one line of signatures: role, room to sign, name.
type Signatory struct {
	Role string // post, as the paper names it
	Name string // initials and surname
}

// KeepTogether keeps its blocks on one page if they fit on one.
type KeepTogether struct {
	Blocks []Block // one under another
}

// PageBreak begins a new page.
type PageBreak struct{}

func (Lead) block()         {}
func (Heading) block()      {}
func (Paragraph) block()    {}
func (Spacer) block()       {}
func (KeyValues) block()    {}
func (Table) block()        {}
func (Code) block()         {}
func (Contents) block()     {}
func (Signatures) block()   {}
func (KeepTogether) block() {}
func (PageBreak) block()    {}
