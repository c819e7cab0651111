package collection

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/questionnaire"
)

// Bounds of what is gathered at once. A park has a hundred answers of twenty kilobytes.
const (
	MostBytes = 16 << 20 // of one file
	mostFiles = 20_000   // of all directories together
	mostDepth = 16       // of directories within one another
	mostKept  = 256 << 20
)

func errTooBig() error {
	return &app.Refusal{ID: "err.answer_too_big", Data: map[string]any{"N": MostBytes >> 20}}
}

// Gather reads the files that came, those of directories and what is below them too, and says of
// each whether it is an answer. Links are not followed. One file that cannot be read is told as
// such and stops nothing; progress is called before each.
func Gather(ctx context.Context, paths []string, progress func(done, of int)) ([]*Received, error) {
	var all []*Received
	known := map[string]bool{} // a directory and a file in it may both be named
	for _, path := range paths {
		more, err := filesOf(ctx, path, mostFiles-len(all))
		if err != nil {
			return nil, err
		}
		for _, r := range more {
			if !known[r.Path] {
				known[r.Path] = true
				all = append(all, r)
			}
		}
	}
	if len(all) == 0 {
		return nil, &app.Refusal{ID: "err.no_answers", Data: map[string]any{"File": strings.Join(paths, ", ")}}
	}
	kept := 0
	for i, r := range all {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("read the answers: %w", err)
		}
		if progress != nil {
			progress(i, len(all))
		}
		r.read()
		if kept += len(r.raw); kept > mostKept {
			r.raw = nil
		}
	}
	return all, nil
}

// filesOf returns the files of a path.
func filesOf(ctx context.Context, path string, most int) ([]*Received, error) {
	path = filepath.Clean(path)
	info, err := os.Lstat(path)
	if err != nil {
		return nil, disk.Unread(path, err)
	}
	if !info.IsDir() {
		return []*Received{{Path: path, Name: filepath.Base(path)}}, nil
	}
	var all []*Received
	err = filepath.WalkDir(path, func(at string, e fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			return disk.Unread(at, err)
		case e.IsDir() && at != path && (hiddenName(e.Name()) || strings.Count(strings.TrimPrefix(at, path), string(filepath.Separator)) > mostDepth):
			return fs.SkipDir
		case !e.Type().IsRegular() || hiddenName(e.Name()):
			return nil
		case len(all) == most:
			return &app.Refusal{ID: "err.too_many_answers", Data: map[string]any{"N": mostFiles, "File": path}}
		}
		all = append(all, &Received{Path: at, Name: e.Name(), found: true})
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("look through %s: %w", path, err)
	}
	return all, nil
}

// hiddenName tells what office programs and systems leave beside files.
func hiddenName(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || strings.EqualFold(name, "thumbs.db") || strings.EqualFold(name, "desktop.ini")
}

// read reads the file, and says of what it is the answer.
func (r *Received) read() {
	info, err := os.Lstat(r.Path)
	if err == nil && info.Mode()&fs.ModeSymlink != 0 {
		r.Refused = &app.Refusal{ID: "err.answer_is_link", Data: map[string]any{"File": r.Name}}
		return
	}
	raw, err := disk.Read(r.Path, MostBytes, errTooBig())
	if err != nil {
		r.Refused = err
		return
	}
	r.take(raw)
}

// take reads what the file has.
func (r *Received) take(raw []byte) {
	r.SHA256 = app.Content(raw)
	answer, err := questionnaire.Read(raw, r.Name)
	if err != nil {
		r.Refused = app.About(r.Name, err)
		return
	}
	r.Answer, r.raw = answer, raw
}

// Kept returns an answer that came before and is kept in the data file, by the name it came by.
func Kept(q *app.Questionnaire, raw []byte) *Received {
	r := &Received{Path: q.Answer, Name: q.Answer}
	r.take(raw)
	return r
}

func numbered(base string, n int) string {
	if n == 1 {
		return base
	}
	return fmt.Sprintf("%s %d", base, n)
}
