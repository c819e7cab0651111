package cli

import (
	"errors"
	"regexp"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"technopark/app"
)

// usage says what is wrong with the words of a command. The parser's own sentences are
// English and cannot be replaced, so we take from it what it found — the command and its
// flags — and from its sentence only the kind of the fault.
func (s *session) usage(err error) int {
	var at *kong.ParseError
	if !errors.As(err, &at) || at.Context == nil {
		return s.report(err) // it cannot parse anything
	}
	node := at.Context.Selected()
	if node == nil {
		node = at.Context.Model.Node
	}
	u := usageFault{session: s, node: node, example: s.exampleOf(node)}
	return s.report(u.refusal(err.Error()))
}

// usageFault is a command that the parser could not make sense of.
type usageFault struct {
	*session
	node    *kong.Node // the command, as far as it is known
	example string     // of that command
}

// faultPattern is a sentence of the parser; its groups are what the sentence names.
type faultPattern struct {
	kind    string
	pattern *regexp.Regexp
}

// faultPatterns returns the sentences of the parser; the first that fits decides.
func faultPatterns() []faultPattern {
	return []faultPattern{
		{"missing", regexp.MustCompile(`^(?:missing flags: |missing positional arguments |expected (?:one of )?["<])`)},
		{"extra", regexp.MustCompile(`^unexpected argument (.+?)(?:, did you mean .*)?$`)},
		{"unknown", regexp.MustCompile(`^unknown flag (\S+?)(?:, did you mean .*)?$`)},
		{"hyphen", regexp.MustCompile(`^(--[\w-]+).*: expected .*; perhaps try (--.+?)\?$`)},
		{"number", regexp.MustCompile(`^(?:--)?<?([\w-]+)(?:=\S*)?>?: expected an? (?:valid \d+ bit )?u?int but got "?(.*?)"?$`)},
		{"valueless", regexp.MustCompile(`^(--[\w-]+).*: (?:missing value|expected )`)},
		{"bool", regexp.MustCompile(`^(--[\w-]+).*: bool value must be`)},
		{"choice", regexp.MustCompile(`^(?:--)?<?([\w-]+)(?:=\S*)?>? must be one of (.+) but got "(.*)"$`)},
	}
}

// refusal puts a fault into words.
func (u usageFault) refusal(text string) error {
	for _, p := range faultPatterns() {
		if m := p.pattern.FindStringSubmatch(text); m != nil {
			return u.worded(p.kind, m)
		}
	}
	return &app.Refusal{ID: "cli.usage", Data: map[string]any{"Example": u.example}, Cause: errors.Join(errWords, errors.New(text))}
}

// worded is refusal for a fault of a known kind; m are the parts of the parser's sentence.
func (u usageFault) worded(kind string, m []string) error {
	switch kind {
	case "missing":
		return u.missing()
	case "extra":
		return u.extra(strings.Trim(m[1], `"`))
	case "unknown":
		known := flagsOf(u.node)
		return &app.Refusal{ID: "cli.unknown_flag", Data: map[string]any{
			"What": m[1], "Near": nearest(m[1], known), "Known": strings.Join(known, ", "), "Example": u.example,
		}, Cause: errWords}
	case "hyphen":
		if _, value, _ := strings.Cut(strings.ReplaceAll(m[2], `"`, ""), "="); !slices.Contains(flagsOf(u.node), value) {
			return &app.Refusal{ID: "cli.hyphen", Data: map[string]any{"What": m[1], "Try": m[1] + "=" + value}, Cause: errWords}
		}
		return &app.Refusal{ID: "cli.missing_value", Data: map[string]any{"What": m[1], "Example": u.example}, Cause: errWords}
	case "valueless":
		return &app.Refusal{ID: "cli.missing_value", Data: map[string]any{"What": m[1], "Example": u.example}, Cause: errWords}
	case "number":
		return &app.Refusal{ID: "cli.not_a_number", Data: map[string]any{"Flag": u.flag(m[1]), "Name": u.name(m[1]), "Got": m[2], "Example": u.example}, Cause: errWords}
	case "bool":
		return &app.Refusal{ID: "cli.no_value", Data: map[string]any{"What": m[1]}, Cause: errWords}
	}
	known := strings.NewReplacer(`","`, ", ", `"`, "").Replace(m[2])
	return &app.Refusal{ID: "cli.not_one_of", Data: map[string]any{
		"Flag": u.flag(m[1]), "Got": m[3], "Known": known, "Near": nearest(m[3], strings.Split(known, ", ")), "Example": u.example,
	}, Cause: errWords}
}

// missing names everything that a command still needs: a subcommand, or names and flags.
func (u usageFault) missing() error {
	if len(u.node.Children) > 0 {
		return &app.Refusal{ID: "cli.which_action", Data: map[string]any{
			"Command": commandName(u.node), "Known": strings.Join(childrenOf(u.node), ", "), "Example": u.example,
		}, Cause: errWords}
	}
	var names, flags []string
	for _, arg := range u.node.Positional {
		if arg.Required && !arg.Set {
			names = append(names, u.placeholder(arg))
		}
	}
	for _, flag := range u.node.Flags {
		if flag.Required && !flag.Set {
			flags = append(flags, "--"+flag.Name+" "+u.placeholder(flag.Value))
		}
	}
	return &app.Refusal{ID: "cli.missing", Data: map[string]any{
		"Names": strings.Join(names, " "), "Flags": strings.Join(flags, ", "), "Many": len(flags) > 1, "Example": u.example,
	}, Cause: errWords}
}

// extra refuses a word that there is no place for: an action that the command does not
// have, or one name too many.
func (u usageFault) extra(word string) error {
	if known := childrenOf(u.node); len(known) > 0 {
		return &app.Refusal{ID: "cli.unknown_action", Data: map[string]any{
			"Command": commandName(u.node), "What": word, "Near": nearest(word, known), "Known": strings.Join(known, ", "), "Example": u.example,
		}, Cause: errWords}
	}
	return &app.Refusal{ID: "cli.extra_argument", Data: map[string]any{"What": word, "Example": u.example}, Cause: errWords}
}

// flag returns a flag as it is typed; «» for the name of an argument.
func (u usageFault) flag(name string) string {
	if u.name(name) != "" {
		return ""
	}
	return "--" + name
}

// name returns the word of the help for an argument; «» for the name of a flag.
func (u usageFault) name(name string) string {
	for _, arg := range u.node.Positional {
		if arg.Name == name {
			return u.placeholder(arg)
		}
	}
	return ""
}

// placeholder is the word that stands for a value in the help.
func (s *session) placeholder(v *kong.Value) string {
	if v.Enum != "" {
		return strings.ReplaceAll(v.Enum, ",", "|")
	}
	word := v.Name
	if v.Tag.Type == "year" { // whatever its flag is called
		word = "year"
	}
	return s.words.T("cli.word."+word, nil)
}

// commandName returns the words that name a command: «document add».
func commandName(n *kong.Node) string {
	if n.Parent == nil || n.Parent.Type == kong.ApplicationNode {
		return n.Name
	}
	return commandName(n.Parent) + " " + n.Name
}

// childrenOf returns the subcommands that users may see.
func childrenOf(n *kong.Node) []string {
	var names []string
	for _, child := range n.Children {
		if !child.Hidden {
			names = append(names, child.Name)
		}
	}
	return names
}

// flagsOf returns the flags of a command as they are typed.
func flagsOf(n *kong.Node) []string {
	var names []string
	for _, flag := range n.Flags {
		if !flag.Hidden {
			names = append(names, "--"+flag.Name)
		}
	}
	return append(names, "--help")
}
