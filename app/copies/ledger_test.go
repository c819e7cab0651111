package copies

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"technopark/app"
)

// Two programs that read a list, change it and write it one after the other lose nothing of what the
// other has put in, taken out or noted.
func TestTwoWriteOneList(t *testing.T) {
	path := ledgerPath(t.TempDir(), "1a2b3c4d")
	entry := func(name, of string) Entry { return Entry{Name: name + Extension, SHA256: strings.Repeat(of, 64)} }
	read := func() *ledger {
		l, err := readLedger(path)
		if err != nil {
			t.Fatal(err)
		}
		return l
	}
	write := func(l *ledger) {
		if err := l.write(); err != nil {
			t.Fatal(err)
		}
	}
	first := read()
	first.Copies = []Entry{entry("а", "1"), entry("б", "2")}
	write(first)
	one, other := read(), read()
	one.Copies = append(one.Copies[1:], entry("в", "3"))
	write(one)
	other.at("б" + Extension).Fault = FaultChanged
	other.Copies = append(other.Copies, entry("г", "4"))
	write(other)
	one.Copies = append(one.Copies, entry("д", "5"))
	write(one)
	if is := read(); is.at("б"+Extension).Fault != FaultChanged || is.at("в"+Extension) == nil || is.at("г"+Extension) == nil || is.at("д"+Extension) == nil {
		t.Errorf("there are %+v", is.Copies)
	}
	other.Copies = append(other.Copies, entry("д", "5")) // of the same moment, and perhaps with the same bytes
	if err := other.write(); !errors.Is(err, app.ErrExists) {
		t.Errorf("two of one name: %v", err)
	}
	if err := os.WriteFile(path+".lock", nil, 0o600); err != nil { // a program that was killed
		t.Fatal(err)
	}
	write(one)
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
		t.Errorf("there are %v, %v", left, err)
	}
}
