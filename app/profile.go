package app

// Profile is a methodology or a set of rules that the company has put in place of
// the program's own for one rating year: the text of its TOML file.
type Profile struct {
	Head
	Kind    string      // ProfileMethod or ProfileRules
	Year    Cell[Count] // of the rating
	Title   string      // as the file calls itself
	Version string      // as the file says
	Text    string      // of the file, whole
	Loaded  Date        // day it was put in place
}

// Type describes Profile.
func (*Profile) Type() *Type { return profileType }

// Kinds of profiles.
const (
	ProfileMethod = "method"
	ProfileRules  = "rules"
)

var profileType = &Type{
	Key:     "profile",
	One:     L("Методика или правила", "Method or rules"),
	Many:    L("Методика и правила", "Method and rules"),
	Section: SectionMethod,
	Turn:    past("методика и правила — одного рейтинга; для следующего их выпускают заново", "a method and rules are of one rating; new ones come out for the next"),
	Scope:   ScopeFile,
	Aside:   true,
	New:     func() Record { return new(Profile) },
	Title:   func(r Record, _ Titles) string { return r.(*Profile).Title },
	Unique:  [][]string{{"kind", "year"}},
	Fields: []Field{
		choice("kind", L("Вид", "Kind"), []Option{
			{ProfileMethod, L("методика показателей", "methodology")},
			{ProfileRules, L("правила проверки", "rules of checks")},
		}, func(r *Profile) *string { return &r.Kind }).essential().width(22),
		count("year", L("Год рейтинга", "Rating year"), L("год", "year"), func(r *Profile) *Cell[Count] { return &r.Year }).essential(),
		text("title", L("Название", "Title"), func(r *Profile) *string { return &r.Title }).essential().width(40),
		text("version", L("Версия", "Version"), func(r *Profile) *string { return &r.Version }).required(),
		note("text", L("Текст", "Text"), func(r *Profile) *string { return &r.Text }).essential().coded(),
		date("loaded", L("Загружено", "Loaded on"), func(r *Profile) *Date { return &r.Loaded }).required(),
	},
}
