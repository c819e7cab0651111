package backups

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/copies"
	"technopark/app/ui/desk"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
	"technopark/storage"
)

// page is the screen over a data file of one resident, with a clock that can be set.
type page struct {
	*Screen
	t        testing.TB
	desk     *desktest.Desk
	now      time.Time
	settings string // their directory
}

func newPage(t *testing.T) *page {
	t.Helper()
	d := desktest.Small(t, "Альфа")
	p := &page{t: t, desk: d, now: time.Date(2021, 5, 19, 9, 12, 0, 0, time.UTC), settings: t.TempDir()}
	clock := func() time.Time { return p.now }
	d.Now = clock
	options := storage.Options{Who: "ivanova", Now: clock, ReadOnly: true}
	keeper := copies.Keeper{Now: clock, Computer: "1a2b3c4d", Storage: copies.Storage{
		Open: func(path string) (copies.File, error) { return storage.Open(path, options) }, Copy: storage.Backup,
	}}
	d.Copies = desk.NewCopies(d.Desk, keeper, p.settings, func() {
		if p.Screen != nil {
			p.FollowCopies()
		}
	})
	p.Screen = New(d.Desk).(*Screen)
	d.Show(p.Screen)
	return p
}

// begin does what the shell does when a file is opened.
func (p *page) begin() {
	p.desk.Copies.Begin(p.desk.Store.Path(), true)
}

// folder answers the question for a folder.
func (p *page) second() string {
	p.t.Helper()
	dir := p.t.TempDir()
	if err := p.desk.Copies.ChooseSecond(dir); err != nil {
		p.t.Fatal(err)
	}
	return dir
}

func (p *page) says(want ...string) {
	p.t.Helper()
	for _, text := range want {
		if !strings.Contains(p.about.Text, text) {
			p.t.Errorf("it says %q, want %q", p.about.Text, text)
		}
	}
}

func TestTwoSentencesDecide(t *testing.T) {
	p := newPage(t)
	p.begin()
	p.says("●\u00a0Последняя копия (сегодня 09:12) прочитана и совпала с файлом.", "▲\u00a0Второе место не выбрано")
	if !p.choose.Visible() || p.chosen() == nil {
		t.Error("no folder can be chosen, or no copy is")
	}
	p.desk.Save(t, &app.Resident{Head: app.Head{Park: p.desk.Park}, Name: "Бета"})
	p.Refresh()
	p.says("После неё в журнал внесено: 1 запись.")
	dir := p.second()
	p.says("●\u00a0Второе место "+dir+" на месте, последняя копия там — сегодня 09:12.", "совпала с файлом.")
	if p.choose.Visible() || strings.Contains(p.about.Text, "После неё") {
		t.Errorf("it still says %q", p.about.Text)
	}
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	p.now = p.now.AddDate(0, 0, 1)
	p.Refresh()
	p.says("(вчера 09:12)", "▲\u00a0Второе место "+dir+" недоступно, последняя копия там — вчера 09:12: вставьте диск")
	if n := p.desk.Copies.Waiting(); n != 1 {
		t.Errorf("%d things want looking after", n)
	}
	if err := p.desk.Copies.ChooseSecond(""); err != nil {
		t.Fatal(err)
	}
	p.says("Второе место не выбрано")
}

func TestCopyAgainstNow(t *testing.T) {
	p := newPage(t)
	p.begin()
	p.desk.Save(t, &app.Resident{Head: app.Head{Park: p.desk.Park}, Name: "Бета"})
	p.Refresh()
	first := p.chosen().Path()
	p.now = p.now.Add(time.Minute)
	test.Tap(p.make)
	if c := p.chosen(); len(p.copies) != 2 || c.Path() == first || c.Path() != p.copies[0].Path() {
		t.Errorf("when a copy was asked for, chosen is %s", c.Path())
	}
	p.list.Table.Select(rowID(p.copies[1]))
	p.now = p.now.Add(time.Minute)
	p.desk.Copies.Make(nil) // by the program itself
	if c := p.chosen(); c.Path() != first || len(p.copies) != 3 {
		t.Errorf("when another copy has come, chosen is %s", c.Path())
	}
	said := p.one.Title()
	for _, row := range p.rows.Rows() {
		said += "\n" + row.Cells[0].Text + ": " + row.Cells[1].Text
	}
	for _, want := range []string{"Копия 19.05.2021 09:12", "Отчего: при запуске", "Резиденты: 1 (сейчас 2)", "Технопарки: 1 (сейчас 1)", "После неё в журнале: 1 запись", "Проверка: пробно восстановлена"} {
		if !strings.Contains(said, want) {
			t.Errorf("the copy says %q, not %q", said, want)
		}
	}
}

// In what a copy and the file of now differ is listed, field by field, and can be kept.
func TestCopyDiffersFromNow(t *testing.T) {
	p := newPage(t)
	p.begin()
	p.desk.Save(t, &app.Resident{Head: app.Head{Park: p.desk.Park}, Name: "Бета"})
	alfa := p.desk.List(t, "resident")[0].(*app.Resident)
	alfa.Contact = "Иванова"
	p.desk.Save(t, alfa)
	p.Refresh()
	test.Tap(p.differences)
	said := p.desk.Asked()
	for _, want := range []string{"Отличия от копии: сегодня 09:12", "Отличий копии от файла: 2", "Выгрузить список…"} {
		if !strings.Contains(said, want) {
			t.Errorf("it says %q, not %q", said, want)
		}
	}
	var rows []string
	for _, o := range test.LaidOutObjects(p.desk.Window.Canvas().Overlays().Top()) {
		if table, ok := o.(*kit.Table); ok {
			for _, id := range table.Shown() {
				rows = append(rows, strings.Join(table.Texts(id), "|"))
			}
		}
	}
	if got := strings.Join(rows, "\n"); got != "Резидент|Альфа|Контактное лицо|—|Иванова\nРезидент|Бета||нет|есть" {
		t.Errorf("listed is\n%s", got)
	}
}

// A copy that was changed is told when it is checked, and stands for nothing then.
func TestVerify(t *testing.T) {
	p := newPage(t)
	p.begin()
	test.Tap(p.verify)
	if said := p.desk.Asked(); !strings.Contains(said, "прочитана целиком") {
		t.Errorf("of a good copy it says %q", said)
	}
	p.close()
	if err := os.WriteFile(p.chosen().Path(), []byte("обрывок"), 0o600); err != nil {
		t.Fatal(err)
	}
	test.Tap(p.verify)
	if said := p.desk.Asked(); !strings.Contains(said, "не годится") {
		t.Errorf("of a changed copy it says %q", said)
	}
	p.says("▲\u00a0Исправных копий ещё нет")
}

// close closes the dialog in view.
func (p *page) close() {
	if top := p.desk.Window.Canvas().Overlays().Top(); top != nil {
		top.Hide()
		p.desk.Window.Canvas().Overlays().Remove(top)
	}
}

func TestRestoreBeside(t *testing.T) {
	p := newPage(t)
	p.begin()
	opened := ""
	p.desk.OpenFile = func(path string) { opened = path }
	p.desk.Save(t, &app.Resident{Head: app.Head{Park: p.desk.Park}, Name: "Бета"})
	p.now = p.now.Add(time.Hour)
	p.Refresh()
	to := filepath.Join(filepath.Dir(p.desk.Store.Path()), "парк — 2021-05-19 09-12.tpark")
	test.Tap(p.restore)
	tapText(t, p.desk, "Сохранить")
	if said := p.desk.Asked(); !strings.Contains(said, "«парк — 2021-05-19 09-12.tpark» восстановлен") {
		t.Fatalf("it says %q, %v", said, p.desk.Failed)
	}
	tapText(t, p.desk, "Открыть восстановленный")
	if opened != to {
		t.Errorf("opened %q", opened)
	}
	store, err := storage.Open(to, storage.Options{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	h, err := store.Holding(t.Context())
	if err := errors.Join(err, store.Close()); err != nil || h.Records["resident"] != 1 {
		t.Errorf("it holds %v, %v", h.Records, err)
	}
	// What was there before the restore was copied as well.
	if all := p.desk.Copies.Look().Copies; len(all) != 2 || all[0].Why != copies.WhyRestore {
		t.Errorf("the copies are %+v", all)
	}
	// A name that is taken is refused before anything is copied, and the next one is offered.
	chosen := p.chosen().Path()
	p.desk.Save(t, &app.Resident{Head: app.Head{Park: p.desk.Park}, Name: "Гамма"})
	p.now = p.now.Add(time.Hour)
	test.Tap(p.restore)
	entry := desktest.All[*kit.Entry](p.desk.Window.Canvas().Overlays().Top())[0]
	if entry.Text != "парк — 2021-05-19 09-12 (2).tpark" {
		t.Errorf("it offers %q", entry.Text)
	}
	entry.SetText(to)
	tapText(t, p.desk, "Сохранить")
	if len(p.desk.Failed) != 1 || !errors.Is(p.desk.Failed[0], app.ErrExists) {
		t.Errorf("over the restored file: %v", p.desk.Failed)
	}
	if n := len(p.desk.Copies.Look().Copies); n != 2 || p.chosen().Path() != chosen {
		t.Errorf("%d copies, chosen is %s", n, p.chosen().Path())
	}
}

// What is restored is the copy that was chosen when the button was pressed, whatever comes
// into the list or is chosen while the question is in view.
func TestRestoreOfTheCopyThatWasChosen(t *testing.T) {
	p := newPage(t)
	p.begin()
	p.desk.Save(t, &app.Resident{Head: app.Head{Park: p.desk.Park}, Name: "Бета"})
	p.now = p.now.Add(time.Minute)
	test.Tap(p.make)
	first := p.copies[1].Path()
	p.list.Table.Select(rowID(p.copies[1]))
	p.follow()
	test.Tap(p.restore)
	if said := p.desk.Asked(); !strings.Contains(said, "19.05.2021 09:12") {
		t.Errorf("the question does not name the copy: %q", said)
	}
	p.desk.Save(t, &app.Resident{Head: app.Head{Park: p.desk.Park}, Name: "Гамма"})
	p.now = p.now.Add(time.Minute)
	p.desk.Copies.Make(nil) // by the program itself
	if p.chosen().Path() != first {
		t.Errorf("when a copy has come, chosen is %s", p.chosen().Path())
	}
	p.list.Table.Select(rowID(p.copies[0]))
	p.follow()
	tapText(t, p.desk, "Сохранить")
	if said := p.desk.Asked(); !strings.Contains(said, "«парк — 2021-05-19 09-12.tpark» восстановлен") {
		t.Fatalf("it says %q, %v", said, p.desk.Failed)
	}
	store, err := storage.Open(filepath.Join(filepath.Dir(p.desk.Store.Path()), "парк — 2021-05-19 09-12.tpark"), storage.Options{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	h, err := store.Holding(t.Context())
	if err := errors.Join(err, store.Close()); err != nil || h.Records["resident"] != 1 {
		t.Errorf("it holds %v, %v", h.Records, err)
	}
}

// A copy that people asked for stays one when it serves before a restore.
func TestCopyThatWasAskedForStaysSo(t *testing.T) {
	p := newPage(t)
	p.begin()
	p.now = p.now.Add(time.Minute)
	test.Tap(p.make)
	p.list.Table.Select(rowID(p.copies[0]))
	test.Tap(p.restore)
	tapText(t, p.desk, "Сохранить")
	if got := p.list.Table.Texts(rowID(p.copies[0]))[1]; len(p.copies) != 2 || got != "по просьбе" {
		t.Errorf("of %d copies the last was made %q", len(p.copies), got)
	}
	if got := p.rows.Rows()[0].Cells[1].Text; got != "по просьбе, перед восстановлением" {
		t.Errorf("beside the list it says %q", got)
	}
}

// tapText taps the button with a text in the dialog in view.
func tapText(t *testing.T, d *desktest.Desk, text string) {
	t.Helper()
	top := d.Window.Canvas().Overlays().Top()
	if top == nil {
		t.Fatalf("no dialog to press %q in", text)
	}
	for _, o := range test.LaidOutObjects(top) {
		if b, ok := o.(*kit.Button); ok && b.Text == text {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button %q in %q", text, d.Asked())
}

func TestPassphrase(t *testing.T) {
	p := newPage(t)
	p.begin()
	p.second()
	p.onPassphrase()
	entries := passwords(p.desk)
	if len(entries) != 2 {
		t.Fatalf("%d passphrases are asked for", len(entries))
	}
	entries[0].SetText("верный пароль")
	entries[1].SetText("иной пароль")
	tapText(t, p.desk, "ОК")
	if said := p.desk.Asked(); !strings.Contains(said, "Пароли не совпали") {
		t.Errorf("of unlike passphrases it says %q", said)
	}
	entries[1].SetText("верный пароль")
	tapText(t, p.desk, "ОК")
	if got := copies.LoadSettings(p.settings).Passphrase; got != "верный пароль" {
		t.Errorf("kept is %q", got)
	}
	if c := p.desk.Copies.Look().Copies[0]; c.Second == "" || !copies.IsSealed(c.Second) {
		t.Errorf("the second copy is %q", c.Second)
	}
}

// passwords returns the entries of a dialog.
func passwords(d *desktest.Desk) []*kit.Entry {
	var all []*kit.Entry
	for _, o := range test.LaidOutObjects(d.Window.Canvas().Overlays().Top()) {
		if e, ok := o.(*kit.Entry); ok {
			all = append(all, e)
		}
	}
	return all
}

// A copy that cannot be made is told by the screen and the status line, and by no dialog.
func TestTroubleIsToldWithoutADialog(t *testing.T) {
	p := newPage(t)
	if err := os.WriteFile(copies.Folder(p.desk.Store.Path()), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	p.begin()
	p.says("■\u00a0Копия не сделана.", "нужна папка")
	if said := p.desk.Copies.Say(); !strings.HasPrefix(said, "■\u00a0Копия не сделана: ") {
		t.Errorf("the status line says %q", said)
	}
	if said := p.desk.Asked(); said != "" || p.desk.Failed != nil {
		t.Errorf("a dialog says %q, %v", said, p.desk.Failed)
	}
}

// Where no copies are kept the screen says so and forbids what it cannot do.
func TestUnkept(t *testing.T) {
	d := desktest.Small(t, "Альфа")
	s := New(d.Desk).(*Screen)
	d.Show(s)
	if !strings.Contains(s.about.Text, "копии не ведутся") || !s.make.Disabled() {
		t.Errorf("it says %q", s.about.Text)
	}
	s.FocusList()
	test.Tap(s.make)
}

// The words of a column have room in it: a reason that is cut says nothing.
func TestColumnsHoldTheirWords(t *testing.T) {
	p := newPage(t)
	words := map[string][]string{"place": {"ui.backups.place_first", "ui.backups.place_second", "ui.backups.place_both"}}
	for _, why := range []copies.Why{copies.WhyStart, copies.WhyExit, copies.WhyAsked, copies.WhyImport, copies.WhyRollover, copies.WhyRestore, copies.WhyUpgrade, ""} {
		words["why"] = append(words["why"], why.ID())
	}
	for _, state := range []string{"state.good", "state.rehearsed", "state.unread", "fault.changed", "fault.damaged", "fault.file", "fault.other"} {
		words["state"] = append(words["state"], "copies."+state)
	}
	for _, c := range columns(p.desk.Desk) {
		for _, id := range words[c.Key] {
			if text := p.desk.T(id); utf8.RuneCountInString(text) > c.Chars {
				t.Errorf("%q has no room in the column %q of %d", text, c.Key, c.Chars)
			}
		}
	}
}
