package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/i18n"
)

// A list without rows shows its words in place of everything and gives the keyboard to the button;
// with rows it shows them.
func TestAListWithoutRowsSaysWhatToDo(t *testing.T) {
	list, window := listOf(t, nil)
	rows := list.Table.grid.rows
	done := 0
	begin := NewPrimary("Добавить", nil, func() { done++ })
	list.SetNone("Договоров пока нет", "Договор даёт резиденту статус и площадь.", begin)
	if list.empty.Visible() || list.Bare() {
		t.Error("a list with rows says that it has none")
	}
	list.Table.SetRows(nil)
	list.Focus()
	if list.Table.Visible() || !list.empty.Visible() || list.empty.Said() != "Договоров пока нет\nДоговор даёт резиденту статус и площадь.\nДобавить" {
		t.Errorf("without rows it says %q", list.empty.Said())
	}
	press(window, fyne.KeyReturn)
	if done != 1 {
		t.Errorf("Enter presses the button %d times", done)
	}
	list.Table.SetRows(rows)
	list.Focus()
	if !list.Table.Visible() || list.empty.Visible() || window.Canvas().Focused() != fyne.Focusable(list.Table) {
		t.Error("with rows again they are not shown")
	}
}

// What the search and the conditions leave nothing of is said in their words, under the heads,
// and taken back by one button or by Esc.
func TestNothingFoundIsSaidAndTakenBack(t *testing.T) {
	list, window := listOf(t, nil)
	search := NewFilter("Найти", list.Table.SetFilter)
	list.SearchBy(search)
	none := Condition{Key: "kind", Contains: "субаренда"}
	for _, c := range []struct {
		query     string
		condition bool
		want      string
	}{
		{"геном", false, "Ничего не найдено по „геном“"},
		{"", true, "Под эти условия ничего не подходит"},
		{"бета", true, "Ничего не найдено по „бета“ при этих условиях"},
	} {
		search.SetText(c.query)
		if c.condition {
			list.setCondition(none)
		}
		if list.empty.Title() != c.want || !list.empty.Visible() || !list.Table.Visible() {
			t.Errorf("%q, a condition %v: it says %q", c.query, c.condition, list.empty.Title())
		}
		if top := list.empty.Position().Y; top < list.Table.Position().Y+list.Table.head.height() {
			t.Errorf("the words at %v lie over the heads", top)
		}
		list.Focus()
		key := fyne.KeyReturn
		if c.condition {
			key = fyne.KeyEscape
		}
		press(window, key)
		if shown, all := list.Table.Len(); shown != all || search.Text != "" || list.Narrowed() || window.Canvas().Focused() != fyne.Focusable(list.Table) {
			t.Errorf("%q: %d of %d are shown again, searched %q", c.query, shown, all, search.Text)
		}
	}
}

// A new file is named in a directory, gets its extension, and may be a whole path; Esc makes none.
func TestANewFileIsNamedInADirectory(t *testing.T) {
	window := test.NewTempWindow(t, nil)
	dir, kept := t.TempDir(), ""
	var named []string
	f := Files{Window: window, Words: i18n.New(app.RU), Dir: dir, Keep: func(dir string) { kept = dir }}
	for _, typed := range []string{"парк", dir + "/выше/парк.tpark", ""} {
		f.New("Новый файл", "", ".tpark", func(path string) { named = append(named, path) })
		entry := window.Canvas().Focused().(*Entry)
		if typed == "" {
			press(window, fyne.KeyEscape)
			continue
		}
		test.Type(entry, typed)
		press(window, fyne.KeyReturn)
	}
	if len(named) != 2 || named[0] != dir+"/парк.tpark" || named[1] != dir+"/выше/парк.tpark" || kept != dir+"/выше" {
		t.Errorf("named %q, kept %q", named, kept)
	}
	if window.Canvas().Overlays().Top() != nil {
		t.Error("the question stays")
	}
}

// A name that is offered may come from a stranger's data file: it stays in the directory.
func TestAnOfferedNameLeadsNowhere(t *testing.T) {
	window := test.NewTempWindow(t, nil)
	dir, named := t.TempDir(), ""
	f := Files{Window: window, Words: i18n.New(app.RU), Dir: dir}
	f.New("Подпись", "/etc/cron.d/../evil.sig", ".sig", func(path string) { named = path })
	press(window, fyne.KeyReturn)
	if named != dir+"/_etc_cron.d_.._evil.sig" {
		t.Errorf("it is written to %s", named)
	}
}
