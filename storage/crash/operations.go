//go:build linux

package main

import (
	"fmt"
	"strings"
)

// dataFile is how the data file of a round is called.
const dataFile = "парк.tpark"

// operation is something the program does that may be broken off.
type operation struct {
	name  string
	stage func(b *bench, dir string) error // puts into an empty folder what the command needs
	words []string                         // the command of the program, said in that folder
	child string                           // else: what work of our own does there through storage
	twice int                              // exit code when what it would make is there already
}

// operations are all of them, with an upgrade from each schema but today's.
func operations(schemas int) []operation {
	of := func(name string, stage func(*bench, string) error, words ...string) operation {
		return operation{name: name, stage: stage, words: append(words, "--json")}
	}
	once := func(twice int, name string, stage func(*bench, string) error, words ...string) operation {
		op := of(name, stage, words...)
		op.twice = twice
		return op
	}
	all := []operation{
		{name: "edits", stage: small, child: workEdits},
		{name: "undo", stage: small, child: workUndo},
		once(3, "new", nothing, "new", dataFile),
		of("import", changed, "import", dataFile, "--from", "записи.json"),
		once(1, "collect", answer, "collect", dataFile, "ответ.xlsx"),
		of("document", document, "document", "add", dataFile, "справка.pdf"),
		of("questionnaires", sample, "questionnaires", dataFile, "--year", "2019", "--out", "анкеты"),
		of("draft", sample, "package", dataFile, "--year", "2020", "--out", "."),
		of("final", sample, "package", dataFile, "--year", "2020", "--out", ".", "--final"),
		once(3, "export", small, "export", dataFile, "--to", "выгрузка.xlsx"),
		once(3, "folder", small, "export", dataFile, "--to", "выгрузка"),
		of("backup", small, "backup", dataFile),
		once(3, "sealed", passphrase, "backup", dataFile, "--to", "копия.tpark.age", "--encrypt", "--passphrase-file", "пароль.txt"),
		once(3, "restore", small, "restore", dataFile, "--to", "назад.tpark"),
		once(3, "recover", damaged, "recover", "повреждён.bad", "--to", dataFile),
		of("rollover", sample, "rollover", dataFile, "--from", "2020", "--to", "2021", "--sheet", "сверка.pdf"),
	}
	for version := 1; version < schemas; version++ {
		all = append(all, of(fmt.Sprintf("upgrade-%d", version), older(version), "verify", dataFile, "--restore"))
	}
	return all
}

// names returns what operations are called.
func names(ops []operation) []string {
	all := make([]string, len(ops))
	for i, op := range ops {
		all[i] = op.name
	}
	return all
}

// chosen returns the operations of a list of names; a name may be the beginning of several.
func chosen(all []operation, list string) ([]operation, error) {
	if list == "" {
		return all, nil
	}
	var of []operation
	for name := range strings.SplitSeq(list, ",") {
		before := len(of)
		for _, op := range all {
			if op.name == name || strings.HasPrefix(op.name, name+"-") {
				of = append(of, op)
			}
		}
		if len(of) == before {
			return nil, usageError{fmt.Errorf("no operation %s; there are: %s", name, strings.Join(names(all), ", "))}
		}
	}
	return of, nil
}
