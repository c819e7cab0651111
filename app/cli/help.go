package cli

import (
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

// We print help from the messages instead of the parser's templates, because
// those are English and cannot be translated.

// topics returns the names of the commands in the order of the grammar.
func topics(parser *kong.Kong) []string {
	var names []string
	for _, c := range parser.Model.Children {
		if !c.Hidden {
			names = append(names, c.Name)
		}
	}
	return names
}

func wantsVersion(args []string) bool {
	return len(args) == 1 && (args[0] == "--version" || args[0] == "-v")
}

// helpTopic reports whether help is asked for, and on which command («» on all).
func helpTopic(args, topics []string) (topic string, asked bool) {
	asked = slices.Contains(args, "--help") || slices.Contains(args, "-h") || (len(args) > 0 && args[0] == "help")
	for _, a := range args {
		if slices.Contains(topics, a) {
			return a, asked
		}
	}
	return "", asked
}

func (s *session) help(topic string, topics []string) string {
	if topic != "" {
		return s.words.T("cli.help."+topic, nil) + "\n"
	}
	var b strings.Builder
	b.WriteString(s.words.T("cli.help", nil) + "\n\n")
	for _, name := range topics {
		usage, _, _ := strings.Cut(s.words.T("cli.help."+name, nil), "\n")
		b.WriteString("  " + usage + "\n")
	}
	b.WriteString("\n" + s.words.T("cli.help.end", nil) + "\n")
	return b.String()
}
