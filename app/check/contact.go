package check

import (
	"strings"

	"technopark/app"
)

// Contact is whom to ask about a record.
type Contact struct {
	Company      string // the resident, or the park's company
	Name         string // of the person
	Phone, Email string // of that person
}

// String joins what is known of the contact but the company: «Ёлкин О. Ю., +7 …, a@b.ru».
func (c Contact) String() string {
	var known []string
	for _, part := range []string{c.Name, c.Phone, c.Email} {
		if part != "" {
			known = append(known, part)
		}
	}
	return strings.Join(known, ", ")
}

// contactOf returns the contact of the resident a record belongs to; of the park's own
// records, the performer named by its company, else the company's contact person.
func contactOf(b *app.Book, rec app.Record) Contact {
	if r := app.Find[app.Resident](b, residentKey, app.ResidentOf(rec)); r != nil {
		return Contact{b.TitleOf(residentKey, r.ID), r.Contact, r.Phone, r.Email}
	}
	c := b.Company
	if c == nil {
		return Contact{}
	}
	ask := Contact{b.TitleOf(c.Type().Key, c.ID), "", c.Phone, c.Email}
	for _, id := range []int64{c.Performer, c.Contact} {
		if p := app.Find[app.Person](b, "person", id); p != nil {
			ask.Name = p.FullName
			if p.Phone != "" || p.Email != "" {
				ask.Phone, ask.Email = p.Phone, p.Email
			}
			return ask
		}
	}
	return ask
}
