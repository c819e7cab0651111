package logbook

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"syscall"

	"technopark/app"
)

// cut stands where the sieve has taken something out.
const cut = "…"

// longest is how much of a text is looked at, in bytes.
const longest = 4 << 10

// Texts in quotes are what somebody typed or named: from the first quote to the last, since
// names have quotes of their own. An apostrophe within a word is none.
var quoted = regexp.MustCompile("(?s)(?:[\"«“„`]|(?:^|[\\s(=:,])')(?:.*[\"»”“`']|.*$)")

// pathLike is where a path begins; it goes on to the next colon with a space, since folders
// have spaces in their names.
var pathLike = regexp.MustCompile(`(?:^|[\s=(])(?:~?[/\\]|[A-Za-z]:[\\/]|\.{1,2}[\\/]|file:)[^\n]*?(?:: |$)`)

// grouped are numbers with their thousands apart, which would pass as short ones.
var grouped = regexp.MustCompile(`\d{1,3}(?:[ \x{00a0}\x{202f}'’]\d{3})+`)

// passing are words the sieve lets through: those of programmers. Names of people and firms
// begin with a capital letter or are not Latin; figures have digits, addresses dots and @.
var passing = regexp.MustCompile(`^(?:[a-z]+(?:[-_'’][a-z]+)*|[A-Z]{2,}(?:_[A-Z]+)*|I|[0-9]{1,3})$`)

// types are names of Go: of a package and what is in it.
var types = regexp.MustCompile(`^\*?(?:app|fs|os|net|io|zip|xml|json|toml|sqlite|exec|errors|fmt|runtime|strconv|syscall|time|kit|storage|pdfcpu|model)\.[A-Za-z]+$`)

// idLike are ids of messages, screens, rules and record types: lower case with dots, the first
// part one of ours, so that no address of a site passes as one.
var idLike = regexp.MustCompile(`^(?:ui|cli|err|common|check|profile|collect|import)(?:\.[a-z0-9_]+)+$`)

// edges are what stands round a word without being part of it.
const edges = ".,:;!?()[]{}<>=+*&|"

// Sieve returns a text with all taken out that may be somebody's: what stands in quotes,
// paths, words that are not plain lower-case English, figures, addresses. What is left tells a
// developer which of our sentences it was.
func Sieve(text string) string {
	if len(text) > longest {
		text = text[:longest]
	}
	text = quoted.ReplaceAllStringFunc(text, func(found string) string { return lead(found) + cut })
	text = pathLike.ReplaceAllStringFunc(text, func(found string) string {
		if strings.HasSuffix(found, ": ") {
			return lead(found) + cut + ": "
		}
		return lead(found) + cut
	})
	text = grouped.ReplaceAllString(text, cut)
	var kept []string
	for _, word := range strings.Fields(text) {
		word = siftWord(word)
		if word == cut && len(kept) > 0 && kept[len(kept)-1] == cut {
			continue
		}
		kept = append(kept, word)
	}
	return strings.Join(kept, " ")
}

// lead returns the space, or the like, with which a match of a pattern may begin.
func lead(found string) string {
	if strings.ContainsAny(found[:1], " \t\n(=:,") {
		return found[:1]
	}
	return ""
}

// siftWord returns a word with what stands round it, or the cut in place of the word.
func siftWord(word string) string {
	inside := strings.TrimLeft(word, edges)
	before := word[:len(word)-len(inside)]
	trimmed := strings.TrimRight(inside, edges)
	after := inside[len(trimmed):]
	if trimmed == "" || trimmed == cut || passing.MatchString(trimmed) || types.MatchString(trimmed) || idLike.MatchString(trimmed) {
		return word
	}
	return before + cut + after
}

// Describe returns what a developer needs of an error: the ids of refusals, the numbers of the
// system and the sentences of the program, but no data of theirs.
func Describe(err error) string {
	switch e := err.(type) { //nolint:errorlint // of this very error: those inside follow
	case nil:
		return ""
	case *app.Refusal:
		return joined(": ", e.ID, Describe(e.Cause))
	case *fs.PathError:
		return joined(": ", e.Op, Describe(e.Err))
	case *os.LinkError:
		return joined(": ", e.Op, Describe(e.Err))
	case syscall.Errno:
		return fmt.Sprintf("errno %d: %s", int(e), Sieve(e.Error()))
	case app.FieldErrors:
		return joined(" ", append([]string{typeOf(err)}, fieldsOf(e)...)...)
	case interface{ Unwrap() error }:
		if inside := e.Unwrap(); inside != nil {
			return around(err, inside)
		}
	case interface{ Unwrap() []error }:
		return around(err, e.Unwrap()...)
	}
	return joined(": ", typeOf(err), own(err, err.Error()))
}

// fieldsOf returns the keys of the fields that are at fault.
func fieldsOf(faults app.FieldErrors) []string {
	keys := make([]string, len(faults))
	for i, f := range faults {
		keys[i] = Sieve(f.Field)
	}
	return keys
}

// own returns what an error says itself, sieved. The types of errors of this program carry
// records and their names, so of them the name of the type is all that is noted.
func own(err error, text string) string {
	of := reflect.TypeOf(err)
	if of.Kind() == reflect.Pointer {
		of = of.Elem()
	}
	if strings.HasPrefix(of.PkgPath(), "technopark/") {
		return ""
	}
	return Sieve(text)
}

// around describes an error that wraps others: its own words go through the sieve, and in
// place of theirs stands what there is to say of them.
func around(err error, inside ...error) string {
	rest := err.Error()
	var parts []string
	for _, one := range inside {
		before, after, found := strings.Cut(rest, one.Error())
		if !found {
			parts = append(parts, Describe(one))
			continue
		}
		parts, rest = append(parts, Sieve(before), Describe(one)), after
	}
	if len(parts) > len(inside) { // else its words are of its own making
		parts = append(parts, own(err, rest))
	}
	return joined(" ", append([]string{typeOf(err)}, parts...)...)
}

// typeOf names the type of an error, «» when it tells nothing.
func typeOf(err error) string {
	name := reflect.TypeOf(err).String()
	if strings.HasPrefix(name, "*errors.") || strings.HasPrefix(name, "*fmt.") {
		return ""
	}
	return name
}

// joined puts what is not empty together.
func joined(between string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), between)
}

// errOf makes an error of what was thrown in a panic.
func errOf(fault any) error {
	if err, ok := fault.(error); ok {
		return err
	}
	return errors.New(fmt.Sprint(fault))
}
