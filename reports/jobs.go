package reports

import (
	"cmp"
	"slices"

	"technopark/app"
	"technopark/reports/doc"
)

// jobs makes part 8: jobs created and cut in the year, by resident, with those
// of the management company and of companies outside the rating apart.
func (p *paper) jobs() doc.Section {
	var residents, others, own []*app.Job
	for _, j := range app.All[app.Job](p.Book, "job") {
		switch {
		case !p.period.Contains(j.Date):
		case j.Resident == 0:
			own = append(own, j)
		case p.Book.Active(j.Resident, p.period):
			residents = append(residents, j)
		default:
			others = append(others, j)
		}
	}
	blocks := []doc.Block{
		chapter(p.say("Рабочие места резидентов по категориям", "Jobs of residents by category")), p.jobCategories(residents),
		chapter(p.say("Рабочие места резидентов по организациям", "Jobs of residents by company")), p.jobEntries(residents, p.say("Всего по резидентам", "Total for the residents")),
	}
	if len(others) > 0 {
		blocks = append(blocks, chapter(p.say("Рабочие места организаций, не являвшихся резидентами в ", "Jobs of companies that were not residents in ")+p.within()), p.jobEntries(others, p.say("Всего по этим организациям", "Total for these companies")))
	}
	blocks = append(blocks, chapter(p.say("Рабочие места управляющей компании", "Jobs of the management company")), p.jobEntries(own, p.say("Всего по управляющей компании", "Total for the management company")))
	return doc.Section{Blocks: blocks}
}

// jobSums adds up entries, one sum for each way the number can change.
type jobSums []sum

func newJobSums() jobSums {
	sums := make(jobSums, len(jobChanges()))
	for i := range sums {
		sums[i].field = field("job", "count")
	}
	return sums
}

// jobChanges returns the ways the number of jobs can change.
func jobChanges() []app.Option { return field("job", "change").Options }

func (s jobSums) add(j *app.Job) {
	for i, option := range jobChanges() {
		if option.Code == j.Change {
			s[i].add(s[i].field.Get(j))
		}
	}
}

func (s jobSums) texts(lang app.Lang) []string {
	texts := make([]string, len(s))
	for i := range s {
		texts[i] = s[i].text(lang)
	}
	return texts
}

// jobColumns returns a column for each way the number can change.
func (p *paper) jobColumns() []doc.Column {
	count := p.column(field("job", "count"))
	var out []doc.Column
	for _, option := range jobChanges() {
		c := count
		c.Group, c.Title = joined(count.Title, count.Unit), capital(option.Label.In(p.Lang))
		c.Unit = ""
		out = append(out, c)
	}
	return out
}

// joined writes a label with its unit, as in the head of a column.
func joined(label, unit string) string {
	if unit == "" {
		return label
	}
	return label + ", " + unit
}

// jobCategories adds the entries up by category of staff, and tells apart the
// high-technology ones.
func (p *paper) jobCategories(jobs []*app.Job) doc.Table {
	category, high := field("job", "category"), field("job", "high_tech")
	t := doc.Table{Columns: append([]doc.Column{p.column(category)}, p.jobColumns()...)}
	t.Columns[0].Weight = 1
	total, tech := newJobSums(), newJobSums()
	for _, option := range answers(category) {
		sums, met := newJobSums(), option.Code != ""
		for _, j := range jobs {
			if j.Category == option.Code {
				sums.add(j)
				met = true
			}
		}
		if met {
			t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(append([]string{capital(option.Label.In(p.Lang))}, sums.texts(p.Lang)...)...)})
		}
	}
	for _, j := range jobs {
		total.add(j)
		if j.HighTech == app.Yes() {
			tech.add(j)
		}
	}
	t.Rows = append(t.Rows,
		doc.Row{Kind: doc.RowTotal, Cells: doc.Cells(append([]string{p.say("Всего рабочих мест", "Total of jobs")}, total.texts(p.Lang)...)...)},
		doc.Row{Cells: doc.Cells(append([]string{p.say("из них: ", "of which ") + lower(high.Label.In(p.Lang))}, tech.texts(p.Lang)...)...)})
	return t
}

// jobsText is the size of the entries, points: with it a basis document has room on one line.
const jobsText = 8

// jobEntries lists the entries under the names of who made them, with the sums
// of those that made several.
func (p *paper) jobEntries(jobs []*app.Job, all string) doc.Table {
	about := fields("job", "category", "high_tech", "basis", "pay")
	t := doc.Table{
		Size:    jobsText,
		Columns: slices.Concat([]doc.Column{p.column(field("job", "date"))}, p.columns(about), p.jobColumns()),
		Empty:   p.say("Записей за "+p.inYear()+" нет", "No records for "+p.inYear()),
	}
	label := len(about) + 1 // columns before the sums
	t.Columns[label-2].Weight = 1
	total := newJobSums()
	for _, group := range p.byMaker(jobs) {
		maker := p.maker(group[0])
		t.Rows = append(t.Rows, doc.Row{Kind: doc.RowSection, Cells: doc.Cells(maker)})
		sums := newJobSums()
		for _, j := range group {
			sums.add(j)
			total.add(j)
			t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(p.jobRow(j, about)...)})
		}
		if len(group) > 1 {
			t.Rows = append(t.Rows, p.summed(doc.RowSubtotal, p.say("Итого: ", "Subtotal: ")+maker, label, sums))
		}
	}
	if len(jobs) > 0 {
		t.Rows = append(t.Rows, p.summed(doc.RowTotal, all, label, total))
	}
	return t
}

// summed returns a row of sums behind a label over the columns before them.
func (p *paper) summed(kind doc.RowKind, label string, columns int, sums jobSums) doc.Row {
	return doc.Row{Kind: kind, Cells: append([]doc.Cell{{Text: label, Span: columns}}, doc.Cells(sums.texts(p.Lang)...)...)}
}

func (p *paper) jobRow(j *app.Job, about []app.Field) []string {
	cells := append([]string{j.Date.String()}, p.row(j, about)...)
	for _, option := range jobChanges() {
		text := nothing
		if option.Code == j.Change {
			text = p.text(field("job", "count"), j)
		}
		cells = append(cells, text)
	}
	return cells
}

// maker returns who made the entry.
func (p *paper) maker(j *app.Job) string {
	if j.Resident == 0 {
		return cmp.Or(p.companyName(), app.TypeByKey("company").One.In(p.Lang))
	}
	return p.title("resident", j.Resident)
}

// byMaker groups the entries by name, each group by date.
func (p *paper) byMaker(jobs []*app.Job) [][]*app.Job {
	jobs = slices.Clone(jobs)
	slices.SortStableFunc(jobs, func(a, b *app.Job) int {
		return cmp.Or(p.names.Compare(p.maker(a), p.maker(b)), cmp.Compare(a.Resident, b.Resident), cmp.Compare(a.Date.Days(), b.Date.Days()))
	})
	var groups [][]*app.Job
	for i, j := range jobs {
		if i == 0 || j.Resident != jobs[i-1].Resident {
			groups = append(groups, nil)
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], j)
	}
	return groups
}
