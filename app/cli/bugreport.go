package cli

import (
	"errors"
	"fmt"
	"unicode/utf8"

	"technopark/app"
	"technopark/app/bugreport"
	"technopark/app/disk"
)

// bugreportCommand shows what developers need of a fault, and writes it into a file.
type bugreportCommand struct {
	File string `arg:"" optional:"" place:""`
	To   string `place:""`
	JSON bool   `name:"json"`
}

// reportPartJSON is a part of the report.
type reportPartJSON struct {
	Key        string `json:"key"`        // the name of its file without «.txt»
	Title      string `json:"title"`      // as people read it
	Characters int    `json:"characters"` // in the text
	Text       string `json:"text"`       // all of it
}

// Run shows the parts, or writes them where it is told to; a file that is there stays.
func (c bugreportCommand) Run(s *session) error {
	if c.To != "" {
		if err := disk.New(c.To); err != nil {
			return err
		}
	}
	of := bugreport.Sources{Words: s.words, Now: s.Now(), Log: s.Log}
	if c.File != "" {
		if err := dataFile(c.File); err != nil {
			return err
		}
		of.DataFile = s.shapeOf(c.File)
	}
	parts := bugreport.Gather(of)
	if c.To != "" {
		if err := bugreport.Write(c.To, parts, of.Now); err != nil {
			return err
		}
	}
	if c.JSON {
		return s.printJSON(reportAnswer(c.To, parts))
	}
	if c.To != "" {
		s.say("cli.bugreport.written", map[string]any{"File": c.To})
		return nil
	}
	for _, part := range parts {
		s.say("cli.bugreport.part", map[string]any{"Title": part.Title})
		fmt.Fprintln(s.Stdout, part.Text)
	}
	return nil
}

func reportAnswer(to string, parts []bugreport.Part) any {
	all := make([]reportPartJSON, len(parts))
	for i, part := range parts {
		all[i] = reportPartJSON{Key: part.Key, Title: part.Title, Characters: utf8.RuneCountInString(part.Text), Text: part.Text}
	}
	return struct {
		To    string           `json:"to"` // «» when nothing was written
		Parts []reportPartJSON `json:"parts"`
	}{to, all}
}

// shapeOf looks a data file through as far as it can be: one that cannot be opened is what a
// report is for.
func (s *session) shapeOf(path string) *bugreport.DataFile {
	f := &bugreport.DataFile{Path: path}
	if f.Verdict, f.Err = s.Examine(s.ctx, path, false); f.Err != nil {
		return f
	}
	file, err := s.Copies.Storage.Open(path)
	if err != nil {
		if !errors.Is(err, app.ErrDamaged) { // else the verdict has said so
			f.Err = err
		}
		return f
	}
	f.Holding, err = file.Holding(s.ctx)
	f.Err = errors.Join(err, file.Close())
	return f
}
