package attach

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// written is a PDF on its way into bytes. Objects are numbered in the order they are
// reached from the catalogue, keys are in order, and the identifier is made of the
// contents: the same sheets give the same bytes, which the library's own writer, going
// through maps and asking the clock, does not. What nothing reaches is left out.
type written struct {
	ctx   *model.Context
	body  bytes.Buffer
	at    []int       // offsets, by number
	given map[int]int // numbers, by those in ctx
	queue []int       // of objects of ctx that have a number and are not written yet
}

// write returns the bytes of a document.
func write(ctx *model.Context) ([]byte, error) {
	w := &written{ctx: ctx, given: map[int]int{}}
	w.body.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	root := w.number(*ctx.Root)
	info := 0
	if ctx.Info != nil {
		info = w.number(*ctx.Info)
	}
	for i := 0; i < len(w.queue); i++ {
		if err := w.object(w.queue[i]); err != nil {
			return nil, fmt.Errorf("write object %d: %w", w.queue[i], err)
		}
	}
	sum := sha256.Sum256(w.body.Bytes())
	start := w.body.Len()
	fmt.Fprintf(&w.body, "xref\n0 %d\n0000000000 65535 f \n", len(w.at)+1)
	for _, n := range w.at {
		fmt.Fprintf(&w.body, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&w.body, "trailer\n<</Size %d/Root %d 0 R", len(w.at)+1, root)
	if info > 0 {
		fmt.Fprintf(&w.body, "/Info %d 0 R", info)
	}
	fmt.Fprintf(&w.body, "/ID[<%x><%x>]>>\nstartxref\n%d\n%%%%EOF\n", sum[:16], sum[:16], start)
	return w.body.Bytes(), nil
}

// number returns the number of an object, giving it one when it is first met.
func (w *written) number(ref types.IndirectRef) int {
	old := ref.ObjectNumber.Value()
	if n, known := w.given[old]; known {
		return n
	}
	w.queue = append(w.queue, old)
	w.given[old] = len(w.queue)
	return len(w.queue)
}

func (w *written) object(old int) error {
	w.at = append(w.at, w.body.Len())
	fmt.Fprintf(&w.body, "%d 0 obj\n", w.given[old])
	o, err := w.ctx.Dereference(*types.NewIndirectRef(old, 0))
	if err != nil {
		return err
	}
	stream, isStream := o.(types.StreamDict)
	if !isStream {
		w.value(o)
		w.body.WriteString("\nendobj\n")
		return nil
	}
	if stream.Raw == nil {
		if err := stream.Encode(); err != nil {
			return err
		}
	}
	stream.Dict = maps.Clone(stream.Dict)
	stream.Dict["Length"] = types.Integer(len(stream.Raw))
	w.value(stream.Dict)
	w.body.WriteString("\nstream\n")
	w.body.Write(stream.Raw)
	w.body.WriteString("\nendstream\nendobj\n")
	return nil
}

func (w *written) value(o types.Object) {
	switch o := o.(type) {
	case nil:
		w.body.WriteString("null")
	case types.IndirectRef:
		fmt.Fprintf(&w.body, "%d 0 R", w.number(o))
	case types.Dict:
		w.body.WriteString("<<")
		for _, key := range slices.Sorted(maps.Keys(o)) {
			w.body.WriteString("/" + types.EncodeName(key) + " ")
			w.value(o[key])
		}
		w.body.WriteString(">>")
	case types.Array:
		w.body.WriteString("[")
		for i, item := range o {
			if i > 0 {
				w.body.WriteString(" ")
			}
			w.value(item)
		}
		w.body.WriteString("]")
	case types.Float:
		w.body.WriteString(strconv.FormatFloat(float64(o), 'f', -1, 64))
	default:
		w.body.WriteString(o.PDFString())
	}
}
