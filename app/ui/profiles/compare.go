package profiles

import (
	"context"
	"errors"
	"math"
	"strconv"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/rating"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// method is one of two that are compared.
type method struct {
	name string // in the heading
	*rating.Profile
}

// compare says what another method makes of the records of the year: index, group and place, then
// the indicators that move. back has the keyboard afterwards.
func compare(d *desk.Desk, was, is method, back fyne.Focusable) {
	var found *rating.Another
	d.Tasks.Run(d.T("ui.profiles.comparing"), func(ctx context.Context, _ kit.Progress) (err error) {
		books, at, err := allBooks(ctx, d)
		if err != nil {
			return err
		}
		found, err = rating.ByAnother(was.Profile, is.Profile, books, at, d.Year)
		return errors.Join(err, ctx.Err())
	}, func(err error) {
		if err != nil {
			d.Fail(err)
			return
		}
		showEffects(d, was, is, found, back)
	})
}

// allBooks returns those of all parks of the file, and which of them is the chosen park's.
func allBooks(ctx context.Context, d *desk.Desk) (books []*app.Book, at int, err error) {
	parks, err := d.Store.Parks(ctx)
	if err != nil {
		return nil, 0, err
	}
	for i, p := range parks {
		b, err := d.Store.Book(ctx, p.ID)
		if err != nil {
			return nil, 0, err
		}
		if p.ID == d.Park {
			at = i
		}
		books = append(books, b)
	}
	return books, at, nil
}

func showEffects(d *desk.Desk, was, is method, found *rating.Another, back fyne.Focusable) *kit.ListDialog {
	title := d.T("ui.profiles.compared", "Was", was.name, "Is", is.name)
	l := kit.NewListDialog(d.Window, title, d.T("ui.profiles.nothing_moves"), d.T("ui.documents.close"), []kit.Column{
		{Key: "what", Head: d.T("ui.profiles.part"), Chars: 44, Wide: true},
		{Key: "was", Head: d.T("ui.profiles.was"), Chars: 16},
		{Key: "is", Head: d.T("ui.profiles.is"), Chars: 16},
		{Key: "change", Head: d.T("ui.profiles.change"), Chars: 12},
	})
	l.Fill(effectRows(d, found))
	if why := whyNone(d, found); why != "" {
		l.Note.SetText(d.T("ui.profiles.no_place", "Why", why))
		l.Note.Show()
	}
	l.Show()
	l.GiveBack(back)
	return l
}

func named(d *desk.Desk, p *rating.Profile) string {
	return d.T("ui.profiles.named", "Title", p.Title.In(d.Lang), "Version", p.Version)
}

// effectRows are the position by either method, then what moves.
func effectRows(d *desk.Desk, found *rating.Another) []kit.Row {
	var rows []kit.Row
	add := func(what, was, is, change string) {
		rows = append(rows, kit.Row{ID: int64(len(rows) + 1), Cells: []kit.Cell{{Text: what}, {Text: was}, {Text: is}, {Text: change}}})
	}
	a, b := positionWords(d, found.Was), positionWords(d, found.Is)
	for i, id := range []string{"ui.profiles.index", "ui.profiles.group", "ui.profiles.place"} {
		change := ""
		if i == 0 && found.Was != nil && found.Is != nil && found.Was.Index.Known && found.Is.Index.Known {
			change = signed(d, tenths(found.Is)-tenths(found.Was))
		}
		add(d.T(id), a[i], b[i], change)
	}
	for _, e := range found.Effects {
		add(e.Indicator.Code+". "+e.Indicator.Name.In(d.Lang)+", "+e.Indicator.Unit.In(d.Lang), e.Was.In(d.Lang), e.Is.In(d.Lang), e.Change.In(d.Lang))
	}
	if len(found.Effects) == 0 {
		add(d.T("ui.profiles.nothing_moves"), "", "", "")
	}
	return rows
}

// whyNone is the reason why one of the methods gives no index; «» when both do.
func whyNone(d *desk.Desk, found *rating.Another) string {
	for i, at := range []*rating.ParkPosition{found.Was, found.Is} {
		switch {
		case at == nil:
			return found.Why[i].In(d.Lang)
		case !at.Index.Known:
			return d.T("ui.profiles.too_little")
		}
	}
	return ""
}

// tenths is the index as it is printed: a reader who subtracts gets the change.
func tenths(p *rating.ParkPosition) int64 { return int64(math.Round(p.Index.Number * 10)) }

func signed(d *desk.Desk, n int64) string {
	text := app.FormatNumber(n, 10, 1, d.Lang)
	if n > 0 {
		return "+" + text
	}
	return text
}

// positionWords are index, group and place; a dash for what cannot be told.
func positionWords(d *desk.Desk, p *rating.ParkPosition) [3]string {
	words := [3]string{"—", "—", "—"}
	if p == nil {
		return words
	}
	if p.Index.Known {
		words[0] = app.FormatNumber(tenths(p), 10, 1, d.Lang)
	}
	if p.Group != "" {
		words[1] = p.Group
	}
	if p.Place > 0 {
		words[2] = d.T("ui.profiles.place_of", "Place", strconv.Itoa(p.Place), "Of", strconv.Itoa(p.Of))
	}
	return words
}
