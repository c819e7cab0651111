package assets

import _ "embed"

//go:embed methods/rating-2021.toml
var rating2021 string

// Method is a methodology profile as its file stands, for rating.Load.
type Method struct {
	Name string // of the file, to name in messages
	TOML []byte // the caller's own
}

// Methods returns the built-in methodology profiles, the one to begin with first.
func Methods() []Method {
	return []Method{{Name: "rating-2021.toml", TOML: []byte(rating2021)}}
}
