package regulation

import (
	"bytes"
	"cmp"
	"fmt"
	"strconv"

	"technopark/app"
	"technopark/app/formula"
)

// utf8 returns the file as it is kept and compared: in UTF-8, whatever an editor saved it in.
// What is no text stays as it is, and is refused by those who read it.
func (f File) utf8() File {
	if read, _, err := formula.Text(f.TOML); err == nil {
		f.TOML = []byte(read)
	}
	return f
}

// Encoding returns the name of the encoding a file was read in; «» for UTF-8.
func (f File) Encoding() string {
	_, from, err := formula.Text(f.TOML)
	if err != nil {
		return ""
	}
	return from
}

// identity is what papers call a profile by: two profiles of one id could not be told apart
// there.
type identity struct {
	id    string
	year  int      // of the rating
	title app.Text // that people know it by
}

func (c compiled) identity() identity {
	switch {
	case c.method != nil:
		return identity{c.method.ID, c.method.Year, c.method.Title}
	case c.rules != nil:
		return identity{c.rules.ID, c.rules.Year, c.rules.Title}
	}
	return identity{}
}

// name is what the profile is called in a sentence: its title, and its id where it has none.
func (i identity) name(lang app.Lang) string { return cmp.Or(i.title.In(lang), i.id) }

// same reports whether two files say the same; editors change the ends of lines.
func same(f, g File) bool {
	plain := func(text []byte) []byte { return bytes.TrimSpace(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))) }
	return bytes.Equal(plain(f.utf8().TOML), plain(g.utf8().TOML))
}

// namesake returns whose id a file has, although it says something else: the program's own
// profile or one that the company keeps for another rating.
func (l *Library) namesake(b *app.Book, kind string, f File) (whose app.Text, found bool) {
	own := l.compile(kind, f).identity()
	program := l.Builtin(kind)
	if l.compile(kind, program).identity().id == own.id && !same(f, program) {
		return app.L("у встроенного профиля программы", "the program’s own profile"), true
	}
	if b == nil {
		return app.Text{}, false
	}
	for _, kept := range app.All[app.Profile](b, "profile") {
		other := File{kept.Title, []byte(kept.Text)}
		if kept.Kind != kind || int(kept.Year.N) == own.year || same(f, other) {
			continue
		}
		if l.compile(kind, other).identity().id == own.id {
			year := strconv.Itoa(int(kept.Year.N))
			return app.L("у профиля рейтинга "+year+" года в этом файле данных", "the profile of the rating of "+year+" in this data file"), true
		}
	}
	return app.Text{}, false
}

var kindNames = map[string]app.Text{
	app.ProfileMethod: app.L("методика", "the method"), app.ProfileRules: app.L("правила", "the rules"),
}

// Remark is what staff ought to know of a profile that is used all the same.
type Remark struct {
	Kind string   // of the profile: app.ProfileMethod or app.ProfileRules
	Text app.Text // the sentence
}

// Of returns the remarks of one kind of profile, each a sentence.
func (s Set) Of(kind string, lang app.Lang) []string {
	var said []string
	for _, r := range s.Remarks {
		if r.Kind == kind {
			said = append(said, r.Text.In(lang))
		}
	}
	return said
}

// remarks says what staff ought to know of a profile that a year is computed or checked by.
func (l *Library) remarks(b *app.Book, kind string, f File, year int) []Remark {
	var said []Remark
	is, name := l.compile(kind, f).identity(), kindNames[kind]
	if is.year != year+1 {
		said = append(said, Remark{kind, app.L(
			fmt.Sprintf("%s «%s» — для рейтинга %d года, а данные — %d года, то есть рейтинга %d года", name.RU, is.name(app.RU), is.year, year, year+1),
			fmt.Sprintf("%s “%s”: for the rating of %d, but the data are of %d, for the rating of %d", name.EN, is.name(app.EN), is.year, year, year+1))})
	}
	if whose, found := l.namesake(b, kind, f); found {
		said = append(said, Remark{kind, app.L(
			fmt.Sprintf("%s: то же обозначение id = «%s», что %s, а содержание другое; дайте файлу свои id и title", name.RU, is.id, whose.RU),
			fmt.Sprintf("%s: the id “%s” is that of %s, but the text is not; give the file an id and a title of its own", name.EN, is.id, whose.EN))})
	}
	if from := l.from[kind]; from != "" && same(f, l.forced[kind]) {
		said = append(said, Remark{kind, app.L(
			fmt.Sprintf("%s: файл в кодировке %s прочитан как русский текст; проверьте в нём слова и сохраните его в UTF-8", name.RU, from),
			fmt.Sprintf("%s: the file is in %s and was read as Russian; look at its words and save it in UTF-8", name.EN, from))})
	}
	for _, unknown := range l.compile(kind, f).unknown(b) {
		said = append(said, Remark{kind, unknown})
	}
	return said
}

// unknown says which names of dictionaries a profile asks for that no record bears.
func (c compiled) unknown(b *app.Book) []app.Text {
	switch {
	case b == nil:
		return nil
	case c.method != nil:
		return c.method.Unknown(b)
	case c.rules != nil:
		return c.rules.Unknown(b)
	}
	return nil
}

// Put returns the record to save for p, which was read from a file of that name: the one the
// company keeps for the same rating already, with the new text, or p itself. A profile that
// calls itself by the id of another is refused. A method is kept as an unofficial one whatever its
// file says of itself: see Declare.
func (l *Library) Put(b *app.Book, name string, p *app.Profile) (*app.Profile, error) {
	p, err := undeclared(b, p)
	if err != nil {
		return nil, err
	}
	f := File{name, []byte(p.Text)}
	if whose, found := l.namesake(b, p.Kind, f); found {
		var ignored struct {
			ID string `toml:"id"`
		}
		source, err := formula.Peek(name, f.TOML, &ignored)
		if err != nil {
			return nil, refuse(err)
		}
		return nil, refuse(source.Fault(source.Line("", "id"), "", formula.Say(
			"обозначение id = «%s» уже %s, а содержание другое: дайте файлу свои id и title, чтобы в бумагах их было не спутать",
			"the id “%s” is that of %s, but the text is not: give the file an id and a title of its own, so that papers tell them apart", ignored.ID, whose)))
	}
	if old := Own(b, p.Kind, int(p.Year.N)-1); old != nil {
		p.Head = old.Head
	}
	return p, nil
}
