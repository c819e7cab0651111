package sample

import (
	"cmp"
	"slices"

	"technopark/app"
)

// headcount is how many people a company had in a year and how that came about.
type headcount struct {
	people, created, cut int64
}

// Jobs residents created by year. Those of 2020 are the figure published for the
// first place of the 7th national rating; the years before lead up to it.
func jobsCreated() map[int]int64 {
	return map[int]int64{2018: 262, 2019: 318, 2020: 454}
}

// createdIn returns how many jobs are created in a year: before the sample as many as in its first.
func createdIn(year int) int64 { return jobsCreated()[max(year, firstYear)] }

// addStaff settles the headcounts from the last year back, so that the roster's
// figure is that of 2020, and adds the entries of jobs that explain them.
func (b *builder) addStaff() {
	for _, m := range b.members {
		m.staff = map[int]headcount{}
	}
	for year := lastYear; year >= b.first; year-- {
		staff := b.staffOf(year)
		for i, n := range spread(createdIn(year), staff) {
			m := staff[i].member
			h := m.staff[year]
			h.created = n
			m.staff[year] = h
		}
	}
	for _, m := range b.members {
		for year := b.first; year <= lastYear; year++ {
			b.addJobs(m, year)
		}
	}
	if b.block == 0 {
		b.addCompanyJobs()
	}
}

// wish is a company's wish for a part of the year's new jobs.
type wish struct {
	member *member
	weight int64
	most   int64 // people there are: nobody creates more jobs than that
}

// staffOf sets the headcount and the cuts of those active in the year and returns
// who of them created jobs. Of the jobs created next year, we count three in five
// into the growth of the average headcount, because they come in the course of the year.
func (b *builder) staffOf(year int) []wish {
	var wishes []wish
	for _, m := range b.members {
		if !m.activeIn(year) || m.is(holding) {
			continue
		}
		h := headcount{people: m.people}
		if next, ok := m.staff[year+1]; ok {
			net := next.created - next.cut
			h.people = max(next.people-net*3/5, (2*next.people+2)/3)
		}
		d := diceFor("staff", m.number*10+year%10)
		leaves := m.until != 0 && m.until/100 == year
		if h.people >= 8 && (leaves || m.is(shrinking) || d.chance(9)) {
			h.cut = d.between(1, max(2, h.people/10))
		}
		m.staff[year] = h
		isNew := m.since/100 == year
		if w := d.between(12, 34); !leaves && !m.is(shrinking) && (isNew || d.chance(82)) {
			if isNew {
				w = 75
			}
			wishes = append(wishes, wish{m, w * h.people, h.people})
		}
	}
	return wishes
}

// spread divides a total among the wishes in proportion to their weights, whole
// numbers only, the largest remainders first, nobody above his most.
func spread(total int64, wishes []wish) []int64 {
	parts := make([]int64, len(wishes))
	order := make([]int, len(wishes))
	var weights, left int64 = 0, total
	for _, w := range wishes {
		weights += w.weight
	}
	for i, w := range wishes {
		parts[i] = min(total*w.weight/weights, w.most)
		left -= parts[i]
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int {
		return cmp.Compare(total*wishes[y].weight%weights, total*wishes[x].weight%weights)
	})
	for left > 0 {
		before := left
		for _, i := range order {
			if left > 0 && parts[i] < wishes[i].most {
				parts[i]++
				left--
			}
		}
		if left == before {
			break // everybody has his most
		}
	}
	return parts
}

// addJobs enters the jobs of one company in one year: large numbers in several
// entries, on days on which it was a resident.
func (b *builder) addJobs(m *member, year int) {
	h, ok := m.staff[year]
	if !ok {
		return
	}
	d := diceFor("jobs", m.number*10+year%10)
	for left := h.created; left > 0; {
		n := left
		if left > 6 {
			n = d.between(left/3, left*2/3)
		}
		left -= n
		b.addJob(m, d, year, app.JobCreated, n)
	}
	if h.cut > 0 {
		b.addJob(m, d, year, "cut", h.cut)
	}
}

func (b *builder) addJob(m *member, d dice, year int, change string, n int64) {
	category := oneOf(d, []string{"researchers", "engineers", "engineers", "production", "management", "other"})
	job := &app.Job{
		Resident: m.id, Date: m.dayIn(d, year), Change: change, Count: app.Of(app.Count(n)), Category: category,
		HighTech: app.No(), Pay: app.Of(app.Money(d.between(5_200_000, 13_800_000))),
	}
	if !m.is(ordinary) && category != "other" && category != "management" {
		job.HighTech = app.Yes()
	}
	job.Basis = "штатное расписание от " + job.Date.String()
	if change != app.JobCreated {
		job.Basis = "приказ о сокращении от " + job.Date.String()
	}
	b.add(job)
}

// addCompanyJobs enters the jobs of the management company itself, which no
// indicator of the residents counts.
func (b *builder) addCompanyJobs() {
	for _, j := range []app.Job{
		{Date: app.Day(2018, 3, 1), Change: app.JobCreated, Count: app.Of(app.Count(2)), Category: "management"},
		{Date: app.Day(2019, 10, 14), Change: app.JobCreated, Count: app.Of(app.Count(1)), Category: "other"},
		{Date: app.Day(2020, 2, 17), Change: app.JobCreated, Count: app.Of(app.Count(3)), Category: "engineers"},
		{Date: app.Day(2020, 7, 1), Change: "cut", Count: app.Of(app.Count(1)), Category: "other"},
	} {
		j.HighTech, j.Pay = app.No(), app.Of(app.Rubles(68_400))
		j.Basis = "штатное расписание УК от " + j.Date.String()
		b.add(&j)
	}
}
