package storage

import (
	"context"
	"fmt"

	"technopark/app"
)

// Titles returns the titles of all records of a type in a language by id, as List chooses them.
func (s *Store) Titles(ctx context.Context, lang app.Lang, t *app.Type, park int64) (map[int64]string, error) {
	titles := map[int64]string{}
	err := s.read(ctx, func(x *tx) error {
		tab, err := s.table(t)
		if err != nil {
			return err
		}
		recs, err := x.listBare(ctx, tab, park)
		if err != nil {
			return fmt.Errorf("titles of %s: %w", t.Key, err)
		}
		names := x.titles(ctx)
		names.lang = lang
		if err := names.readAhead(tab, park); err != nil {
			return fmt.Errorf("titles of %s: %w", t.Key, err)
		}
		for _, rec := range recs {
			titles[rec.Header().ID] = t.TitleIn(lang, rec, names.of)
		}
		return nil
	})
	return titles, err
}

// titles names records for a sentence or a list, reading each once.
type titles struct {
	ctx   context.Context // of the one call it lives in: app.Titles takes none
	x     *tx
	lang  app.Lang
	known map[reference]string
}

type reference struct {
	typ string
	id  int64
}

func (x *tx) titles(ctx context.Context) *titles {
	return &titles{ctx: ctx, x: x, lang: app.RU, known: map[reference]string{}}
}

// of is an app.Titles. A record that cannot be read has no name: a title is never
// worth failing for.
func (n *titles) of(typ string, id int64) string {
	t, ok := n.x.store.tables[typ]
	if !ok || id == 0 {
		return ""
	}
	if _, ok := n.known[reference{typ, id}]; !ok {
		title := ""
		if rec, err := n.x.getBare(n.ctx, t, id); err == nil {
			title = t.typ.TitleIn(n.lang, rec, n.of)
		}
		n.known[reference{typ, id}] = title
	}
	return n.known[reference{typ, id}]
}

// readAhead reads what records of a table refer to all at once, not one by one.
func (n *titles) readAhead(t *table, park int64) error {
	for _, f := range t.fields {
		if f.Ref == "" {
			continue
		}
		target := n.x.store.tables[f.Ref]
		recs, err := n.x.listBare(n.ctx, target, park)
		if err != nil {
			return err
		}
		for _, rec := range recs {
			n.known[reference{f.Ref, rec.Header().ID}] = target.typ.TitleIn(n.lang, rec, n.of)
		}
	}
	return nil
}

// name returns how people call the record in a sentence: Резидент «ООО „Альфа“».
func (x *tx) name(ctx context.Context, rec app.Record) string {
	t := rec.Type()
	return t.One.RU + " " + app.Quoted(t.Title(rec, x.titles(ctx).of))
}
