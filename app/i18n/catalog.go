// Package i18n puts the program's words in Russian or English: messages, plurals,
// dates in letters and the order of names.
//
// We keep messages in two TOML files beside this package rather than in Go, because
// the people who correct the wording are not programmers; the descriptions of fields
// stay with the fields (app.Text).
package i18n

import (
	"embed"
	"maps"

	"technopark/app"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

//go:embed active.ru.toml active.en.toml
var messageFiles embed.FS

// Catalog holds every message in both languages. It does not change once made, so
// any number of goroutines may use it.
type Catalog struct{ bundle *i18n.Bundle }

// NewCatalog reads the embedded messages. It panics when they are not valid TOML:
// they are part of the program, so that is a bug and not a fault of the user's.
func NewCatalog() *Catalog {
	bundle := i18n.NewBundle(language.Russian)
	bundle.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	for _, name := range []string{"active.ru.toml", "active.en.toml"} {
		if _, err := bundle.LoadMessageFileFS(messageFiles, name); err != nil {
			panic("read embedded " + name + ": " + err.Error())
		}
	}
	return &Catalog{bundle}
}

// Printer returns the messages of the catalog in one language; an unknown language
// is answered in Russian.
func (c *Catalog) Printer(lang app.Lang) *Printer {
	if lang != app.EN {
		lang = app.RU // the matcher of x/text would prefer English
	}
	return &Printer{lang: lang, localizer: i18n.NewLocalizer(c.bundle, string(lang))}
}

// Printer says messages in one language. It may be used by several goroutines.
type Printer struct {
	lang      app.Lang
	localizer *i18n.Localizer
}

// New returns a printer of the program's messages; see Catalog.Printer.
func New(lang app.Lang) *Printer { return NewCatalog().Printer(lang) }

// Lang returns the language of the messages.
func (p *Printer) Lang() app.Lang { return p.lang }

// T returns the message with data put in place of {{.Name}}. A message that has no
// English wording comes in Russian; an id that has no message comes back in «».
func (p *Printer) T(id string, data map[string]any) string {
	return p.say(&i18n.LocalizeConfig{MessageID: id, TemplateData: data})
}

// N returns the message in the form that agrees with n, which it can show, its
// digits grouped, as {{.N}}.
func (p *Printer) N(id string, n int, data map[string]any) string {
	full := map[string]any{"N": wholeNumber(int64(n), p.lang)}
	maps.Copy(full, data)
	return p.say(&i18n.LocalizeConfig{MessageID: id, TemplateData: full, PluralCount: n})
}

// say drops the error of Localize: it tells of a missing wording, for which there
// is a visible answer, and a broken template, which the tests look for.
func (p *Printer) say(config *i18n.LocalizeConfig) string {
	text, err := p.localizer.Localize(config)
	if err != nil && text == "" {
		return "«" + config.MessageID + "»"
	}
	return nestQuotes(text)
}
