// Package assets holds the files that travel inside the program, each behind a
// typed accessor, so that nobody else needs to know their names.
//
// We embed what is read whole and seldom; whatever staff may edit (profiles, rules)
// is handed over as bytes, because they may pass a copy of their own instead.
package assets
