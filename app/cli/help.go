package cli

import (
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

// We print help from the messages instead of the parser's templates, because
// those are English and cannot be translated.

func wantsVersion(args []string) bool {
	return len(args) > 0 && (args[0] == "--version" || args[0] == "-v")
}

// helpTopic reports whether help is asked for, and on which command («» on all).
func helpTopic(args, commands []string) (topic string, asked bool) {
	if end := slices.Index(args, "--"); end >= 0 {
		args = args[:end]
	}
	asked = slices.Contains(args, "--help") || slices.Contains(args, "-h") || (len(args) > 0 && args[0] == "help")
	for _, a := range args {
		if slices.Contains(commands, a) {
			return a, asked
		}
	}
	return "", asked
}

func (s *session) help(topic string) string {
	var b strings.Builder
	if topic != "" {
		b.WriteString(s.words.T("cli.help."+topic, nil) + "\n")
		for _, leaf := range leaves(s.command(topic)) {
			b.WriteString(s.words.T("cli.example", map[string]any{"Example": s.exampleOf(leaf)}) + "\n")
		}
		return b.String()
	}
	b.WriteString(s.words.T("cli.help", nil) + "\n\n")
	for _, name := range childrenOf(s.grammar) {
		usage, _, _ := strings.Cut(s.words.T("cli.help."+name, nil), "\n")
		b.WriteString("  " + usage + "\n")
	}
	b.WriteString("\n" + s.words.T("cli.help.end", nil) + "\n")
	return b.String()
}

// command returns a command by its name.
func (s *session) command(name string) *kong.Node {
	for _, child := range s.grammar.Children {
		if child.Name == name {
			return child
		}
	}
	return nil
}

// leaves returns the commands below one that do something, or itself.
func leaves(n *kong.Node) []*kong.Node {
	var all []*kong.Node
	for _, child := range n.Children {
		if !child.Hidden {
			all = append(all, leaves(child)...)
		}
	}
	if len(all) == 0 {
		return []*kong.Node{n}
	}
	return all
}

// exampleOf returns a command line that is right, of the command or of its first action.
func (s *session) exampleOf(n *kong.Node) string {
	if n.Parent == nil {
		return "technopark --help"
	}
	leaf := leaves(n)[0]
	return s.words.T("cli.example."+strings.ReplaceAll(commandName(leaf), " ", "."), nil)
}
