package cli

import (
	"slices"
	"strings"
)

// We print help from the messages instead of the parser's templates, because
// those are English and cannot be translated.

func topics() []string {
	return []string{"demo", "new", "check", "explain", "score", "package", "profile", "journal", "verify"}
}

func wantsVersion(args []string) bool {
	return len(args) == 1 && (args[0] == "--version" || args[0] == "-v")
}

// helpTopic reports whether help is asked for, and on which command («» on all).
func helpTopic(args []string) (topic string, asked bool) {
	asked = slices.Contains(args, "--help") || slices.Contains(args, "-h") || (len(args) > 0 && args[0] == "help")
	for _, a := range args {
		if slices.Contains(topics(), a) {
			return a, asked
		}
	}
	return "", asked
}

func (s *session) help(topic string) string {
	if topic != "" {
		return s.words.T("cli.help."+topic, nil) + "\n"
	}
	var b strings.Builder
	b.WriteString(s.words.T("cli.help", nil) + "\n\n")
	for _, name := range topics() {
		usage, _, _ := strings.Cut(s.words.T("cli.help."+name, nil), "\n")
		b.WriteString("  " + usage + "\n")
	}
	b.WriteString("\n" + s.words.T("cli.help.end", nil) + "\n")
	return b.String()
}
