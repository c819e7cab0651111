package submission

import (
	"fmt"
	"path/filepath"
	"strings"

	"technopark/app"
	"technopark/reports"
	"technopark/reports/attach"
)

const jsonType = "application/json"

// carried returns the files a package has inside besides its sheets: the data, and the
// documents as they were attached, so that the package alone is enough to go on with the
// submission elsewhere and to look whether its sheets are those of these files.
func (s *state) carried(all *bundle) []attach.File {
	files := []attach.File{{
		Name: DataName, Data: s.frozen.JSON, MIME: jsonType, About: app.L("Данные пакета документов", "Data of the package").In(all.lang), Date: all.input.Created, Relation: "Data",
	}}
	return append(files, all.files...)
}

// carry keeps the file of a document for the package.
func (all *bundle) carry(i int, d *app.Document, fetch func() ([]byte, error), day app.Date) {
	name := fmt.Sprintf("document-%03d%s", i+1, plainEnding(d.FileName))
	all.carriedAs[i] = name
	all.files = append(all.files, attach.File{
		Name: name, Shown: app.AsFileName(reports.AttachmentTitle(all.lang, i+1) + ". " + d.FileName), About: reports.AttachmentName(all.lang, i+1, d), MIME: mediaType(d),
		Date: day.Midnight(), Relation: "Source", Packed: d.Format != app.FormatTIFF, Fetch: fetch,
	})
}

// plainEnding returns the ending of a file name where it is safe in every file system.
func plainEnding(name string) string {
	ending := strings.ToLower(filepath.Ext(name))
	for _, r := range strings.TrimPrefix(ending, ".") {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') {
			return ""
		}
	}
	return ending
}

func mediaType(d *app.Document) string {
	switch d.Format {
	case app.FormatPDF:
		return "application/pdf"
	case app.FormatPNG, app.FormatJPEG, app.FormatTIFF:
		return "image/" + d.Format
	}
	return "application/octet-stream"
}
