package attach

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// graph writes objects of a document one after the other. They are numbered in the order
// in which they are reached, and keys are in order: the same objects give the same bytes,
// whatever numbers and places they had before.
type graph struct {
	ctx   *model.Context
	body  bytes.Buffer
	given map[int]int // numbers, by those in ctx
	queue []int       // of objects of ctx that have a number, in its order

	// named, where there is one, returns what is written in place of an object that is not
	// to be followed.
	named func(old int) (name string, ok bool)
	alike bool // texts that are the same are written alike, however they were written
}

// number returns the number of an object, giving it one when it is first met.
func (g *graph) number(ref types.IndirectRef) int {
	old := ref.ObjectNumber.Value()
	if n, known := g.given[old]; known {
		return n
	}
	g.queue = append(g.queue, old)
	g.given[old] = len(g.queue)
	return len(g.queue)
}

// object writes the object with a number in ctx.
func (g *graph) object(old int) error {
	fmt.Fprintf(&g.body, "%d 0 obj\n", g.given[old])
	o, err := g.ctx.Dereference(*types.NewIndirectRef(old, 0))
	if err != nil {
		return err
	}
	stream, isStream := o.(types.StreamDict)
	if !isStream {
		g.value(o)
		g.body.WriteString("\nendobj\n")
		return nil
	}
	if stream.Raw == nil {
		if err := stream.Encode(); err != nil {
			return err
		}
	}
	stream.Dict = maps.Clone(stream.Dict)
	stream.Dict["Length"] = types.Integer(len(stream.Raw))
	g.value(stream.Dict)
	g.body.WriteString("\nstream\n")
	g.body.Write(stream.Raw)
	g.body.WriteString("\nendstream\nendobj\n")
	return nil
}

func (g *graph) value(o types.Object) {
	switch o := o.(type) {
	case nil:
		g.body.WriteString("null")
	case types.IndirectRef:
		g.reference(o)
	case types.Dict:
		g.body.WriteString("<<")
		for _, key := range slices.Sorted(maps.Keys(o)) {
			g.body.WriteString("/" + types.EncodeName(key) + " ")
			g.value(o[key])
		}
		g.body.WriteString(">>")
	case types.Array:
		g.body.WriteString("[")
		for i, item := range o {
			if i > 0 {
				g.body.WriteString(" ")
			}
			g.value(item)
		}
		g.body.WriteString("]")
	case types.Float:
		g.body.WriteString(strconv.FormatFloat(float64(o), 'f', -1, 64))
	case types.StringLiteral, types.HexLiteral:
		g.text(o)
	default:
		g.body.WriteString(o.PDFString())
	}
}

func (g *graph) reference(ref types.IndirectRef) {
	if g.named != nil {
		if name, ok := g.named(ref.ObjectNumber.Value()); ok {
			g.body.WriteString(name)
			return
		}
	}
	fmt.Fprintf(&g.body, "%d 0 R", g.number(ref))
}

func (g *graph) text(o types.Object) {
	if g.alike {
		var content []byte
		var err error
		if literal, ok := o.(types.StringLiteral); ok {
			content, err = types.Unescape(literal.Value())
		} else {
			content, err = o.(types.HexLiteral).Bytes()
		}
		if err == nil {
			fmt.Fprintf(&g.body, "<%x>", content)
			return
		}
	}
	g.body.WriteString(o.PDFString())
}
