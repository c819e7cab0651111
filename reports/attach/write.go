package attach

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"regexp"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// write returns the bytes of a document, the same for the same sheets, which the library's
// own writer, going through maps and asking the clock, does not. What nothing reaches is
// left out. The identifier is made of all that stands before it; see Intact.
func write(ctx *model.Context) ([]byte, error) {
	g := &graph{ctx: ctx, given: map[int]int{}}
	g.body.Grow(packedSize(ctx)) // growing by doubling would hold a large package thrice
	g.body.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	root := g.number(*ctx.Root)
	info := 0
	if ctx.Info != nil {
		info = g.number(*ctx.Info)
	}
	var at []int
	for i := 0; i < len(g.queue); i++ {
		at = append(at, g.body.Len())
		if err := g.object(g.queue[i]); err != nil {
			return nil, fmt.Errorf("write object %d: %w", g.queue[i], err)
		}
	}
	start := g.body.Len()
	fmt.Fprintf(&g.body, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&g.body, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&g.body, "trailer\n<</Size %d/Root %d 0 R", len(at)+1, root)
	if info > 0 {
		fmt.Fprintf(&g.body, "/Info %d 0 R", info)
	}
	fmt.Fprintf(&g.body, "/ID[%s]>>\nstartxref\n%d\n%%%%EOF\n", identifier(g.body.Bytes()), start)
	return g.body.Bytes(), nil
}

// packedSize returns how many bytes a document takes, at most: those of its streams, and
// what the rest of its objects seldom exceeds.
func packedSize(ctx *model.Context) int {
	size := 1<<20 + 512*len(ctx.Table)
	for _, entry := range ctx.Table {
		if entry == nil {
			continue
		}
		if sd, ok := entry.Object.(types.StreamDict); ok {
			size += len(sd.Raw)
		}
	}
	return size
}

func identifier(before []byte) string {
	sum := sha256.Sum256(before)
	return fmt.Sprintf("<%x><%x>", sum[:16], sum[:16])
}

var ending = regexp.MustCompile(`^/ID\[(<[0-9a-f]{32}><[0-9a-f]{32}>)\]>>\nstartxref\n(\d+)\n%%EOF\n$`)

// Intact reports whether a PDF is, byte for byte, one that Append made: its identifier is
// made of all that stands before it, and what stands after it of nothing else. It finds
// what was changed by chance or by another program; against one who makes a new identifier
// there are signatures.
func Intact(data []byte) bool {
	at := bytes.LastIndex(data, []byte("/ID["))
	if at < 0 {
		return false
	}
	m := ending.FindSubmatch(data[at:])
	if len(m) == 0 || string(m[1]) != identifier(data[:at]) {
		return false
	}
	start, err := strconv.Atoi(string(m[2]))
	return err == nil && start < at && bytes.HasPrefix(data[start:], []byte("xref\n"))
}
