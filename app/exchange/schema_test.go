package exchange_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"regexp"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"technopark/app"
	"technopark/app/exchange"
	"technopark/app/sample"
)

var update = flag.Bool("update", false, "write the schema of records anew")

// schemaFile travels with the documentation: it is made of the catalogue of fields, from which
// records are written too.
const schemaFile = "../../assets/docs/" + exchange.Format + ".schema.json"

type object = map[string]any

func schemaOfRecords() object {
	records := object{}
	for _, t := range app.Types() {
		properties := object{"id": object{"type": "integer", "minimum": 1, "description": "номер записи в файле, из которого выгружено"}}
		for _, f := range t.Stored() {
			properties[f.Key] = schemaOfField(f)
		}
		records[t.Key] = object{"type": "array", "title": t.Many.EN, "description": t.Many.RU, "items": object{
			"type": "object", "properties": properties, "required": []string{"id"}, "additionalProperties": false,
		}}
	}
	return object{
		"$schema": "https://json-schema.org/draft/2020-12/schema", "title": exchange.Format,
		"description": "Записи технопарка; см. data.md", "type": "object", "additionalProperties": false,
		"required": []string{"format", "records"},
		"properties": object{
			"format":  object{"const": exchange.Format},
			"program": object{"type": "string", "description": "версия программы"},
			"park":    object{"type": "string", "description": "чьи это записи"},
			"records": object{"type": "object", "properties": records, "additionalProperties": false},
		},
	}
}

func schemaOfField(f app.Field) object {
	said := f.Head(app.RU)
	kinds := []any{object{"type": "null", "description": "не представлено"}}
	if f.CanNA {
		kinds = append(kinds, object{"const": "n/a", "description": "не применимо"})
	}
	mentioned := object{"type": "object", "required": []string{"id"}, "additionalProperties": false, "properties": object{
		"id": object{"type": "integer", "minimum": 1}, "title": object{"type": "string"},
	}}
	switch {
	case f.Kind == app.KindBool:
		kinds = append(kinds, object{"enum": []any{0, 1}})
	case f.Kind.Numeric():
		kinds = append(kinds, object{"type": "integer"})
		if f.Scale > 1 {
			said += fmt.Sprintf("; %d = 1 единица", f.Scale)
		}
	case f.Kind == app.KindRef:
		kinds = append(kinds, mentioned)
		said += "; запись вида " + f.Ref
	case f.Kind == app.KindRefs:
		kinds = append(kinds, object{"type": "array", "minItems": 1, "items": mentioned})
		said += "; записи вида " + f.Ref
	case f.Kind == app.KindDate:
		kinds = append(kinds, object{"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})
	case f.Kind == app.KindPeriod:
		kinds = append(kinds, object{"type": "string", "pattern": "^[0-9]{4}(-Q[1-4])?$"})
	case f.Kind == app.KindChoice:
		codes := []any{}
		for _, o := range f.Options {
			codes = append(codes, o.Code)
		}
		kinds = append(kinds, object{"enum": codes})
	default:
		kinds = append(kinds, object{"type": "string", "minLength": 1})
	}
	return object{"title": f.Label.EN, "description": said, "oneOf": kinds}
}

// The schema beside the documentation is that of the catalogue. When fields have come, -update
// writes it anew.
func TestSchemaOfRecordsIsTheirs(t *testing.T) {
	want := written(t, func(b *bytes.Buffer) error {
		enc := json.NewEncoder(b)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", " ")
		return enc.Encode(schemaOfRecords())
	})
	if *update {
		if err := os.WriteFile(schemaFile, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(schemaFile); err != nil || string(got) != want {
		t.Errorf("%s is not that of the catalogue (%v); run with -update", schemaFile, err)
	}
}

// sampleJSON is all records of the sample park as JSON.
func sampleJSON(t *testing.T) string {
	t.Helper()
	b := sample.Park().Book()
	var groups []exchange.Group
	for _, typ := range exchange.Kept() {
		groups = append(groups, exchange.Group{Type: typ, Records: exchange.Exported(b, typ, 0)})
	}
	return written(t, func(out *bytes.Buffer) error {
		return exchange.WriteJSON(out, b.Park.Name, groups, exchange.NamesOf(b, app.RU).Title)
	})
}

func TestRecordsAreOfTheirSchema(t *testing.T) {
	text, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("records.json", parsed); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("records.json")
	if err != nil {
		t.Fatal(err)
	}
	data := []byte(sampleJSON(t))
	validate := func(data []byte) error {
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		return schema.Validate(value)
	}
	if err := validate(data); err != nil {
		t.Error(err)
	}
	for _, spoil := range []struct{ from, to string }{{`"headcount":(\d+)`, `"headcount":"$1"`}, {`"resident":\{"id":(\d+)[^}]*\}`, `"resident":$1`}} {
		if validate(regexp.MustCompile(spoil.from).ReplaceAll(data, []byte(spoil.to))) == nil {
			t.Errorf("%s is taken for a record", spoil.to)
		}
	}
}
