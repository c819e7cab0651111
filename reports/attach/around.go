package attach

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Around is what a PDF has round its pages, in a form that does not depend on which program
// wrote it.
type Around struct {
	Properties []string // title, author, subject and keywords; «» for one that is not there
	Outline    []string // of the bookmarks, each with its depth before it
	Files      []string // names of the files it carries, wherever they hang, in order
	Sums       []string // of these files: name and SHA-256, in order; see Parsed.Around
	Live       []string // what does something when it is opened or clicked, and notes on pages; in order
}

// mostOutline bounds how many bookmarks are read: a damaged list may be a circle.
const mostOutline = 100_000

// aroundOf gathers what is round the pages; summed asks for the sums of files too.
func aroundOf(ctx *model.Context, summed bool) (a Around, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v", ErrDamaged, p)
		}
	}()
	a.Properties = properties(ctx)
	if root, err := ctx.DereferenceDict(ctx.RootDict["Outlines"]); err == nil && root != nil {
		left := mostOutline
		a.outline(ctx, root["First"], 0, &left)
	}
	w := walker{ctx: ctx, around: &a, summed: summed, left: mostCarried}
	for _, number := range slices.Sorted(maps.Keys(ctx.Table)) {
		if entry := ctx.Table[number]; entry != nil && !entry.Free {
			w.walk(entry.Object, mostDepth)
		}
	}
	slices.Sort(a.Files)
	slices.Sort(a.Sums)
	slices.Sort(a.Live)
	return a, nil
}

func properties(ctx *model.Context) []string {
	said := make([]string, 4)
	if ctx.Info == nil {
		return said
	}
	info, err := ctx.DereferenceDict(*ctx.Info)
	if err != nil || info == nil {
		return said
	}
	for i, key := range []string{"Title", "Author", "Subject", "Keywords"} {
		said[i] = textOf(ctx, info[key])
	}
	return said
}

// textOf returns the text of an object, «» when it is none.
func textOf(ctx *model.Context, o types.Object) string {
	o, err := ctx.Dereference(o)
	if err != nil {
		return ""
	}
	text, err := types.StringOrHexLiteral(o)
	if err != nil || text == nil {
		return ""
	}
	return *text
}

func (a *Around) outline(ctx *model.Context, at types.Object, depth int, left *int) {
	for at != nil && depth < mostDepth && *left > 0 {
		*left--
		item, err := ctx.DereferenceDict(at)
		if err != nil || item == nil {
			return
		}
		a.Outline = append(a.Outline, fmt.Sprintf("%d %s", depth, textOf(ctx, item["Title"])))
		a.outline(ctx, item["First"], depth+1, left)
		at = item["Next"]
	}
}

// walker goes over the objects of a document, each once; what hangs where does not matter.
type walker struct {
	ctx    *model.Context
	around *Around
	summed bool
	left   int // bytes of files that may yet be unpacked
}

func (w *walker) walk(o types.Object, depth int) {
	if depth == 0 {
		return
	}
	switch o := o.(type) {
	case types.Dict:
		w.dict(o, depth)
	case types.StreamDict:
		w.dict(o.Dict, depth)
	case types.Array:
		for _, item := range o {
			w.walk(item, depth-1)
		}
	}
}

func (w *walker) dict(d types.Dict, depth int) {
	if _, is := d["EF"]; is {
		w.file(d)
	}
	if kind := d.NameEntry("Subtype"); kind != nil && d["Rect"] != nil && *kind != "Link" {
		w.around.Live = append(w.around.Live, *kind+" "+textOf(w.ctx, d["Contents"]))
	}
	if act := d.NameEntry("S"); act != nil && slices.Contains(acts, *act) {
		w.around.Live = append(w.around.Live, fmt.Sprint(*act, " ", textOf(w.ctx, d["URI"]), textOf(w.ctx, d["F"]), w.script(d["JS"])))
	}
	for _, key := range slices.Sorted(maps.Keys(d)) {
		if key == "AA" || key == "XFA" {
			w.around.Live = append(w.around.Live, key)
		}
		w.walk(d[key], depth-1)
	}
}

// acts are the actions that do more than turn to a page of the document.
var acts = []string{
	"JavaScript", "Launch", "URI", "GoToR", "GoToE", "SubmitForm", "ImportData", "ResetForm", "Hide", "Named", "Sound", "Movie",
	"Rendition", "SetOCGState", "Trans", "GoTo3DView", "RichMediaExecute", "Thread",
}

func (w *walker) script(o types.Object) string {
	o, err := w.ctx.Dereference(o)
	if err != nil || o == nil {
		return ""
	}
	var text bytes.Buffer
	fmt.Fprint(&text, o)
	sum := sha256.Sum256(text.Bytes())
	return hex.EncodeToString(sum[:8])
}

func (w *walker) file(d types.Dict) {
	name := cmp.Or(textOf(w.ctx, d["F"]), textOf(w.ctx, d["UF"]))
	w.around.Files = append(w.around.Files, name)
	if !w.summed {
		return
	}
	sum := "?" // it cannot be unpacked
	if content, err := contentOfFile(w.ctx, d, min(w.left, MaxBytes)); err == nil {
		sum = fmt.Sprintf("%x", sha256.Sum256(content))
		w.left -= len(content)
	}
	w.around.Sums = append(w.around.Sums, name+" "+sum)
}

// Around returns what is round the pages; summed asks for the sums of the files carried
// too, which takes unpacking them.
func (p *Parsed) Around(summed bool) (Around, error) {
	t, err := p.ask(context.Background(), question{Ask: askAround, Summed: summed})
	return t.Around, err
}
