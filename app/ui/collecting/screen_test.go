package collecting

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/collection"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
)

// today is when the tests look at the desk: six days after the answers of the sample were due.
var today = app.Day(2021, 5, 21)

// shown shows the collection of the demonstration park.
func shown(t *testing.T) (*desktest.Desk, *Screen) {
	t.Helper()
	d := desktest.New(t)
	d.Now = func() time.Time { return today.Midnight().Add(10 * time.Hour) }
	s := New(d.Desk).(*Screen)
	d.Changed = s.Refresh
	d.Show(s)
	s.FocusList()
	return d, s
}

// names returns the shown residents in their order.
func (s *Screen) names() []string {
	var all []string
	for _, id := range s.table.Shown() {
		all = append(all, s.table.Texts(id)[0])
	}
	return all
}

// of returns the id of a resident by its short name.
func (s *Screen) named(t *testing.T, short string) int64 {
	t.Helper()
	for _, r := range s.of.Rows {
		if r.Resident.ShortName == short {
			return r.Resident.ID
		}
	}
	t.Fatalf("no %s", short)
	return 0
}

func (s *Screen) sheet(t *testing.T, short string) *app.Questionnaire {
	t.Helper()
	row, _ := s.of.Of(s.named(t, short))
	return row.Sheet
}

func TestWorstStandsFirstAndStatesAreTheFilter(t *testing.T) {
	_, s := shown(t)
	if got := s.view.Header.Count(); got != "Показатели есть: 94 из 100 · 94\u00a0%" {
		t.Errorf("the head says %q", got)
	}
	want := []string{"ООО «Препрег-П»", "▲\u00a0просрочено, 6\u00a0дней", "Напомнить", "14.04.2021", "", "", "1"}
	if got := s.table.Texts(s.table.Shown()[0]); !slices.Equal(got, want) {
		t.Errorf("the first line is %q", got)
	}
	var texts []string
	for _, item := range s.states.Items() {
		texts = append(texts, item.Text)
	}
	if got := strings.Join(texts, " "); got != "Все\u00a0100 ●\u00a0Приняты\u00a088 ▲\u00a0С замечаниями\u00a04 Пришли\u00a03 ▲\u00a0Просрочены\u00a03 ○\u00a0Не посланы\u00a00 Ждём\u00a02" {
		t.Errorf("states: %q", got)
	}
	for range 4 {
		desktest.Key(s.states, fyne.KeyRight)
	}
	if got := s.names(); !slices.Equal(got, []string{"ООО «Препрег-П»", "ООО «Сети без потерь»", "ООО «Чистые помещения-Монтаж»"}) {
		t.Errorf("overdue are %q", got)
	}
	if l, ok := s.Listed(); !ok || !slices.Equal(l.About, []string{"2020 год", "Просрочены"}) {
		t.Errorf("listed about %q", l.About)
	}
	desktest.Key(s.states, fyne.KeyRight)
	if len(s.table.Shown()) != 0 || !strings.Contains(desktest.Said(s.Content()), "Таких резидентов нет") {
		t.Errorf("nobody is left, and it says %q", desktest.Said(s.Content()))
	}
	desktest.Press(t, s.Content(), "Снять отбор")
	if len(s.table.Shown()) != 100 {
		t.Errorf("%d are shown again", len(s.table.Shown()))
	}
	test.Type(s.filter, "росчерк")
	if got := s.names(); !slices.Equal(got, []string{"ООО «Росчерк-3D»"}) {
		t.Errorf("found %q", got)
	}
}

func TestQuarterHasADeskOfItsOwn(t *testing.T) {
	d, s := shown(t)
	s.period.SetSelectedIndex(2)
	if !strings.Contains(desktest.Said(s.Content()), "Анкеты ещё не посланы") || len(s.table.Shown()) != 0 {
		t.Fatalf("of a quarter it says %q", desktest.Said(s.Content()))
	}
	desktest.Press(t, s.Content(), "Показать резидентов")
	if len(s.table.Shown()) < 90 || s.table.Texts(s.table.Shown()[0])[1] != "○\u00a0не послана" {
		t.Errorf("%d residents, the first %q", len(s.table.Shown()), s.table.Texts(s.table.Shown()[0]))
	}
	s.Open(d.List(t, "questionnaire")[0].Header().ID, "")
	if s.of.Period != app.YearPeriod(2020) || len(s.table.Shown()) != 100 {
		t.Errorf("opened a questionnaire of the year in %v, %d shown", s.of.Period, len(s.table.Shown()))
	}
}

// The keyboard alone ticks the overdue, reminds them and undoes it.
func TestRemindersAreNoted(t *testing.T) {
	d, s := shown(t)
	for range 3 {
		desktest.Key(s.table, fyne.KeySpace)
		desktest.Key(s.table, fyne.KeyDown)
	}
	desktest.Press(t, s.Content(), "Письма с напоминанием…")
	if asked := d.Asked(); !strings.Contains(asked, "3 резидента") {
		t.Errorf("asked %q", asked)
	}
	due := desktest.The[*kit.Entry](t, d.Window.Canvas().Overlays().Top())
	due.SetText("вчера")
	if !strings.Contains(d.Asked(), "Это не дата") {
		t.Errorf("of a day that is none it says %q", d.Asked())
	}
	due.SetText("05.06.2021")
	d.Press(t, "Скопировать текст")
	text := fyne.CurrentApp().Clipboard().Content()
	for _, part := range []string{"Анкета технопарка «Пример» за 2020\u00a0год", "Срок ответа — 15.05.2021", "до 05.06.2021", "С уважением"} {
		if !strings.Contains(text, part) {
			t.Errorf("no %q in %q", part, text)
		}
	}
	d.Press(t, "ОК")
	if q := s.sheet(t, "ООО «Сети без потерь»"); q.Reminders.N != 3 || q.Reminded != today || q.Due != app.Day(2021, 6, 5) {
		t.Errorf("reminded %d times, last on %v, due %v", q.Reminders.N, q.Reminded, q.Due)
	}
	if step, ok, err := d.Store.NextUndo(d.Ctx()); err != nil || !ok || step.What != "напоминание: 3 анкеты" {
		t.Errorf("the step is %q, %v", step.What, err)
	}
	if _, err := d.Store.Undo(d.Ctx()); err != nil {
		t.Fatal(err)
	}
	s.Refresh()
	if q := s.sheet(t, "ООО «Сети без потерь»"); q.Reminders.N != 2 {
		t.Errorf("after the undo %d", q.Reminders.N)
	}
}

// A second reminder of the day gets a name of its own, and a name that is taken is asked for again.
func TestSecondReminderGetsANameOfItsOwn(t *testing.T) {
	d, s := shown(t)
	dir := filepath.Dir(d.Store.Path())
	for i, want := range []string{"Напоминания об анкете 2020 от 21.05.2021", "Напоминания об анкете 2020 от 21.05.2021 (2)"} {
		s.onRemind([]int64{s.named(t, "ООО «Препрег-П»")})
		d.Press(t, "1 письмо в PDF…")
		entry := d.Window.Canvas().Focused().(*kit.Entry)
		if entry.Text != want {
			t.Errorf("offered %q, want %q", entry.Text, want)
		}
		if i == 1 {
			entry.SetText("Напоминания об анкете 2020 от 21.05.2021")
			d.Press(t, "Сохранить")
			if !strings.Contains(d.Asked(), "уже есть") || s.sheet(t, "ООО «Препрег-П»").Reminders.N != 2 {
				t.Fatalf("of a taken name it says %q", d.Asked())
			}
			entry.SetText(want)
		}
		d.Press(t, "Сохранить")
		d.Press(t, "ОК")
		if _, err := os.Stat(filepath.Join(dir, want+".pdf")); err != nil {
			t.Error(err)
		}
	}
}

func TestLettersAreWrittenBeforeTheReminderIsNoted(t *testing.T) {
	d, s := shown(t)
	id := s.named(t, "ООО «Препрег-П»")
	r := &reminding{screen: s, of: s.of, rows: s.rowsOf([]int64{id}), lang: app.RU}
	r.write(filepath.Join(t.TempDir(), "нет", "письма.pdf"))
	if len(d.Failed) != 1 || s.sheet(t, "ООО «Препрег-П»").Reminders.N != 1 {
		t.Fatalf("failed %v, reminded %d times", d.Failed, s.sheet(t, "ООО «Препрег-П»").Reminders.N)
	}
	path := filepath.Join(t.TempDir(), "письма.pdf")
	r.write(path)
	data, err := os.ReadFile(path)
	if err != nil || !strings.HasPrefix(string(data), "%PDF") || s.sheet(t, "ООО «Препрег-П»").Reminders.N != 2 {
		t.Fatalf("%v, reminded %d times", err, s.sheet(t, "ООО «Препрег-П»").Reminders.N)
	}
	d.Press(t, d.T("ui.package.preview"))
	if len(d.Papers) != 1 || d.Papers[0].Pages != 1 {
		t.Errorf("shown %+v", d.Papers)
	}
}

func TestNobodyIsRemindedOfWhatHasCome(t *testing.T) {
	_, s := shown(t)
	if why := s.whyNotRemind([]int64{s.named(t, "ООО «БиоКлён»")}); !strings.Contains(why, "ответ уже пришёл") {
		t.Errorf("it can be reminded: %q", why)
	}
}

func TestMarkingByHand(t *testing.T) {
	d, s := shown(t)
	mark := func(short string, hand collection.Hand, due string) {
		s.onByHand([]int64{s.named(t, short)})
		top := d.Window.Canvas().Overlays().Top()
		desktest.The[*kit.Select](t, top).SetSelectedIndex(int(hand))
		desktest.The[*kit.Entry](t, top).SetText(due)
		d.Press(t, "Отметить 1 анкету")
	}
	mark("ООО «Препрег-П»", collection.AcceptedOnPaper, "")
	if q := s.sheet(t, "ООО «Препрег-П»"); q.Accepted != today || q.Way != app.QuestionnairePaper {
		t.Errorf("accepted %v by %s", q.Accepted, q.Way)
	}
	mark("ООО «Сети без потерь»", collection.SentByPost, "15.05.2021")
	if asked := d.Asked(); !strings.Contains(asked, "Срок уже прошёл") || s.sheet(t, "ООО «Сети без потерь»").Way != app.QuestionnaireFile {
		t.Errorf("a day that has passed is taken: %q", asked)
	}
	desktest.The[*kit.Entry](t, d.Window.Canvas().Overlays().Top()).SetText("5 июня 2021")
	d.Press(t, "Отметить 1 анкету")
	row, _ := s.of.Of(s.named(t, "ООО «Сети без потерь»"))
	if row.State != collection.Sent || row.Sheet.Due != app.Day(2021, 6, 5) || row.Sheet.Reminders.N != 2 {
		t.Errorf("%s until %v", row.State.Key(), row.Sheet.Due)
	}
	s.onByHand([]int64{s.named(t, "ООО «Препрег-П»")}) // what is accepted needs nothing more
	if b := desktest.Button(t, d.Window.Canvas().Overlays().Top(), "Отметить 1 анкету"); b.Why() != "ответ уже принят" {
		t.Errorf("why %q", b.Why())
	}
}

func TestEnterDoesWhatIsNext(t *testing.T) {
	d, s := shown(t)
	open := func(short string) {
		s.table.Select(s.named(t, short))
		desktest.Key(s.table, fyne.KeyReturn)
	}
	open("ООО «Препрег-П»")
	if !strings.Contains(d.Asked(), "1 резидент") {
		t.Errorf("asked %q", d.Asked())
	}
	d.Press(t, "Отмена")
	open("АО «Керамика-Образец»")
	if len(d.Opened) != 1 || d.Opened[0].Type != "resident_report" {
		t.Errorf("opened %v", d.Opened)
	}
}

func TestAddressesAreCopied(t *testing.T) {
	d, s := shown(t)
	one, two := s.of.Rows[0].Resident, s.of.Rows[1].Resident
	two.Email = ""
	d.Save(t, two)
	s.Refresh()
	s.copyAddresses([]int64{one.ID, two.ID})
	if got := fyne.CurrentApp().Clipboard().Content(); got != one.Email {
		t.Errorf("copied %q", got)
	}
	if asked := d.Asked(); !strings.Contains(asked, "1 адрес") || !strings.Contains(asked, two.ShortName) {
		t.Errorf("said %q", asked)
	}
}

func TestParkWithoutResidentsSaysWhyNobodyIsAsked(t *testing.T) {
	d := desktest.Small(t)
	s := New(d.Desk).(*Screen)
	d.Show(s)
	if said := desktest.Said(s.Content()); !strings.Contains(said, "Некого спрашивать") || s.send.Why() == "" {
		t.Errorf("says %q, and sending is %q", said, s.send.Why())
	}
}

// What is noted is seen at once, while all records are still being checked anew: who reminds twice in
// a moment must not have it counted once.
func TestWhatIsNotedIsSeenBeforeTheRecordsAreCheckedAnew(t *testing.T) {
	d, s := shown(t)
	steps := d.Hold()
	id := s.named(t, "ООО «Препрег-П»")
	for range 2 {
		s.save("шаг", collection.Remind(s.rowsOf([]int64{id}), s.of.Period, today, app.Date{}))
		s.Refresh()
	}
	if q := s.sheet(t, "ООО «Препрег-П»"); q.Reminders.N != 3 || steps.Held() == 0 {
		t.Errorf("reminded %d times, %d works held", q.Reminders.N, steps.Held())
	}
}
