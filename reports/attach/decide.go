package attach

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"technopark/app/disk"
)

// decision says how a PDF gets onto sheets. To find it out all its pages are drawn twice,
// so it is found out once for a file and kept in the user's folder for such things: it says
// nothing of what is in the file, only time depends on it, and where it is lost the same
// file gives the same decision again, on any machine.
type decision struct {
	How     How
	Rewrite bool // pdfium writes the file anew first
	Drawn   []int
	Empty   []int

	Fontless []int
	Unlooked int
	Fault    fault
}

// carriedOut returns the sheets of a file as was decided; false when that cannot be done.
func (d decision) carriedOut(ctx context.Context, f file) (prepared, bool) {
	p := prepared{How: d.How, Drawn: d.Drawn, Empty: d.Empty, Fontless: d.Fontless, Unlooked: d.Unlooked, Fault: d.Fault}
	switch d.How {
	case AsApart:
		return p, true
	case AsPictures:
		drawn, err := drawElsewhere(ctx, drawingOf{File: f})
		p.PDF, p.Sheets = drawn.PDF, len(drawn.Seats)
		return p, err == nil
	}
	pages, err := layElsewhere(ctx, f, d.Rewrite)
	p.Sheets = len(pages.Seats)
	if err == nil && len(d.Drawn) > 0 {
		pages, err = drawElsewhere(ctx, drawingOf{f, d.Drawn, pages.PDF})
	}
	p.PDF = pages.PDF
	return p, err == nil
}

// mostDecisions bounds how many are kept; when there are more, all are forgotten.
const mostDecisions = 20_000

// decisionFile returns where the decision for a file is kept, by its content and by the
// program, since another program may decide otherwise; "" where none can be kept.
func decisionFile(data []byte) string {
	caches := disk.Cache()
	if caches == "" {
		return ""
	}
	program, err := os.Executable()
	if err != nil {
		return ""
	}
	info, err := os.Stat(program)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(data)
	whole := sha256.Sum256(fmt.Appendf(sum[:], "%d %s", info.Size(), info.ModTime()))
	return filepath.Join(caches, "decisions", hex.EncodeToString(whole[:]))
}

// recall returns the decision that was made for a file.
func recall(data []byte) (d decision, ok bool) {
	path := decisionFile(data)
	kept, err := os.ReadFile(path)
	if path == "" || err != nil || json.Unmarshal(kept, &d) != nil {
		return decision{}, false
	}
	return d, d.How != ""
}

// remember keeps a decision. One that cannot be kept is made again.
func remember(data []byte, d decision) {
	path := decisionFile(data)
	kept, err := json.Marshal(d)
	if path == "" || err != nil {
		return
	}
	dir := filepath.Dir(path)
	if all, err := os.ReadDir(dir); err == nil && len(all) > mostDecisions {
		_ = os.RemoveAll(dir)
	}
	if os.MkdirAll(dir, 0o700) == nil {
		_ = os.WriteFile(path, kept, 0o600)
	}
}
