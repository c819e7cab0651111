package i18n

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"technopark/app"

	"github.com/BurntSushi/toml"
)

// literals are the texts in quotation marks of the program, without its tests.
func literals(t *testing.T) map[string]bool {
	t.Helper()
	quoted := regexp.MustCompile(`"([a-z0-9_.]+)"`)
	all := map[string]bool{}
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == ".git" || d.Name() == "testdata"):
			return filepath.SkipDir
		case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		raw, err := os.ReadFile(path)
		for _, found := range quoted.FindAllSubmatch(raw, -1) {
			all[string(found[1])] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// Every message is said somewhere: its id stands in the program whole, or is put together of two
// parts that do, such as «ui.look.» and the name of a look. Who removes the last use of a message
// removes the message.
func TestEveryMessageIsUsed(t *testing.T) {
	said := literals(t)
	for _, id := range ids(messagesOf(t, app.RU)) {
		if said[id] {
			continue
		}
		used := false
		for at := len(id) - 1; at > 0 && !used; at-- {
			begin, end := id[:at], id[at:]
			dynamic := strings.HasSuffix(begin, ".") || strings.HasSuffix(begin, "_")
			used = said[begin] && (dynamic || said[end])
		}
		if !used {
			t.Errorf("%s is said nowhere", id)
		}
	}
}

// areas are the words the ids of messages begin with.
func areas(messages map[string]any) map[string]bool {
	all := map[string]bool{}
	for id := range messages {
		area, _, _ := strings.Cut(id, ".")
		all[area] = true
	}
	return all
}

// noMessages are texts in quotation marks that only look like the id of a message.
var noMessages = map[string]bool{"copies.toml": true}

// Whatever in the program looks like the id of a message is one: an id is often kept in a value or
// returned before it is said, so we do not look for the call that says it. An id that has no message
// is shown to the user as it is.
func TestEveryIdHasAMessage(t *testing.T) {
	messages := messagesOf(t, app.RU)
	areas := areas(messages)
	for id := range literals(t) {
		area, name, ok := strings.Cut(id, ".")
		if !ok || !areas[area] || name == "" || strings.HasSuffix(id, ".") || strings.HasSuffix(id, "_") || noMessages[id] {
			continue
		}
		if messages[id] == nil {
			t.Errorf("%s has no message", id)
		}
	}
}

func messagesOf(t *testing.T, lang app.Lang) map[string]any {
	t.Helper()
	raw, err := messageFiles.ReadFile("active." + string(lang) + ".toml")
	if err != nil {
		t.Fatal(err)
	}
	var messages map[string]any
	if err := toml.Unmarshal(raw, &messages); err != nil {
		t.Fatal(err)
	}
	return messages
}

// wordings are the forms of a message by their names.
func wordings(message any) map[string]string {
	all := map[string]string{}
	if text, ok := message.(string); ok {
		all["other"] = text
	}
	if forms, ok := message.(map[string]any); ok {
		for form, text := range forms {
			all[form], _ = text.(string)
		}
	}
	return all
}

var (
	action = regexp.MustCompile(`\{\{(.*?)\}\}`)
	filled = regexp.MustCompile(`\.([A-Z]\w*)`)
)

// fills are the names of what is put into a wording.
func fills(text string) []string {
	var names []string
	for _, a := range action.FindAllStringSubmatch(text, -1) {
		for _, name := range filled.FindAllStringSubmatch(a[1], -1) {
			if !slices.Contains(names, name[1]) {
				names = append(names, name[1])
			}
		}
	}
	slices.Sort(names)
	return names
}

// onlyRussian is what English grammar has no need of.
var onlyRussian = []string{"Many"}

// A message puts the same into its sentence in both languages.
func TestMessagesSayTheSameInBothLanguages(t *testing.T) {
	ru, en := messagesOf(t, app.RU), messagesOf(t, app.EN)
	for id, message := range ru {
		of := func(message any) []string {
			var all []string
			for _, text := range wordings(message) {
				all = append(all, fills(text)...)
			}
			slices.Sort(all)
			return slices.DeleteFunc(slices.Compact(all), func(name string) bool { return slices.Contains(onlyRussian, name) })
		}
		if a, b := of(message), of(en[id]); !slices.Equal(a, b) {
			t.Errorf("%s says %v in Russian and %v in English", id, a, b)
		}
	}
}

// A Russian message in forms is said of 21 as of 1: where the others name the number, that form does.
func TestPluralFormsNameTheirNumber(t *testing.T) {
	for id, message := range messagesOf(t, app.RU) {
		forms := wordings(message)
		for form, text := range forms {
			if slices.Contains(fills(forms["many"]), "N") && !slices.Contains(fills(text), "N") {
				t.Errorf("%s: the form %s does not name the number: %s", id, form, text)
			}
		}
	}
}

// agreeing are nouns that follow a number in the form it wants.
var agreeing = regexp.MustCompile(`\{\{\.(\w+)\}\}[ \x{a0}](запис|файл|резидент|отчёт|дн|договор|документ|лист|строк|недел|месяц|шаг|анкет|ячеек|ячейк|значени|показател|замечани|ошиб|предупрежден|сведени|технопарк|пол[еяй]|этап)`)

// fixed are messages whose number is always the same, or larger than any that wants another form.
var fixed = map[string]string{
	"err.too_many_answers": "a bound of thousands",
	"ui.others.lines_more": "a bound",
}

// A noun that follows a number agrees with it: the message has forms, or the number comes otherwise.
func TestNounsAgreeWithTheirNumbers(t *testing.T) {
	for id, message := range messagesOf(t, app.RU) {
		text, plain := message.(string)
		for _, found := range agreeing.FindAllStringSubmatch(text, -1) {
			if plain && found[1] != "Period" && fixed[id] == "" {
				t.Errorf("%s: %q follows {{.%s}} in one form: %s", id, found[2], found[1], text)
			}
		}
	}
}
