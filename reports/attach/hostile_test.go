package attach_test

import (
	"bytes"
	"compress/lzw"
	"compress/zlib"
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/jpeg"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"technopark/reports/attach"
)

// zeros packs so many megabytes of nothing.
func zeros(mb int) []byte {
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	megabyte := func() []byte {
		from := out.Len()
		z.Write(make([]byte, 1<<20))
		z.Flush()
		return out.Bytes()[from:]
	}
	megabyte()
	again := slices.Clone(megabyte()) // every later one is packed to the same bytes
	out.Truncate(out.Len() - len(again))
	out.Write(bytes.Repeat(again, mb-1))
	packed := append(out.Bytes(), 3, 0) // a last block of nothing
	return binary.BigEndian.AppendUint32(packed, uint32(mb<<20%65521)<<16|1)
}

func flated(data []byte) []byte {
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	z.Write(data)
	z.Close()
	return out.Bytes()
}

// packed is the page of raw with its content under filters.
func packedPage(filters string, content []byte) []byte {
	data := raw(box, "CONTENT")
	whole := fmt.Sprintf("<</Length %d%s>>stream\n%s\nendstream", len(content), filters, content)
	return change(data, "<</Length 7>>stream\nCONTENT\nendstream", whole)
}

func streamOf(entries string, content []byte) string {
	return fmt.Sprintf("<<%s/Length %d>>stream\n%s\nendstream", entries, len(content), content)
}

// linked is a page with more objects, the first of which, 6, hangs in the catalogue.
func linked(key string, more ...string) []byte {
	return change(raw(box, hello, more...), "/Type/Catalog", "/Type/Catalog/"+key+" 6 0 R")
}

// laughs are forms each of which draws the next many times.
func laughs(depth, times int) []byte {
	var forms []string
	for i := range depth {
		forms = append(forms, streamOf(fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<</XObject<</X %d 0 R>>>>", 7+i), []byte(strings.Repeat("/X Do ", times))))
	}
	forms = append(forms, streamOf("/Type/XObject/Subtype/Form/BBox[0 0 600 900]", []byte("0 0 1 rg 10 10 100 100 re f")))
	return raw(box+"/Resources<</XObject<</X 6 0 R>>>>", "/X Do", forms...)
}

// crowd is a PDF of very many small objects, all of them reached.
func crowd(n int) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	at := make([]int, 0, n+4)
	add := func(s string) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj%s\nendobj\n", len(at), s)
	}
	add("<</Type/Catalog/Pages 2 0 R/X 4 0 R>>")
	add("<</Type/Pages/Kids[3 0 R]/Count 1>>")
	add("<</Type/Page/Parent 2 0 R" + box + "/X 4 0 R>>")
	for i := range n {
		add(fmt.Sprintf("[%d 0 R]", min(n+3, i+5)))
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, xref)
	return b.Bytes()
}

// pngOf is a PNG that says how large it is and has nothing but zeros.
func pngOf(w, h uint32, kind byte, mb int) []byte {
	var b bytes.Buffer
	b.WriteString("\x89PNG\r\n\x1a\n")
	chunk := func(name string, data []byte) {
		binary.Write(&b, binary.BigEndian, uint32(len(data)))
		whole := append([]byte(name), data...)
		b.Write(whole)
		binary.Write(&b, binary.BigEndian, crc32.ChecksumIEEE(whole))
	}
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, w), h)
	chunk("IHDR", append(head, 8, kind, 0, 0, 0))
	chunk("IDAT", zeros(mb))
	chunk("IEND", nil)
	return b.Bytes()
}

// jpegSaying is a small JPEG that says it is larger, and progressive.
func jpegSaying(w, h uint16) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewRGBA(image.Rect(0, 0, 64, 64)), nil); err != nil {
		panic(err)
	}
	data := b.Bytes()
	at := bytes.Index(data, []byte{0xFF, 0xC0})
	data[at+1] = 0xC2
	binary.BigEndian.PutUint16(data[at+5:], h)
	binary.BigEndian.PutUint16(data[at+7:], w)
	return data
}

func lzwed(data []byte) []byte {
	var b bytes.Buffer
	w := lzw.NewWriter(&b, lzw.MSB, 8)
	io.Copy(w, bytes.NewReader(data))
	w.Close()
	return b.Bytes()
}

// hostileFiles are files made to be endless, or to fill the memory, by name.
func hostileFiles() map[string]func() []byte {
	nested := func(open, end string, n int) string { return strings.Repeat(open, n) + strings.Repeat(end, n) }
	small := raw(box, hello)
	files := map[string]func() []byte{
		"number.pdf":      func() []byte { return change(raw(box, hello, "null"), "6 0 obj\nnull", "2000000000 0 obj\nnull") },
		"number-xref.pdf": func() []byte { return change(small, "trailer", "2000000000 1\n0000000009 00000 n \ntrailer") },
		"number-ref.pdf":  func() []byte { return linked("X", "[2000000000 0 R]") },
		"size.pdf":        func() []byte { return change(small, "/Size 6", "/Size 2000000000") },
		"xref-count.pdf":  func() []byte { return change(small, "xref\n0 6", "xref\n0 2000000000") },
		"xref-start.pdf":  func() []byte { return change(small, "xref\n0 6", "xref\n1999999990 6") },
		"names-self.pdf": func() []byte {
			return linked("Names", "<</EmbeddedFiles 7 0 R/Dests 7 0 R/JavaScript 7 0 R>>", "<</Kids[7 0 R 7 0 R 7 0 R 7 0 R]>>")
		},
		"names-wide.pdf": func() []byte {
			return linked("Names", "<</EmbeddedFiles 7 0 R>>", "<</Kids["+strings.Repeat("8 0 R ", 1000)+"]>>", "<</Kids["+strings.Repeat("9 0 R ", 1000)+"]>>", "<</Kids["+strings.Repeat("10 0 R ", 1000)+"]>>", "<</Names[(a) null]>>")
		},
		"pages-self.pdf": func() []byte { return change(small, "/Kids[3 0 R]", "/Kids[3 0 R 2 0 R]") },
		"pages-circle.pdf": func() []byte {
			return change(raw(box, hello, "<</Type/Pages/Kids[7 0 R 7 0 R]/Count 2/Parent 2 0 R>>", "<</Type/Pages/Kids[6 0 R 6 0 R]/Count 2/Parent 6 0 R>>"), "/Kids[3 0 R]", "/Kids[3 0 R 6 0 R]")
		},
		"pages-count.pdf": func() []byte { return change(small, "/Count 1", "/Count 2000000000") },
		"pages-same.pdf": func() []byte {
			return change(change(small, "/Kids[3 0 R]", "/Kids["+strings.Repeat("3 0 R ", 100_000)+"]"), "/Count 1", "/Count 100000")
		},
		"parent-self.pdf":  func() []byte { return change(change(small, "/Parent 2 0 R", "/Parent 3 0 R"), box, "") },
		"arrays-deep.pdf":  func() []byte { return linked("X", nested("[", "]", 1_000_000)) },
		"arrays-deep2.pdf": func() []byte { return raw(box+"/X "+nested("[", "]", 1_500_000), hello) },
		"dicts-deep.pdf":   func() []byte { return linked("X", nested("<</X", ">>", 1_000_000)) },
		"content-deep.pdf": func() []byte { return raw(box, "/X "+nested("[", "]", 1_000_000)+" DP") },
		"flate.pdf":        func() []byte { return packedPage("/Filter/FlateDecode", zeros(1000)) },
		"flate-flate.pdf":  func() []byte { return packedPage("/Filter[/FlateDecode/FlateDecode]", flated(zeros(2000))) },
		"flate-lzw.pdf": func() []byte {
			return packedPage("/Filter[/FlateDecode/LZWDecode]", flated(lzwed(make([]byte, 150<<20))))
		},
		"flate-runs.pdf": func() []byte {
			return packedPage("/Filter[/FlateDecode/RunLengthDecode]", flated(bytes.Repeat([]byte{129, 0}, 64<<20)))
		},
		"flate-hex.pdf": func() []byte {
			return packedPage("/Filter[/FlateDecode/ASCIIHexDecode]", flated(bytes.Repeat([]byte("20"), 300<<20)))
		},
		"filters.pdf": func() []byte { return packedPage("/Filter["+strings.Repeat("/FlateDecode", 1000)+"]", zeros(10)) },
		"predictor.pdf": func() []byte {
			return packedPage("/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2000000000/Colors 32/BitsPerComponent 16>>", zeros(1))
		},
		"predictor-wide.pdf": func() []byte {
			return packedPage("/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 100000000>>", zeros(600))
		},
		"length-self.pdf":     func() []byte { return change(small, fmt.Sprintf("/Length %d", len(hello)), "/Length 4 0 R") },
		"length.pdf":          func() []byte { return change(small, fmt.Sprintf("/Length %d", len(hello)), "/Length 2000000000") },
		"prev-self.pdf":       func() []byte { return prevSelf(small) },
		"prev-chain.pdf":      func() []byte { return prevChain(small, 20000) },
		"objstm-self.pdf":     func() []byte { return objStm("/N 1/First 4", "6 0 <<>>", "/Extends 6 0 R") },
		"objstm-many.pdf":     func() []byte { return objStm("/N 2000000000/First 4", "6 0 <<>>", "") },
		"objstm-first.pdf":    func() []byte { return objStm("/N 1/First 2000000000", "6 0 <<>>", "") },
		"xref-stream.pdf":     func() []byte { return xrefStream("/Size 2000000000/Index[0 2000000000]/W[1 4 2]", zeros(1)) },
		"xref-stream-w.pdf":   func() []byte { return xrefStream("/Size 7/W[1 2000000000 2]", zeros(1)) },
		"xref-stream-big.pdf": func() []byte { return xrefStream("/Size 500000000/W[1 2 1]", zeros(1000)) },
		"outline-self.pdf": func() []byte {
			return linked("Outlines", "<</First 7 0 R/Last 7 0 R/Count 1>>", "<</Title(a)/Next 7 0 R/First 7 0 R/Parent 6 0 R/Dest[3 0 R/Fit]>>")
		},
		"structure-self.pdf": func() []byte {
			return linked("StructTreeRoot", "<</Type/StructTreeRoot/K 7 0 R/ParentTree 8 0 R>>", "<</S/P/K[7 0 R 7 0 R]/P 7 0 R>>", "<</Kids[8 0 R 8 0 R]>>")
		},
		"fields-self.pdf": func() []byte {
			return linked("AcroForm", "<</Fields[7 0 R 7 0 R]>>", "<</T(a)/Kids[7 0 R 7 0 R]/Parent 7 0 R>>")
		},
		"image.pdf": func() []byte {
			return raw(box+"/Resources<</XObject<</X 6 0 R>>>>", "500 0 0 800 0 0 cm /X Do", streamOf("/Type/XObject/Subtype/Image/Width 100000/Height 100000/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode", zeros(1000)))
		},
		"image-huge.pdf": func() []byte {
			return raw(box+"/Resources<</XObject<</X 6 0 R>>>>", "500 0 0 800 0 0 cm /X Do", streamOf("/Type/XObject/Subtype/Image/Width 2000000000/Height 2000000000/ColorSpace/DeviceRGB/BitsPerComponent 16", []byte("x")))
		},
		"laughs.pdf": func() []byte { return laughs(12, 10) },
		"pattern.pdf": func() []byte {
			return raw(box+"/Resources<</Pattern<</P 6 0 R>>>>", "/Pattern cs /P scn 0 0 600 900 re f", streamOf("/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 0.0001/YStep 0.0001/Resources<<>>", []byte("0 0 1 rg 0 0 1 1 re f")))
		},
		"contents.pdf": func() []byte {
			return change(raw(box, strings.Repeat("q Q ", 1<<18)), "/Contents 4 0 R", "/Contents["+strings.Repeat("4 0 R ", 100_000)+"]")
		},
		"annotations.pdf": func() []byte {
			return raw(box+"/Annots["+strings.Repeat("6 0 R ", 200_000)+"]", hello, "<</Type/Annot/Subtype/Text/Rect[0 0 10 10]/Contents(a)>>")
		},
		"carried-bombs.pdf": func() []byte {
			return linked("Names", "<</EmbeddedFiles<</Names["+bombs(100)+"]>>>>", "<</Type/Filespec/F(a)/EF<</F 8 0 R>>>>", streamOf("/Type/EmbeddedFile/Filter/FlateDecode", zeros(49)))
		},
		"crowd.pdf":     func() []byte { return crowd(100_000) },
		"throng.pdf":    func() []byte { return crowd(600_000) },
		"page-size.pdf": func() []byte { return raw("/MediaBox[0 0 1e30 1e30]/UserUnit 1e30", hello) },
		"bomb.png":      func() []byte { return pngOf(11000, 10900, 6, 480) },
		"bomb-wide.png": func() []byte { return pngOf(2_000_000_000, 1, 2, 1) },
		"bomb.jpg":      func() []byte { return jpegSaying(10900, 10900) },
		"bomb-side.jpg": func() []byte { return jpegSaying(65000, 65000) },
		"bomb.tif":      func() []byte { return tiffBomb(10900, 10900) },
	}
	return files
}

func bombs(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "(f%05d) 7 0 R ", i)
	}
	return b.String()
}

func prevSelf(data []byte) []byte {
	at := bytes.Index(data, []byte("xref\n"))
	return change(data, "/Root 1 0 R", fmt.Sprintf("/Root 1 0 R/Prev %d/XRefStm %d", at, at))
}

func prevChain(data []byte, n int) []byte {
	var b bytes.Buffer
	b.Write(data)
	last := bytes.Index(data, []byte("xref\n"))
	for range n {
		at := b.Len()
		fmt.Fprintf(&b, "xref\n0 1\n0000000000 65535 f \ntrailer<</Size 6/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n", last, at)
		last = at
	}
	return b.Bytes()
}

func objStm(entries, content, more string) []byte {
	return raw(box+"/X 6 0 R", hello, streamOf("/Type/ObjStm"+entries+more, []byte(content)))
}

// xrefStream is a PDF whose table is a stream with the given entries.
func xrefStream(entries string, content []byte) []byte {
	data := raw(box, hello)
	at := bytes.Index(data, []byte("xref\n"))
	data = data[:at:at]
	data = append(data, fmt.Sprintf("6 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", streamOf("/Type/XRef/Root 1 0 R/Filter/FlateDecode"+entries, content), at)...)
	return data
}

func tiffBomb(w, h uint32) []byte {
	return tiffOf([][]byte{zeros(300)}, tiffTag{256, 4, []uint32{w}}, tiffTag{257, 4, []uint32{h}}, tiffTag{258, 3, []uint32{8, 8, 8}}, one(259, 8), one(262, 2), one(277, 3), tiffTag{278, 4, []uint32{h}})
}

// asPackage are those that are also looked into as if they were packages.
var asPackage = map[string]bool{"names-self.pdf": true, "carried-bombs.pdf": true, "outline-self.pdf": true, "xref-stream.pdf": true, "dicts-deep.pdf": true, "number.pdf": true, "throng.pdf": true}

// Files made to be endless or to fill the memory end in time, with a sentence or a sheet.
func TestHostileFilesEnd(t *testing.T) {
	files := hostileFiles()
	if dir := os.Getenv("HOSTILE_DIR"); dir != "" { // to try them on the program by hand
		for name, data := range files {
			if err := os.WriteFile(filepath.Join(dir, name), data(), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		t.Run(name, func(t *testing.T) {
			data := files[name]()
			began := time.Now()
			info, err := attach.Inspect(context.Background(), name, data)
			looked := time.Since(began)
			sheets := 0
			if err == nil {
				sheets = prepared(t, document(info.Kind, data)).Sheets
			}
			made := time.Since(began) - looked
			if asPackage[name] {
				if p, err := attach.Parse(data); err == nil {
					p.Carried()
					p.Digests("")
					p.Saying("word")
				}
			}
			took := time.Since(began)
			t.Logf("%d pages, %d sheets, %v + %v + %v: %.80v", info.Pages, sheets, looked.Round(10*time.Millisecond), made.Round(10*time.Millisecond), (took - looked - made).Round(10*time.Millisecond), err)
			if took > time.Minute { // on a machine that does much else besides
				t.Errorf("took %v", took)
			}
		})
	}
}
