package attach

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Nothing that acts travels with a page: what it starts, sends, plays or carries stays in
// the file it came in, which the package has whole. Of pages and annotations we keep the
// entries we know to be paper; of all they draw with we take out what is an action or a
// file, whatever entry it hangs in, because names of fonts and pictures may be anything.

var (
	keptOfPage = []string{"Type", "Parent", "MediaBox", "Rotate", "Resources", "Contents", "Annots"}
	keptOfNote = []string{
		"Type", "Subtype", "Rect", "AP", "AS", "F", "Border", "BS", "BE", "C", "IC", "CA", "ca", "QuadPoints", "L", "LE",
		"LL", "LLE", "LLO", "CO", "Cap", "Vertices", "InkList", "Contents", "DA", "Q", "DS", "NM", "M", "OC", "T", "Name", "RD",
	}

	// playing are annotations that are more than paper; their look is kept as a stamp.
	playing = []string{"Movie", "Sound", "Screen", "RichMedia", "FileAttachment", "3D", "TrapNet", "PrinterMark", "Projection", "Widget"}

	actions = []string{
		"Launch", "JavaScript", "ECMAScript", "URI", "GoTo", "GoToR", "GoToE", "GoToDp", "GoTo3DView", "SubmitForm", "ImportData", "ResetForm",
		"Sound", "Movie", "Rendition", "Named", "Hide", "SetOCGState", "SetState", "Trans", "Thread", "RichMediaExecute", "NOP",
	}
	notPaper = []string{
		"Action", "Filespec", "F", "EmbeddedFile", "Annot", "Rendition", "MediaClip", "MediaPlayers", "Sound", "3D", "RichMediaContent",
		"RichMediaSettings", "Page", "Pages", "Catalog", "StructElem", "StructTreeRoot", "SlideShow", "Sig", "OPI",
	}
)

// calm takes everything out of the pages of a document that acts.
func calm(ctx *model.Context) error {
	w := &calming{ctx: ctx, seen: map[int]bool{}, left: 3 * (len(ctx.Table) + 100_000)}
	for i := 1; i <= ctx.PageCount; i++ {
		d, _, _, err := ctx.PageDict(i, false)
		if err != nil {
			return fmt.Errorf("page %d: %w", i, err)
		}
		keepOnly(d, keptOfPage)
		if err := w.notes(d); err != nil {
			return fmt.Errorf("page %d: %w", i, err)
		}
		for _, key := range []string{"Resources", "Contents"} {
			if d[key], err = w.calmed(d[key], 0); err != nil {
				return fmt.Errorf("page %d: %w", i, err)
			}
		}
	}
	return nil
}

func keepOnly(d types.Dict, keys []string) {
	maps.DeleteFunc(d, func(key string, _ types.Object) bool { return !slices.Contains(keys, key) })
}

type calming struct {
	ctx  *model.Context
	seen map[int]bool // by number of object
	left int          // values that may yet be looked at
}

// notes makes the annotations of a page paper.
func (w *calming) notes(page types.Dict) error {
	notes, err := w.ctx.DereferenceArray(page["Annots"])
	if err != nil || notes == nil {
		delete(page, "Annots")
		return nil //nolint:nilerr // what is no list of annotations shows none
	}
	var left types.Array
	for _, o := range notes {
		note, err := w.ctx.DereferenceDict(o)
		if err != nil || note == nil {
			continue
		}
		paper, err := w.note(note)
		if err != nil {
			return err
		}
		if paper {
			left = append(left, o)
		}
	}
	page["Annots"] = left
	return nil
}

// note makes an annotation paper; false when nothing of it is.
func (w *calming) note(note types.Dict) (paper bool, err error) {
	kind := note.NameEntry("Subtype")
	if kind == nil || *kind == "Popup" {
		return false, nil
	}
	link := w.address(note["A"])
	keepOnly(note, keptOfNote)
	if look, err := w.ctx.DereferenceDict(note["AP"]); err == nil && look != nil && look["N"] != nil {
		note["AP"] = types.Dict{"N": look["N"]}
	} else {
		delete(note, "AP")
	}
	if slices.Contains(playing, *kind) {
		if note["AP"] == nil {
			return false, nil
		}
		note["Subtype"] = types.Name("Stamp")
	}
	for key, value := range note {
		if note[key], err = w.calmed(value, 0); err != nil {
			return false, err
		}
	}
	if link != nil && *kind == "Link" {
		note["A"] = types.Dict{"S": types.Name("URI"), "URI": link}
	}
	return true, nil
}

// address returns where a link leads on the network; nil when it leads elsewhere or does
// more.
func (w *calming) address(o types.Object) types.Object {
	action, err := w.ctx.DereferenceDict(o)
	if err != nil || action == nil {
		return nil
	}
	if kind := action.NameEntry("S"); kind == nil || *kind != "URI" {
		return nil
	}
	to, err := w.ctx.DereferenceStringOrHexLiteral(action["URI"], model.V10, nil)
	if err != nil {
		return nil
	}
	for _, scheme := range []string{"http://", "https://", "mailto:"} {
		if strings.HasPrefix(strings.ToLower(to), scheme) && isPlain(to) {
			return types.NewHexLiteral([]byte(to))
		}
	}
	return nil
}

func isPlain(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r > '~' })
}

var errTangled = errors.New("too many values hang together")

// calmed returns a value without what acts in it; nil for what acts itself. What is named
// by a number is changed in its place.
func (w *calming) calmed(o types.Object, depth int) (types.Object, error) {
	w.left--
	if w.left < 0 || depth > 100 {
		return nil, fmt.Errorf("%w: %w", ErrHeavy, errTangled)
	}
	switch o := o.(type) {
	case types.IndirectRef:
		return w.reference(o, depth)
	case types.Array:
		for i, item := range o {
			calm, err := w.calmed(item, depth+1)
			if err != nil {
				return nil, err
			}
			o[i] = calm
		}
	case types.Dict:
		if w.acts(o) {
			return nil, nil
		}
		return o, w.entries(o, depth)
	}
	return o, nil
}

func (w *calming) reference(ref types.IndirectRef, depth int) (types.Object, error) {
	if _, err := w.ctx.Dereference(ref); err != nil { // reads what is still packed
		return nil, err
	}
	entry, there := w.ctx.FindTableEntryForIndRef(&ref)
	if !there || entry.Object == nil {
		return ref, nil
	}
	d, isDict := entry.Object.(types.Dict)
	sd, isStream := entry.Object.(types.StreamDict)
	if isStream {
		d = sd.Dict
	}
	if (isDict || isStream) && w.acts(d) {
		return nil, nil
	}
	n := ref.ObjectNumber.Value()
	if w.seen[n] {
		return ref, nil
	}
	w.seen[n] = true
	if !isStream {
		calm, err := w.calmed(entry.Object, depth+1)
		entry.Object = calm
		return ref, err
	}
	for _, key := range []string{"F", "FFilter", "FDecodeParms", "OPI", "Ref", "AF", "PieceInfo", "Metadata"} { // kept elsewhere, or not seen
		delete(d, key)
	}
	return ref, w.entries(d, depth)
}

func (w *calming) entries(d types.Dict, depth int) error {
	for key, value := range d {
		calm, err := w.calmed(value, depth+1)
		if err != nil {
			return err
		}
		empty, isDict := calm.(types.Dict)
		if calm == nil || isDict && len(empty) == 0 && (key == "AA" || key == "A" || key == "OpenAction") {
			delete(d, key)
			continue
		}
		d[key] = calm
	}
	return nil
}

// acts reports whether a dictionary is an action, a file, or a part of the document that
// is no part of a page.
func (w *calming) acts(d types.Dict) bool {
	if _, program := d["JS"]; program && d["S"] != nil {
		return true
	}
	if files, err := w.ctx.DereferenceDict(d["EF"]); err == nil && files != nil {
		return true
	}
	is := func(key string, among []string) bool {
		name, err := w.ctx.Dereference(d[key])
		text, ok := name.(types.Name)
		return err == nil && ok && slices.Contains(among, text.Value())
	}
	return is("S", actions) || is("Type", notPaper) || is("Subtype", []string{"PS"}) && is("Type", []string{"XObject"})
}
