// Package doc describes printed papers as trees of plain values.
//
// Whoever writes a part of the package (title page, register, table of
// indicators) says WHAT stands on paper; package pdf decides how it is laid
// out and draws it. Trees have no behaviour beyond Text, know no fonts and no
// renderer, and are compared with golden files in tests.
//
// Text is plain: "\n" begins a new line, U+00A0 never breaks, U+00AD (soft
// hyphen) marks where a long word may be broken. Lengths are millimetres,
// sizes of type are points. The words the renderer adds by itself follow the
// language of the document; see Words.
package doc

import "time"

// Document is one paper: an ordered list of sections and what is common to
// all its pages.
type Document struct {
	Title   string // document information and window title
	Author  string // document information: the management company
	Subject string // document information
	Creator string // document information: the program and its version
	Mark    string // what a workbook says of itself to programs; «» for nothing
	Lang    string // language tag of the text; "ru-RU" when empty

	// Created is written as the creation and modification date. The renderer
	// reads no clock, so the same tree gives the same bytes.
	Created time.Time

	Foot Foot // what stands under every page

	// Behind is what will be put behind these sheets: the foot counts its sheets and the
	// contents list it.
	Behind []Behind

	// Draft puts Watermark (Words.Draft when empty) across every page.
	Draft     bool
	Watermark string // set across the page, grey

	Sections []Section // in the order they are printed
}

// Behind is a run of sheets that somebody else puts behind a document.
type Behind struct {
	Title  string // of its line in the contents
	Level  int    // as of Section
	Sheets int    // 0 for a title over those that follow
}

// Foot is the line at the bottom of every page:
// Park · Edition ……… Hash · лист i из n. Park is shortened to fit.
type Foot struct {
	Park    string // short name of the park
	Edition string // rating year and revision, as they are to be printed
	Hash    string // short hash of the data, as it is to be printed
}

// Section is a run of blocks under one title and one page orientation.
type Section struct {
	// Title is the outline entry and, unless Untitled, the printed heading.
	// A section without a title has neither.
	Title    string
	Level    int  // 0 a part of the package, 1 a chapter of a part, …
	Untitled bool // the title is not printed over the section

	InContents bool // listed in the Contents block with its page
	NewPage    bool // begins on a new page; a change of orientation always does
	Joins      bool // with NewPage: begins on the sheet of the section before where much of it is free
	Landscape  bool // registers: the sheet is turned

	Blocks []Block // one under another
}

// Align says which edge lines of text keep to.
type Align int

// The edges. Left is the zero value.
const (
	Left Align = iota
	Right
	Center
	Justify
)

// String returns the word Text prints for the edge.
func (a Align) String() string {
	switch a {
	case Right:
		return "right"
	case Center:
		return "center"
	case Justify:
		return "justify"
	default:
		return "left"
	}
}
