package assets

import (
	"embed"
	"io/fs"
	"path"
)

//go:embed docs/guide docs/guide.md docs/data.md docs/rating-method.md
var docs embed.FS

// GuidePage is a page of the user guide, in Markdown.
type GuidePage struct {
	File    string // its name; pages stand in the order of their names
	Text    string // in Russian
	English string // «» where nobody has translated it
}

// Guide returns the pages of the user guide: those of the tasks, then the formats of files that
// others read or write.
func Guide() []GuidePage {
	var pages []GuidePage
	for _, file := range filesIn("docs/guide") {
		if path.Ext(file) == ".md" {
			pages = append(pages, GuidePage{File: file, Text: docText("docs/guide/" + file), English: docText("docs/guide/en/" + file)})
		}
	}
	for _, file := range []string{"rating-method.md", "data.md"} {
		pages = append(pages, GuidePage{File: file, Text: docText("docs/" + file), English: docText("docs/guide/en/" + file)})
	}
	return pages
}

// GuideIndex returns the list of the pages, for those who read them where the repository is.
func GuideIndex() string { return docText("docs/guide.md") }

// GuidePicture returns a picture of the guide as PNG by its name; false when there is none.
func GuidePicture(name string) ([]byte, bool) {
	data, err := docs.ReadFile("docs/guide/pictures/" + name)
	return data, err == nil
}

// filesIn returns the names of the embedded files of a folder, in their order.
func filesIn(dir string) []string {
	entries, err := fs.ReadDir(docs, dir)
	if err != nil {
		return nil // it is embedded: there is none
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() {
			names = append(names, e.Name())
		}
	}
	return names
}

// docText returns the text of an embedded file, «» when it is not there.
func docText(name string) string {
	data, err := docs.ReadFile(name)
	if err != nil {
		return ""
	}
	return string(data)
}
