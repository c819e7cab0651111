// Package kit is what every screen is made of: the theme, the table, the form, its
// entries, dialogs, file choosers and background work. It knows the descriptions of
// fields (app.Field) and no record type.
//
// We draw tables ourselves on a scroller rather than with the toolkit's Table, because
// staff select records and not cells, heads must wrap and sort, and a row costs a
// handful of canvas texts instead of as many widgets.
//
// We make every entry of a form — dates, choices, references, yes and no, figures with
// «не применимо» — from one text entry with an optional list under it, because then
// the keyboard works the same way everywhere: type, Tab to keep, Esc to take back,
// Down to open the list.
package kit
