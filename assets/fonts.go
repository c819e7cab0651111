package assets

import (
	"embed"
	"io/fs"
)

// FontSet holds whole TrueType files, one a field, as read-only strings.
//
// The files are Liberation Serif 2 and Liberation Sans 2, version 2.1.5, as
// Debian packages them (fonts-liberation2 2.1.5-1; upstream
// https://github.com/liberationfonts). Their licence is the SIL Open Font
// License 1.1, kept beside them in fonts/OFL.txt: they may be embedded in
// papers and shipped with the program. We took the pair because the serif has
// the metrics of Times, which ГОСТ Р 7.0.97-2016 papers are expected to look
// like, and both have full Cyrillic and figures of one width.
type FontSet struct {
	Serif, SerifBold, SerifItalic, SerifBoldItalic string // Liberation Serif, for text
	Sans, SansBold                                 string // Liberation Sans, for tables and charts
}

// We embed into strings rather than byte slices because a string cannot be
// changed by whoever receives it.
var (
	//go:embed fonts/LiberationSerif-Regular.ttf
	serif string
	//go:embed fonts/LiberationSerif-Bold.ttf
	serifBold string
	//go:embed fonts/LiberationSerif-Italic.ttf
	serifItalic string
	//go:embed fonts/LiberationSerif-BoldItalic.ttf
	serifBoldItalic string
	//go:embed fonts/LiberationSans-Regular.ttf
	sans string
	//go:embed fonts/LiberationSans-Bold.ttf
	sansBold string

	//go:embed fonts/*.ttf
	fontFiles embed.FS // the same bytes, which the linker keeps once

	//go:embed fonts/OFL.txt
	fontLicence string
)

// FontFiles returns the files of the faces, for a reader of PDF that looks for fonts in a
// folder.
func FontFiles() fs.FS {
	files, err := fs.Sub(fontFiles, "fonts")
	if err != nil {
		panic(err) // the folder was there when the program was built
	}
	return files
}

// Fonts returns the faces the printed papers are set in.
func Fonts() FontSet {
	return FontSet{
		Serif: serif, SerifBold: serifBold, SerifItalic: serifItalic, SerifBoldItalic: serifBoldItalic,
		Sans: sans, SansBold: sansBold,
	}
}

// FontLicence returns the text of the licence of every face in Fonts, with
// its copyright notices; whoever hands the fonts on must hand it on too.
func FontLicence() string { return fontLicence }
