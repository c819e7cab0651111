package attach

import (
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// outline adds an entry for each document at the end of the outline of the package. The
// library's own way fails on a package without named destinations.
func outline(all *model.Context, docs []*Prepared, placed []Placed) error {
	root, err := all.DereferenceDict(all.RootDict["Outlines"])
	if err != nil || root == nil { // a package without an outline gets none
		return err
	}
	last, _ := root["Last"].(types.IndirectRef)
	count := 0
	for i, d := range docs {
		page, err := all.PageDictIndRef(placed[i].First)
		if err != nil {
			return err
		}
		entry := types.Dict{
			"Title": types.NewHexLiteral(unicode(d.title)), "Parent": all.RootDict["Outlines"], "Prev": last,
			"Dest": types.Array{*page, types.Name("Fit")},
		}
		at, err := all.IndRefForNewObject(entry)
		if err != nil {
			return err
		}
		before, err := all.DereferenceDict(last)
		if err != nil || before == nil {
			return err
		}
		before["Next"] = *at
		last = *at
		count++
	}
	root["Last"] = last
	if n := root.IntEntry("Count"); n != nil && *n > 0 {
		root["Count"] = types.Integer(*n + count)
	}
	return nil
}

// unicode returns a text as PDF writes what is not ASCII: UTF-16 with its mark.
func unicode(s string) []byte {
	out := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u>>8), byte(u))
	}
	return out
}
