package reports

import (
	"math/big"
	"strings"

	"technopark/app"
	"technopark/app/rating"
)

// ledger is sums side by side, told by resident.
type ledger struct{ columns []*ledgerColumn }

// ledgerColumn is one sum of an indicator.
type ledgerColumn struct {
	ind     *rating.Indicator
	term    rating.Term
	lots    map[int64]*lot // by resident
	stands  map[int64]stand
	several bool // somebody has more than one record in it
	named   bool // its records are named, because they are in no register of the package
}

// stand counts what a resident is to an indicator: once, once for each year, or once for each
// record.
type stand struct{ inside, lacking, outside, without int }

// lot is what the records of one resident add to a sum.
type lot struct {
	sum     *big.Rat
	records int
	na      bool   // a cell says «не применимо»
	made    string // the records and what each adds, when they are named
}

// sums counts the columns a ledger takes beside the names.
func (l *ledger) sums() int { return width(l.columns) }

// unname leaves out the column of names.
func (l *ledger) unname() {
	for _, c := range l.columns {
		c.named = false
	}
}

func width(columns []*ledgerColumn) int {
	n := len(columns)
	for _, c := range columns {
		if c.several {
			n++
		}
		if c.named {
			n++
		}
	}
	return n
}

// sumsOf returns the sums of an indicator over residents; none when their records are all
// printed under the indicator.
func (p *paper) sumsOf(ind *rating.Indicator) []*ledgerColumn {
	var all []*ledgerColumn
	long := false
	for _, term := range ind.Terms {
		if len(ind.Members) == 0 || len(term.Parts()) == 0 || p.residentOf(term.Parts()[0]) == 0 {
			continue
		}
		long = long || len(term.Parts()) > mostParts
		all = append(all, p.newColumn(ind, term))
	}
	if !long {
		return nil
	}
	return all
}

func (p *paper) newColumn(ind *rating.Indicator, term rating.Term) *ledgerColumn {
	of := app.TypeByKey(term.Parts()[0].Type)
	c := &ledgerColumn{ind: ind, term: term, lots: map[int64]*lot{}, stands: stands(ind.Members)}
	ones := allOnes(term.Parts()) // they are counted by their sum
	for _, part := range term.Parts() {
		resident := p.residentOf(part)
		if c.lots[resident] == nil {
			c.lots[resident] = &lot{sum: new(big.Rat)}
		}
		l := c.lots[resident]
		l.sum.Add(l.sum, part.Amount)
		l.records++
		l.na = l.na || part.NA
		l.made = joinedBy("; ", l.made, p.nameOf(part, resident))
		c.several = c.several || l.records > 1 && !ones
	}
	c.named = c.several && of.Period == "" && worked(term.Parts()[0])
	return c
}

// nameOf writes a record without its resident, and how it makes its amount:
// «№ А-12: 84,0 × 366».
func (p *paper) nameOf(part rating.Part, resident int64) string {
	how, _, _ := strings.Cut(part.Text.In(p.Lang), " = ")
	return unbroken(strings.TrimSuffix(p.named(part.Type, part.ID, part.Title, part.Item), ", "+p.title("resident", resident)) + ": " + how)
}

// residentOf returns the resident a part is of; 0 when it is the park's own.
func (p *paper) residentOf(part rating.Part) int64 {
	rec := p.Book.Get(part.Type, part.ID)
	if rec == nil {
		return 0
	}
	return app.ResidentOf(rec)
}

func stands(members []rating.Member) map[int64]stand {
	all := map[int64]stand{}
	for _, m := range members {
		s := all[m.Resident]
		switch m.Standing {
		case rating.Inside:
			s.inside++
		case rating.Lacking:
			s.lacking++
		case rating.Outside:
			s.outside++
		case rating.Without:
			s.without++
		}
		all[m.Resident] = s
	}
	return all
}

// added writes what a resident adds to a sum, or why it adds nothing.
func (p *paper) added(c *ledgerColumn, resident int64) string {
	s, l := c.stands[resident], c.lots[resident]
	switch {
	case s == stand{}:
		return "×"
	case s.inside == 0 && s.lacking > 0:
		return nothing
	case s.outside > 0 && s.inside == 0, l != nil && l.na && l.sum.Sign() == 0:
		return p.say("н/п", "n/a")
	case l == nil:
		l = &lot{sum: new(big.Rat)}
	}
	return c.term.AmountText(rating.Part{Amount: l.sum}, p.Lang)
}

// recordsOf writes how many records make what a resident adds; where they are of several years
// or each count for themselves, also how many there should be.
func (p *paper) recordsOf(c *ledgerColumn, resident int64) string {
	s, n := c.stands[resident], 0
	if l := c.lots[resident]; l != nil {
		n = l.records
	}
	switch {
	case s.inside+s.lacking > 1:
		return p.whole(n) + p.say(" из", " of") + app.NBSP + p.whole(s.inside+s.lacking)
	case s.inside == 0:
		return ""
	}
	return p.whole(n)
}
