package workbook

import (
	"cmp"
	"encoding/xml"
	"errors"
	"strings"

	"technopark/app"
)

// Tab is a sheet as the book lists it.
type Tab struct {
	Name   string // as it is written
	Hidden bool   // not shown to who opens the file
	Part   string // that has its cells
}

// List is what a book says of itself before its sheets.
type List struct {
	Tabs   []Tab  // of sheets with cells, in their order
	Names  []Name // that it gives to its cells
	From04 bool   // days are counted from 1904
}

// List reads what the book says of itself.
func (a *Archive) List() (*List, error) {
	raw, err := a.Part(a.main)
	if err != nil {
		return nil, err
	}
	byID := make(map[string]Target, len(a.leads))
	for _, to := range a.leads {
		byID[to.ID] = to
	}
	l := &List{}
	var named Name
	into := false
	var text strings.Builder
	err = Walk(raw, func(piece Token) error {
		switch e := piece.Token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "workbookPr":
				l.From04 = isTrue(Attr(e, "date1904"))
			case "sheet":
				return l.tab(e, byID)
			case "definedName":
				named, into = Name{Name: Attr(e, "name"), Local: Attr(e, "localSheetId") != ""}, true
				text.Reset()
			}
		case xml.CharData:
			if into {
				text.Write(e)
			}
		case xml.EndElement:
			if e.Name.Local == "definedName" {
				into = false
				if len(l.Names) == mostNames {
					return tooMany(app.L("имён", "names"), mostNames)
				}
				l.Names = append(l.Names, named.meaning(text.String()))
			}
		}
		return nil
	})
	return l, err
}

// tab takes one sheet; a chart has no cells.
func (l *List) tab(e xml.StartElement, byID map[string]Target) error {
	to, ok := byID[idOf(e)]
	switch {
	case !ok:
		return Damaged(errors.New("sheet without a part"))
	case to.Kind != "worksheet":
		return nil
	case len(l.Tabs) == mostSheets:
		return refuse("листов в книге больше %d. Оставьте те, что нужны", "the workbook has more than %d sheets. Leave those that are needed", mostSheets)
	}
	state := Attr(e, "state")
	l.Tabs = append(l.Tabs, Tab{Attr(e, "name"), state != "" && state != "visible", to.Part})
	return nil
}

// reader reads the sheets of a book.
type reader struct {
	*Archive
	strings []string // texts that cells share
	styles  []format // of cells, by number
	from04  bool     // days are counted from 1904
	meter   Meter
}

// Read reads a workbook. What is none, or more than the bounds allow, is refused in words.
func Read(raw []byte) (*Book, error) {
	a, err := Open(raw)
	if err != nil {
		return nil, err
	}
	return a.Book()
}

// Book reads all sheets of the workbook.
func (a *Archive) Book() (*Book, error) {
	list, err := a.List()
	if err != nil {
		return nil, err
	}
	r := &reader{Archive: a, from04: list.From04}
	if r.strings, err = a.texts(); err != nil {
		return nil, err
	}
	if r.styles, err = a.looks(); err != nil {
		return nil, err
	}
	b := &Book{Names: list.Names}
	for _, to := range a.leads {
		if to.Kind == "externalLink" {
			b.Links++
		}
	}
	for _, tab := range list.Tabs {
		b.Sheets = append(b.Sheets, Sheet{Name: app.Clean(tab.Name), Hidden: tab.Hidden})
		if err := r.readSheet(tab.Part, &b.Sheets[len(b.Sheets)-1]); err != nil {
			return nil, err
		}
	}
	return b, a.properties(b)
}

// properties reads what programs and people added to the file.
func (a *Archive) properties(b *Book) error {
	top, err := a.Targets("")
	if err != nil {
		return err
	}
	if part := cmp.Or(First(top, "custom-properties"), First(top, "customProperties")); a.Has(part) { // the latter in the strict form
		b.Properties = map[string]string{}
		name := ""
		err = a.texted(part, func(e xml.StartElement) {
			if e.Name.Local == "property" {
				name = Attr(e, "name")
			}
		}, func(element, text string) {
			if name != "" && element != "property" && len(b.Properties) < mostNames {
				b.Properties[name], name = uncoded(text), ""
			}
		})
	}
	if part := cmp.Or(First(top, "core-properties"), First(top, "coreProperties")); a.Has(part) && err == nil {
		err = a.texted(part, func(xml.StartElement) {}, func(element, text string) {
			switch element {
			case "created":
				b.Created = strings.TrimSpace(text)
			case "modified":
				b.Modified = strings.TrimSpace(text)
			}
		})
	}
	return err
}

// texted walks a part of short texts: begin is called with each element, end with its name and
// what was written in it.
func (a *Archive) texted(part string, begin func(xml.StartElement), end func(element, text string)) error {
	raw, err := a.Part(part)
	if err != nil {
		return err
	}
	var text strings.Builder
	return Walk(raw, func(piece Token) error {
		switch e := piece.Token.(type) {
		case xml.StartElement:
			text.Reset()
			begin(e)
		case xml.CharData:
			text.Write(e)
			if text.Len() > mostChars*4 {
				return tooMuch()
			}
		case xml.EndElement:
			end(e.Name.Local, text.String())
			text.Reset()
		}
		return nil
	})
}
