package attach

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"technopark/app"
)

// ErrNoSuchPages says that a choice of pages is not one.
var ErrNoSuchPages = errors.New("no such pages")

// ParsePages returns the pages of a choice such as «1-3, 5», counted from 1, each once,
// in their order, of a paper that has count pages; all of them when nothing is chosen.
// What is not a choice of these pages fails with ErrNoSuchPages.
func ParsePages(choice string, count int) ([]int, error) {
	chosen := make([]bool, count+1)
	for _, part := range strings.FieldsFunc(app.Fold(choice), func(r rune) bool { return r == ',' || r == ';' }) {
		from, to, isRange := strings.Cut(strings.TrimSpace(part), "-")
		if !isRange {
			to = from
		}
		first, err := strconv.Atoi(strings.TrimSpace(from))
		last, err2 := strconv.Atoi(strings.TrimSpace(to))
		if err != nil || err2 != nil || first < 1 || last > count || first > last {
			return nil, fmt.Errorf("%w: %q of %d", ErrNoSuchPages, strings.TrimSpace(part), count)
		}
		for n := first; n <= last; n++ {
			chosen[n] = true
		}
	}
	var some, all []int
	for n := 1; n <= count; n++ {
		all = append(all, n)
		if chosen[n] {
			some = append(some, n)
		}
	}
	if len(some) == 0 {
		if app.Clean(choice) != "" {
			return nil, fmt.Errorf("%w: %q", ErrNoSuchPages, choice)
		}
		return all, nil
	}
	return some, nil
}

// Cut returns a PDF of the given pages of a PDF, counted from 1.
func Cut(ctx context.Context, data []byte, pages []int) ([]byte, error) {
	t, err := parsedOf(data).ask(ctx, question{Ask: askCut, Pages: pages})
	if err != nil {
		return nil, fmt.Errorf("cut pages: %w", err)
	}
	if t.PDF == nil { // they are all there are
		return data, nil
	}
	return t.PDF, nil
}

// cut is Cut; it returns nothing when the pages are all there are.
func cut(data []byte, pages []int) (out []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			out, err = nil, fmt.Errorf("pdfcpu: %v", p)
		}
	}()
	ctx, err := read(data)
	if err != nil || len(pages) == ctx.PageCount {
		return nil, err
	}
	some, err := pdfcpu.ExtractPages(ctx, pages, false)
	if err != nil {
		return nil, err
	}
	return write(some)
}

// Join puts the pages of PDFs of our own behind one another.
func Join(all ...[]byte) (out []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			out, err = nil, fmt.Errorf("join papers: %v", p)
		}
	}()
	if len(all) == 1 {
		return all[0], nil
	}
	var whole *model.Context
	for _, data := range all {
		ctx, err := read(data)
		if err == nil && whole != nil {
			err = pdfcpu.MergeXRefTables("", ctx, whole, false, false)
		}
		if err != nil {
			return nil, fmt.Errorf("join papers: %w", err)
		}
		if whole == nil {
			whole = ctx
		}
	}
	if whole == nil {
		return nil, errors.New("join papers: there are none")
	}
	return write(whole)
}
