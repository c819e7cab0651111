package assets

import _ "embed"

//go:embed docs/guide.md
var guide string

// Guide returns the user guide, in Markdown and Russian.
func Guide() string { return guide }
