package submission_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"regexp"
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"technopark/app"
	"technopark/app/submission"
)

var update = flag.Bool("update", false, "write the schema of the data anew")

// schemaFile is the JSON Schema that travels with the documentation: it is made of the
// catalogue of fields, from which the data are written too.
const schemaFile = "../../assets/docs/" + submission.Format + ".schema.json"

type object = map[string]any

func schemaOfData() object {
	records := object{}
	for _, t := range app.Types() {
		if t.Submitted() {
			records[t.Key] = object{"type": "array", "title": t.Many.EN, "description": t.Many.RU, "items": schemaOfRecord(t)}
		}
	}
	profile := closed(object{
		"id": object{"type": "string"}, "version": object{"type": "string"},
		"toml": object{"type": "string", "description": "весь профиль, как в assets/methods и assets/rules"},
	})
	root := closed(object{
		"format": object{"const": submission.Format},
		"year":   object{"type": "integer", "description": "год данных; рейтинг следующего года"},
		"park":   object{"type": "integer", "description": "id технопарка, о котором пакет"},
		"values": object{
			"type": "object", "description": "показатели, как напечатаны, с десятичной точкой; пустая строка — не рассчитан",
			"additionalProperties": object{"type": "string", "pattern": `^(-?[0-9]+(\.[0-9]+)?)?$`},
		},
		"method": profile, "rules": profile, "records": closed(records),
	})
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["title"] = submission.Format
	root["description"] = "Данные пакета документов на рейтинг технопарков; см. data.md"
	return root
}

// closed is an object with these properties, all of them and no others.
func closed(properties object) object {
	names := []string{}
	for name := range properties {
		names = append(names, name)
	}
	slices.Sort(names)
	return object{"type": "object", "properties": properties, "required": names, "additionalProperties": false}
}

func schemaOfRecord(t *app.Type) object {
	properties := object{"id": object{"type": "integer", "minimum": 1}}
	for _, f := range t.Stored() {
		properties[f.Key] = schemaOfField(f)
	}
	return closed(properties)
}

func schemaOfField(f app.Field) object {
	said := f.Head(app.RU)
	var kinds []any
	switch {
	case f.Kind == app.KindBool:
		kinds = append(kinds, object{"enum": []any{0, 1}})
	case f.Kind.Numeric():
		kinds = append(kinds, object{"type": "integer"})
		if f.Scale > 1 {
			said += fmt.Sprintf("; %d = 1 единица", f.Scale)
		}
	case f.Kind == app.KindRef:
		kinds = append(kinds, object{"type": "integer", "minimum": 1})
		said += "; id записи " + f.Ref
	case f.Kind == app.KindRefs:
		kinds = append(kinds, object{"type": "string", "pattern": "^[0-9]+(;[0-9]+)*$"})
		said += "; id записей " + f.Ref
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
	if f.CanNA {
		kinds = append(kinds, object{"const": "n/a", "description": "не применимо"})
	}
	kinds = append(kinds, object{"type": "null", "description": "не представлено"})
	return object{"title": f.Label.EN, "description": said, "oneOf": kinds}
}

func written(t *testing.T, schema object) []byte {
	t.Helper()
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(schema); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// The schema beside the documentation is that of the catalogue. When fields have come,
// -update writes it anew; data of earlier programs lack them and are read all the same.
func TestSchemaOfTheDataIsTheirs(t *testing.T) {
	want := written(t, schemaOfData())
	if *update {
		if err := os.WriteFile(schemaFile, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(schemaFile); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s is not that of the catalogue (%v); run with -update", schemaFile, err)
	}
}

func TestDataAreOfTheirSchema(t *testing.T) {
	text, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("data.json", parsed); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("data.json")
	if err != nil {
		t.Fatal(err)
	}
	pdf, _ := packageOf(t)
	frozen := filesOf(t, pdf)[submission.DataName]
	validate := func(data []byte) error {
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		return schema.Validate(value)
	}
	if err := validate(frozen); err != nil {
		t.Error(err)
	}
	if err := validate(regexp.MustCompile(`"headcount":(\d+)`).ReplaceAll(frozen, []byte(`"headcount":"$1"`))); err == nil {
		t.Error("a text is taken for a number")
	}
}
