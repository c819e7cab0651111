package app

// Kinds and outcomes of contracts.
const (
	ContractResidency = "residency"
	ContractLease     = "lease"
	ContractService   = "service"

	OutcomeGraduated = "graduated"
)

// Contract is an agreement with a resident. Its state is derived from its dates.
type Contract struct {
	Head
	Resident int64          // id of the other side
	Number   string         // as on the paper
	Signed   Date           // day of signing
	Kind     string         // ContractResidency, ContractLease or ContractService
	Rooms    []int64        // ids of what is let
	Area     Cell[Quantity] // thousandths of a square metre
	From, To Date           // To is the last day in force, early termination included; none: open-ended
	Outcome  string         // how it ended, code of an option; empty while it has not
	Rate     Cell[Money]    // kopecks for a square metre a month
	State    string         // derived
}

// InForce reports whether the contract is in force on the day.
func (c *Contract) InForce(day Date) bool {
	return !c.From.Zero() && !c.From.After(day) && (c.To.Zero() || !c.To.Before(day))
}

// DaysIn returns the number of days of the period on which the contract is in force.
func (c *Contract) DaysIn(p Period) int {
	if c.From.Zero() {
		return 0
	}
	first, last := p.First(), p.Last()
	if c.From.After(first) {
		first = c.From
	}
	if !c.To.Zero() && c.To.Before(last) {
		last = c.To
	}
	return max(0, last.Days()-first.Days()+1)
}

// Type describes Contract.
func (*Contract) Type() *Type { return contractType }

var contractType = &Type{
	Key:     "contract",
	One:     L("Договор", "Contract"),
	Many:    L("Договоры", "Contracts"),
	Section: SectionResidents,
	Turn:    standing("договор действует, пока не вышел его срок", "a contract is in force until its term ends").between("valid_from", "valid_to").apart("kind"),
	Stands:  contractStands,
	New:     func() Record { return new(Contract) },
	Title:   contractTitle(RU),
	TitleEN: contractTitle(EN),
	Owner:   "resident",
	Alike:   [][]string{{"resident", "kind", "number"}},
	Reads:   touchesYear,
	Derive:  deriveContractState,
	Check:   checkContract,
	Fields: join(
		section(L("Договор", "Contract"),
			ref("resident", L("Резидент", "Resident"), "resident", func(r *Contract) *int64 { return &r.Resident }).essential().width(30),
			text("number", L("Номер", "Number"), func(r *Contract) *string { return &r.Number }).required().width(12).own(),
			date("signed", L("Подписан", "Signed"), func(r *Contract) *Date { return &r.Signed }).required(),
			choice("kind", L("Вид", "Kind"), []Option{
				{ContractResidency, L("соглашение о резидентстве", "residency agreement")},
				{ContractLease, L("аренда", "lease")},
				{ContractService, L("оказание услуг", "services")},
			}, func(r *Contract) *string { return &r.Kind }).required().width(22),
		),
		section(L("Срок", "Term"),
			date("valid_from", L("Действует с", "In force from"), func(r *Contract) *Date { return &r.From }).required(),
			date("valid_to", L("Действует по", "In force to"), func(r *Contract) *Date { return &r.To }).
				hint("последний день действия; при досрочном прекращении — его дата; пусто — бессрочно", "last day in force; empty when open-ended"),
			choice("outcome", L("Чем завершён", "Outcome"), []Option{
				{"expired", L("истёк срок", "expired")},
				{OutcomeGraduated, L("выпуск резидента", "graduated")},
				{"terminated", L("расторгнут", "terminated")},
			}, func(r *Contract) *string { return &r.Outcome }).hidden().own(),
			derived("state", L("Состояние", "State"), KindChoice, contractStates(), func(r *Contract) Value { return TextValue(r.State) }),
		),
		section(L("Предмет", "Subject"),
			refs("rooms", L("Помещения", "Rooms"), "room", func(r *Contract) *[]int64 { return &r.Rooms }),
			quantity("area", L("Площадь", "Area"), squareMetres, func(r *Contract) *Cell[Quantity] { return &r.Area }).summed().offered(areaOfRooms).
				hint("для договора аренды", "for a lease"),
			roubles("rate", L("Ставка", "Rate"), L("руб./м² в мес.", "RUB/m² a month"), func(r *Contract) *Cell[Money] { return &r.Rate }).hidden().
				times(L("плата в месяц", "rent a month"), "area", L("руб.", "RUB")),
		),
	),
}

func contractStates() []Option {
	return []Option{
		{"future", L("не начался", "not begun")},
		{"active", L("действует", "in force")},
		{"over", L("завершён", "over")},
		{"undated", L("нет даты начала", "no first day")},
	}
}

func deriveContractState(recs []Record, _ func(string) []Record, day Date) {
	for _, rec := range recs {
		c := rec.(*Contract)
		switch {
		case c.From.Zero():
			c.State = "undated"
		case c.From.After(day):
			c.State = "future"
		case c.InForce(day):
			c.State = "active"
		default:
			c.State = "over"
		}
	}
}

func checkContract(rec Record) FieldErrors {
	c := rec.(*Contract)
	if !c.To.Zero() && !c.From.Zero() && c.To.Before(c.From) {
		return FieldErrors{{"valid_to", L("последний день "+c.To.String()+" раньше первого "+c.From.String()+"; проверьте обе даты",
			"the last day is before the first; check both dates")}}
	}
	return nil
}

func contractTitle(lang Lang) func(Record, Titles) string {
	return func(r Record, titles Titles) string {
		c := r.(*Contract)
		return titled(L("№", "No.").In(lang)+NBSP+shortOr(c.Number, L("б/н", "none").In(lang)), titles("resident", c.Resident))
	}
}

// touchesYear: a contract that was over before the year or begins after it enters no figure
// of it. One whose dates are in the wrong order is read, so that somebody is told.
func touchesYear(_ *Book, rec Record, year Period) bool {
	c := rec.(*Contract)
	over := !c.To.Zero() && c.To.Before(year.First()) && !c.To.Before(c.From)
	return !over && !c.From.After(year.Last())
}

// contractStands: a contract without a first day is not in force.
func contractStands(_ *Book, rec Record, day Date) Standing {
	s := standsBetween(rec, day)
	s.Is = rec.(*Contract).InForce(day)
	return s
}
