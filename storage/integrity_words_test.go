package storage

import (
	"errors"
	"io"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"technopark/app"
)

// What SQLite finds wrong is said in words; a line that nobody knew is quoted.
func TestDamageIsSaidInWords(t *testing.T) {
	for line, want := range map[string]string{
		"Page 1017: never used":                                  "страница 1017 никуда не входит",
		"Tree 12 page 40 cell 3: 2nd reference to page 7":        "страница 7 входит в файл дважды",
		"Tree 12 page 40 cell 3: Rowid 9 out of order":           "на странице 40 запись № 9 стоит не на своём месте",
		"Tree 12 page 40: btreeInitPage() returns error code 11": "страница 40 не сходится сама с собой",
		"Freelist: size is 3 but should be 4":                    "список свободных страниц не сходится",
		"row 12 missing from index room_by_park_id":              "записи № 12 нет в указателе room_by_park_id",
		"wrong # of entries in index room_by_park_id":            "в указателе room_by_park_id другое число записей",
		"something new": "SQLite: something new",
	} {
		if got := worded(line); got.RU != want || got.EN == "" || got.EN == got.RU && !strings.HasPrefix(want, "SQLite") {
			t.Errorf("%q: %q, %q; want %q", line, got.RU, got.EN, want)
		}
	}
}

// Of pages that are damaged in many ways no sentence is left in the words of SQLite.
func TestNoDamageIsLeftInTheWordsOfSQLite(t *testing.T) {
	whole := wholeFile(t)
	latin := regexp.MustCompile(`[A-Za-z]{3,} [a-z]|SQLite|malformed|page`)
	for at := 3 * 4096; at < len(whole); at += len(whole) / 40 {
		for _, spoil := range []func([]byte){
			func(page []byte) { clear(page) },
			func(page []byte) { page[3] ^= 1 },
			func(page []byte) { page[11] ^= 0x40 },
		} {
			data := append([]byte{}, whole...)
			page := at / 4096 * 4096
			spoil(data[page:min(page+4096, len(data))])
			v, _ := Examine(t.Context(), written(t, data), options())
			for _, p := range v.Problems {
				said := strings.NewReplacer("SQLite: ", "English ").Replace(p.Noted().RU)
				if p.Kind == "structure" && latin.MatchString(said) {
					t.Errorf("page %d: %q, of %q", page/4096+1, p.Noted().RU, p.File)
				}
			}
		}
	}
}

// failing is a disk that gives nothing.
type failing struct{ err error }

func (f failing) ReadAt([]byte, int64) (int, error) { return 0, f.err }

// A disk that does not give a page says nothing of the file; one that ends too early does.
func TestFaultOfTheDiskIsNoDamage(t *testing.T) {
	for err, damaged := range map[error]bool{io.EOF: true, io.ErrUnexpectedEOF: true, syscall.EIO: false} {
		is := readObjects(failing{err}, 1<<20, func(object) error { return nil })
		if errors.Is(is, app.ErrDamaged) != damaged {
			t.Errorf("%v: %v", err, is)
		}
	}
}
