package assets

import _ "embed"

//go:embed rules/rules-2021.toml
var rules2021 string

// RuleSet is a profile of checks as its file stands, for check.Load.
type RuleSet struct {
	Name string // of the file, to name in messages
	TOML []byte // the caller's own
}

// Rules returns the built-in profiles of checks, the one to begin with first.
func Rules() []RuleSet {
	return []RuleSet{{Name: "rules-2021.toml", TOML: []byte(rules2021)}}
}
