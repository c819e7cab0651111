package i18n

import (
	"maps"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"technopark/app"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"
)

func TestPrinterT(t *testing.T) {
	catalog := NewCatalog()
	tests := []struct {
		lang app.Lang
		id   string
		data map[string]any
		want string
	}{
		{app.RU, "ui.ok", nil, "ОК"},
		{app.EN, "ui.cancel", nil, "Cancel"},
		{app.RU, "ui.cancel", map[string]any{}, "Отмена"},
		{app.RU, "err.empty_file", map[string]any{"File": "парк <1>.tpark"}, "Файл «парк <1>.tpark» пуст: выберите другой или восстановите его из резервной копии."},
		{app.RU, "err.empty_file", nil, "Файл пуст: выберите другой или восстановите его из резервной копии."},
		{app.EN, "err.missing_dir", map[string]any{"File": "D:\\a"}, "There is no directory “D:\\a”: create it or choose another."},
		{app.RU, "ui.no_such_message", nil, "«ui.no_such_message»"},
		{app.EN, "", nil, "«»"},
		{"fr", "ui.cancel", nil, "Отмена"},
	}
	for _, tt := range tests {
		if got := catalog.Printer(tt.lang).T(tt.id, tt.data); got != tt.want {
			t.Errorf("%s T(%q, %v) = %q, want %q", tt.lang, tt.id, tt.data, got, tt.want)
		}
	}
}

func TestPrinterN(t *testing.T) {
	tests := []struct {
		lang app.Lang
		n    int
		want string
	}{
		{app.RU, 1, "1 запись"},
		{app.RU, 22, "22 записи"},
		{app.RU, 111, "111 записей"},
		{app.RU, 10_005, "10\u00a0005 записей"},
		{app.RU, -3, "\u22123 записи"},
		{app.EN, 1, "1 record"},
		{app.EN, 10_001, "10,001 records"},
	}
	for _, tt := range tests {
		if got := New(tt.lang).N("common.records", tt.n, nil); got != tt.want {
			t.Errorf("%s N(%d) = %q, want %q", tt.lang, tt.n, got, tt.want)
		}
	}
	if got := New(app.RU).N("ui.no_such_message", math.MinInt, nil); got != "«ui.no_such_message»" {
		t.Errorf("an id without a message gives %q", got)
	}
}

// TestMessageFilesAgree asks of both files: the same ids, every one of which has a
// message with all the plural forms its language counts in, in a template that works.
func TestMessageFilesAgree(t *testing.T) {
	forms := map[app.Lang][]string{app.RU: {"few", "many", "one", "other"}, app.EN: {"one", "other"}}
	files := map[app.Lang]map[string]any{}
	for lang := range forms {
		raw, err := messageFiles.ReadFile("active." + string(lang) + ".toml")
		if err != nil {
			t.Fatal(err)
		}
		var messages map[string]any
		if err := toml.Unmarshal(raw, &messages); err != nil {
			t.Fatal(err)
		}
		files[lang] = messages
	}
	if diff := cmp.Diff(ids(files[app.RU]), ids(files[app.EN])); diff != "" {
		t.Errorf("ids differ (-ru +en):\n%s", diff)
	}
	for lang, messages := range files {
		printer := New(lang)
		for id, message := range messages {
			got := printer.T(id, nil)
			if plural, ok := message.(map[string]any); ok {
				if diff := cmp.Diff(forms[lang], ids(plural)); diff != "" {
					t.Errorf("%s %s: plural forms (-want +got):\n%s", lang, id, diff)
				}
				for _, n := range []int{1, 2, 5} {
					got += printer.N(id, n, nil)
				}
			}
			if got == "" || strings.Contains(got, "«"+id+"»") {
				t.Errorf("%s %s gives %q; an id is area.name, written whole and in quotation marks", lang, id, got)
			}
			if area, name, ok := strings.Cut(id, "."); !ok || area == "" || name == "" {
				t.Errorf("%s %s: an id is area.name, written whole and in quotation marks", lang, id)
			}
		}
	}
}

func ids(messages map[string]any) []string { return slices.Sorted(maps.Keys(messages)) }

func TestPrinterServesSeveralGoroutines(t *testing.T) {
	printer := New(app.RU)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if got := printer.N("common.records", 2, nil); got != "2 записи" {
				t.Errorf("N = %q", got)
			}
		})
	}
	all.Wait()
}
