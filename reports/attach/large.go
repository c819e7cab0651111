package attach

import (
	"context"
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

// aboveA4 is how much longer than A4 a page has to be to count as larger: an American legal
// page, a fifth longer and no wider, is read on A4.
const aboveA4 = 1.3

// Large reports of the given pages of a PDF, counted from 1, whether they are larger than A4
// themselves or show a page that was: the sheets of a package are all of A4, and a drawing
// made smaller for it is printed on A3 as it was.
func Large(ctx context.Context, data []byte, pages []int) ([]bool, error) {
	t, err := parsedOf(data).ask(ctx, question{Ask: askLarge, Pages: pages})
	if err != nil {
		return nil, fmt.Errorf("sizes of pages: %w", err)
	}
	return t.Large, nil
}

// large is Large of a PDF that has been read.
func large(ctx *model.Context, pages []int) (all []bool, err error) {
	defer func() {
		if p := recover(); p != nil {
			all, err = nil, fmt.Errorf("pdfcpu: %v", p)
		}
	}()
	for _, n := range pages {
		is, err := isLarge(ctx, n)
		if err != nil {
			return nil, fmt.Errorf("size of page %d: %w", n, err)
		}
		all = append(all, is)
	}
	return all, nil
}

func isLarge(ctx *model.Context, page int) (bool, error) {
	d, _, inherited, err := ctx.PageDict(page, false)
	if err != nil {
		return false, err
	}
	box := visible(inherited)
	w, h := box.Width(), box.Height()
	if resources, err := ctx.DereferenceDict(d["Resources"]); err == nil {
		if forms, err := ctx.DereferenceDict(resources["XObject"]); err == nil && forms[pageName] != nil {
			shown, _, err := ctx.DereferenceStreamDict(forms[pageName])
			if err != nil {
				return false, err
			}
			if of, err := ctx.RectForArray(shown.Dict.ArrayEntry("BBox")); err == nil {
				w, h = of.Width(), of.Height()
			}
		}
	}
	return min(w, h) > short+tolerance && max(w, h) > aboveA4*long, nil
}
