package attach

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"math"

	"github.com/pdfcpu/pdfcpu/pkg/filter"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Measures of a sheet in points.
const (
	short     = 210 / 25.4 * 72
	long      = 297 / 25.4 * 72
	tolerance = 6  // a page this near to A4 is A4
	edge      = 20 // left free round a page that is made smaller
	fromEdge  = 14 // between a label and the edges of its sheet
	overLabel = 40 // from the top edge to what is under a label of two lines, which must hide nothing
)

// placement is how the content of a page gets onto a sheet, in the page's own space,
// which /Rotate does not turn.
type placement struct {
	sheet         types.Rectangle // its new paper
	box           types.Rectangle // what was visible of it
	scale, dx, dy float64
	rotate        int
	seat          seat
}

// placementOf returns how a page whose visible part is box goes onto A4, upright or
// lying as it is seen, below the label: the top of a scan is where its number stands.
func placementOf(box types.Rectangle, rotate int, unit float64) (placement, error) {
	rotate = ((rotate%360)+360)%360 - rotate%90
	w, h := box.Width(), box.Height()
	if !(w > 1 && h > 1 && w < 1e6 && h < 1e6) {
		return placement{}, fmt.Errorf("a page of %g × %g points", w, h)
	}
	turned := rotate%180 != 0
	seenW, seenH := w, h
	if turned {
		seenW, seenH = h, w
	}
	sheetW, sheetH := short, long
	if seenW > seenH {
		sheetW, sheetH = long, short
	}
	if turned {
		sheetW, sheetH = sheetH, sheetW
	}
	p := placement{box: box, rotate: rotate, sheet: *types.NewRectangle(0, 0, sheetW, sheetH)}
	p.fit(seenW, seenH, unit)
	return p, nil
}

// seat is where what is seen of a page stands on its sheet as it is seen, in points from
// the left and the top.
type seat struct{ X, Y, W, H, SheetW, SheetH float64 }

// fit puts what is seen of a page, of the given size, under the label, in the middle.
func (p *placement) fit(w, h, unit float64) {
	sheetW, sheetH := p.sheet.Width(), p.sheet.Height()
	if p.rotate%180 != 0 {
		sheetW, sheetH = sheetH, sheetW
	}
	free := float64(edge)
	if math.Abs(w*unit-sheetW) <= tolerance && math.Abs(h*unit-sheetH) <= tolerance {
		free = 0
	}
	p.scale = min(unit, (sheetW-2*free)/w, (sheetH-free-overLabel)/h)
	w, h = w*p.scale, h*p.scale
	x, y := (sheetW-w)/2, free+(sheetH-free-overLabel-h)/2
	p.seat = seat{x, sheetH - y - h, w, h, sheetW, sheetH}
	switch p.rotate { // from the sheet as it is seen to its own space
	case 90:
		x, y = sheetH-y-h, x
	case 180:
		x, y = sheetW-x-w, sheetH-y-h
	case 270:
		x, y = y, sheetW-x-w
	}
	p.dx, p.dy = x-p.box.LL.X*p.scale, y-p.box.LL.Y*p.scale
}

// place changes all pages of a document so that they fit A4 sheets, and returns where each
// stands on its own.
func place(ctx *model.Context) ([]seat, error) {
	var seats []seat
	moved := map[int]types.Dict{}
	total := 0
	for i := 1; i <= ctx.PageCount; i++ {
		d, _, inherited, err := ctx.PageDict(i, false)
		if err != nil {
			return nil, fmt.Errorf("page %d: %w", i, err)
		}
		p, err := placementOf(visible(inherited), inherited.Rotate, unitOf(d))
		if err != nil {
			return nil, fmt.Errorf("page %d: %w", i, err)
		}
		seats = append(seats, p.seat)
		drawn, err := p.apply(ctx, i, d, inherited, moved)
		if err != nil {
			return nil, fmt.Errorf("page %d: %w", i, err)
		}
		if total += drawn; total > maxContent {
			return nil, fmt.Errorf("page %d: %w", i, ErrTooBig)
		}
	}
	return seats, nil
}

// visible returns the crop box inside the media box; A4 where a page says nothing.
func visible(at *model.InheritedPageAttrs) types.Rectangle {
	media := at.MediaBox
	if media == nil || media.Width() <= 0 || media.Height() <= 0 {
		media = types.NewRectangle(0, 0, short, long)
	}
	crop := at.CropBox
	if crop == nil {
		return *media
	}
	in := types.NewRectangle(max(crop.LL.X, media.LL.X), max(crop.LL.Y, media.LL.Y), min(crop.UR.X, media.UR.X), min(crop.UR.Y, media.UR.Y))
	if in.Width() <= 0 || in.Height() <= 0 {
		return *media
	}
	return *in
}

func unitOf(d types.Dict) float64 {
	switch n := d["UserUnit"].(type) {
	case types.Integer:
		return max(1, float64(n))
	case types.Float:
		return max(1, float64(n))
	}
	return 1
}

// pageName is what a sheet calls the page it shows.
const pageName = "TechnoparkPage"

// apply gives a page its paper and puts what is on it into a form of its own, so that
// nothing its content does to the state of drawing reaches the label. It returns the size
// of the content, in bytes.
func (p placement) apply(ctx *model.Context, number int, d types.Dict, inherited *model.InheritedPageAttrs, moved map[int]types.Dict) (int, error) {
	content, err := contentOf(ctx, number, d)
	if err != nil {
		return 0, err
	}
	form, err := formOf(ctx, content, d, inherited)
	if err != nil {
		return 0, err
	}
	for _, key := range []string{"CropBox", "BleedBox", "TrimBox", "ArtBox", "UserUnit", "Thumb", "Group", "StructParents", "Tabs", "AA"} {
		delete(d, key)
	}
	d["MediaBox"] = p.sheet.Array()
	d["Rotate"] = types.Integer(p.rotate)
	d["Resources"] = types.Dict{"XObject": types.Dict{pageName: *form}}
	if err := p.moveNotes(ctx, d, moved); err != nil {
		return 0, err
	}
	place := fmt.Sprintf("q %.5f 0 0 %.5f %.3f %.3f cm /%s Do Q\n", p.scale, p.scale, p.dx, p.dy, pageName)
	shown, err := stream(ctx, []byte(place), nil)
	if err != nil {
		return 0, err
	}
	d["Contents"] = *shown
	return len(content), nil
}

// formOf turns what a page shows into something other pages can show.
func formOf(ctx *model.Context, content []byte, d types.Dict, inherited *model.InheritedPageAttrs) (*types.IndirectRef, error) {
	box := visible(inherited)
	entries := types.Dict{"Type": types.Name("XObject"), "Subtype": types.Name("Form"), "BBox": box.Array()}
	switch own, there := d["Resources"]; {
	case there:
		entries["Resources"] = own
	case inherited.Resources != nil:
		entries["Resources"] = inherited.Resources
	}
	if group, there := d["Group"]; there {
		entries["Group"] = group
	}
	return stream(ctx, content, entries)
}

// contentOf returns what a page draws. Its pieces are parted by white space, as readers
// have to take them (ISO 32000-1, 7.8.2). More than maxContent is ErrTooBig: a page may name
// the same piece any number of times.
func contentOf(ctx *model.Context, number int, d types.Dict) ([]byte, error) {
	contents, err := ctx.Dereference(d["Contents"])
	if err != nil {
		return nil, err
	}
	pieces, several := contents.(types.Array)
	if !several {
		pieces = types.Array{d["Contents"]}
	}
	var drawn [][]byte
	total := 0
	for _, piece := range pieces {
		content, err := ctx.PageContent(types.Dict{"Contents": piece}, number)
		if err != nil && !errors.Is(err, model.ErrNoContent) {
			return nil, err
		}
		if total += len(content) + 1; total > maxContent {
			return nil, ErrTooBig
		}
		drawn = append(drawn, content)
	}
	all := make([]byte, 0, total) // at once: growing would take the room twice
	for _, content := range drawn {
		all = append(append(all, content...), '\n')
	}
	return balanced(all), nil
}

// balanced saves the state as often before a content as it restores one it never saved:
// some readers lose the page otherwise. It may count a q in a text, which does no harm.
func balanced(content []byte) []byte {
	depth, deepest := 0, 0
	for token := range bytes.FieldsSeq(content) {
		switch string(token) {
		case "q":
			depth++
		case "Q":
			depth--
			deepest = min(deepest, depth)
		}
	}
	if deepest == 0 {
		return content
	}
	return append(bytes.Repeat([]byte("q "), -deepest), content...)
}

// stream adds a stream to a document.
func stream(ctx *model.Context, content []byte, entries types.Dict) (*types.IndirectRef, error) {
	sd := streamDict(content, entries)
	if err := sd.Encode(); err != nil {
		return nil, err
	}
	sd.Content = nil // it is kept packed
	return ctx.IndRefForNewObject(sd)
}

// streamDict returns a stream that Encode packs.
func streamDict(content []byte, entries types.Dict) types.StreamDict {
	d := types.Dict{"Filter": types.Name(filter.Flate)}
	maps.Copy(d, entries)
	return types.StreamDict{Dict: d, Content: content, FilterPipeline: []types.PDFFilter{{Name: filter.Flate}}}
}

// labelMatrix returns where a label of the given size stands: at the top right corner of
// the sheet as it is seen, upright.
func labelMatrix(sheet types.Rectangle, rotate int, w, h float64) string {
	seenW, seenH := sheet.Width(), sheet.Height()
	if rotate%180 != 0 {
		seenW, seenH = seenH, seenW
	}
	x, y := seenW-w-fromEdge, seenH-h-fromEdge
	ll, ur := sheet.LL, sheet.UR
	switch rotate {
	case 90:
		return fmt.Sprintf("0 1 -1 0 %.3f %.3f", ur.X-y, ll.Y+x)
	case 180:
		return fmt.Sprintf("-1 0 0 -1 %.3f %.3f", ur.X-x, ur.Y-y)
	case 270:
		return fmt.Sprintf("0 -1 1 0 %.3f %.3f", ll.X+y, ur.Y-x)
	}
	return fmt.Sprintf("1 0 0 1 %.3f %.3f", ll.X+x, ll.Y+y)
}
