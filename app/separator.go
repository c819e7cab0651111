package app

// Separator returns what parts the cells of a text: the semicolon, the tab or the comma,
// whichever parts most of its first lines into equally many cells, outside quotes. The comma
// comes last, for it is also in decimals and sentences.
func Separator(text string) rune {
	best, most := ';', 0
	for _, comma := range []rune{';', '\t', ','} {
		alike := map[int]int{} // lines by how many separators they have
		for _, n := range counted(text, comma) {
			if n > 0 {
				alike[n]++
			}
		}
		for _, lines := range alike {
			if lines > most {
				best, most = comma, lines
			}
		}
	}
	return best
}

// counted returns how many separators stand outside quotes in each of the first lines.
func counted(text string, comma rune) []int {
	const lines = 40
	var all []int
	n, isQuoted, blank := 0, false, true
	for _, r := range text {
		switch {
		case r == '"':
			isQuoted = !isQuoted
		case r == comma && !isQuoted:
			n++
		case r == '\n' && !isQuoted:
			if !blank {
				all = append(all, n)
			}
			if n, blank = 0, true; len(all) == lines {
				return all
			}
			continue
		}
		blank = blank && (r == ' ' || r == '\r')
	}
	if !blank {
		all = append(all, n)
	}
	return all
}
