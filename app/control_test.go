package app

import (
	"strings"
	"testing"
)

func TestControlIsReadAsItIsTyped(t *testing.T) {
	hash := strings.Repeat("3f2a91bc04de7781", 4)
	c := Control{Entry: 1234, Hash: hash}
	if got, want := c.String(), "1234-3F2A-91BC-04DE-7781"; got != want {
		t.Fatalf("written %q, want %q", got, want)
	}
	for _, text := range []string{
		c.String(), "1234-3f2a-91bc-04de-7781", " № 1234 · 3F2A 91BC 04DE 7781 ", "1234–3F2A91BC04DE7781",
		"1234-3F2А-91ВС-04DЕ-7781", "1234 " + hash,
	} {
		read, ok := ParseControl(text)
		if !ok || !read.Proves(JournalEntry{ID: 1234, Hash: hash}) {
			t.Errorf("%q is read as %v, %v", text, read, ok)
		}
		if read.Proves(JournalEntry{ID: 1235, Hash: hash}) || read.Proves(JournalEntry{ID: 1234, Hash: strings.Repeat("0", 64)}) {
			t.Errorf("%q proves another entry", text)
		}
	}
	for _, text := range []string{"", "1234", "1234-3F2A", "0-3F2A-91BC-04DE-7781", "1234-3F2A-91BC-04DE-778X", "x-3F2A-91BC-04DE-7781", "-5 3F2A", "1-" + hash + "0"} {
		if c, ok := ParseControl(text); ok {
			t.Errorf("%q is read as %v", text, c)
		}
	}
	if got := (Control{}).String(); got != "" {
		t.Errorf("an empty journal has the value %q", got)
	}
}
