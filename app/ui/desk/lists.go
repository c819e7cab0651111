package desk

import "technopark/app/ui/kit"

// ListState returns where the user stands in a list, told by the id of its screen. The state
// outlives the widgets of the screen, which are made anew at another size of text; how the list
// is shown outlives the run.
func (d *Desk) ListState(list string) *kit.State {
	if s, known := d.lists[list]; known {
		return s
	}
	s := &kit.State{Keep: func(s *kit.State) {
		if d.KeepViews != nil {
			last := s.View
			last.Conditions = nil // who opens a file tomorrow must not miss what he hid today
			d.KeepViews(list, last, s.Named)
		}
	}}
	if d.KeptViews != nil {
		s.View, s.Named = d.KeptViews(list)
	}
	if d.lists == nil {
		d.lists = map[string]*kit.State{}
	}
	d.lists[list] = s
	return s
}

// ForgetLists drops what is selected, ticked and searched in all lists: another file is open,
// or another park is chosen.
func (d *Desk) ForgetLists() {
	for _, s := range d.lists {
		s.Query, s.Selected, s.Top, s.Whole = "", 0, 0, false
		s.View.Conditions = nil
		clear(s.Ticked)
	}
}
