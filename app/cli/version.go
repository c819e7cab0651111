package cli

import "technopark/app"

// programJSON says which program this is and what it came with.
type programJSON struct {
	Program  string        `json:"program"`
	Version  string        `json:"version"`
	Commit   string        `json:"commit"`   // it is made of; empty where nobody knows
	Profiles []inForceJSON `json:"profiles"` // the program's own
}

// version says which program this is, and the versions of the method and the rules it came with.
func (s *session) version() error {
	set, err := s.by.For(nil, demoYear)
	if err != nil {
		return err
	}
	answer := programJSON{"technopark", app.Version, app.Commit(), inForce(set)}
	if s.json {
		return s.printJSON(answer)
	}
	s.say("cli.version", map[string]any{"Version": answer.Version, "Commit": answer.Commit})
	s.printInForce(answer.Profiles)
	return nil
}
