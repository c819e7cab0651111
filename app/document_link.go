package app

import (
	"strconv"
	"strings"
)

// DocumentLink says that a document proves a record or an indicator.
type DocumentLink struct {
	Head
	Document int64  // id of the paper
	Subject  string // a Place, or SubjectOfIndicator; see there
}

// Type describes DocumentLink.
func (*DocumentLink) Type() *Type { return documentLinkType }

var documentLinkType = &Type{
	Key:     "document_link",
	One:     L("Что подтверждает документ", "What a document proves"),
	Many:    L("Что подтверждают документы", "What documents prove"),
	Section: SectionRating,
	Turn:    standing("связь держится, пока есть документ и запись", "a link stays while document and record are there"),
	Owner:   "document",
	Aside:   true,
	New:     func() Record { return new(DocumentLink) },
	Title:   documentLinkTitle(RU),
	TitleEN: documentLinkTitle(EN),
	Unique:  [][]string{{"document", "subject"}},
	Fields: []Field{
		ref("document", L("Документ", "Document"), "document", func(r *DocumentLink) *int64 { return &r.Document }).essential(),
		text("subject", L("Что подтверждает", "Proves"), func(r *DocumentLink) *string { return &r.Subject }).pointing().essential(),
	},
}

// IndicatorKey stands in a place for the key of a type when the place is an indicator.
const IndicatorKey = "indicator"

const indicatorSubject = IndicatorKey + "/"

// IndicatorPlace returns the place of an indicator of a year of data.
func IndicatorPlace(year int, code string) Place {
	return Place{Type: IndicatorKey, ID: int64(year), Field: code}
}

// SubjectOfIndicator returns the subject of a link to an indicator of a year of data:
// «indicator/2020/S2.1». That of a link to a record is SubjectOf.
func SubjectOfIndicator(year int, code string) string {
	return indicatorSubject + strconv.Itoa(year) + "/" + code
}

// SubjectOf returns the subject of a link to a record: «contract/17».
func SubjectOf(rec Record) string { return Place{Type: rec.Type().Key, ID: rec.Header().ID}.String() }

// IndicatorOfSubject returns the year of data and the code of the indicator a link is
// to; false when it is to a record.
func IndicatorOfSubject(subject string) (year int, code string, ok bool) {
	rest, ok := strings.CutPrefix(subject, indicatorSubject)
	digits, code, cut := strings.Cut(rest, "/")
	year, err := strconv.Atoi(digits)
	return year, code, ok && cut && err == nil
}

func documentLinkTitle(lang Lang) func(Record, Titles) string {
	return func(r Record, titles Titles) string {
		l := r.(*DocumentLink)
		if year, code, ok := IndicatorOfSubject(l.Subject); ok {
			return joinKnown(" → ", titles("document", l.Document), code+", "+YearPeriod(year).In(lang))
		}
		p, _ := ParsePlace(l.Subject)
		return joinKnown(" → ", titles("document", l.Document), titles(p.Type, p.ID))
	}
}
