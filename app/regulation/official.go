package regulation

import (
	"fmt"

	"technopark/app"
	"technopark/app/formula"
	"technopark/app/rating"
)

// Declare returns the record of a kept method to save once a source says that it is the official
// one. The document that shows it is to be attached to the record in the same change.
func Declare(p *app.Profile, source rating.Source) (*app.Profile, error) {
	w := &writer{name: p.Title, text: p.Text}
	day := ""
	if !source.Date.Zero() {
		day = formula.Quote(source.Date.ISO())
	}
	number := ""
	if source.Number != "" {
		number = formula.Quote(app.Clean(source.Number))
	}
	for _, set := range []struct{ key, literal string }{
		{"official", "true"}, {"source", formula.Quote(app.Clean(source.Title))}, {"source_number", number}, {"source_date", day},
	} {
		if err := w.patch(formula.Spot{Key: set.key}, set.literal); err != nil {
			return nil, refuse(err)
		}
	}
	if _, err := Edit(File{p.Title, []byte(w.text)}); err != nil {
		return nil, err
	}
	next := *p
	next.Text = w.text
	return &next, nil
}

// Undeclared returns the text of a method as nobody's official one: what a file claims of itself
// is no source. Rules, and a method that claims nothing, stay as they are.
func Undeclared(f File) (File, error) {
	var says struct {
		Official  bool   `toml:"official"`
		Notice    string `toml:"notice"`
		Indicator []any  `toml:"indicator"`
	}
	if _, err := formula.Peek(f.Name, f.TOML, &says); err != nil || !says.Official || len(says.Indicator) == 0 {
		return f, nil //nolint:nilerr // whoever compiles it says what is wrong with it
	}
	w := &writer{name: f.Name, text: string(f.utf8().TOML)}
	notice := formula.Quote(says.Notice)
	if says.Notice == "" {
		notice = formula.Quote(noSource.RU)
	}
	for _, set := range []struct{ key, literal string }{{"official", "false"}, {"notice", notice}, {"source", ""}, {"source_number", ""}, {"source_date", ""}} {
		if err := w.patch(formula.Spot{Key: set.key}, set.literal); err != nil {
			return f, refuse(err)
		}
	}
	if says.Notice == "" {
		if err := w.patch(formula.Spot{Key: "notice_en"}, formula.Quote(noSource.EN)); err != nil {
			return f, refuse(err)
		}
	}
	f.TOML = []byte(w.text)
	return f, nil
}

// noSource stands where a method says nothing of its standing itself.
var noSource = app.L("Официальный источник методики не указан", "The official source of the methodology is not given")

// undeclared returns the record of a method with the mark of an unofficial one, unless it is the
// very text for which the company has declared a source.
func undeclared(b *app.Book, p *app.Profile) (*app.Profile, error) {
	old := Own(b, p.Kind, int(p.Year.N)-1)
	if p.Kind != app.ProfileMethod || old != nil && same(File{TOML: []byte(old.Text)}, File{TOML: []byte(p.Text)}) {
		return p, nil
	}
	f, err := Undeclared(File{p.Title, []byte(p.Text)})
	if err != nil {
		return nil, err
	}
	next := *p
	next.Text = string(f.TOML)
	return &next, nil
}

// unproven says that the paper by which a kept method is official is not attached to it.
func unproven(b *app.Book, p *app.Profile, method *rating.Profile) []app.Text {
	if b == nil || p == nil || method == nil || !method.Official {
		return nil
	}
	for _, l := range app.All[app.DocumentLink](b, "document_link") {
		if l.Subject == app.SubjectOf(p) {
			return nil
		}
	}
	return []app.Text{app.L(
		fmt.Sprintf("методика «%s» объявлена официальной, а документ-источник к ней в этом технопарке не прикреплён: прикрепите его или загрузите методику заново", p.Title),
		fmt.Sprintf("the method “%s” is declared official, but the paper that says so is not attached to it in this park: attach it, or load the method anew", p.Title))}
}
