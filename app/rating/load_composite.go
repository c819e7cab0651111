package rating

import (
	"errors"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/formula"
)

// compositeFile is a method of rating units by a table of values: what a methodology profile
// says in [rating], with a head of its own.
type compositeFile struct {
	ID       string      `toml:"id"`
	Title    string      `toml:"title"`
	TitleEN  string      `toml:"title_en"`
	Version  string      `toml:"version"`
	Official bool        `toml:"official"`
	Notice   string      `toml:"notice"`
	NoticeEN string      `toml:"notice_en"`
	Rating   *ratingFile `toml:"rating"`
}

// LoadComposite reads how an index is made of a table of values: from a file that says nothing
// else, or from the [rating] of a methodology profile. Such a file is described in
// assets/docs/rating-method.md. It is refused as Load refuses a profile.
func LoadComposite(name string, text []byte) (*composite.Index, error) {
	var outline struct {
		Indicator []any `toml:"indicator"`
	}
	if _, err := formula.Peek(name, text, &outline); err != nil {
		return nil, err
	}
	if len(outline.Indicator) > 0 {
		p, err := Load(name, text)
		if err != nil {
			return nil, err
		}
		if p.Composite == nil {
			return nil, &formula.ProfileError{File: name, Reason: app.L("в методике нет раздела [rating]: не сказано, как из показателей складывается индекс", "the method has no [rating]: it does not say how the index is made of the indicators")}
		}
		return p.Composite, nil
	}
	var f compositeFile
	source, err := formula.Decode(name, text, &f)
	if err != nil {
		return nil, err
	}
	l := &compositeLoader{Source: source}
	if app.Clean(f.ID) == "" || app.Clean(f.Title) == "" || app.Clean(f.Version) == "" {
		return nil, l.Fault(1, "", formula.Say("укажите id, title и version", "give id, title and version"))
	}
	if f.Rating == nil {
		return nil, l.Fault(1, "", formula.Say("в файле нет раздела [rating]: не сказано, как складывается индекс", "the file has no [rating]: it does not say how the index is made"))
	}
	l.file = *f.Rating
	l.method = composite.Method{
		ID: app.Clean(f.ID), Title: app.L(app.Clean(f.Title), app.Clean(f.TitleEN)), Version: app.Clean(f.Version),
		Official: f.Official, Notice: app.L(f.Notice, f.NoticeEN),
	}
	if f.Official {
		l.method.Notice = app.Text{} // it says that the method is no official one
	}
	return l.load(l.nodes)
}

// compositeLoader reads [rating].
type compositeLoader struct {
	*formula.Source
	file   ratingFile
	method composite.Method
	lines  map[int]int // by place of a node in the method, the place of its [[rating.node]]
}

// load makes the index; nodes gives the method its tree.
func (l *compositeLoader) load(nodes func() error) (*composite.Index, error) {
	l.lines = map[int]int{}
	l.method.Names, l.method.Order, l.method.Percent = l.file.Names, l.file.Order, l.file.PercentOfMean
	for _, part := range []func() error{l.steps, nodes, l.groups, l.vary} {
		if err := part(); err != nil {
			return nil, err
		}
	}
	x, err := composite.New(l.method)
	if err != nil {
		return nil, l.place(err)
	}
	return x, nil
}

// place finds the line of what composite has found wrong.
func (l *compositeLoader) place(err error) error {
	var at *composite.Fault
	if !errors.As(err, &at) {
		return err
	}
	if at.Node >= 0 {
		code := l.method.Nodes[at.Node].Code
		if nth, ok := l.lines[at.Node]; ok {
			return l.Fault(l.NthLine(nodeHead, nth, at.Key), code, at.Reason)
		}
		return l.Fault(0, code, at.Reason)
	}
	return l.Fault(l.stepLine(at.Key), "", at.Reason)
}

// composite gives a methodology profile the index it says in [rating], when it does. The tree
// is that of its indicators and sub-indices, of equal weights unless [[rating.node]] gives
// others.
func (l *loader) composite(p *Profile) error {
	if l.file.Rating == nil {
		return nil
	}
	c := &compositeLoader{Source: l.Source, file: *l.file.Rating, method: composite.Method{ID: p.ID, Title: p.Title, Version: p.Version, Official: p.Official, Notice: p.Standing()}}
	x, err := c.load(func() error { return c.profileNodes(p) })
	p.Composite = x
	return err
}
