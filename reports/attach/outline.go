package attach

import (
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// outline adds an entry for each document at the end of the outline of the package. The
// library's own way fails on a package without named destinations.
func (v *volume) outline(docs []*Prepared, placed []Placed) error {
	all := v.base
	root, err := all.DereferenceDict(all.RootDict["Outlines"])
	if err != nil || root == nil { // a package without an outline gets none
		return err
	}
	last, _ := root["Last"].(types.IndirectRef)
	for i, d := range docs {
		entry := types.Dict{
			"Title": types.NewHexLiteral(unicode(d.title)), "Parent": all.RootDict["Outlines"], "Prev": last,
			"Dest": types.Array{v.page(placed[i].First), types.Name("Fit")},
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
	}
	root["Last"] = last
	if n := root.IntEntry("Count"); n != nil && *n > 0 {
		root["Count"] = types.Integer(*n + len(docs))
	}
	return nil
}

// page names a page of the volume, from 1, in the objects of base.
func (v *volume) page(number int) types.IndirectRef {
	named := outsidePage + number - 1
	v.own.given[named] = v.pages[number-1]
	if v.sealed {
		v.marks[named] = pageMark(number)
	}
	return *types.NewIndirectRef(named, 0)
}

// unicode returns a text as PDF writes what is not ASCII: UTF-16 with its mark.
func unicode(s string) []byte {
	out := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u>>8), byte(u))
	}
	return out
}
