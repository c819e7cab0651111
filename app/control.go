package app

import (
	"strconv"
	"strings"
	"unicode"
)

// Control is where the journal of a data file ends at a moment: so many entries, and the hash of
// the last, which stands for all before it. Printed, it proves later that the file still tells the
// same of everything up to that moment.
type Control struct {
	Entry int64  // number of the last entry; 0 of an empty journal
	Hash  string // of that entry, 64 hexadecimal digits, or the beginning of it that was printed
}

// controlDigits is how much of the hash is printed: nobody finds another journal with the same
// 64 bits, and people can read 16 signs aloud.
const controlDigits = 16

// String writes the value as it is printed and shown: «1234-3F2A-91BC-04DE-7781», the number of
// the entry and the beginning of its hash; «» of an empty journal.
func (c Control) String() string {
	if c.Entry == 0 || len(c.Hash) < controlDigits {
		return ""
	}
	text := strconv.FormatInt(c.Entry, 10)
	for i := 0; i < controlDigits; i += 4 {
		text += "-" + strings.ToUpper(c.Hash[i:i+4])
	}
	return text
}

// ControlOf returns the value of an entry.
func ControlOf(e JournalEntry) Control { return Control{Entry: e.ID, Hash: e.Hash} }

// ParseControl reads what String wrote however it was typed off paper: small letters, spaces or
// no signs between the groups, Russian letters of the same look. ok is false for any other text.
func ParseControl(text string) (c Control, ok bool) {
	groups := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	if len(groups) < 2 {
		return Control{}, false
	}
	entry, err := strconv.ParseInt(groups[0], 10, 64)
	hash := strings.NewReplacer("а", "a", "в", "b", "с", "c", "е", "e").Replace(strings.Join(groups[1:], ""))
	if err != nil || entry <= 0 || len(hash) < controlDigits || len(hash) > 64 {
		return Control{}, false
	}
	for _, r := range hash {
		if !strings.ContainsRune("0123456789abcdef", r) {
			return Control{}, false
		}
	}
	return Control{entry, hash}, true
}

// Proves reports whether the entry of that number is the one the value was printed of.
func (c Control) Proves(e JournalEntry) bool {
	return c.Entry == e.ID && len(c.Hash) >= controlDigits && strings.HasPrefix(e.Hash, c.Hash)
}
