package attach

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"
	"regexp"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// write returns the bytes of a document, the same for the same sheets. What nothing reaches
// is left out.
func write(ctx *model.Context) ([]byte, error) { return written(ctx, false) }

// written is write, of streams that are mended on the way or not.
func written(ctx *model.Context, mend bool) ([]byte, error) {
	var out bytes.Buffer
	out.Grow(packedSize(ctx)) // growing by doubling would hold a large document thrice
	s, err := newSheaf(&out)
	if err != nil {
		return nil, err
	}
	b := s.bind(ctx)
	b.mend = mend
	root, info := b.number(*ctx.Root), 0
	if ctx.Info != nil {
		info = b.number(*ctx.Info)
	}
	if err := b.all(); err != nil {
		return nil, err
	}
	err = s.end(root, info)
	return out.Bytes(), err
}

// packedSize returns how many bytes a document takes, at most: those of its streams, and
// what the rest of its objects seldom exceeds.
func packedSize(ctx *model.Context) int {
	size := 1<<14 + 512*len(ctx.Table)
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

func identifier(before hash.Hash) string {
	sum := before.Sum(nil)
	return fmt.Sprintf("<%x><%x>", sum[:16], sum[:16])
}

var ending = regexp.MustCompile(`^/ID\[(<[0-9a-f]{32}><[0-9a-f]{32}>)\]>>\nstartxref\n(\d+)\n%%EOF\n$`)

// Intact reports whether a PDF is, byte for byte, one that Append made: its identifier is
// made of all that stands before it, and what stands after it of nothing else. It finds
// what was changed by chance or by another program; against one who makes a new identifier
// there are signatures.
func Intact(data []byte) bool { return IntactIn(bytes.NewReader(data), int64(len(data))) }

// IntactIn is Intact for a PDF of so many bytes that is not in memory.
func IntactIn(r io.ReaderAt, size int64) bool {
	tail := make([]byte, min(size, mostEnding))
	if n, err := r.ReadAt(tail, size-int64(len(tail))); n < len(tail) || err != nil && !errors.Is(err, io.EOF) {
		return false
	}
	at := bytes.LastIndex(tail, []byte("/ID["))
	if at < 0 {
		return false
	}
	before := size - int64(len(tail)-at)
	m := ending.FindSubmatch(tail[at:])
	sum := sha256.New()
	if _, err := io.Copy(sum, io.NewSectionReader(r, 0, before)); err != nil || len(m) == 0 || string(m[1]) != identifier(sum) {
		return false
	}
	start, err := strconv.ParseInt(string(m[2]), 10, 64)
	table := make([]byte, len("xref\n"))
	if err != nil || start >= before {
		return false
	}
	_, err = r.ReadAt(table, start)
	return err == nil && string(table) == "xref\n"
}

// mostEnding is more than what ending matches is long, in bytes.
const mostEnding = 256
