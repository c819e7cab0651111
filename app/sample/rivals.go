package sample

import "technopark/app"

// rival is a park that the sample one stands among.
type rival struct {
	name, region string
	strength     [subindices]int64 // of each sub-index, in per cent over the mean
	lost         int64             // of all strengths since the year before; below nought: won
}

const subindices = 5

// rivals are called after what is drawn and reckoned at school, so that nobody takes one for a
// park there is; nor are their regions to be found on a map. Every fifth of all forty is in one
// city, as in the national rating.
var rivals = []rival{
	{"«Абсцисса»", "Республика Белоозерье", [subindices]int64{6, -7, 5, 15, -23}, 0},
	{"«Апофема»", "Верхнеозёрская область", [subindices]int64{17, 15, 12, 17, 4}, 4},
	{"«Биссектриса»", "Заречная область", [subindices]int64{12, -6, -4, -17, -5}, 4},
	{"«Вычитаемое»", "Излучинская область", [subindices]int64{-18, -32, -23, -29, -23}, 4},
	{"«Гипотенуза»", "Дальнелесский край", [subindices]int64{10, 22, -7, -1, 3}, 1},
	{"«Додекаэдр»", "Старобережная область", [subindices]int64{-20, -28, -15, -18, -25}, -2},
	{"«Дробь»", "Старобережная область", [subindices]int64{-5, 22, 0, 6, 6}, -3},
	{"«Знаменатель»", "Полынская область", [subindices]int64{6, -3, -8, 9, -12}, 0},
	{"«Икосаэдр»", "Ключевой край", [subindices]int64{-5, 7, -9, 3, 7}, -5},
	{"«Касательная»", "г. Великоград", [subindices]int64{9, 19, -12, -21, -10}, -2},
	{"«Катет»", "Южноречная область", [subindices]int64{-19, -12, -22, -5, -11}, -3},
	{"«Косинус»", "Верхнеозёрская область", [subindices]int64{-19, -13, -14, 2, -1}, 0},
	{"«Котангенс»", "Излучинская область", [subindices]int64{15, 9, 4, 1, 1}, 0},
	{"«Лемма»", "Двуреченская область", [subindices]int64{-11, 1, 17, 12, 1}, 0},
	{"«Логарифм»", "Янтарнинская область", [subindices]int64{-5, 17, 2, -17, -9}, 2},
	{"«Медиатриса»", "Липоборская область", [subindices]int64{0, 2, 10, -22, -15}, 1},
	{"«Многочлен»", "Южноречная область", [subindices]int64{6, 20, -3, 2, 16}, 3},
	{"«Множимое»", "г. Великоград", [subindices]int64{3, 18, 5, 6, 19}, -2},
	{"«Неравенство»", "Каменнобродская область", [subindices]int64{-21, 7, 9, 16, -4}, 2},
	{"«Образцовый»", "Заречная область", [subindices]int64{25, 18, 22, 20, 19}, 3},
	{"«Окружность»", "г. Великоград", [subindices]int64{13, -2, 10, -12, 1}, 0},
	{"«Ордината»", "г. Великоград", [subindices]int64{-7, -26, -29, 1, -30}, -1},
	{"«Параллелепипед»", "Республика Синегорье", [subindices]int64{-6, 1, -14, 2, -18}, 0},
	{"«Параллелограмм»", "г. Великоград", [subindices]int64{12, -21, -7, 1, 3}, 2},
	{"«Перпендикуляр»", "Приозёрный край", [subindices]int64{16, 5, 0, 46, -2}, 0},
	{"«Секущая»", "Светлоручейская область", [subindices]int64{-13, 5, -3, -15, -1}, 4},
	{"«Слагаемое»", "Примерская область", [subindices]int64{-9, -23, -3, -5, 8}, -5},
	{"«Тангенс»", "Соснинская область", [subindices]int64{-13, -9, 15, 0, 15}, 0},
	{"«Теорема»", "Ключевой край", [subindices]int64{-21, -31, -23, -27, -39}, 3},
	{"«Тетраэдр»", "Дальнелесский край", [subindices]int64{-9, -28, 5, -9, -14}, 4},
	{"«Тождество»", "г. Великоград", [subindices]int64{12, 10, 4, -3, 18}, -2},
	{"«Транспортир»", "Республика Синегорье", [subindices]int64{46, -3, 0, -9, 7}, -1},
	{"«Трапеция»", "Таволжская область", [subindices]int64{4, 10, 0, -8, 6}, 3},
	{"«Уравнение»", "Кленовская область", [subindices]int64{12, -7, -7, 1, 17}, -5},
	{"«Хорда»", "г. Великоград", [subindices]int64{-8, -9, 5, 25, 11}, -5},
	{"«Циркуль»", "г. Великоград", [subindices]int64{2, 13, 8, -2, 48}, -2},
	{"«Чертёж»", "Приозёрный край", [subindices]int64{2, -2, -7, -15, -21}, 1},
	{"«Числитель»", "Раздольненский край", [subindices]int64{-6, 1, -4, -16, 5}, 1},
	{"«Эллипсоид»", "Кленовская область", [subindices]int64{-28, -26, -8, -23, -30}, 0},
}

// of returns the figure of a park in a year. It is where the park's strength puts it about the
// mean, with a part that is the park's own and stays, and a lesser one of the year.
func (m measure) of(r rival, year int) app.Figure {
	own, yearly := diceFor("rival "+r.name+" "+m.code, 0), diceFor("rival "+r.name+" "+m.code, year)
	strength := r.strength[m.code[1]-'1']
	if year < lastYear {
		strength += r.lost
	}
	tenths := strength*10 + own.between(-180, 180) + yearly.between(-30, 30)
	mean := m.means[year-firstYear]
	figure := max(mean+mean*tenths*m.reach/100_000, mean*yearly.in(least)/1000)
	if m.most > 0 {
		figure = min(figure, m.most)
	}
	if m.items > 0 {
		figure = rounded(figure*m.items, m.most) / m.items
	}
	return app.Figure(rounded(figure, m.step))
}

// least is the part of the mean, in thousandths, that no figure is less than.
var least = span{180, 300}

// rounded returns a figure to the nearest step.
func rounded(figure, step int64) int64 { return (figure + step/2) / step * step }
