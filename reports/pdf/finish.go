package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strconv"
)

// finish adds what gofpdf cannot say: the language of the text and the proper
// names of the embedded fonts. Neither moves an object, except that the
// catalogue, the last one, grows; so only the place of the cross-reference
// table has to be written anew.
func finish(out []byte, laid *Laid, lang string) ([]byte, error) {
	for _, st := range used(laid.Pages) {
		out = renameFont(out, laid.fonts[st], laid.Pages)
	}
	catalogue := []byte("/Type /Catalog\n")
	at := bytes.LastIndex(out, catalogue)
	if at < 0 {
		return nil, fmt.Errorf("finish pdf: no catalogue")
	}
	at += len(catalogue)
	entries := fmt.Sprintf("/Lang (%s)\n/ViewerPreferences <</DisplayDocTitle true>>\n", plainTag(lang))
	tail := append([]byte(entries), out[at:]...)
	start := []byte("\nstartxref\n")
	mark := bytes.LastIndex(tail, start)
	if mark < 0 {
		return nil, fmt.Errorf("finish pdf: no cross-reference table")
	}
	digits, rest, _ := bytes.Cut(tail[mark+len(start):], []byte("\n"))
	offset, err := strconv.Atoi(string(digits))
	if err != nil {
		return nil, fmt.Errorf("finish pdf: cross-reference offset: %w", err)
	}
	var b bytes.Buffer
	b.Write(out[:at])
	b.Write(tail[:mark])
	fmt.Fprintf(&b, "%s%d\n%s", start, offset+len(entries), rest)
	return b.Bytes(), nil
}

// renameFont gives an embedded font its PostScript name with the tag of six
// capitals that marks a subset (ISO 32000-1, 9.6.4). gofpdf calls it
// «utf8» + family, which is just as long, so nothing moves.
func renameFont(out []byte, f *face, pages []*Page) []byte {
	old, name := []byte("/utf8"+family(f)), []byte("/"+subsetTag(f, pages)+"+"+f.name)
	for _, end := range []string{"\n", " "} { // the name's end: LiberationSans begins LiberationSans-Bold
		out = bytes.ReplaceAll(out, append(old, end...), append(name, end...))
	}
	return out
}

// subsetTag returns six capitals that depend on the characters in the subset.
func subsetTag(f *face, pages []*Page) string {
	var chars [1 << 16]bool
	for _, p := range pages {
		for _, t := range p.Texts {
			if t.font.face == f {
				for _, r := range t.Text {
					chars[r&0xFFFF] = true
				}
			}
		}
	}
	h := sha256.New()
	for r := range chars {
		if chars[r] {
			h.Write([]byte{byte(r >> 8), byte(r)}) // a hash never fails to write
		}
	}
	tag := h.Sum([]byte(nil))[:6]
	for i, b := range tag {
		tag[i] = 'A' + b%26
	}
	return string(tag)
}

// plainTag returns a language tag with nothing in it but letters, digits and
// hyphens: it goes into the file unescaped.
func plainTag(lang string) string {
	keep := func(r rune) rune {
		if r == '-' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}
	if lang = string(bytes.Map(keep, []byte(lang))); lang == "" {
		return "ru-RU"
	}
	return lang
}
