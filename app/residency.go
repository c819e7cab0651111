package app

// Statuses of a resident.
const (
	StatusCandidate  = "candidate"  // no residency agreement in force yet
	StatusResident   = "resident"   // an agreement is in force
	StatusGraduate   = "graduate"   // left as a graduate
	StatusTerminated = "terminated" // left otherwise
)

func statusOptions() []Option {
	return []Option{
		{StatusCandidate, L("кандидат", "candidate")},
		{StatusResident, L("резидент", "resident")},
		{StatusGraduate, L("выпускник", "graduate")},
		{StatusTerminated, L("выбыл", "left")},
	}
}

// Residency is what the residency agreements of a company say on some day.
type Residency struct {
	Status   string // code of an option
	Admitted Date   // first day of the first agreement
	Left     Date   // last day of the last agreement, once it has passed
}

// In says the standing in words: «резидент с 18.04.2018», «выпускник: резидент с 18.04.2018
// по 31.05.2021».
func (r Residency) In(lang Lang) string {
	status := optionLabel(statusOptions(), r.Status, lang)
	since := L("с ", "since ").In(lang) + r.Admitted.String()
	switch {
	case r.Status == StatusResident:
		return status + " " + since
	case r.Left.Zero() && r.Admitted.Zero():
		return status
	case r.Left.Zero():
		return status + ", " + since
	}
	return status + L(": резидент ", ": resident ").In(lang) + since + L(" по ", " to ").In(lang) + r.Left.String()
}

// ResidencyOf derives a company's standing on the given day from its contracts;
// contracts that are not residency agreements or have no first day are passed over.
func ResidencyOf(contracts []*Contract, day Date) Residency {
	res := Residency{Status: StatusCandidate}
	for _, c := range contracts {
		if c.Kind != ContractResidency || c.From.Zero() {
			continue
		}
		if res.Admitted.Zero() || c.From.Before(res.Admitted) {
			res.Admitted = c.From
		}
		if c.InForce(day) {
			res.Status = StatusResident
		}
	}
	last := LastAgreement(contracts, day)
	if res.Status == StatusCandidate && last != nil {
		res.Left, res.Status = last.To, StatusTerminated
		if last.Outcome == OutcomeGraduated {
			res.Status = StatusGraduate
		}
	}
	return res
}

// LastAgreement returns the residency agreement that had begun by the day and ends last of all,
// one without an end after any other; of a company that has left, the one with which it did. Nil
// when none had begun.
func LastAgreement(contracts []*Contract, day Date) *Contract {
	var last *Contract
	for _, c := range contracts {
		begun := c.Kind == ContractResidency && !c.From.Zero() && !c.From.After(day)
		if begun && (last == nil || !last.To.Zero() && (c.To.Zero() || last.To.Before(c.To))) {
			last = c
		}
	}
	return last
}

func deriveResidency(recs []Record, related func(string) []Record, day Date) {
	byResident := map[int64][]*Contract{}
	for _, rec := range related("contract") {
		c := rec.(*Contract)
		byResident[c.Resident] = append(byResident[c.Resident], c)
	}
	for _, rec := range recs {
		r := rec.(*Resident)
		r.Residency = ResidencyOf(byResident[r.ID], day)
	}
}
