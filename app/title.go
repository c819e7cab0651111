package app

import "strings"

// titled makes the title of a record of its parts; one that is not known leaves no comma behind.
func titled(parts ...string) string { return joinKnown(", ", parts...) }

// joinKnown joins the parts that are not empty.
func joinKnown(by string, parts ...string) string {
	var known []string
	for _, p := range parts {
		if p != "" {
			known = append(known, p)
		}
	}
	return strings.Join(known, by)
}
