package attach

import (
	"archive/zip"
	"bytes"
	"strings"
)

// newer reports whether a PDF is packed in a way that came after most readers, so that it
// is not damaged for not being read here.
func newer(data []byte) bool { return bytes.Contains(data, []byte("/BrotliDecode")) }

// CutOff reports whether a PDF breaks off: behind its last object it does not say where its
// table is. Readers put together what there is of such a file, and pages may be missing.
func CutOff(data []byte) bool {
	return bytes.LastIndex(data, []byte("endobj")) > bytes.LastIndex(data, []byte("startxref"))
}

// entire reports whether an office file is one to its end, and not only begins like one. Of
// an archive only the list of what is in it is read.
func entire(name string, data []byte) bool {
	switch {
	case bytes.HasPrefix(data, []byte("{\\rtf")):
		return bytes.HasSuffix(bytes.TrimRight(data, "\x00\r\n\t "), []byte("}"))
	case !bytes.HasPrefix(data, []byte("PK")):
		const sector = 512
		return len(data) >= 3*sector && len(data) > 0x1F && data[0x1C] == 0xFE && data[0x1D] == 0xFF // ends of a compound file
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return false
	}
	wanted := "[Content_Types].xml"
	if ends(name, ".odt", ".ods") {
		wanted = "content.xml"
	}
	for _, f := range archive.File {
		if strings.EqualFold(f.Name, wanted) {
			return true
		}
	}
	return false
}
