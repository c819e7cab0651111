package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
)

// Check is a box to tick: it can pass Esc on and say that it has the keyboard.
type Check struct {
	widget.Check
	OnEscape func() // Esc was pressed on it; may be nil
	OnFocus  func() // the keyboard has come
}

// NewCheck returns a box that is not ticked.
func NewCheck(text string) *Check {
	c := &Check{}
	c.Text = text
	c.ExtendBaseWidget(c)
	return c
}

// FocusGained is called by the toolkit.
func (c *Check) FocusGained() {
	c.Check.FocusGained()
	if c.OnFocus != nil {
		c.OnFocus()
	}
}

// TypedKey is called by the toolkit.
func (c *Check) TypedKey(key *fyne.KeyEvent) {
	if PassedUp(c, key) {
		return
	}
	if key.Name == fyne.KeyEscape && c.OnEscape != nil {
		c.OnEscape()
		return
	}
	c.Check.TypedKey(key)
}

// Select is a choice in a dialog: it can pass Esc on.
type Select struct {
	widget.Select
	OnEscape func() // Esc was pressed on it; may be nil
	OnFocus  func() // the keyboard has come; may be nil
	OnEnter  func() // Enter was pressed on it, which opens nothing: Space and the arrows do; may be nil
	focused  bool
	typed    string // the letters that led to what is chosen
	search   func() // opens the options as a list that is searched; nil for the menu of the toolkit
}

// NewSelect returns a choice of which nothing is chosen.
func NewSelect(options []string) *Select {
	s := &Select{}
	s.Options, s.PlaceHolder = options, "—" // the toolkit's own is English words
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is called by the toolkit.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	return &ringed{
		WidgetRenderer: s.Select.CreateRenderer(), ring: NewRing(), tight: true, bordered: true,
		focused: func() bool { return s.focused && !s.Disabled() }, bare: func() bool { return false },
	}
}

// FocusGained is called by the toolkit.
func (s *Select) FocusGained() {
	s.focused, s.typed = true, ""
	s.Select.FocusGained()
	if s.OnFocus != nil {
		s.OnFocus()
	}
}

// FocusLost is called by the toolkit.
func (s *Select) FocusLost() {
	s.focused = false
	s.Select.FocusLost()
}

// TypedKey is called by the toolkit. The toolkit's own changes the choice by the arrows to the
// side, which nobody sees happen: here they do nothing.
func (s *Select) TypedKey(key *fyne.KeyEvent) {
	if PassedUp(s, key) {
		return
	}
	switch {
	case key.Name == fyne.KeyEscape && s.OnEscape != nil:
		s.OnEscape()
	case s.OnEnter != nil && (key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter):
		s.OnEnter()
	case key.Name == fyne.KeyLeft || key.Name == fyne.KeyRight:
	case s.search != nil && (key.Name == fyne.KeySpace || key.Name == fyne.KeyUp || key.Name == fyne.KeyDown):
		s.search()
	default:
		s.Select.TypedKey(key)
	}
}

// TypedRune chooses the next option that begins with the letters typed, in whichever layout of
// the keyboard; letters that continue none begin anew.
func (s *Select) TypedRune(r rune) {
	if s.Disabled() {
		return
	}
	for _, typed := range []string{s.typed + string(r), string(r)} {
		for _, begin := range []string{typed, app.OtherLayout(typed)} {
			if at := s.begins(app.Fold(begin), len([]rune(typed)) == 1); at >= 0 {
				s.typed = typed
				s.SetSelectedIndex(at)
				return
			}
		}
	}
	s.typed = ""
}

// begins returns which option begins so: from the chosen one on, or from the one after it, so
// that the same letter again goes to the next; −1 for none.
func (s *Select) begins(begin string, after bool) int {
	if strings.TrimSpace(begin) == "" {
		return -1
	}
	from := max(0, s.SelectedIndex())
	if after {
		from = s.SelectedIndex() + 1
	}
	for i := range s.Options {
		at := (from + i) % len(s.Options)
		words := strings.Fields(app.Fold(s.Options[at]))
		if strings.HasPrefix(app.Fold(s.Options[at]), begin) || slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, begin) }) {
			return at
		}
	}
	return -1
}
