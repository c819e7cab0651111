package check

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/formula"
	"technopark/assets"
)

const goodRules = `id = "x"
title = "Проверка"
version = "1"
year = 2021

[sum.made]
title = "Создано"
of = "job"
by = "resident"
value = "count"

[[rule]]
id = "FIRST"
level = "error"
of = "resident_report"
field = "export"
holds = "export <= revenue"
message = "{left} больше {right}"
remedy = "исправьте"
`

func TestLoadRefuses(t *testing.T) {
	if _, err := Load("мои.toml", []byte(goodRules)); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ old, by, want string }{
		{`version = "1"`, `version = `, "мои.toml:3: файл TOML не разобран: "},
		{`version = "1"`, ``, "мои.toml:1: укажите id, title, version и year"},
		{`level = "error"`, `level = "fatal"`, "мои.toml:14: FIRST: level: error — ошибка, warning — предупреждение"},
		{`of = "resident_report"`, `of = "report"`, "мои.toml:15: FIRST: вид записей «report» не существует; есть: "},
		{`field = "export"`, `field = "exports"`, "мои.toml:16: FIRST: поле «exports» не найдено у записей «Отчёты резидентов» (resident_report); есть: "},
		{`export <= revenue`, `export <= income`, "мои.toml:17: FIRST: имя «income» не найдено у записей «Отчёты резидентов» (resident_report); есть: "},
		{`export <= revenue`, `export + revenue`, "мои.toml:17: FIRST: выражение «export + revenue» должно давать да или нет"},
		{`export <= revenue`, `export <= `, "мои.toml:17: FIRST: выражение не разобрано, позиция "},
		{`{left} больше`, `{more} больше`, "мои.toml:18: FIRST: в тексте имя {more}; бывают "},
		{`export <= revenue`, `export + headcount <= revenue`, "мои.toml:17: FIRST: позиция 8: складывать и вычитать можно одинаковые единицы, а «export» — тыс. руб. и «headcount» — чел."},
		{`export <= revenue`, `export + made <= revenue`, "мои.toml:17: FIRST: позиция 8: складывать и вычитать можно одинаковые единицы, а «export» — тыс. руб. и «made» — мест"},
		{`export <= revenue`, `resident.origin == 'parks'`, "мои.toml:17: FIRST: позиция 20: значения «parks» у этого поля нет; есть: "},
		{`export <= revenue`, `export <= '5'`, "мои.toml:17: FIRST: позиция 8: знак «<=» здесь не подходит: «export» — число, а «\"5\"» — текст"},
		{`export <= revenue`, strings.Repeat("1 + ", 2500) + `1 <= revenue`, "мои.toml:17: FIRST: выражение длиннее 2000 знаков"},
		{`holds = "export`, "digits = 99\nholds = \"export", "мои.toml:17: FIRST: digits: число знаков после запятой, от 0 до 9"},
		{`value = "count"`, "value = \"count\"\ndigits = -1", "мои.toml:11: sum.made: digits: число знаков после запятой, от 0 до 9"},
		{`year = 2021`, `year = 21`, "мои.toml:4: year — год рейтинга"},
		{`holds = "export <= revenue"`, `needs = "job"`, "мои.toml:17: FIRST: записи «Рабочие места» не сдаются за период"},
		{`holds = "export <= revenue"`, `overlap = ["rooms"]`, "мои.toml:17: FIRST: overlap — "},
		{`holds = "export <= revenue"`, ``, "мои.toml:13: FIRST: у правила должно быть ровно одно из: holds, unique, same, overlap, needs, quarters, proved, frozen"},
		{`remedy = "исправьте"`, `remedi = "исправьте"`, "мои.toml:19: rule.remedi: неизвестный параметр «remedi»"},
		{`value = "count"`, `value = "number"`, "мои.toml:10: sum.made: имя «number» не найдено"},
		{`by = "resident"`, `by = "year"`, "мои.toml:9: sum.made: by: сумма по каждому резиденту — resident, по всему технопарку — park"},
	} {
		_, err := Load("мои.toml", []byte(strings.Replace(goodRules, tt.old, tt.by, 1)))
		var refused *formula.ProfileError
		if !errors.As(err, &refused) || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: %v\nwant %s", tt.by, err, tt.want)
		}
	}
}

// Both companies of the ground hand in the same figures, so each is found.
func TestFindingHasBothSides(t *testing.T) {
	g := newGround(t)
	fill(t, g.report, "export=100000,25")
	found := Run(builtIn(t), g.book(), 2020, nil).Findings
	if len(found) != 2 || found[0].Left != app.L("100\u00a0000,25\u00a0тыс. руб.", "100,000.25\u00a0thousand RUB") ||
		found[0].Right.RU != "100\u00a0000,0\u00a0тыс. руб." || found[0].Difference.RU != "0,25\u00a0тыс. руб." {
		t.Errorf("%+v", found)
	}
}

func TestMissingValueStopsNoRule(t *testing.T) {
	g := newGround(t)
	fill(t, g.report, "revenue=;headcount=")
	for _, f := range Run(builtIn(t), g.book(), 2020, nil).Findings {
		if f.Rule != RuleRequired {
			t.Errorf("%s: %s", f.Rule, f.Message.RU)
		}
	}
}

// TestRulesRunOnEmptyRecords proves that no compiled rule fails on any record.
func TestRulesRunOnEmptyRecords(t *testing.T) {
	records := map[string][]app.Record{}
	for _, typ := range app.Types() {
		rec := typ.New()
		rec.Header().ID = 1
		if f, ok := typ.Field("resident"); ok && f.Kind == app.KindRef {
			f.Set(rec, app.NumberValue(1))
		}
		records[typ.Key] = []app.Record{rec}
	}
	p := builtIn(t)
	Run(p, app.NewBook(records["park"][0].(*app.Park), records), 2020, nil)
	for _, typ := range []string{"resident_report", "contract", "site_report", "company_report"} {
		if !slices.ContainsFunc(p.rules, func(r *rule) bool { return r.of.Key == typ }) {
			t.Errorf("no rule over %s", typ)
		}
	}
}

func TestRulesAreTheCallersOwn(t *testing.T) {
	first := assets.Rules()[0]
	first.TOML[0] ^= 1
	if again := assets.Rules()[0]; again.TOML[0] == first.TOML[0] {
		t.Error("changing what was returned changed the rules")
	}
}
