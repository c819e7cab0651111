package app

// ParkStatus is a register the park is entered in or a status it holds.
type ParkStatus struct {
	Head
	Name, Number string // of the register or the status, and in it
	Date         Date   // since when
}

// Type describes ParkStatus.
func (*ParkStatus) Type() *Type { return parkStatusType }

var parkStatusType = &Type{
	Key:     "park_status",
	One:     L("Реестр или статус", "Register or status"),
	Many:    L("Реестры и статусы", "Registers and statuses"),
	Section: SectionPark,
	Turn:    standing("статус держится, пока запись не удалена", "a status is held while the record is there").between("date", ""),
	With:    "park",
	New:     func() Record { return new(ParkStatus) },
	Title:   func(r Record, _ Titles) string { return r.(*ParkStatus).Name },
	Fields: []Field{
		text("name", L("Реестр или статус", "Register or status"), func(r *ParkStatus) *string { return &r.Name }).own().essential().width(50),
		text("number", L("Номер", "Number"), func(r *ParkStatus) *string { return &r.Number }).own(),
		date("date", L("Дата", "Date"), func(r *ParkStatus) *Date { return &r.Date }),
	},
}
