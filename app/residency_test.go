package app

import "testing"

func agreement(from, to Date, outcome string) *Contract {
	return &Contract{Resident: 1, Kind: ContractResidency, From: from, To: to, Outcome: outcome}
}

func TestResidencyOf(t *testing.T) {
	day := Date{2020, 12, 31}
	tests := []struct {
		name      string
		contracts []*Contract
		want      Residency
	}{
		{"nothing signed", nil, Residency{Status: StatusCandidate}},
		{
			"a lease makes no resident",
			[]*Contract{{Kind: ContractLease, From: Date{2019, 1, 1}}},
			Residency{Status: StatusCandidate},
		},
		{
			"begins tomorrow",
			[]*Contract{agreement(Date{2021, 1, 1}, Date{}, "")},
			Residency{Status: StatusCandidate, Admitted: Date{2021, 1, 1}},
		},
		{
			"last day counts",
			[]*Contract{agreement(Date{2018, 2, 1}, day, "")},
			Residency{Status: StatusResident, Admitted: Date{2018, 2, 1}},
		},
		{
			"renewed",
			[]*Contract{agreement(Date{2019, 2, 1}, Date{}, ""), agreement(Date{2017, 2, 1}, Date{2019, 1, 31}, "expired")},
			Residency{Status: StatusResident, Admitted: Date{2017, 2, 1}},
		},
		{
			"graduated",
			[]*Contract{agreement(Date{2017, 2, 1}, Date{2019, 1, 31}, OutcomeGraduated)},
			Residency{Status: StatusGraduate, Admitted: Date{2017, 2, 1}, Left: Date{2019, 1, 31}},
		},
		{
			"left, whatever the order of contracts",
			[]*Contract{agreement(Date{2018, 2, 1}, Date{2019, 6, 30}, "terminated"), agreement(Date{2017, 2, 1}, Date{2018, 1, 31}, OutcomeGraduated)},
			Residency{Status: StatusTerminated, Admitted: Date{2017, 2, 1}, Left: Date{2019, 6, 30}},
		},
	}
	for _, tt := range tests {
		if got := ResidencyOf(tt.contracts, day); got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
}

func TestDaysIn(t *testing.T) {
	year := YearPeriod(2020)
	tests := []struct {
		from, to Date
		want     int
	}{
		{Date{2019, 1, 1}, Date{}, 366},
		{Date{2020, 12, 31}, Date{}, 1},
		{Date{2020, 1, 1}, Date{2020, 1, 31}, 31},
		{Date{2021, 1, 1}, Date{}, 0},
		{Date{2018, 1, 1}, Date{2019, 12, 31}, 0},
		{Date{}, Date{}, 0},
	}
	for _, tt := range tests {
		if got := agreement(tt.from, tt.to, "").DaysIn(year); got != tt.want {
			t.Errorf("%v–%v: %d days, want %d", tt.from, tt.to, got, tt.want)
		}
	}
}

func TestBookKnowsWhoIsActive(t *testing.T) {
	b := NewBook(&Park{Head: Head{ID: 1}}, map[string][]Record{
		"resident": {&Resident{Head: Head{ID: 2}}, &Resident{Head: Head{ID: 1}, Name: "А"}},
		"contract": {agreement(Date{2020, 12, 31}, Date{}, "")},
	})
	if got := b.ActiveResidents(YearPeriod(2020)); len(got) != 1 || got[0].ID != 1 {
		t.Errorf("active in 2020: %v", got)
	}
	if b.Active(1, YearPeriod(2019)) {
		t.Error("not active in 2019")
	}
	if b.TitleOf("resident", 1) != "А" || b.TitleOf("resident", 9) != "" || b.Company != nil {
		t.Error("titles and company")
	}
}

func TestLastAgreementIsTheOneThatEndsLast(t *testing.T) {
	day := Date{2021, 1, 1}
	first, open := agreement(Date{2016, 1, 1}, Date{2018, 12, 31}, ""), agreement(Date{2019, 1, 1}, Date{}, "")
	later := agreement(Date{2021, 2, 1}, Date{2030, 1, 1}, "")
	lease := &Contract{Resident: 1, Kind: ContractLease, From: Date{2016, 1, 1}}
	for _, all := range [][]*Contract{{first, open, later, lease}, {lease, later, open, first}} {
		if got := LastAgreement(all, day); got != open {
			t.Errorf("the last is that from %s", got.From)
		}
	}
	if got := LastAgreement([]*Contract{first, lease}, day); got != first {
		t.Error("one that is over is none")
	}
	if LastAgreement([]*Contract{later, lease}, day) != nil {
		t.Error("an agreement that has not begun is the last")
	}
}
