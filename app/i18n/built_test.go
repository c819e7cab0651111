package i18n

import (
	"go/ast"
	"go/token"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"technopark/app"
)

// endings is where the ends of ids come from that begin alike, read out of the program, so that a new
// value is asked for its message: «const app/check.Level» is the constants of a type, «return
// app/kit.Look.String» what a function answers, «call app/ui/bugreport.go:said» the texts a function of
// a file is called with, «set app/cli/import.go:State» what a field is set to there; anything else is an
// end itself.
type endings []string

// built are the ids that the program puts together, by their beginnings. They end in any of those.
var built = map[string]endings{
	"bugreport.":           {"call app/bugreport/bugreport.go:part"},
	"bugreport.datafile.":  {"call app/bugreport/datafile.go:said"},
	"bugreport.program.":   {"call app/bugreport/bugreport.go:said"},
	"bugreport.screen.":    {"call app/ui/bugreport.go:said"},
	"cli.collect.state.":   {"set app/cli/collect.go:State"},
	"cli.import.":          {"counts", "records.counts"},
	"cli.import.state.":    {"set app/cli/import.go:State"},
	"cli.level.":           {"const app/check.Level"},
	"cli.profile.builtin.": {"method", "rules"},
	"cli.profile.own.":     {"method", "rules"},
	"cli.rate.factor.":     {"const app/composite.Factor"},
	"cli.rate.ground.":     {"const app/rating.Ground"},
	"cli.rate.step.":       {"denominate", "screen", "impute", "outliers", "normalise", "aggregate", "index"},
	"cli.rollover.":        {"stands", "due", "past"}, // every type says one of them: app looks
	"common.journal.":      {"do.add", "do.edit", "do.delete", "undo.add", "undo.edit", "undo.delete", "redo.add", "redo.edit", "redo.delete"},
	"common.journal.do.":   {"const app.Action"},
	"common.search.":       {"indicator", "finding", "command", "guide"}, // those of records are headed by their type
	"copies.why.":          {"const app/copies.Why"},
	"inspect.alike.":       {"file", "seal", "rest", "redraw"},
	"inspect.no.":          {"file", "seal", "rest", "documents", "redraw", "archive", "data", "code", "feet", "values", "compute"},
	"inspect.unasked.":     {"code", "feet", "values", "compute", "rest", "documents", "redraw"},
	"inspect.yes.":         {"file", "seal", "rest", "documents", "redraw", "archive", "data", "code", "feet", "values", "compute"},
	"signature.checked.":   {"valid", "unchecked", "lost"},
	"signature.fits.":      {"return app/signature.Answer.String"},
	"signature.valid.":     {"return app/signature.Answer.String"},
	"ui.backups.kept_":     {"day", "flawed", "recent", "before"},
	"ui.collect.column.":   {"call app/ui/collecting/rows.go:date", "call app/ui/collecting/rows.go:text"},
	"ui.collect.group.":    {"accepted", "doubtful", "arrived", "overdue", "not_sent", "waiting", "unneeded"},
	"ui.forms.shipped.":    {"passport", "residents"},
	"ui.journal.":          {"number", "when", "who", "action", "record", "field", "before", "after", "named"},
	"ui.journal.by_":       {"who", "since", "until", "type", "action", "step"},
	"ui.language.":         {"const app.Lang"},
	"ui.look.":             {"return app/ui/kit.Look.String"},
	"ui.place.alpha.":      {"return app/ui/place.alphaWord"},
	"ui.profiles.better_":  {"higher", "lower"},
	"ui.section.":          {"return app.Section.Key"},
	"ui.steps.":            {"return app/ui/journal.stateOf"},
	"ui.turn.how.":         {"stands", "due", "past"},
}

// elsewhere are beginnings of ids of which not every end has a message, and why that is right.
var elsewhere = map[string]string{
	"cli.example.":         "a command without an example has none; app/cli looks at every command",
	"cli.help.":            "app/cli looks at every command and topic",
	"cli.word.":            "app/cli looks at the usage of every command",
	"common.history.step_": "only recognised here, said whole",
	"step.":                "only recognised here, said whole",
	"ui.collect.step.":     "only recognised here, said whole",
	"ui.count.":            "a type without its own count is counted by its name",
	"ui.for.":              "a type without words of its own says what every list says",
}

// Every id that the program puts together has its message, whatever it ends in.
func TestEveryBuiltIdHasAMessage(t *testing.T) {
	messages := messagesOf(t, app.RU)
	areas := areas(messages)
	ends := endsOf(t)
	for begin := range literals(t) {
		area, _, ok := strings.Cut(begin, ".")
		if !ok || !areas[area] || !strings.HasSuffix(begin, ".") && !strings.HasSuffix(begin, "_") {
			continue
		}
		if built[begin] == nil && elsewhere[begin] == "" {
			t.Errorf("%s begins ids; write down in what they end", begin)
		}
	}
	for begin, from := range built {
		for _, end := range from {
			all := []string{end}
			if strings.Contains(end, " ") {
				if all = ends[end]; len(all) == 0 {
					t.Errorf("%s: there is nothing at «%s»", begin, end)
				}
			}
			for _, end := range all {
				if messages[begin+end] == nil {
					t.Errorf("%s has no message", begin+end)
				}
			}
		}
	}
}

// endsOf reads the values of the program that ids may end in, by where endings says they stand.
func endsOf(t *testing.T) map[string][]string {
	ends := map[string][]string{}
	add := func(at string, n ast.Node) {
		if text, ok := n.(*ast.BasicLit); ok && text.Kind == token.STRING {
			if value, err := strconv.Unquote(text.Value); err == nil && value != "" && !slices.Contains(ends[at], value) {
				ends[at] = append(ends[at], value)
			}
		}
	}
	source(t, func(file string, _ token.Position, n ast.Node) {
		switch n := n.(type) {
		case *ast.ValueSpec:
			if typ, ok := n.Type.(*ast.Ident); ok {
				for _, v := range n.Values {
					add("const "+path.Dir(file)+"."+typ.Name, v)
				}
			}
		case *ast.FuncDecl:
			ast.Inspect(n, func(inner ast.Node) bool {
				if answer, ok := inner.(*ast.ReturnStmt); ok {
					ast.Inspect(answer, func(text ast.Node) bool { add("return "+path.Dir(file)+"."+nameOf(n), text); return true })
				}
				return true
			})
		case *ast.CallExpr:
			if name := calledAs(n); name != "" && len(n.Args) > 0 {
				add("call "+file+":"+name, n.Args[0])
			}
		case *ast.AssignStmt:
			if to, ok := n.Lhs[0].(*ast.SelectorExpr); ok {
				add("set "+file+":"+to.Sel.Name, n.Rhs[0])
			}
		}
	})
	return ends
}

// nameOf is the name of a function, that of a method behind its type.
func nameOf(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return f.Name.Name
	}
	typ := f.Recv.List[0].Type
	if star, ok := typ.(*ast.StarExpr); ok {
		typ = star.X
	}
	if name, ok := typ.(*ast.Ident); ok {
		return name.Name + "." + f.Name.Name
	}
	return f.Name.Name
}

// calledAs is the name a function or method is called by.
func calledAs(call *ast.CallExpr) string {
	switch fun := call.Fun.(type) {
	case *ast.Ident:
		return fun.Name
	case *ast.SelectorExpr:
		return fun.Sel.Name
	}
	return ""
}
