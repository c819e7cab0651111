package cli

import (
	"strconv"
	"strings"

	"technopark/app"
	"technopark/app/collection"
	"technopark/app/disk"
	"technopark/app/exchange"
	"technopark/app/questionnaire"
)

// questionnairesCommand makes the questionnaires of a period and keeps that they were sent.
type questionnairesCommand struct {
	yearOf
	Quarter  int      // 1–4; 0: the whole year
	Out      string   `place:""` // directory for the files; made when it is not there
	List     bool     // tell how far the collection has come, and make nothing
	Resident []string `place:""` // ИНН or names; none: all who were active in the period
	Due      string   // дд.мм.гггг: last day to answer
	PDF      bool     `name:"pdf"` // one to be filled in by hand, too
	Letters  bool     // a covering letter to each
	Logo     string   `place:""` // a picture for the head, PNG or JPEG
	Lang     string   `enum:"ru,en" default:"ru"`
}

type questionnairesJSON struct {
	Period string          `json:"period"` // 2020 or 2020-Q1
	Due    string          `json:"due"`    // yyyy-mm-dd; empty when no day was named
	Index  string          `json:"index"`  // path of the list of what was made
	Sent   []sentSheetJSON `json:"sent"`   // in the order of names; never null
}

type sentSheetJSON struct {
	ID       int64  `json:"id"` // of the resident
	Resident string `json:"resident"`
	INN      string `json:"inn"`
	Email    string `json:"email"`  // may be empty
	File     string `json:"file"`   // path of the workbook
	PDF      string `json:"pdf"`    // path of the questionnaire for paper; empty when none was asked for
	Letter   string `json:"letter"` // path of the covering letter; empty when none was asked for
	Filled   int    `json:"filled"` // figures that are known already
	Asked    int    `json:"asked"`  // figures that are asked for
}

// Run writes the files into the directory and keeps in the data file that they were sent.
func (c questionnairesCommand) Run(s *session) error {
	asking, err := c.asking()
	switch {
	case err != nil:
		return err
	case c.List:
		return c.list(s, asking.Period)
	case c.Out == "":
		return &app.Refusal{ID: "cli.needs_flag", Data: map[string]any{"What": "--out", "Example": s.words.T("cli.example.questionnaires", nil)}, Cause: errWords}
	}
	return s.write(c.yearOf, func(store Store, b *app.Book) error {
		set, err := s.by.For(b, c.Year)
		if err != nil {
			return err
		}
		asking.Profile = set.Method.ID
		residents, err := c.residents(b, asking.Period)
		if err != nil {
			return err
		}
		if err := disk.MakeDir(c.Out); err != nil {
			return err
		}
		sending := collection.Sending{
			Book: b, Residents: residents, Asking: asking, Dir: c.Out, File: true, Paper: c.PDF, Letters: c.Letters, Now: s.Now(),
		}
		out, err := sending.Make(s.ctx, nil)
		if err != nil {
			return err
		}
		step := s.words.N("step.questionnaires", len(out.Sheets), map[string]any{"Period": asking.Period.In(app.RU)})
		if err := out.Send(s.ctx, store, step); err != nil {
			return app.About(c.File, err)
		}
		if c.JSON {
			return s.printJSON(c.answer(asking, out))
		}
		c.tell(s, out)
		return nil
	})
}

// asking reads what is asked, before any file is opened.
func (c questionnairesCommand) asking() (questionnaire.Asking, error) {
	a := questionnaire.Asking{Period: app.Period{Year: c.Year, Quarter: c.Quarter}, Lang: app.Lang(c.Lang)}
	if c.Quarter < 0 || c.Quarter > 4 {
		return a, &app.Refusal{ID: "cli.bad_quarter", Data: map[string]any{"What": strconv.Itoa(c.Quarter)}, Cause: errWords}
	}
	if c.Due != "" {
		day, ok := app.ParseDate(c.Due)
		if !ok || day.Zero() {
			return a, &app.Refusal{ID: "cli.bad_due", Data: map[string]any{"What": c.Due}, Cause: errWords}
		}
		a.Due = day
	}
	var err error
	if c.Logo != "" {
		a.Logo, err = collection.ReadLogo(c.Logo)
	}
	return a, err
}

// residents returns those who are named by their ИНН or name, else all who are to be asked.
func (c questionnairesCommand) residents(b *app.Book, p app.Period) ([]*app.Resident, error) {
	if len(c.Resident) == 0 {
		return collection.Everyone(b, p), nil
	}
	names := exchange.NamesOf(b, app.RU)
	var chosen []*app.Resident
	seen := map[int64]bool{}
	for _, name := range c.Resident {
		r, err := residentCalled(b, names, name, c.File)
		if err != nil {
			return nil, err
		}
		if !seen[r.ID] {
			seen[r.ID] = true
			chosen = append(chosen, r)
		}
	}
	return chosen, nil
}

// residentCalled returns the resident with an ИНН or a name; the error says that none, or more
// than one, has it in the file.
func residentCalled(b *app.Book, names *app.Names, name, file string) (*app.Resident, error) {
	if r := residentOfINN(b, name); r != nil {
		return r, nil
	}
	id, err := names.Find("resident", name)
	if err != nil {
		return nil, &app.Refusal{ID: "cli.no_resident", Data: map[string]any{"What": app.Quoted(name), "File": file}, Cause: err}
	}
	return app.Find[app.Resident](b, "resident", id), nil
}

// residentOfINN returns the only resident of the number, nil when there is none or several.
func residentOfINN(b *app.Book, inn string) *app.Resident {
	var found *app.Resident
	for _, r := range app.All[app.Resident](b, "resident") {
		if r.INN == "" || r.INN != app.SchemeINN.Normalise(inn) {
			continue
		}
		if found != nil {
			return nil
		}
		found = r
	}
	return found
}

func (c questionnairesCommand) answer(a questionnaire.Asking, out *collection.Outgoing) questionnairesJSON {
	answer := questionnairesJSON{Period: a.Period.Key(), Due: a.Due.ISO(), Index: out.Index, Sent: []sentSheetJSON{}}
	for _, sheet := range out.Sheets {
		r := sheet.Resident
		answer.Sent = append(answer.Sent, sentSheetJSON{
			ID: r.ID, Resident: r.Name, INN: r.INN, Email: r.Email,
			File: sheet.File, PDF: sheet.Paper, Letter: sheet.Letter, Filled: sheet.Filled, Asked: sheet.Asked,
		})
	}
	return answer
}

// tell says how many were made and where, and who has no address to send them to.
func (c questionnairesCommand) tell(s *session, out *collection.Outgoing) {
	s.say("cli.questionnaires.done", map[string]any{"Sheets": s.words.N("common.questionnaires", len(out.Sheets), nil), "Dir": c.Out})
	s.say("cli.questionnaires.index", map[string]any{"File": out.Index})
	var without []string
	for _, sheet := range out.Sheets {
		if sheet.Resident.Email == "" {
			without = append(without, sheet.Resident.Type().Title(sheet.Resident, nil))
		}
	}
	if len(without) > 0 {
		s.say("cli.questionnaires.no_email", map[string]any{"Names": strings.Join(without, ", ")})
	}
}
