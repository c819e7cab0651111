package app

import "slices"

// Person is someone who signs or answers for the company's papers.
type Person struct {
	Head
	FullName  string // surname, name and patronymic
	Position  string // in the company
	Role      string // in the papers, code of an option
	Authority string // on the strength of which they sign
	Phone     string // to ask
	Email     string // to ask
}

// Type describes Person.
func (*Person) Type() *Type { return personType }

var personType = &Type{
	Key:      "person",
	One:      L("Подписант", "Signatory"),
	Many:     L("Подписанты", "Signatories"),
	Section:  SectionDictionaries,
	Turn:     standing("подписант остаётся, пока назван в карточке управляющей компании", "a signatory stays while the card of the company names them"),
	With:     "company",
	Scope:    ScopeFile,
	Concerns: answersForCompany,
	New:      func() Record { return new(Person) },
	Title:    func(r Record, _ Titles) string { return r.(*Person).FullName },
	Fields: []Field{
		text("full_name", L("Фамилия, имя, отчество", "Full name"), func(r *Person) *string { return &r.FullName }).telling().essential().width(36),
		text("position", L("Должность", "Position"), func(r *Person) *string { return &r.Position }).required().width(30),
		choice("role", L("Роль", "Role"), []Option{
			{"head", L("руководитель", "head")},
			{"accountant", L("главный бухгалтер", "chief accountant")},
			{"performer", L("исполнитель", "prepares the papers")},
			{"contact", L("контактное лицо", "contact person")},
		}, func(r *Person) *string { return &r.Role }).required(),
		text("authority", L("Действует на основании", "Acts on the basis of"), func(r *Person) *string { return &r.Authority }).width(30).
			hint("устав или доверенность № и дата", "charter, or power of attorney No and date"),
		contact("phone", L("Телефон", "Phone"), SchemePhone, func(r *Person) *string { return &r.Phone }).own(),
		contact("email", L("Электронная почта", "E-mail"), SchemeEmail, func(r *Person) *string { return &r.Email }).own(),
	},
}

// answersForCompany reports whether the person is named on the card of the park's company.
func answersForCompany(b *Book, rec Record) bool {
	c := b.Company
	return c != nil && slices.Contains([]int64{c.HeadPerson, c.Accountant, c.Performer, c.Contact}, rec.Header().ID)
}
