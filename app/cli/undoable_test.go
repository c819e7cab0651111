package cli

import "testing"

// What each command does to a data file: «step» is one step of undo, named, which the journal has; anything
// else is why it is none. A new command says here which it is.
var does = map[string]string{
	"import": "step", "collect": "step", "rollover": "step", "merge": "step", "explain": "step", "profile": "step", "document": "step",
	"questionnaires": "step: which were made", "journal": "step: with --restore",
	"duplicates": "step: with --apart and --offer",

	"package":  "a final one is kept as a revision, and what was shown to others is never taken back: it is held",
	"revision": "its state and its signatures follow what was handed in: they have a way back of their own",
	"verify":   "reads; with --restore a step",

	"new": "makes a file, which begins so: there is nothing before it", "demo": "makes a file, which begins so",
	"backup": "writes another file", "restore": "writes another file", "recover": "writes another file", "export": "writes other files", "fill": "writes another file",

	"open": "the window", "todo": "reads", "check": "reads", "score": "reads", "rate": "reads", "inspect": "reads a package; makes a file with --to",
	"search": "reads", "guide": "reads nothing", "bugreport": "reads", "licences": "reads", "completion": "reads nothing",
}

func TestEveryCommandSaysWhetherItIsUndone(t *testing.T) {
	s, _ := testSession(t)
	for _, child := range s.grammar.Children {
		if does[child.Name] == "" {
			t.Errorf("%s: say here whether it is a step of undo, or why it is none", child.Name)
		}
	}
}
