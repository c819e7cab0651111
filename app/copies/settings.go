package copies

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/unicode/norm"

	"technopark/app"
	"technopark/app/disk"
)

// Settings say where copies go besides the folder of the data file. They are those of a
// user of a computer, whatever file he opens.
//
// The passphrase is kept beside the other settings, for their user alone: copies are made
// when nobody is asked, and who can read the settings can read the data file itself. It
// guards what leaves the computer.
type Settings struct {
	Second     string `toml:"second"`     // a folder on another disk; «» for none
	Passphrase string `toml:"passphrase"` // copies in the second place are sealed with it; «» when they are not
}

const (
	settingsFile = "copies.toml"
	mostSettings = 64 << 10
)

// LoadSettings reads the settings of a directory; what is not there or makes no sense is
// replaced by none.
func LoadSettings(dir string) Settings {
	var s Settings
	if dir == "" {
		return s
	}
	raw, err := disk.Read(filepath.Join(dir, settingsFile), mostSettings, app.ErrTooBig)
	if err != nil {
		return s
	}
	if err := toml.Unmarshal(raw, &s); err != nil {
		return Settings{}
	}
	return s
}

// Save keeps the settings in a directory; an empty one keeps none.
func (s Settings) Save(dir string) error {
	if dir == "" {
		return nil
	}
	if err := disk.MakeDir(dir); err != nil {
		return err
	}
	var text bytes.Buffer
	if err := toml.NewEncoder(&text).Encode(s); err != nil {
		return fmt.Errorf("keep the settings of copies: %w", err)
	}
	return disk.Write(filepath.Join(dir, settingsFile), text.Bytes())
}

// leastPassphrase is how many characters a passphrase has at the least: the sealed file may
// be tried at leisure by whoever finds it.
const leastPassphrase = 8

// Passphrase reads a passphrase as it was typed: the same letters, however a keyboard makes
// them. One that is too short is refused.
func Passphrase(typed string) (string, error) {
	text := norm.NFC.String(typed)
	if n := len([]rune(text)); n < leastPassphrase {
		return "", &app.Refusal{ID: "copies.short_passphrase", Data: map[string]any{"Least": leastPassphrase}}
	}
	return text, nil
}

// markName is a file by which the second place is known again: where a stick was mounted
// there may be a folder without it, and copies in that would lie on the very disk of the
// data file.
const markName = "Место копий Технопарка.txt"

const markText = "В эту папку программа «Технопарк» пишет вторые копии файлов данных.\r\n" +
	"По этому файлу она узнаёт, что нужный диск подключён: не удаляйте его.\r\n"

// ErrAbsent is why nothing was written to the second place: it is not there.
var ErrAbsent error = &app.Refusal{ID: "copies.absent"}

// ChooseSecond makes a folder the second place of the copies of a data file: it must be
// there, take files and be none of the first place.
func ChooseSecond(file, dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", fmt.Errorf("choose a second place: %w", err)
	}
	if err := disk.Into(dir); err != nil {
		return "", err
	}
	for _, taken := range []string{filepath.Dir(file), Folder(file)} {
		if same(dir, taken) {
			return "", &app.Refusal{ID: "copies.same_place", Data: map[string]any{"File": dir}}
		}
	}
	err = disk.WriteNew(filepath.Join(dir, markName), []byte(markText))
	if err != nil && !errors.Is(err, app.ErrExists) {
		return "", err
	}
	return dir, nil
}

// same reports whether two paths lead to one folder.
func same(a, b string) bool {
	one, err := os.Stat(a)
	two, other := os.Stat(b)
	return err == nil && other == nil && os.SameFile(one, two)
}

// present refuses a second place that is not there.
func present(dir string) error {
	if disk.Plain(filepath.Join(dir, markName)) != nil {
		return app.About(dir, ErrAbsent)
	}
	return nil
}
