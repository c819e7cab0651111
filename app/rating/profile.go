package rating

import (
	"math/big"
	"slices"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/formula"
)

// Profile is a methodology: which indicators there are and how each is computed.
// It is read by Load, which refuses a profile it cannot compute, and it does not
// change afterwards.
type Profile struct {
	ID       string     // names the method in papers and in the journal
	Title    app.Text   // for people
	Version  string     // of this text of the method
	Year     int        // of the rating the method belongs to
	Official bool       // published by those who make the rating
	Source   Source     // that says so; of an official one
	Notice   app.Text   // printed wherever the profile shows; says what an unofficial one is
	Weights  string     // «equal»: inside a sub-index and between them
	Notes    []app.Text // how the method is read where no public source says

	Composite *composite.Index // how the index is made of the indicators; nil when the profile does not say

	threshold  *big.Rat // share of completeness below which there is no value
	subindices []subindexDef
	terms      map[string]*termDef
	derives    []*app.Type // types whose derived fields are read
	named      []named     // entries of dictionaries that are asked for by name
}

// Source is the paper by which a method is official.
type Source struct {
	Title  string   // «Приказ АКИТ РФ»
	Number string   // may be empty
	Date   app.Date // of the paper; may be none
}

// Words names the source: «Приказ АКИТ РФ № 12 от 01.03.2021».
func (s Source) Words() app.Text {
	said := app.L(s.Title, s.Title)
	if s.Number != "" {
		said = app.L(said.RU+" №"+app.NBSP+s.Number, said.EN+" No."+app.NBSP+s.Number)
	}
	if !s.Date.Zero() {
		said = app.L(said.RU+" от "+s.Date.String(), said.EN+" of "+s.Date.String())
	}
	return said
}

// Standing says of an unofficial method that it is none, and of an official one by which source
// it is; it stands wherever the method is named. It is empty when a method that calls itself
// official names no source.
func (p *Profile) Standing() app.Text {
	if !p.Official {
		return p.Notice
	}
	if p.Source.Title == "" {
		return app.Text{}
	}
	by := p.Source.Words()
	return app.L("Официальная методика: "+by.RU, "The official methodology: "+by.EN)
}

// Threshold returns the completeness in percent below which an indicator is not calculated.
func (p *Profile) Threshold(lang app.Lang) string {
	return formula.WriteExact(new(big.Rat).Mul(p.threshold, hundred()), 0, lang)
}

// Codes returns the codes of all indicators in the order of the method.
func (p *Profile) Codes() []string {
	var codes []string
	for _, sub := range p.subindices {
		for _, ind := range sub.indicators {
			codes = append(codes, ind.head.Code)
		}
	}
	return codes
}

// Indicators returns the indicators of the method in its order, none of them computed.
func (p *Profile) Indicators() []Indicator {
	var heads []Indicator
	for _, s := range p.subindices {
		for _, d := range s.indicators {
			heads = append(heads, d.head)
		}
	}
	return heads
}

// Reads returns the fields that an indicator is computed from, by the key of their type and
// their own: «resident_report.revenue».
func (p *Profile) Reads(code string) map[string]bool {
	read := map[string]bool{}
	for _, s := range p.subindices {
		for _, d := range s.indicators {
			if d.head.Code != code {
				continue
			}
			for _, t := range d.terms {
				t.note(read)
			}
		}
	}
	return read
}

type subindexDef struct {
	code       string
	name       app.Text
	indicators []*indicatorDef
}

// indicatorDef is one indicator as the profile says it.
type indicatorDef struct {
	head    Indicator // what does not depend on records
	formula *sumFormula
	terms   []*termDef // in the order of the formula
	over    population
	list    *checkList       // when one of the terms is a check-list
	items   map[string]*path // where the records of each term name their item
}

// population says over which units completeness is counted.
type population uint8

const (
	overResidents population = iota // active in the year
	overBothYears                   // active in the year and in the one before
	overEveryYear                   // pairs of a resident and a year up to this one
	overRecords                     // records of residents active in the year, each for itself
	overList                        // items of a check-list
	overOwn                         // cells of the park's own records
)

var populations = map[string]population{"year": overResidents, "both_years": overBothYears, "every_year": overEveryYear, "each_record": overRecords}

// span says which records of a type a term takes.
type span uint8

const (
	spanYear     span = iota // of the year
	spanPrevious             // of the year before
	spanToDate               // up to the end of the year
)

var spans = map[string]span{"year": spanYear, "previous": spanPrevious, "to_date": spanToDate}

// termDef is one sum as the profile says it.
type termDef struct {
	name        string
	title, unit app.Text
	digits      int
	of          *app.Type
	span        span
	where       *expression // nil: all records
	value       *expression // nil: one for each record
	base        bool        // «не применимо» takes the resident out altogether
	list        *checkList  // the term counts the items of a list instead of records
	report      bool        // one record of the type is due for the year
	ofResidents bool
}

// checkList is the options of a field taken as a list to be answered.
type checkList struct {
	of      *app.Type
	field   app.Field
	settled *expression // an item is answered when this holds, whatever else is given
}

// note adds the fields that a term reads, those of the records it refers to among them.
func (t *termDef) note(read map[string]bool) {
	for _, e := range t.expressions() {
		for _, p := range e.paths {
			read[p.owner.Key+"."+p.field.Key] = true
		}
	}
}

// cells returns the fields whose figures the term adds up.
func (t *termDef) cells() []*app.Field {
	if t.value == nil {
		return nil
	}
	var fields []*app.Field
	for _, name := range t.value.order {
		if p := t.value.paths[name]; p.field.Kind.Number() {
			fields = append(fields, &p.field)
		}
	}
	return fields
}

// reads returns the fields of its own records that the term reads.
func (t *termDef) reads() []*app.Field {
	return append(t.where.reads(), t.value.reads()...)
}

// resolve settles over which units the indicator runs and refuses terms that do
// not go together; at is the key that is wrong.
func (d *indicatorDef) resolve(residents string) (at string, err error) {
	if i := slices.IndexFunc(d.terms, func(t *termDef) bool { return t.list != nil }); i >= 0 {
		d.over, d.list = overList, d.terms[i].list
	} else if !slices.ContainsFunc(d.terms, func(t *termDef) bool { return t.ofResidents }) {
		d.over = overOwn
	}
	over, known := populations[orDefault(residents, "year")]
	switch {
	case !known:
		return "residents", formula.Say("residents = «%s»; бывает year, both_years, every_year, each_record",
			"residents = “%s”; there are year, both_years, every_year, each_record", residents)
	case d.over == overResidents:
		d.over = over
	case residents != "":
		return "residents", formula.Say("residents здесь лишнее: показатель не складывается по резидентам",
			"residents is out of place: the indicator is no sum over residents")
	}
	d.items = map[string]*path{}
	for _, t := range d.terms {
		switch {
		case d.over == overEveryYear && t.ofResidents && t.span != spanToDate:
			return "residents", formula.Say("residents = «every_year» требует when = «to_date» у слагаемого «%s»",
				"residents = “every_year” needs when = “to_date” of the term “%s”", t.name)
		case d.over == overRecords && t.report && t.ofResidents:
			return "residents", formula.Say("residents = «each_record» — для записей, которых бывает сколько угодно, а «%s» слагаемого «%s» сдают за год",
				"residents = “each_record” is for records of which there may be any number, and “%s” of the term “%s” are due for a year", t.of.Many, t.name)
		case d.over != overList || t.list != nil:
			continue
		}
		item, ok := d.list.itemIn(t.of)
		if !ok {
			return "formula", formula.Say("записи «%s» слагаемого «%s» не связаны с пунктами списка «%s.%s»",
				"the records “%s” of the term “%s” are not linked with the items of “%s.%s”", t.of.Key, t.name, d.list.of.Key, d.list.field.Key)
		}
		d.items[t.name] = &item
	}
	return "", nil
}

// itemIn returns where a record of t says which item it is about.
func (l *checkList) itemIn(t *app.Type) (path, bool) {
	name := l.field.Key
	if t.Key != l.of.Key {
		ref, ok := refTo(t, l.of.Key)
		if !ok {
			return path{}, false
		}
		name = ref + "." + name
	}
	return pathOf(t, name)
}

func orDefault(text, fallback string) string {
	if text == "" {
		return fallback
	}
	return text
}

func hundred() *big.Rat { return big.NewRat(100, 1) }
