package logbook

import (
	"io"
	"os"
	"strings"
)

// Tail returns the last lines of the log, no more than so many bytes, the oldest first.
func (l *Log) Tail(most int) string {
	if l == nil || l.dir == "" {
		return ""
	}
	l.write.Lock()
	defer l.write.Unlock()
	text := ""
	for n := 0; n < mostFiles && len(text) < most; n++ {
		part, err := readSome(l.numbered(n), mostBytes)
		if err != nil {
			break
		}
		text = part + text
	}
	if len(text) > most {
		_, text, _ = strings.Cut(text[len(text)-most:], "\n") // the first line is cut
	}
	return text
}

// readSome returns the beginning of a file.
func readSome(path string, most int64) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close() //nolint:errcheck // nothing was written through it
	data, err := io.ReadAll(io.LimitReader(file, most))
	return string(data), err
}
