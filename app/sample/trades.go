package sample

// tradeFigures is what is plausible for a company of a field of work, by person
// and year in thousands of roubles, by person in m², or in per cent.
//
// We fitted the ranges to what is published: 2019 averages of all parks imply
// 2.7 million roubles of revenue a head; the rating of 2016 printed R&D costs of
// 73 thousand a head for a park in the middle.
type tradeFigures struct {
	revenue, research, capital     span // thousand roubles a head
	pay                            span // thousand roubles a month
	export, innovative, researches span // per cent of revenue, revenue, people
	desk, floor                    span // m² a head
	rooms                          []string
}

func tradeOf(t trade) tradeFigures {
	office, lab := []string{"office"}, []string{"laboratory", "office"}
	making := tradeFigures{
		revenue: span{2300, 3600}, research: span{90, 260}, capital: span{120, 420}, pay: span{58, 92},
		export: span{0, 14}, innovative: span{45, 85}, researches: span{12, 34},
		desk: span{7, 11}, floor: span{12, 22}, rooms: office,
	}
	science := tradeFigures{
		revenue: span{1700, 2900}, research: span{210, 460}, capital: span{140, 380}, pay: span{66, 104},
		export: span{0, 10}, innovative: span{50, 88}, researches: span{35, 62},
		desk: span{13, 20}, rooms: lab,
	}
	switch t {
	case photovoltaics, energy:
		making.revenue, making.capital = span{3000, 4700}, span{180, 560}
		return making
	case flexible:
		science.floor = span{9, 16}
		return science
	case genetics, medicine:
		return science
	case software:
		return tradeFigures{
			revenue: span{2400, 3900}, research: span{50, 210}, capital: span{20, 90}, pay: span{88, 152},
			export: span{0, 18}, innovative: span{40, 80}, researches: span{8, 30},
			desk: span{6, 9}, rooms: office,
		}
	case instruments:
		making.rooms, making.floor = lab, span{6, 12}
		return making
	case engineering, otherWork:
		return tradeFigures{
			revenue: span{1500, 2600}, research: span{0, 60}, capital: span{10, 80}, pay: span{48, 84},
			innovative: span{10, 35}, researches: span{2, 10}, desk: span{7, 10}, rooms: office,
		}
	}
	return making
}
