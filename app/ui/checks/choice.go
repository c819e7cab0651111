package checks

import (
	"fmt"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/i18n"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// choice is which findings are shown: all of its answers must suit.
type choice struct {
	level, state, section, resident *kit.Select

	sections  []*app.Type // of the choices after the first
	residents []int64
	changed   func()
	busy      bool
}

// The states of a finding, in the order of the choice; the first is all.
const (
	stateOpen = iota + 1
	stateExplained
	stateOutdated
)

func newChoice(d *desk.Desk, changed func()) *choice {
	c := &choice{changed: changed}
	c.level = c.of(d.T("ui.check.all_levels"), d.T("ui.check.only_errors"), d.T("ui.check.only_warnings"))
	c.state = c.of(d.T("ui.check.all_states"), d.T("ui.check.only_open"), d.T("ui.check.only_explained"), d.T("ui.check.only_outdated"))
	c.section = c.of(d.T("ui.check.all_sections"))
	c.resident = c.of(d.T("ui.check.all_residents"))
	c.reset()
	return c
}

// of returns a choice of some options; another one chosen by the user is told.
func (c *choice) of(options ...string) *kit.Select {
	s := kit.NewSelect(options)
	s.OnChanged = func(string) {
		if !c.busy {
			c.changed()
		}
	}
	return s
}

// set returns how many of the answers are other than all.
func (c *choice) set() int {
	n := 0
	for _, s := range []*kit.Select{c.level, c.state, c.section, c.resident} {
		if s.SelectedIndex() > 0 {
			n++
		}
	}
	return n
}

// said returns the answers that are other than all, in one line; none where there is none.
func (c *choice) said() []string {
	var said []string
	for _, s := range []*kit.Select{c.level, c.state, c.section, c.resident} {
		if s.SelectedIndex() > 0 {
			said = append(said, s.Selected)
		}
	}
	if len(said) == 0 {
		return nil
	}
	return []string{strings.Join(said, "; ")}
}

// key is all answers as a text that outlives the offers.
func (c *choice) key() string {
	section := ""
	if t := c.chosenType(); t != nil {
		section = t.Key
	}
	return fmt.Sprint(c.level.SelectedIndex(), c.state.SelectedIndex(), c.chosenResident(), " ", section)
}

// take chooses what a key says, as far as it is on offer, telling nobody.
func (c *choice) take(key string) {
	var level, state int
	var resident int64
	var section string
	if n, _ := fmt.Sscan(key, &level, &state, &resident, &section); n < 3 { // «» of all sections is not read
		return
	}
	c.quietly(func() {
		c.level.SetSelectedIndex(level)
		c.state.SetSelectedIndex(state)
		c.section.SetSelectedIndex(1 + slices.IndexFunc(c.sections, func(t *app.Type) bool { return t.Key == section }))
		c.resident.SetSelectedIndex(1 + slices.Index(c.residents, resident))
	})
}

// reset chooses everything, telling nobody.
func (c *choice) reset() {
	c.quietly(func() {
		for _, s := range []*kit.Select{c.level, c.state, c.section, c.resident} {
			s.SetSelectedIndex(0)
		}
	})
}

func (c *choice) quietly(do func()) {
	c.busy = true
	defer func() { c.busy = false }()
	do()
}

// offer lists the types and the residents there are findings about, with how many of them
// nobody has explained, as the badges count; what was chosen stays chosen.
func (c *choice) offer(d *desk.Desk, report check.Report) {
	byType, byResident := map[*app.Type]int{}, map[int64]int{}
	names := map[int64]string{}
	for _, f := range report.Findings {
		open := 0
		if f.Explanation == nil {
			open = 1
		}
		byType[app.TypeByKey(f.Home().Type)] += open
		if f.Resident != 0 {
			byResident[f.Resident] += open
			names[f.Resident] = f.Ask.Company
		}
	}
	wasType, wasResident := c.chosenType(), c.chosenResident()
	sections, residents := []string{d.T("ui.check.all_sections")}, []string{d.T("ui.check.all_residents")}
	c.sections, c.residents = nil, nil
	for _, t := range app.Types() {
		if n, found := byType[t]; found {
			c.sections = append(c.sections, t)
			sections = append(sections, d.T("ui.check.counted", "What", t.Many.In(d.Lang), "N", n))
		}
	}
	for id := range byResident {
		c.residents = append(c.residents, id)
	}
	order := i18n.NewCollator()
	slices.SortFunc(c.residents, func(a, b int64) int { return order.Compare(names[a], names[b]) })
	for _, id := range c.residents {
		residents = append(residents, d.T("ui.check.counted", "What", names[id], "N", byResident[id]))
	}
	c.quietly(func() {
		c.section.SetOptions(sections)
		c.resident.SetOptions(residents)
		c.section.SetSelectedIndex(slices.Index(c.sections, wasType) + 1)
		c.resident.SetSelectedIndex(slices.Index(c.residents, wasResident) + 1)
	})
}

func (c *choice) chosenType() *app.Type {
	if i := c.section.SelectedIndex(); i > 0 && i <= len(c.sections) {
		return c.sections[i-1]
	}
	return nil
}

func (c *choice) chosenResident() int64 {
	if i := c.resident.SelectedIndex(); i > 0 && i <= len(c.residents) {
		return c.residents[i-1]
	}
	return 0
}

// suits reports whether a finding is to be shown.
func (c *choice) suits(f check.Finding) bool {
	levels := []check.Level{"", check.Error, check.Warning}
	level := levels[max(c.level.SelectedIndex(), 0)]
	t, resident := c.chosenType(), c.chosenResident()
	switch {
	case level != "" && f.Level != level, t != nil && f.Home().Type != t.Key, resident != 0 && f.Resident != resident:
		return false
	}
	switch c.state.SelectedIndex() {
	case stateOpen:
		return f.Explanation == nil
	case stateExplained:
		return f.Explanation != nil
	case stateOutdated:
		return f.Outdated != nil
	}
	return true
}
