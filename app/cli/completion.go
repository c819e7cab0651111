package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"technopark/app"
)

// completionCommand prints what makes a shell complete the words of this program.
type completionCommand struct {
	Bash  completionScript `cmd:""`
	Zsh   completionScript `cmd:""`
	Fish  completionScript `cmd:""`
	Words completionWords  `cmd:"" hidden:""`
}

// We let the shell ask the program for each word instead of writing all of them into its
// script: the script never grows old, and what the words are is told by the grammar alone.
// Where the program has no word, the shell offers files. The script of zsh may be read by
// the shell as it starts, or lie among its functions as _technopark.
const (
	bashScript = `_technopark() {
  local IFS=$'\n'
  COMPREPLY=($(compgen -W "$(technopark completion words -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -o bashdefault -F _technopark technopark
`
	zshScript = `#compdef technopark
_technopark() {
  local -a known
  known=("${(@f)$(technopark completion words -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if (( ${#known} )) && [[ -n ${known[1]} ]]; then
    compadd -a known
  else
    _files
  fi
}
if [[ ${funcstack[1]} == _technopark ]]; then
  _technopark "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
  compdef _technopark technopark
fi
`
	fishScript = `function __technopark_words
  technopark completion words -- (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null
end
complete -c technopark -f -n 'count (__technopark_words) >/dev/null' -a '(__technopark_words)'
`
)

// completionScript prints the script of the shell it is named after.
type completionScript struct {
	JSON bool `name:"json"`
}

// scriptJSON is the script of a shell.
type scriptJSON struct {
	Shell  string `json:"shell"`
	Script string `json:"script"`
}

// Run prints the script of the shell after which the command is named.
func (c completionScript) Run(s *session, parsed *kong.Context) error {
	shell := parsed.Selected().Name
	script := map[string]string{"bash": bashScript, "zsh": zshScript, "fish": fishScript}[shell]
	if c.JSON {
		return s.printJSON(scriptJSON{shell, script})
	}
	if _, err := fmt.Fprint(s.Stdout, script); err != nil {
		return &app.Refusal{ID: "cli.no_answer", Cause: err}
	}
	return nil
}

// completionWords prints the words that may stand where the last of the given ones does.
type completionWords struct {
	Typed []string `arg:"" optional:""` // behind the name of the program, the last one begun
}

// Run prints a word a line; none where a file is wanted.
func (c completionWords) Run(s *session) error {
	for _, word := range s.completions(c.Typed) {
		fmt.Fprintln(s.Stdout, word)
	}
	return nil
}

// completions returns the words that begin as the last one typed does.
func (s *session) completions(typed []string) []string {
	if len(typed) == 0 {
		typed = []string{""}
	}
	before, begun, glued := unglued(typed)
	node, args, flag := s.grammar, 0, (*kong.Flag)(nil)
	for _, word := range before {
		switch child := childNamed(node, word); {
		case flag != nil && !flag.IsBool():
			flag = nil // word was its value
		case strings.HasPrefix(word, "-"):
			flag = flagNamed(node, word)
		case child != nil:
			node, flag = child, nil
		default:
			args, flag = args+1, nil
		}
	}
	var found []string
	for _, word := range s.wordsAt(node, args, flag, begun) {
		if strings.HasPrefix(word, begun) {
			found = append(found, glued+word)
		}
	}
	return found
}

// unglued parts the words before the one begun from it. A flag and its value may be one word,
// --lang=ru, which is glued together again in the answer; bash makes three of it.
func unglued(typed []string) (before []string, begun, glued string) {
	before = slices.DeleteFunc(slices.Clone(typed[:len(typed)-1]), func(word string) bool { return word == "=" })
	begun = typed[len(typed)-1]
	if begun == "=" {
		return before, "", ""
	}
	if flag, value, isGlued := strings.Cut(begun, "="); isGlued && strings.HasPrefix(flag, "--") {
		return append(before, flag), value, flag + "="
	}
	return before, begun, ""
}

// wordsAt returns all words that may follow.
func (s *session) wordsAt(node *kong.Node, args int, flag *kong.Flag, begun string) []string {
	switch {
	case flag != nil && !flag.IsBool():
		return valuesOf(flag.Value)
	case strings.HasPrefix(begun, "-"):
		return flagsOf(node)
	case len(childrenOf(node)) > 0 && args == 0:
		return childrenOf(node)
	case args < len(node.Positional):
		return valuesOf(node.Positional[args])
	}
	return nil
}

// valuesOf returns the values there are for a flag or an argument; none when any will do.
func valuesOf(v *kong.Value) []string {
	switch {
	case v.Enum != "":
		return strings.Split(v.Enum, ",")
	case v.Name == "parts":
		return partKeys()
	case v.Name == "kind":
		return documentKinds()
	case v.Name == "type":
		return keysOf(app.Types())
	}
	return nil
}

func childNamed(n *kong.Node, name string) *kong.Node {
	for _, child := range n.Children {
		if child.Name == name && !child.Hidden {
			return child
		}
	}
	return nil
}

// flagNamed returns the flag that a word sets and whose value is to follow; nil when the
// value is in the word or the command has no such flag.
func flagNamed(n *kong.Node, word string) *kong.Flag {
	for _, flag := range n.Flags {
		if word == "--"+flag.Name {
			return flag
		}
	}
	return nil
}
