package attach

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"testing/fstest" // its file system in memory is as good outside of tests
	"unicode/utf16"

	"technopark/assets"
)

// fontDir is where pdfium looks for the fonts of the system.
const fontDir = "usr/share/fonts"

// standIns are the names our faces go by for pdfium: those by which documents ask for faces
// they do not bring. Without them it draws with Latin letters alone, and Russian text that
// was set in Arial is blank. We have no face of one width: what asks for it gets letters of
// the sans in cells of one width.
var standIns = map[string][]string{"LiberationSans": {"Arial", "Courier New"}, "LiberationSerif": {"Times New Roman"}}

// faces returns all that pdfium sees of a disk: our own faces, so that it draws the same on
// every machine.
func faces() (fs.FS, error) {
	files := assets.FontFiles()
	names, err := fs.Glob(files, "*.ttf")
	if err != nil {
		return nil, err
	}
	tree := fstest.MapFS{}
	for _, name := range names {
		face, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		family, style, _ := strings.Cut(strings.TrimSuffix(name, ".ttf"), "-")
		for _, as := range standIns[family] {
			renamed, err := renamed(face, as, strings.Replace(style, "BoldItalic", "Bold Italic", 1))
			if err != nil {
				return nil, fmt.Errorf("face %s: %w", name, err)
			}
			tree[path.Join(fontDir, as+name)] = &fstest.MapFile{Data: renamed}
		}
	}
	return tree, nil
}

// errNoFace says that a file is no TrueType face.
var errNoFace = errors.New("not a TrueType face")

// renamed returns a TrueType face that calls itself otherwise (OpenType, «name»).
func renamed(face []byte, family, style string) ([]byte, error) {
	const head, entry = 12, 16
	if len(face) < head {
		return nil, errNoFace
	}
	tables := int(binary.BigEndian.Uint16(face[4:]))
	if len(face) < head+entry*tables {
		return nil, errNoFace
	}
	for i := range tables {
		at := head + entry*i
		if string(face[at:at+4]) != "name" {
			continue
		}
		out := append([]byte{}, face...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
		names := nameTable(family, style)
		binary.BigEndian.PutUint32(out[at+8:], uint32(len(out)))    //nolint:gosec // our own faces are small
		binary.BigEndian.PutUint32(out[at+12:], uint32(len(names))) //nolint:gosec // see above
		return append(out, names...), nil
	}
	return nil, errNoFace
}

// nameTable returns a table of names: family, style and both, for the two systems whose
// records readers ask for.
func nameTable(family, style string) []byte {
	whole := family
	if style != "Regular" {
		whole += " " + style
	}
	texts := []struct {
		id   uint16
		text string
	}{{1, family}, {2, style}, {4, whole}}
	var records, store []byte
	put := func(platform, encoding, language, id uint16, text []byte) {
		for _, v := range []uint16{platform, encoding, language, id, uint16(len(text)), uint16(len(store))} { //nolint:gosec // some hundred bytes
			records = binary.BigEndian.AppendUint16(records, v)
		}
		store = append(store, text...)
	}
	for _, t := range texts {
		put(1, 0, 0, t.id, []byte(t.text)) // Macintosh, Roman, English
	}
	for _, t := range texts {
		var wide []byte
		for _, unit := range utf16.Encode([]rune(t.text)) {
			wide = binary.BigEndian.AppendUint16(wide, unit)
		}
		put(3, 1, 0x409, t.id, wide) // Windows, Unicode, English
	}
	out := []byte{0, 0}
	out = binary.BigEndian.AppendUint16(out, uint16(2*len(texts)))   //nolint:gosec // six
	out = binary.BigEndian.AppendUint16(out, uint16(6+len(records))) //nolint:gosec // some hundred bytes
	return append(append(out, records...), store...)
}
