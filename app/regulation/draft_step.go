package regulation

import (
	"technopark/app"
	"technopark/app/composite"
	"technopark/app/formula"
)

// ways are the ways to add up, each with what it means.
func ways() []app.Option {
	return []app.Option{
		{Code: string(composite.Arithmetic), Label: app.L("среднее арифметическое: одно восполняет другое", "arithmetic mean: one makes up for another")},
		{Code: string(composite.Geometric), Label: app.L("среднее геометрическое: провал не восполнить", "geometric mean: a failure is not made up for")},
		{Code: string(composite.Harmonic), Label: app.L("среднее гармоническое: провал тянет вниз ещё сильнее", "harmonic mean: a failure pulls down even more")},
		{Code: string(composite.Copeland), Label: app.L("Коупленд: скольких других парк превосходит", "Copeland: how many others a park outdoes")},
	}
}

// scales are the ways to make scores comparable, each with what it means.
func scales() []app.Option {
	return []app.Option{
		{Code: string(composite.MinMax), Label: app.L("от худшего до лучшего (minmax)", "from the worst to the best (minmax)")},
		{Code: string(composite.ZScore), Label: app.L("в отклонениях от среднего (zscore)", "in deviations from the mean (zscore)")},
		{Code: string(composite.RatioMean), Label: app.L("отношение к среднему (ratio_mean)", "ratio to the mean (ratio_mean)")},
		{Code: string(composite.Ranks), Label: app.L("место с конца (rank)", "rank from the end (rank)")},
		{Code: string(composite.Percentile), Label: app.L("доля тех, кто хуже (percentile)", "share of those below (percentile)")},
		{Code: string(composite.Borda), Label: app.L("число тех, кто хуже (borda)", "number of those below (borda)")},
		{Code: string(composite.Best), Label: app.L("расстояние до лучшего (best)", "distance to the best (best)")},
		{Code: string(composite.Target), Label: app.L("расстояние до цели (target)", "distance to a target (target)")},
		{Code: string(composite.Reference), Label: app.L("расстояние до названного парка (reference)", "distance to a park (reference)")},
		{Code: string(composite.Goalposts), Label: app.L("между двумя столбами (goalposts)", "between two goalposts (goalposts)")},
		{Code: string(composite.AsIs), Label: app.L("как есть (none)", "as it is (none)")},
	}
}

func indexSettings() []setting {
	var all []setting
	all = append(all, plain(oneOf("percent_of_mean", app.L("Индекс в процентах среднего", "The index in percent of the mean"), yesNo()...), inTable("rating"), "percent_of_mean", yesForm))
	all = append(all, under(app.L("Отсев: о ком известно слишком мало", "Screening: of whom too little is known"),
		step(hinted(line("screen_least", app.L("Наименьшая доля известных показателей", "Least share of known indicators")), "0,8; пусто — оцениваются все", "0.8; empty: all are scored"), "rating.screen", "least", numberForm))...)
	all = append(all, under(app.L("Пропуски", "What is missing"),
		step(hinted(oneOf("impute_by", app.L("Чем восполняются", "Filled with"),
			app.Option{Code: string(composite.FillMean), Label: app.L("средним", "the mean")}, app.Option{Code: string(composite.FillMedian), Label: app.L("медианой", "the median")},
			app.Option{Code: string(composite.FillGroupMean), Label: app.L("средним по группе", "the mean of the group")}, app.Option{Code: string(composite.FillGroupMedian), Label: app.L("медианой по группе", "the median of the group")}),
			"пусто — остаются пропусками", "empty: they stay missing"), "rating.impute", "by", textForm),
		plain(line("impute_group", app.L("Столбец групп", "Column of the groups")), inTable("rating.impute"), "group", textForm))...)
	all = append(all, under(app.L("Выбросы", "Outliers"), outlierSettings()...)...)
	all = append(all, under(app.L("Нормировка: чтобы показатели можно было сложить", "Normalisation: so that indicators can be added up"), scaleSettings()...)...)
	in := inTable("rating.aggregate")
	return append(all, under(app.L("Сложение", "Adding up"),
		step(oneOf("aggregate_by", app.L("Способ", "Way"), ways()...), "rating.aggregate", "by", textForm),
		plain(hinted(line("aggregate_least", app.L("Наименьшая доля слагаемых с оценкой", "Least share of what is added up that has a score")), "от 0 до 1; меньше — оценки нет", "from 0 to 1; below it there is no score"), in, "least", numberForm))...)
}

func outlierSettings() []setting {
	const table = "rating.outliers"
	in := inTable(table)
	there := setting{
		field: hinted(oneOf("outliers", app.L("Подтягиваются", "Are treated"), yesNo()...), "пороги COINr: 2 и 3,5, до пяти точек, потом логарифм", "thresholds of COINr: 2 and 3.5, up to five points, then the logarithm"), key: "outliers",
		read: func(tree map[string]any, _ Part) any {
			return at(tree, formula.Spot{Table: "rating", Nth: formula.Single, Key: "outliers"}) != nil
		},
		write: func(w *writer, p Part, value string) error {
			if value != yes {
				return w.drop(table, formula.Single)
			}
			for _, usual := range []struct{ key, literal string }{{"skewness", "2"}, {"kurtosis", "3.5"}, {"winsorise", "5"}, {"log", "true"}} {
				if err := in.put(w, p, usual.key, usual.literal); err != nil {
					return err
				}
			}
			return nil
		},
	}
	return []setting{
		there, plain(line("skewness", app.L("Порог асимметрии", "Threshold of skewness")), in, "skewness", numberForm), plain(line("kurtosis", app.L("Порог эксцесса", "Threshold of kurtosis")), in, "kurtosis", numberForm),
		plain(line("winsorise", app.L("Точек самое большее", "Points at most")), in, "winsorise", wholeForm),
		plain(oneOf("outliers_log", app.L("Потом логарифм", "Then the logarithm"), yesNo()...), in, "log", yesForm),
	}
}

func scaleSettings() []setting {
	const table = "rating.normalise"
	in := inTable(table)
	return []setting{
		step(hinted(oneOf("normalise_by", app.L("Способ", "Way"), scales()...), "пусто — от худшего до лучшего, 0–100", "empty: from the worst to the best, 0–100"), table, "by", textForm),
		ofPair(hinted(line("range_low", app.L("Оценка худшего", "Score of the worst")), "только minmax", "minmax only"), in, "range", 0),
		ofPair(line("range_high", app.L("Оценка лучшего", "Score of the best")), in, "range", 1),
		plain(hinted(line("z_mean", app.L("Среднее оценок", "Mean of the scores")), "только zscore", "zscore only"), in, "mean", numberForm),
		plain(line("z_deviation", app.L("Отклонение оценок", "Deviation of the scores")), in, "deviation", numberForm),
	}
}

// step is a setting without which the whole table of its step goes: nothing else of the step has
// a meaning then.
func step(field app.Field, name, key string, as form) setting {
	s := plain(field, inTable(name), key, as)
	write := s.write
	s.write = func(w *writer, p Part, value string) error {
		if value == "" {
			return w.drop(name, formula.Single)
		}
		return write(w, p, value)
	}
	return s
}

func groupSettings() []setting {
	const name = "rating.group"
	in := inTables(name)
	return []setting{
		plain(line("name", app.L("Группа", "Group")), in, "name", textForm),
		plain(line("title", app.L("Название", "Title")), in, "title", textForm),
		plain(line("title_en", english(app.L("Название", "Title"))), in, "title_en", textForm),
		plain(hinted(line("above", app.L("Индекс выше", "Index above")), "само число не входит", "the number itself is out"), in, "above", numberForm),
		plain(hinted(line("from", app.L("Или от", "Or from")), "само число входит; без границы — все остальные", "the number itself is in; without a bound: all the rest"), in, "from", numberForm),
	}
}
