package attach

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"maps"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Digests say in few bytes what a PDF shows: a SHA-256 for each page with all that it
// draws, its size, its annotations; and one for what is round the pages — the outline, the
// properties, the files carried inside, what opens by itself. Numbers and places of objects
// do not count, nor does the file of the given name, in which the digests themselves are.
type Digests struct {
	Pages []string // one for each page, in hexadecimal
	Rest  string   // of what is round the pages
}

// digests is Digests.
func (p *content) digests(without string) (d Digests, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v", ErrDamaged, p)
		}
	}()
	if d, err = digests(p.ctx, without); err != nil {
		err = fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return d, err
}

func digests(ctx *model.Context, without string) (d Digests, err error) {
	s := newSumming()
	if d.Pages, err = s.sheets(ctx, 1); err != nil {
		return d, err
	}
	d.Rest, err = s.rest(without)
	return d, err
}

// summing is the work of summing up one document, or several that become one.
type summing struct {
	ctx      *model.Context
	pages    map[int]string // names of pages, which are not followed
	contents map[int]string // digests of streams: many pages share one
	left     int64          // how many bytes may yet be unpacked
}

func newSumming() *summing {
	return &summing{contents: map[int]string{}, left: mostUnpacked}
}

// sheets sums up all pages of a document, the first of which is the one of that number. What
// is known of streams by their numbers must be of this document.
func (s *summing) sheets(ctx *model.Context, first int) (sums []string, err error) {
	s.ctx, s.pages = ctx, map[int]string{}
	for i := 1; i <= ctx.PageCount; i++ {
		at, err := ctx.PageDictIndRef(i)
		if err != nil || at == nil {
			return nil, fmt.Errorf("page %d is not in its place: %w", i, err)
		}
		s.pages[at.ObjectNumber.Value()] = pageMark(first + i - 1)
	}
	for i := 1; i <= ctx.PageCount; i++ {
		sum, err := s.sheet(i)
		if err != nil {
			return nil, fmt.Errorf("page %d: %w", i, err)
		}
		sums = append(sums, sum)
	}
	return sums, nil
}

// pageMark stands for a page where one is named.
func pageMark(number int) string { return fmt.Sprintf("page %d", number) }

func (s *summing) sheet(i int) (string, error) {
	page, _, inherited, err := s.ctx.PageDict(i, false)
	if err != nil {
		return "", err
	}
	shown, err := s.shownOn(i, whole(page, inherited))
	if err != nil {
		return "", err
	}
	return s.digest(shown)
}

// rest sums up what is round the pages of the document at hand.
func (s *summing) rest(without string) (string, error) {
	rest, err := round(s.ctx, without)
	if err != nil {
		return "", err
	}
	return s.digest(rest)
}

// mostUnpacked bounds what is unpacked of all streams together, in bytes, so that a file made
// to be slow is not: what comes after so much is summed up as it is packed.
const mostUnpacked = 16 << 30

// whole returns a page with what it inherits, without what it hangs in.
func whole(page types.Dict, inherited *model.InheritedPageAttrs) types.Dict {
	all := maps.Clone(page)
	delete(all, "Parent")
	if inherited.MediaBox != nil {
		all["MediaBox"] = inherited.MediaBox.Array()
	}
	if inherited.CropBox != nil {
		all["CropBox"] = inherited.CropBox.Array()
	}
	if _, own := all["Resources"]; !own && inherited.Resources != nil {
		all["Resources"] = inherited.Resources
	}
	all["Rotate"] = types.Integer(inherited.Rotate)
	return all
}

// shownOn leaves out of the resources of a page the pictures it does not draw: pages share
// one list, and a change of a picture is one of the sheets it is on.
func (s *summing) shownOn(number int, page types.Dict) (types.Dict, error) {
	resources, err := s.ctx.DereferenceDict(page["Resources"])
	if err != nil || resources == nil {
		return page, err
	}
	pictures, err := s.ctx.DereferenceDict(resources["XObject"])
	if err != nil || len(pictures) < 2 || s.left <= 0 {
		return page, err
	}
	content, err := contentOf(s.ctx, number, page)
	if err != nil {
		return nil, err
	}
	s.left -= int64(len(content))
	drawn := types.Dict{}
	for name := range drawnBy(content) {
		if picture, there := pictures[name]; there {
			drawn[name] = picture
		}
	}
	resources = maps.Clone(resources)
	resources["XObject"] = drawn
	page["Resources"] = resources
	return page, nil
}

// drawnBy returns the names of the pictures a content draws: what stands before «Do».
func drawnBy(content []byte) map[string]bool {
	names := map[string]bool{}
	for before := range bytes.SplitSeq(content, []byte(" Do")) {
		at := bytes.LastIndexByte(before, '/')
		if at < 0 {
			continue
		}
		if name, err := types.DecodeName(string(before[at+1:])); err == nil {
			names[name] = true
		}
	}
	return names
}

// round returns what is round the pages. The files carried inside are listed by their
// names, one of them left out.
func round(ctx *model.Context, without string) (types.Dict, error) {
	rest := maps.Clone(ctx.RootDict)
	for _, key := range []string{"Pages", "AF", "Version"} {
		delete(rest, key)
	}
	names, err := ctx.DereferenceDict(rest["Names"])
	if err != nil {
		return nil, err
	}
	if names != nil {
		names = maps.Clone(names)
		carried, err := carriedBy(ctx)
		if err != nil {
			return nil, err
		}
		delete(carried, without)
		files := types.Dict{}
		for name, spec := range carried {
			files[name] = spec
		}
		names["EmbeddedFiles"] = files
		rest["Names"] = names
	}
	if ctx.Info != nil {
		rest["Info"] = *ctx.Info
	}
	return rest, nil
}

// digest returns the SHA-256 of an object and of all it reaches without passing through
// a page.
func (s *summing) digest(o types.Dict) (string, error) {
	g := &graph{ctx: s.ctx, given: map[int]int{}, alike: true, named: func(old int) (string, bool) {
		name, ok := s.pages[old]
		return name, ok
	}}
	g.fresh = func() int { return len(g.queue) }
	g.value(o)
	for i := 0; i < len(g.queue); i++ {
		if err := s.summary(g, g.queue[i]); err != nil {
			return "", err
		}
	}
	sum := sha256.Sum256(g.body.Bytes())
	return hex.EncodeToString(sum[:]), nil
}

// summary writes an object as object does, a stream by its digest.
func (s *summing) summary(g *graph, old int) error {
	o, err := s.ctx.Dereference(*types.NewIndirectRef(old, 0))
	if err != nil {
		return err
	}
	stream, isStream := o.(types.StreamDict)
	if !isStream {
		g.value(o)
		g.body.WriteString("\n")
		return nil
	}
	dict := maps.Clone(stream.Dict)
	if dict["Filter"] == types.Name("FlateDecode") { // packed or not is no difference
		delete(dict, "Filter")
	}
	if s.contents[old] == "" {
		if s.contents[old], err = s.contentSum(stream); err != nil {
			return err
		}
	}
	delete(dict, "Length")
	g.value(dict)
	g.body.WriteString(s.contents[old] + "\n")
	return nil
}

func (s *summing) contentSum(stream types.StreamDict) (string, error) {
	if stream.Raw == nil {
		if err := stream.Encode(); err != nil {
			return "", err
		}
	}
	sum := sha256.New()
	if stream.Dict["Filter"] == types.Name("FlateDecode") {
		if unpacked, err := zlib.NewReader(bytes.NewReader(stream.Raw)); err == nil {
			most := min(s.left, maxUnpacked)
			n, err := io.Copy(sum, io.LimitReader(unpacked, most))
			s.left -= n
			if err == nil && n < most {
				return hex.EncodeToString(sum.Sum(nil)), nil
			}
		}
		sum.Reset()
	}
	sum.Write(stream.Raw)
	return hex.EncodeToString(sum.Sum(nil)), nil
}
