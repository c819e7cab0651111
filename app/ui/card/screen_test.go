package card

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
	"technopark/app/ui/port"
)

// cards is the screen of cards over a real file, refreshed by the desk as the shell does it.
type cards struct {
	*desktest.Desk
	*Screen
}

func over(t testing.TB, d *desktest.Desk) *cards {
	t.Helper()
	c := &cards{d, New(d.Desk).(*Screen)}
	d.Changed = func() {
		d.Forget()
		c.Refresh()
	}
	d.Arrived = c.Follow
	d.Show(c.Screen)
	return c
}

// open shows the card of a record.
func (c *cards) open(rec app.Record) {
	c.ShowCard(placeOf(rec))
	c.FocusList()
}

// block returns a block of the tab in view by its heading.
func (c *cards) block(t testing.TB, title string) *kit.Block {
	t.Helper()
	var titles []string
	for _, b := range desktest.All[*kit.Block](c.tab.body()) {
		if strings.HasPrefix(b.Title(), title) {
			return b
		}
		titles = append(titles, b.Title())
	}
	t.Fatalf("no block «%s» among %q", title, titles)
	return nil
}

func (c *cards) grid(t testing.TB, title string) *kit.Grid {
	t.Helper()
	return c.block(t, title).Inside().(*kit.Grid)
}

// hasLink reports whether a block shows a link.
func (c *cards) hasLink(t testing.TB, title, link string) bool {
	t.Helper()
	return slices.ContainsFunc(c.block(t, title).Links(), func(l *kit.Link) bool { return l.Text() == link && l.Visible() })
}

// tap presses a link of a block.
func (c *cards) tap(t testing.TB, title, link string) {
	t.Helper()
	for _, l := range c.block(t, title).Links() {
		if l.Text() == link && l.Visible() {
			l.Tapped(nil)
			return
		}
	}
	t.Fatalf("«%s» has no link «%s»", title, link)
}

// row returns the id of the row of a grid that begins with a text.
func row(t testing.TB, g *kit.Grid, text string) int64 {
	t.Helper()
	for _, r := range g.Rows() {
		if r.ID != 0 && strings.HasPrefix(r.Cells[0].Text, text) {
			return r.ID
		}
	}
	t.Fatalf("no row «%s»", text)
	return 0
}

func (c *cards) key(names ...fyne.KeyName) {
	for _, name := range names {
		desktest.Key(c.Window.Canvas().Focused(), name)
	}
}

func (c *cards) types(text string) {
	for _, r := range text {
		c.Window.Canvas().Focused().TypedRune(r)
	}
}

func (c *cards) names() string {
	var all []string
	for _, item := range c.strip.Items() {
		all = append(all, item.Text)
	}
	return strings.Join(all, "|")
}

// small is a park of two residents; the first has a contract, a room and two reports.
func small(t testing.TB) (*cards, []app.Record) {
	t.Helper()
	d := desktest.Small(t, "ООО «Альфа»", "ООО «Бета»")
	c := over(t, d)
	residents := d.List(t, "resident")
	id := residents[0].Header().ID
	head := func() app.Head { return app.Head{Park: d.Park} }
	d.Save(t, &app.Contract{Head: head(), Resident: id, Number: "С-1", Kind: app.ContractResidency, From: app.Day(2018, 4, 18)})
	d.Save(t, &app.ResidentReport{Head: head(), Resident: id, Period: app.YearPeriod(2018), Revenue: app.Of(app.Thousands(100)), Export: app.NA[app.Money]()})
	d.Save(t, &app.ResidentReport{Head: head(), Resident: id, Period: app.YearPeriod(2019), Revenue: app.Of(app.Thousands(200))})
	d.Save(t, &app.ResidentReport{Head: head(), Resident: id, Period: app.Period{Year: 2020, Quarter: 1}})
	d.Forget()
	return c, d.List(t, "resident")
}

func TestACardShowsTheResidentWhole(t *testing.T) {
	c, residents := small(t)
	c.open(residents[0])
	want := "Обзор|Реквизиты|Отчёты" + app.NBSP + "3|Договоры" + app.NBSP + "1|Рабочие места|РИД|Проекты|Документы|Замечания"
	if got := c.names(); !strings.HasPrefix(got, want) {
		t.Errorf("tabs %q", got)
	}
	if got := c.header.Count(); got != "резидент с 18.04.2018" {
		t.Errorf("head %q", got)
	}
	g := c.grid(t, "Отчёты, тыс. руб.")
	revenue := row(t, g, "Выручка")
	for column, want := range map[string]string{"2018": "100,0", "2019": "200,0", "2020": ""} {
		if got := g.Text(revenue, column); got != want {
			t.Errorf("revenue of %s: %q, want %q", column, got, want)
		}
	}
	export := row(t, g, "Экспортная")
	if g.Text(export, "2018") != "н/п" || g.Text(export, "2019") != "○"+app.NBSP+"нет" {
		t.Errorf("«не применимо» is %q, «не представлено» is %q", g.Text(export, "2018"), g.Text(export, "2019"))
	}
	if head := g.Columns()[3].Head; head != "2020, нет отчёта" {
		t.Errorf("the head of the missing report is %q", head)
	}
	c.Year = 2019
	c.Refresh()
	if got := g.Text(revenue, "change"); got != "+100,0"+app.NBSP+"%" {
		t.Errorf("the change is %q", got)
	}
}

func TestAFigureIsEditedInPlaceAndTakenBack(t *testing.T) {
	c, residents := small(t)
	c.Year = 2019
	c.open(residents[0])
	g := c.grid(t, "Отчёты")
	revenue := row(t, g, "Выручка")
	g.Go(revenue, "2019")
	c.types("250,5")
	c.key(fyne.KeyReturn)
	if got := revenueOf(t, c, 2019); got != app.Of(app.Money(25_050_000)) {
		t.Fatalf("recorded %v, failed %v, message %q", got, c.Failed, g.Message())
	}
	if got := g.Text(revenue, "2019"); got != "250,5" || g.Text(revenue, "change") != "+150,5"+app.NBSP+"%" {
		t.Errorf("shown %q, %q", got, g.Text(revenue, "change"))
	}
	if c.Window.Canvas().Focused() != g {
		t.Error("the keyboard has left the table")
	}
	entries, err := c.Store.Journal(t.Context(), app.JournalFilter{Limit: 1})
	if err != nil || entries[0].Type != "resident_report" || entries[0].Action != app.ActionEdit {
		t.Errorf("journalled %+v, %v", entries, err)
	}
	if step, err := c.Store.Undo(t.Context()); err != nil || !c.Holds(app.Place{Type: step.Type.Key, ID: step.IDs[0]}) {
		t.Fatalf("undone %+v, %v", step, err)
	}
	c.Desk.Desk.Changed()
	if got := g.Text(revenue, "2019"); got != "200,0" {
		t.Errorf("after undo %q", got)
	}
	g.Go(revenue, "2019")
	c.types("много")
	c.Window.Canvas().Unfocus()
	if c.Unsaved() == "" || revenueOf(t, c, 2019) != app.Of(app.Thousands(200)) {
		t.Errorf("a figure that was refused: %q", c.Unsaved())
	}
	if said := c.Refused(); !strings.HasPrefix(said, "Не сохранено: «") || !strings.Contains(said, "Выручка") {
		t.Errorf("the foot says %q", said)
	}
	c.strip.OnChoose(tabFields)
	if !strings.Contains(c.Asked(), "Выручка") || c.keyOfTab() != tabAll {
		t.Errorf("another tab: asked %q, shown %s", c.Asked(), c.keyOfTab())
	}
}

func revenueOf(t testing.TB, c *cards, year int) app.Cell[app.Money] {
	t.Helper()
	for _, rec := range app.As[app.ResidentReport](c.List(t, "resident_report")) {
		if rec.Period == app.YearPeriod(year) {
			return rec.Revenue
		}
	}
	return app.Cell[app.Money]{}
}

func TestAMissingReportIsMade(t *testing.T) {
	c, residents := small(t)
	c.open(residents[0])
	g := c.grid(t, "Отчёты")
	before := len(c.List(t, "resident_report"))
	g.Go(row(t, g, "Выручка"), "2020")
	c.key(fyne.KeyF2, fyne.KeyReturn)
	if n := len(c.List(t, "resident_report")); n != before {
		t.Fatalf("nothing was typed, and there are %d reports more", n-before)
	}
	g.Go(row(t, g, "Выручка"), "2020")
	c.types("7")
	c.key(fyne.KeyTab)
	if got := revenueOf(t, c, 2020); got != app.Of(app.Thousands(7)) {
		t.Errorf("the first figure of the year is %v", got)
	}
	c.open(residents[1])
	if got := c.grid(t, "Отчёты").Rows()[0].Cells[0].Text; got != "Отчётов пока нет" {
		t.Errorf("the emptiest resident has %q", got)
	}
	if n := len(c.grid(t, "Отчёты").Rows()); n != 1 || !c.hasLink(t, "Отчёты", "Все 19 показателей") {
		t.Errorf("the link to all figures of no reports does not say that figures are counted: %d rows", n)
	}
	c.tap(t, "Отчёты", "Создать отчёт за 2020")
	reports := app.As[app.ResidentReport](c.List(t, "resident_report"))
	made := reports[len(reports)-1]
	if made.Resident != residents[1].Header().ID || made.Period != app.YearPeriod(2020) || made.Park != c.Park {
		t.Errorf("made %+v", made)
	}
	if c.Window.Canvas().Focused() != c.grid(t, "Отчёты") {
		t.Error("the keyboard is not on the new report")
	}
}

// Whoever types down the figures of a new report finds every row where it was: one that the check
// asks for, or asks for no more, comes and goes when the table was left.
func TestRowsStayWhileOneTypes(t *testing.T) {
	c, residents := small(t)
	c.open(residents[1])
	c.tap(t, "Отчёты", "Создать отчёт за 2020")
	g := c.grid(t, "Отчёты")
	shown := func() (names []string) {
		for _, row := range g.Rows() {
			names = append(names, row.Cells[0].Text)
		}
		return names
	}
	was := shown()
	for i, figure := range []string{"12", "2", "54300,5", "0", "0"} {
		c.types(figure)
		c.key(fyne.KeyReturn)
		c.Desk.Desk.Changed()
		if is := shown(); !slices.Equal(is, was) {
			t.Fatalf("after figure %d the rows are %v, they were %v", i+1, is, was)
		}
	}
	report := app.As[app.ResidentReport](c.List(t, "resident_report"))
	made := app.Record(report[len(report)-1])
	for i, name := range was[:5] {
		at := slices.IndexFunc(made.Type().Fields, func(f app.Field) bool { return strings.HasPrefix(name, f.Label.RU) })
		if at < 0 || made.Type().Fields[at].Get(made).Empty() {
			t.Errorf("figure %d is not in «%s»", i+1, name)
		}
	}
}

func TestFromACardRecordsAreOpenedAndAdded(t *testing.T) {
	c, residents := small(t)
	c.open(residents[0])
	g := c.grid(t, "Договоры")
	g.Go(row(t, g, "С-1"), "")
	c.key(fyne.KeyReturn)
	contract := placeOf(c.List(t, "contract")[0])
	if want := []app.Place{contract}; !slices.Equal(c.Opened, want) {
		t.Errorf("opened %v", c.Opened)
	}
	c.tap(t, "Договоры", "Добавить")
	c.tap(t, "Рабочие места", "Добавить")
	if got := strings.Join(c.Begun, " "); got != "contract job" {
		t.Errorf("begun %q", got)
	}
	if from := c.Origin(); from.TypeKey != "resident" || from.ID != residents[0].Header().ID {
		t.Errorf("what is added is of %+v", from)
	}
	f := c.grid(t, "Реквизиты")
	f.Go(row(t, f, "Основной ОКВЭД 2"), "")
	c.key(fyne.KeyReturn)
	if last := c.Opened[len(c.Opened)-1]; last.Field != "okved" || last.Type != "resident" {
		t.Errorf("a detail leads to %v", last)
	}
	c.edit.Tapped(nil)
	if last := c.Opened[len(c.Opened)-1]; last != (app.Place{Type: "resident", ID: residents[0].Header().ID, Field: "name"}) {
		t.Errorf("«Изменить» leads to %v", last)
	}
	c.Window.Canvas().Focus(f)
	c.key(fyne.KeyEscape)
	if c.Backs != 1 {
		t.Error("Esc leads nowhere")
	}
}

func TestWhatIsMissingIsAddedInItsYear(t *testing.T) {
	c, residents := small(t)
	c.open(residents[0])
	report := app.TypeByKey("resident_report")
	c.act(check.Finding{Type: residents[0].Type(), ID: residents[0].Header().ID, Lacks: report, Period: app.YearPeriod(2019)})
	if c.Year != 2019 || !slices.Equal(c.Begun, []string{"resident_report"}) || c.BegunOf[0] != c.Origin() {
		t.Errorf("begun %v of %v in %d", c.Begun, c.BegunOf, c.Year)
	}
	c.act(check.Finding{Type: residents[0].Type(), ID: residents[0].Header().ID, Lacks: app.TypeByKey("document")})
	c.act(check.Finding{Type: residents[0].Type(), ID: residents[0].Header().ID, Lacks: report, Held: 7, Period: app.YearPeriod(2020)})
	if want := []app.Place{{Type: "document"}, {Type: "resident_report", ID: 7}}; !slices.Equal(c.Opened, want) || len(c.Begun) != 1 {
		t.Errorf("a document is attached in its list, an empty report filled in: opened %v", c.Opened)
	}
	c.Store = readOnly{c.Store}
	c.act(check.Finding{Type: residents[1].Type(), ID: residents[1].Header().ID, Lacks: report, Period: app.YearPeriod(2020)})
	if !slices.Equal(c.Cards, []app.Place{placeOf(residents[1])}) || len(c.Opened) != 2 || len(c.Begun) != 1 {
		t.Errorf("who may only read sees %v, opened %v, begun %v", c.Cards, c.Opened, c.Begun)
	}
}

func TestFindingsLeadToTheirPlace(t *testing.T) {
	d := desktest.New(t)
	c := over(t, d)
	report := d.Report(t, func(r *app.ResidentReport) bool { return r.Revenue.Given() && r.Revenue.N > 0 })
	report.RDOwn = app.Cell[app.Money]{}
	report.Revenue.N *= 4
	d.Save(t, report)
	resident, err := d.Store.Get(t.Context(), app.TypeByKey("resident"), report.Resident)
	if err != nil {
		t.Fatal(err)
	}
	c.open(resident)
	if got := c.names(); !strings.Contains(got, "Замечания ▲") && !strings.Contains(got, "Замечания ■") {
		t.Fatalf("tabs %q", got)
	}
	g := c.grid(t, "Отчёты")
	rd := row(t, g, "НИОКР: собственные")
	if got := g.Text(rd, columnFinding); got != "▲"+app.NBSP+"заполнить" && got != "■"+app.NBSP+"заполнить" {
		t.Errorf("beside what is missing stands %q", got)
	}
	if errors, warnings := c.seen.open(); len(c.seen.findings) < errors+warnings || errors+warnings < 2 {
		t.Fatalf("%d errors, %d warnings", errors, warnings)
	}
	c.choose(tabFindings)
	all := c.grid(t, "Замечания")
	c.act(c.seen.findings[slices.IndexFunc(all.Rows(), func(r kit.GridRow) bool {
		return strings.Contains(r.Cells[1].Text, "НИОКР: собственные")
	})])
	if c.keyOfTab() != "resident_report" || c.Window.Canvas().Focused() != c.grid(t, "Отчёты") {
		t.Errorf("«Заполнить» leads to %s", c.keyOfTab())
	}
	for _, f := range c.seen.findings {
		if actOf(f).link == "ui.card.act.explain" {
			c.act(f)
			break
		}
	}
	if len(c.Explained) != 1 {
		t.Errorf("«Пояснить» leads nowhere: %v", c.Explained)
	}
}

// The tab counts errors and warnings apart, as the navigation does, and every state of a finding is
// a word.
func TestTheTabOfFindingsCountsThemByGravity(t *testing.T) {
	d := desktest.New(t)
	c := over(t, d)
	resident := app.Find[app.Resident](d.Look().Book, "resident", d.Report(t, func(r *app.ResidentReport) bool { return r.Revenue.Given() && r.Revenue.N > 0 }).Resident)
	resident.Registered = app.Day(2035, 1, 1)
	d.Save(t, resident)
	report := d.Report(t, func(r *app.ResidentReport) bool { return r.Resident == resident.ID })
	report.RDOwn = app.Cell[app.Money]{}
	report.Revenue.N *= 4
	d.Save(t, report)
	c.open(resident)
	errors, warnings := c.seen.open()
	if errors == 0 || warnings == 0 {
		t.Fatalf("%d errors, %d warnings", errors, warnings)
	}
	want := "Замечания ■" + app.NBSP + strconv.Itoa(errors) + " ▲" + app.NBSP + strconv.Itoa(warnings)
	if got := c.names(); !strings.Contains(got, want) {
		t.Errorf("no «%s» among %q", want, got)
	}
	c.choose(tabFindings)
	states := ""
	for _, r := range c.grid(t, "Замечания").Rows() {
		states += r.Cells[0].Text + "|"
	}
	if !strings.Contains(states, "■"+app.NBSP+"ошибка|") || strings.Contains(states, "«") {
		t.Errorf("states %q", states)
	}
}

func TestCountsAgreeWithTheLists(t *testing.T) {
	d := desktest.New(t)
	c := over(t, d)
	whole := append(d.List(t, "resident"), append(d.List(t, "park"), d.List(t, "company")...)...)
	for _, rec := range append(whole[:5:5], whole[len(whole)-2:]...) {
		c.open(rec)
		for _, part := range c.seen.parts {
			listed := 0
			for _, other := range d.List(t, part.Type.Key) {
				owner, id := app.OwnerOf(other)
				if owner == rec.Type() && id == rec.Header().ID || owner == nil && part.Type.With == rec.Type().Key {
					listed++
				}
			}
			if len(part.Records) != listed {
				t.Errorf("%s of %s: %d, the list has %d", part.Type.Key, c.seen.title, len(part.Records), listed)
			}
			c.choose(part.Type.Key)
			tab, isList := c.tab.(*partTab)
			if !isList {
				continue
			}
			if shown, _ := tab.table.Len(); shown != listed {
				t.Errorf("the tab of %s shows %d of %d", part.Type.Key, shown, listed)
			}
			if name := counted(c.nameOf(part.Type), listed); !strings.Contains(c.names(), name) {
				t.Errorf("«%s» is no tab of %q", name, c.names())
			}
		}
	}
}

func TestTheParkAndTheCompanyHaveCards(t *testing.T) {
	d := desktest.New(t)
	c := over(t, d)
	for key, want := range map[string][]string{
		"park":    {"Показатели площадки, м²", "Реестры и статусы", "Помещения", "Вложения в технопарк", "Открытость", "Замечания", "История"},
		"company": {"Отчёты УК, тыс. руб.", "Подписанты", "Рабочие места", "Услуги", "Реквизиты"},
		"service": {"Отчёты", "История"},
	} {
		c.open(d.List(t, key)[0])
		for _, title := range want {
			c.block(t, title)
		}
		g := c.grids()[0]
		if key == "service" {
			continue
		}
		if change := g.Text(g.Rows()[0].ID, columnChange); !strings.HasSuffix(change, "%") {
			t.Errorf("%s: the change is %q", key, change)
		}
	}
}

func TestTheHistoryTellsOfPartsAndOfWhatIsDeleted(t *testing.T) {
	c, residents := small(t)
	other := &app.Contract{Head: app.Head{Park: c.Park}, Resident: residents[1].Header().ID, Number: "чужой"}
	c.Save(t, other)
	gone := &app.Project{Head: app.Head{Park: c.Park}, Resident: residents[0].Header().ID, Title: "Чертёж"}
	c.Save(t, gone)
	if err := c.Store.Delete(t.Context(), gone); err != nil {
		t.Fatal(err)
	}
	resident := app.Clone(residents[0].(*app.Resident))
	resident.ShortName = "Альфа"
	c.Save(t, resident)
	c.Forget()
	c.open(residents[0])
	c.choose(tabHistory)
	var texts []string
	for _, r := range c.grid(t, "История").Rows() {
		texts = append(texts, r.Cells[1].Text)
	}
	all := strings.Join(texts, "\n")
	for _, want := range []string{"Краткое наименование: пусто → Альфа", "Проект «Чертёж»: удалено", "Отчёт резидента, 2019 год: добавлено"} {
		if !strings.Contains(all, want) {
			t.Errorf("no «%s» in\n%s", want, all)
		}
	}
	if strings.Contains(all, "чужой") {
		t.Errorf("another’s record in\n%s", all)
	}
}

func TestDocumentsOfThePartsAreOnTheCard(t *testing.T) {
	c, residents := small(t)
	contract := c.List(t, "contract")[0]
	doc := &app.Document{Head: app.Head{Park: c.Park}, Title: "Договор С-1", Kind: "contract", Pages: app.Of(app.Count(14))}
	c.Save(t, doc)
	for _, subject := range []string{app.SubjectOf(contract), app.SubjectOf(residents[0]), app.SubjectOf(residents[1])} {
		c.Save(t, &app.DocumentLink{Head: app.Head{Park: c.Park}, Document: doc.ID, Subject: subject})
	}
	c.open(residents[0])
	g := c.grid(t, "Документы")
	if len(g.Rows()) != 1 || g.Text(doc.ID, "pages") != "14"+app.NBSP+"стр." {
		t.Errorf("documents %+v", g.Rows())
	}
	c.tap(t, "Документы", c.T("ui.documents.attach"))
	if want := []string{app.SubjectOf(residents[0])}; !slices.Equal(c.Proofs, want) {
		t.Errorf("attached to %v", c.Proofs)
	}
}

// readOnly is a file that another program has open.
type readOnly struct{ port.Store }

func (readOnly) ReadOnly() bool { return true }

func TestNothingIsAddedWhereNothingCanBeWritten(t *testing.T) {
	c, residents := small(t)
	c.Store = readOnly{c.Store}
	c.open(residents[0])
	if !c.add.Disabled() {
		t.Error("«Добавить» can be pressed")
	}
	g := c.grid(t, "Отчёты")
	g.Go(row(t, g, "Выручка"), "2019")
	c.types("5")
	if _, unsaved := g.Unsaved(); unsaved {
		t.Error("a figure can be typed")
	}
	for _, b := range desktest.All[*kit.Block](c.tab.body()) {
		for _, l := range b.Links() {
			if l.Visible() && l.Text() == "Добавить" {
				t.Errorf("«%s» can be added to", b.Title())
			}
		}
	}
}

func TestACardOfWhatIsGoneSaysSo(t *testing.T) {
	c, residents := small(t)
	c.open(residents[1])
	if err := c.Store.Delete(t.Context(), residents[1]); err != nil {
		t.Fatal(err)
	}
	c.Desk.Desk.Changed()
	if got := c.header.Count(); got != "" || c.tab != nil || !c.add.Disabled() {
		t.Errorf("head %q, a tab %v", got, c.tab != nil)
	}
	c.FocusList()
	c.key(fyne.KeyEscape)
	if c.Backs != 1 {
		t.Error("Esc leads nowhere")
	}
}

func TestEveryTabIsWalkedByKeys(t *testing.T) {
	d := desktest.New(t)
	c := over(t, d)
	c.open(d.List(t, "resident")[0])
	for _, size := range []fyne.Size{fyne.NewSize(1166, 620), fyne.NewSize(600, 400)} {
		d.Window.Resize(size)
		c.Window.Canvas().Focus(c.strip)
		c.key(fyne.KeyHome)
		said := map[string]bool{}
		for _, item := range c.strip.Items() {
			if c.keyOfTab() != item.Key {
				t.Errorf("%s is chosen, %s is shown", item.Key, c.keyOfTab())
			}
			said[c.block(t, "").Title()] = true
			c.key(fyne.KeyDown)
			if f := c.Window.Canvas().Focused(); f == c.strip {
				t.Errorf("Down does not lead into %s", c.keyOfTab())
			}
			c.key(fyne.KeyDown, fyne.KeyUp)
			c.Window.Canvas().Focus(c.strip)
			c.key(fyne.KeyRight)
		}
		if len(said) != len(c.strip.Items())-1 { // the overview begins as the reports do
			t.Errorf("the tabs begin with %v", said)
		}
	}
}

func TestACardOfAnotherParkSaysWhyItIsEmpty(t *testing.T) {
	c, _ := small(t)
	other := &app.Park{Name: "Технопарк «Второй»"}
	c.Save(t, other)
	c.open(other)
	if got := c.grid(t, "Помещения").Rows()[0].Cells[0].Text; got != c.T("ui.card.foreign") || !c.add.Disabled() {
		t.Errorf("%q, something can be added: %v", got, !c.add.Disabled())
	}
	for _, b := range desktest.All[*kit.Block](c.tab.body()) {
		for _, l := range b.Links() {
			if l.Visible() && l.Text() == "Добавить" {
				t.Errorf("«%s» of another park can be added to", b.Title())
			}
		}
	}
}

func TestTabLeadsFromTheHeadToThePage(t *testing.T) {
	c, residents := small(t)
	c.open(residents[0])
	next := c.Window.Canvas().(interface{ FocusNext() })
	c.Window.Canvas().Focus(c.back)
	for _, want := range []fyne.Focusable{c.edit, c.proofs, c.paper, c.add, c.strip} {
		next.FocusNext()
		if got := c.Window.Canvas().Focused(); got != want {
			t.Fatalf("Tab leads to %T %v, not to %v", got, got, want)
		}
	}
	reached := map[fyne.Focusable]bool{}
	for range 60 {
		next.FocusNext()
		reached[c.Window.Canvas().Focused()] = true
	}
	for _, b := range desktest.All[*kit.Block](c.tab.body()) {
		if !reached[b.Inside().(*kit.Grid)] {
			t.Errorf("Tab does not reach «%s»", b.Title())
		}
	}
}

// BenchmarkOpenCard opens cards of a park of 1,100 residents, once with the records checked
// and once read anew after a change.
func BenchmarkOpenCard(b *testing.B) {
	names := make([]string, 1100)
	for i := range names {
		names[i] = "ООО «Резидент " + strconv.Itoa(i) + "»"
	}
	d := desktest.Small(b, names...)
	residents := d.List(b, "resident")
	err := d.Store.Change(b.Context(), "отчёты", func(tx app.Tx) error {
		for _, r := range residents {
			for year := 2018; year <= 2020; year++ {
				rec := &app.ResidentReport{Head: app.Head{Park: d.Park}, Resident: r.Header().ID, Period: app.YearPeriod(year), Revenue: app.Of(app.Thousands(int64(year)))}
				if err := tx.Save(b.Context(), rec); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	c := over(b, d)
	d.Look()
	b.Run("checked", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			c.open(residents[i%len(residents)])
		}
	})
	d.Hold() // the check is not what is measured
	b.Run("changed", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			b.StopTimer()
			r := app.Clone(residents[i%len(residents)].(*app.Resident))
			r.ShortName = strconv.Itoa(i)
			d.Save(b, r)
			b.StartTimer()
			c.open(r)
		}
	})
}
