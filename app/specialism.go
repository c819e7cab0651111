package app

import "context"

// Specialism is a field of work of residents: an entry of the editable dictionary.
type Specialism struct {
	Head
	Name string // as people choose it
}

// Type describes Specialism.
func (*Specialism) Type() *Type { return specialismType }

var specialismType = &Type{
	Key:     "specialism",
	One:     L("Направление деятельности", "Field of work"),
	Many:    L("Направления деятельности", "Fields of work"),
	Section: SectionDictionaries,
	Turn:    standing("словарь один на все годы", "the dictionary is one for all years"),
	Scope:   ScopeFile,
	New:     func() Record { return new(Specialism) },
	Title:   func(r Record, _ Titles) string { return r.(*Specialism).Name },
	Unique:  [][]string{{"name"}},
	Fields: []Field{
		text("name", L("Наименование", "Name"), func(r *Specialism) *string { return &r.Name }).telling().essential().width(50),
	},
}

// DefaultSpecialisms is the dictionary a new file starts with.
func DefaultSpecialisms() []string {
	return []string{
		"Робототехника", "Фотовольтаика", "Гибкая электроника", "Генетика и биотехнологии",
		"Информационные технологии", "Приборостроение", "Новые материалы", "Медицина",
		"Энергетика", "Аддитивные технологии", "Композиты", "Транспорт и логистика", "Инжиниринг", "Прочее",
	}
}

// SaveDefaultSpecialisms saves the dictionary a new file starts with.
func SaveDefaultSpecialisms(ctx context.Context, tx Tx) error {
	for _, name := range DefaultSpecialisms() {
		if err := tx.Save(ctx, &Specialism{Name: name}); err != nil {
			return err
		}
	}
	return nil
}
