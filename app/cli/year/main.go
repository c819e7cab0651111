// Command year lives a working year of a park through the real program and compares what that says
// of the year with sums that know nothing of it. It is run in the repository and is no part of
// the product, since it takes minutes:
//
//	.ci/year             a park of 200 residents
//	.ci/year 1000        of another number
//
// It also plays the residents alone: with -answers it fills in the questionnaires of a folder.
//
// Exit: 0 the figures are the same, 1 they are not, or something on the way went wrong.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// workingYear is a park whose year 2021 is lived through the command line, and what was told of
// it on the way, kept apart from the program.
type workingYear struct {
	program string
	dir     string
	file    string
	wrong   bool                        // a figure is not as it should be
	told    map[string]map[string]int64 // answers of the whole year: by ИНН and field, in kopecks or people
}

func main() {
	program := flag.String("program", "", "the program whose commands are run")
	residents := flag.Int("residents", 200, "how many residents the park has, 95 at the least")
	answers := flag.String("answers", "", "only fill in the questionnaires of a year in this folder")
	flag.Parse()
	if *answers != "" {
		os.Exit(answerOnly(*answers))
	}
	os.Exit(live(*program, *residents))
}

// answerOnly fills in the questionnaires of a folder and returns the exit code.
func answerOnly(dir string) (code int) {
	defer func() {
		if s, ok := recover().(stopped); ok {
			fmt.Fprintln(os.Stderr, "year:", s.error)
			code = 1
		}
	}()
	answerAll(dir)
	return 0
}

// stopped is what ends a year before its end.
type stopped struct{ error }

// live lives the year in a folder of its own and returns the exit code.
func live(program string, residents int) (code int) {
	dir, err := os.MkdirTemp("", "year")
	if err != nil {
		fmt.Fprintln(os.Stderr, "year:", err)
		return 1
	}
	y := &workingYear{program: program, dir: dir, told: map[string]map[string]int64{}}
	defer func() {
		if s, ok := recover().(stopped); ok {
			fmt.Fprintln(os.Stderr, "year:", s.error)
			y.wrong = true
		}
		if y.wrong {
			fmt.Fprintln(os.Stderr, "year: it lies in", dir)
			code = 1
			return
		}
		_ = os.RemoveAll(dir) // of copies and papers that nobody wants
	}()
	y.begin(residents)
	y.pass()
	return 0
}

// pass has the year go by: quarters and the year are asked for and answered, somebody leaves and
// another comes, the file is damaged and saved, the package comes back and is made anew, the next
// year is opened. What the file then says of the year is what was answered.
func (y *workingYear) pass() {
	y.run(0, "rollover", y.file, "--from", "2020", "--to", "2021", "--sheet", "сверка.pdf")
	for quarter := 1; quarter <= 4; quarter++ {
		y.ask(quarter)
		switch quarter {
		case 1:
			y.changeStaff()
		case 2:
			y.damage()
		}
	}
	y.ask(0)
	y.fillTheRest()
	y.explainErrors()
	y.hand("1", "")
	y.run(0, "revision", "state", y.file, "returned", "--year", "2021", "--number", "1", "--note", "уточните выручку")
	y.correct()
	y.hand("2", "уточнена выручка")
	y.run(0, "revision", "state", y.file, "accepted", "--year", "2021", "--number", "2")
	if changes := y.run(0, "revision", "changes", y.file, "--year", "2021", "--number", "2"); !strings.Contains(changes, "Выручка") {
		y.differs("the second revision does not say what changed:\n%s", changes)
	}
	y.compare()
	y.run(0, "rollover", y.file, "--from", "2021", "--to", "2022")
	y.compare()
	y.run(0, "verify", y.file, "--full")
	y.run(0, "journal", y.file, "--verify")
	y.run(0, "backup", y.file)
}

// must stops the year at an error.
func must(err error) {
	if err != nil {
		panic(stopped{err})
	}
}

// stop stops the year.
func stop(format string, args ...any) { must(fmt.Errorf(format, args...)) }

// differs notes a figure that is not as it should be; the year goes on.
func (y *workingYear) differs(format string, args ...any) {
	y.wrong = true
	fmt.Fprintf(os.Stderr, "year: "+format+"\n", args...)
}

// begin makes the park.
func (y *workingYear) begin(residents int) {
	y.run(0, "demo", "--no-window", "--documents", "0", "--dir", "парк", "--residents", strconv.Itoa(residents), "--years", "3")
	files, err := filepath.Glob(filepath.Join(y.dir, "парк", "*.tpark"))
	must(err)
	if len(files) != 1 {
		stop("the park is in %v", files)
	}
	y.file = files[0]
}

// anyway accepts the exit code of a command that finds something or nothing.
const anyway = -1

// run runs the program and returns what it says; another exit code is fatal.
func (y *workingYear) run(code int, words ...string) string {
	var out, errs bytes.Buffer
	c := exec.Command(y.program, words...)
	c.Dir, c.Stdout, c.Stderr = y.dir, &out, &errs
	c.Env = append(os.Environ(), "XDG_CONFIG_HOME="+filepath.Join(y.dir, "settings"))
	err := c.Run()
	if is := c.ProcessState.ExitCode(); is != code && (code != anyway || is > 1) {
		stop("technopark %s: %v\n%.2000s%s", strings.Join(words, " "), err, out.String(), errs.String())
	}
	return out.String()
}

// ask sends the questionnaires of a quarter, or of the year when it is 0, has every resident
// answer, and takes the answers in.
func (y *workingYear) ask(quarter int) {
	dir := fmt.Sprintf("анкеты-%d", quarter)
	words := []string{"questionnaires", y.file, "--year", "2021", "--out", dir}
	if quarter > 0 {
		words = append(words, "--quarter", strconv.Itoa(quarter))
	}
	y.run(0, words...)
	files, err := filepath.Glob(filepath.Join(y.dir, dir, "Анкета*.xlsx"))
	if err != nil || len(files) < 50 {
		stop("%d questionnaires, %v", len(files), err)
	}
	for i, file := range files {
		inn := regexp.MustCompile(`\d{10,12}`).FindString(strings.TrimPrefix(filepath.Base(file), "Анкета 2021"))
		y.answer(file, inn, int64(i), quarter)
	}
	var plan struct {
		Files []struct{ State string }
	}
	y.decode(y.run(0, "collect", y.file, dir, "--confirm", "--json"), &plan)
	taken := 0
	for _, f := range plan.Files {
		if f.State == "applied" {
			taken++
		}
	}
	if taken != len(files) {
		stop("quarter %d: %d of %d answers were taken", quarter, taken, len(files))
	}
}

// changeStaff has another accountant sign.
func (y *workingYear) changeStaff() {
	table := "№ записи;Фамилия, имя, отчество;Должность;Роль\n2;Соколова Нина Павловна;главный бухгалтер;главный бухгалтер\n"
	must(os.WriteFile(filepath.Join(y.dir, "подписанты.csv"), []byte(table), 0o600))
	y.run(0, "import", y.file, "--from", "подписанты.csv", "--type", "person")
	if !strings.Contains(y.run(0, "journal", y.file, "--limit", "3"), "Соколова Нина Павловна") {
		y.differs("the journal does not know the new accountant")
	}
}

// damage spoils a page of the file and goes on in what recovery makes of it.
func (y *workingYear) damage() {
	f, err := os.OpenFile(y.file, os.O_RDWR, 0)
	must(err)
	_, err = f.WriteAt(bytes.Repeat([]byte{0xA5}, 4096), 20*4096)
	must(f.Close())
	must(err)
	y.run(3, "verify", y.file)
	saved := filepath.Join(y.dir, "парк", "спасённый.tpark")
	var r struct{ Lost int }
	y.decode(y.run(0, "recover", y.file, "--to", saved, "--json"), &r)
	if r.Lost != 0 {
		y.differs("%d records are lost of one page", r.Lost)
	}
	y.file = saved
	y.run(0, "verify", y.file)
}

// fillTheRest gives the year the figures of the park, of the company and of its services that it
// had a year ago.
func (y *workingYear) fillTheRest() {
	y.run(0, "export", y.file, "--to", "таблицы")
	for name, typ := range map[string]string{
		"Показатели площадки": "site_report", "Отчёты УК": "company_report", "Оказание услуг": "service_report", "Открытость": "disclosure",
		"Устойчивое развитие": "practice",
	} {
		table, err := os.ReadFile(filepath.Join(y.dir, "таблицы", name+".csv"))
		must(err)
		lines := strings.SplitAfter(string(table), "\n")
		kept := []string{strings.Replace(lines[0], "№ записи", "№", 1)}
		for _, line := range lines[1:] {
			if strings.Contains(line, "2020 год") {
				number, _, _ := strings.Cut(line, ";")
				kept = append(kept, strings.Replace(strings.TrimPrefix(line, number), "2020 год", "2021 год", 1))
			}
		}
		path := filepath.Join(y.dir, name+" 2021.csv")
		must(os.WriteFile(path, []byte(strings.Join(kept, "")), 0o600))
		y.run(0, "import", y.file, "--from", path, "--type", typ)
	}
}

// explainErrors explains what the checks hold against a final package.
func (y *workingYear) explainErrors() {
	type finding struct{ Rule, Level, Place, Message string }
	var report struct{ Findings []finding }
	y.decode(y.run(anyway, "check", y.file, "--year", "2021", "--json"), &report)
	errors := slices.DeleteFunc(report.Findings, func(f finding) bool { return f.Level != "error" })
	if len(errors) > 10 {
		stop("%d errors, of them %+v", len(errors), errors[:10])
	}
	for _, f := range errors {
		y.run(0, "explain", y.file, "--year", "2021", "--rule", f.Rule, "--place", f.Place, "--text", "сверено с договором", "--author", "Соколова Н. П.")
	}
}

// hand makes the final package, marks it as signed and sent, and looks whether it is whole.
func (y *workingYear) hand(number, reason string) {
	words := []string{"package", y.file, "--year", "2021", "--out", ".", "--final", "--json"}
	if reason != "" {
		words = append(words, "--reason", reason)
	}
	var made struct {
		PDF   string
		Draft bool
	}
	y.decode(y.run(0, words...), &made)
	if made.Draft {
		stop("the final package is a draft")
	}
	pdf := made.PDF
	if !filepath.IsAbs(pdf) {
		pdf = filepath.Join(y.dir, pdf)
	}
	for _, state := range []string{"signed", "sent"} {
		y.run(0, "revision", "state", y.file, state, "--year", "2021", "--number", number)
	}
	y.run(0, "inspect", pdf)
}

// correct takes in second answers of one resident: of the last quarter and of the year.
func (y *workingYear) correct() {
	const more = 1_000_000_00
	for _, period := range []string{"4", "0"} {
		files, err := filepath.Glob(filepath.Join(y.dir, "анкеты-"+period, "Анкета*.xlsx"))
		must(err)
		slices.Sort(files)
		inn := regexp.MustCompile(`\d{10,12}`).FindString(strings.TrimPrefix(filepath.Base(files[0]), "Анкета 2021"))
		if period == "4" {
			write(files[0], map[string]int64{"revenue": y.told[inn]["revenue"]/4 + more})
		} else {
			y.told[inn]["revenue"] += more
			write(files[0], map[string]int64{"revenue": y.told[inn]["revenue"]})
		}
		y.run(0, "collect", y.file, files[0], "--confirm")
	}
}

// compare holds indicators of the year against sums of what was answered.
func (y *workingYear) compare() {
	sum := map[string]int64{}
	for _, says := range y.told {
		for field, value := range says {
			sum[field] += value
		}
	}
	people := float64(sum["headcount"])
	thousands := func(fields ...string) (total float64) {
		for _, f := range fields {
			total += float64(sum[f]) / 100_000
		}
		return total
	}
	want := map[string]float64{
		"S1.1": thousands("rd_own", "rd_budget", "rd_other") / people,
		"S1.5": thousands("innovative_revenue") / thousands("revenue") * 100,
		"S2.1": thousands("revenue") / people,
		"S2.2": thousands("export") / thousands("revenue") * 100,
		"S2.3": thousands("taxes_federal", "taxes_regional", "taxes_local", "customs", "contributions") / people,
		"S4.1": thousands("capital", "equity") / people,
	}
	var score struct {
		Indicators []struct {
			Code  string
			Value float64
		}
	}
	y.decode(y.run(0, "score", y.file, "--year", "2021", "--json"), &score)
	for _, i := range score.Indicators {
		if is, asked := want[i.Code]; asked {
			if d := i.Value - is; d > 1e-6 || d < -1e-6 {
				y.differs("%s is %v, and %v by what was answered", i.Code, i.Value, is)
			}
			delete(want, i.Code)
		}
	}
	if len(want) > 0 {
		y.differs("there are no %v", want)
	}
}

func (y *workingYear) decode(text string, into any) {
	if err := json.Unmarshal([]byte(text), into); err != nil {
		stop("%v in\n%s", err, text)
	}
}
