package formula

import (
	"fmt"
	"strings"
)

// Block is a table of a profile as it stands in its text, with the remarks over it.
type Block struct {
	Title string // the head with what it calls itself: «[[indicator]] S2.1»; empty for the head of the file
	Text  string // the lines of it
	Line  int    // the number of the first, from 1
}

// Blocks parts a text into its tables; together they are the text. A text that is no TOML is
// parted as well as it can be.
func Blocks(text string) []Block {
	all := statements(text)
	var blocks []Block
	start, line := 0, 1
	cut := func(end int, title string) {
		blocks = append(blocks, Block{title, text[start:end], line})
		line += strings.Count(text[start:end], "\n")
		start = end
	}
	title, end := "", 0
	for i, s := range all {
		if s.head && i > 0 {
			cut(end, title)
		}
		if s.head {
			title = titled(text, all[i:])
		}
		end = s.end
	}
	cut(len(text), title)
	return blocks
}

// titled names a table by its head and its code, id or name.
func titled(text string, table []statement) string {
	head := strings.TrimSpace(text[table[0].from:table[0].to])
	for _, s := range table[1:] {
		if s.head {
			break
		}
		if s.name == "code" || s.name == "id" || s.name == "name" {
			return fmt.Sprintf("%s %s", head, strings.Trim(text[s.from:s.to], `"'`))
		}
	}
	return head
}
