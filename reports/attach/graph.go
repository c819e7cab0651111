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

// graph writes objects of a document. They are numbered in the order in which they are
// reached, and keys are in order: the same objects give the same bytes, whatever numbers
// and places they had before.
type graph struct {
	ctx   *model.Context
	body  bytes.Buffer
	given map[int]int // numbers, by those in ctx
	fresh func() int  // returns the next number
	queue []int       // of objects of ctx that got a number here, in its order
	done  int         // how many of them are written

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
	g.given[old] = g.fresh()
	return g.given[old]
}

// withLength returns the dictionary of a stream with its true length.
func withLength(stream types.StreamDict) types.Dict {
	d := maps.Clone(stream.Dict)
	d["Length"] = types.Integer(len(stream.Raw))
	return d
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
