package app

import "strings"

// DocumentLink says that a document proves a record or an indicator.
type DocumentLink struct {
	Head
	Document int64
	Subject  string // a Place, or SubjectOfIndicator; see there
}

// Type describes DocumentLink.
func (*DocumentLink) Type() *Type { return documentLinkType }

var documentLinkType = &Type{
	Key:     "document_link",
	One:     L("Что подтверждает документ", "What a document proves"),
	Many:    L("Что подтверждают документы", "What documents prove"),
	Section: SectionRating,
	Aside:   true,
	New:     func() Record { return new(DocumentLink) },
	Title: func(r Record, titles Titles) string {
		l := r.(*DocumentLink)
		if code, ok := IndicatorOfSubject(l.Subject); ok {
			return titles("document", l.Document) + " → " + code
		}
		p, _ := ParsePlace(l.Subject)
		return titles("document", l.Document) + " → " + titles(p.Type, p.ID)
	},
	Unique: [][]string{{"document", "subject"}},
	Fields: []Field{
		ref("document", L("Документ", "Document"), "document", func(r *DocumentLink) *int64 { return &r.Document }).essential(),
		text("subject", L("Что подтверждает", "Proves"), func(r *DocumentLink) *string { return &r.Subject }).essential(),
	},
}

const indicatorSubject = "indicator/"

// SubjectOfIndicator returns the subject of a link to an indicator: «indicator/S2.1». That
// of a link to a record is Place{Type, ID}.String().
func SubjectOfIndicator(code string) string { return indicatorSubject + code }

// IndicatorOfSubject returns the code of the indicator a link is to; false when it is
// to a record.
func IndicatorOfSubject(subject string) (code string, ok bool) {
	return strings.CutPrefix(subject, indicatorSubject)
}
