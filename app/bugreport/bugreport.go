// Package bugreport gathers what developers need to know of a fault: which program on which
// computer, what it was doing, what it noted of a crash, and what shape the data file is in —
// never what is in the records. Staff read all of it before they send it, so it is made of
// plain texts in their language. The window and the command line both call it.
package bugreport

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"time"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/i18n"
	"technopark/app/logbook"
)

// Extension is that of the file all of it goes into.
const Extension = ".zip"

// The most of each part, in bytes: what is longer nobody reads through.
const (
	mostLog     = 192 << 10
	mostCrashes = 192 << 10
)

// Part is a text that goes in, or is left out.
type Part struct {
	Key   string // what tells it from the others; the name of its file without «.txt»
	Title string // what it is called
	Text  string // what is in it; lines end with «\n»
}

// Line is a thing that the window knows of itself, and what it is.
type Line struct {
	Title string // what it is, in words
	Value string // never of a record, a path or a name
}

// Sources are what the surfaces know and nobody else.
type Sources struct {
	Words    *i18n.Printer // in whose language the titles are
	Now      time.Time     // printed as when it was gathered
	Log      *logbook.Log  // nil or empty: nothing was noted
	Window   []Line        // the screen and the settings of the window; none without a window
	DataFile *DataFile     // the data file that was open, or is asked about; nil for none
}

// Gather returns the parts, in the order they are read in; those there is nothing to say of are
// left out. The same sources give the same texts.
func Gather(s Sources) []Part {
	parts := []Part{s.program()}
	if len(s.Window) > 0 {
		parts = append(parts, s.part("window", lines(s.Window)))
	}
	if s.DataFile != nil {
		parts = append(parts, s.part("datafile", lines(s.DataFile.lines(s.Words))))
	}
	if crashes := s.crashes(); crashes != "" {
		parts = append(parts, s.part("crashes", crashes))
	}
	if log := s.Log.Tail(mostLog); log != "" {
		parts = append(parts, s.part("log", log))
	}
	return parts
}

// part makes a part, whose title is a message.
func (s Sources) part(key, text string) Part {
	return Part{Key: key, Title: s.Words.T("bugreport."+key, nil), Text: text}
}

// program says which program it is and where it runs.
func (s Sources) program() Part {
	said := func(id, value string) Line { return Line{s.Words.T("bugreport.program."+id, nil), value} }
	all := []Line{
		said("version", strings.TrimSpace(app.Version+" "+app.Commit())),
		said("made", s.Now.Format("02.01.2006 15:04 -07:00")),
		said("system", systemName()),
	}
	for _, setting := range built() {
		all = append(all, Line{setting[0], setting[1]})
	}
	return s.part("program", lines(all))
}

// crashes returns the notes of crashes one below the other, the newest first.
func (s Sources) crashes() string {
	var b strings.Builder
	for _, crash := range s.Log.Crashes() {
		if b.Len()+len(crash.Text) > mostCrashes {
			break
		}
		fmt.Fprintf(&b, "— %s\n%s\n", crash.When.In(s.Now.Location()).Format("02.01.2006 15:04:05"), crash.Text)
	}
	return b.String()
}

func lines(all []Line) string {
	var b strings.Builder
	for _, line := range all {
		fmt.Fprintf(&b, "%s: %s\n", line.Title, line.Value)
	}
	return b.String()
}

// Write puts the parts into a new file, each as a text of its own. It refuses a name that is
// taken, and leaves nothing of a file that could not be written whole.
func Write(path string, parts []Part, now time.Time) error {
	var whole bytes.Buffer
	archive := zip.NewWriter(&whole)
	for _, part := range parts {
		to, err := archive.CreateHeader(&zip.FileHeader{Name: part.Key + ".txt", Method: zip.Deflate, Modified: now})
		if err != nil {
			return fmt.Errorf("pack part %s: %w", part.Key, err)
		}
		if _, err := to.Write([]byte(part.Text)); err != nil {
			return fmt.Errorf("pack part %s: %w", part.Key, err)
		}
	}
	if err := archive.Close(); err != nil {
		return fmt.Errorf("pack what is known of a fault: %w", err)
	}
	return disk.WriteNew(path, whole.Bytes())
}

// Name is what the file is called when nobody says otherwise.
func Name(words *i18n.Printer, now time.Time) string {
	return words.T("bugreport.name", map[string]any{"When": now.Format("2006-01-02")})
}
