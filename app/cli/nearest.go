package cli

import (
	"slices"
	"strings"

	"technopark/app"
)

// nearest returns the word among known that somebody most likely meant, «» when none is near:
// a letter or two away, or typed in the other layout of the keyboard, as «сруcк» is «check».
func nearest(word string, known []string) string {
	best, least := "", 0
	for _, meant := range known {
		d := min(distance(strings.ToLower(word), meant), distance(otherLayout(strings.ToLower(word)), meant))
		if near := d <= max(1, len([]rune(meant))/3); near && (best == "" || d < least) {
			best, least = meant, d
		}
	}
	if best == "" {
		return beginning(word, known)
	}
	return best
}

// beginning returns the only word that begins with what was typed.
func beginning(word string, known []string) string {
	found := slices.DeleteFunc(slices.Clone(known), func(meant string) bool {
		return len(word) < 2 || !strings.HasPrefix(meant, strings.ToLower(word))
	})
	if len(found) == 1 {
		return found[0]
	}
	return ""
}

// distance counts the letters to change, add, leave out or swap with the next: the optimal
// string alignment distance. Long words are not what anybody mistyped a command as.
func distance(from, to string) int {
	const longest = 40
	a, b := []rune(from), []rune(to)
	if len(a) > longest {
		return longest
	}
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range b {
		rows[0][j+1] = j + 1
	}
	for i := range a {
		for j := range b {
			change := 1
			if a[i] == b[j] {
				change = 0
			}
			least := min(rows[i][j]+change, rows[i][j+1]+1, rows[i+1][j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				least = min(least, rows[i-1][j-1]+1)
			}
			rows[i+1][j+1] = least
		}
	}
	return rows[len(a)][len(b)]
}

// otherLayout writes Russian letters as the Latin ones on the same keys.
func otherLayout(word string) string {
	russian, latin := []rune("йцукенгшщзхъфывапролджэячсмитьбю"), []rune("qwertyuiop[]asdfghjkl;'zxcvbnm,.")
	return strings.Map(func(r rune) rune {
		if i := slices.Index(russian, r); i >= 0 {
			return latin[i]
		}
		return r
	}, app.Clean(word))
}
