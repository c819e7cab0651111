package copies_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"technopark/app"
)

// A copy differs from what came of the file by what was added, deleted and edited since, and in
// nothing when nothing was.
func TestDifferencesOfACopyAndTheFile(t *testing.T) {
	b := newBench(t)
	to := filepath.Join(t.TempDir(), "копия.tpark")
	if _, err := b.To(context.Background(), b.store.Path(), to, "", nil); err != nil {
		t.Fatal(err)
	}
	if is, err := b.Differences(context.Background(), to, "", b.store.Path()); err != nil || len(is) != 0 {
		t.Fatal(is, err)
	}
	b.save()
	is, err := b.Differences(context.Background(), to, "", b.store.Path())
	if err != nil || len(is) != 1 || is[0].Action != app.ActionAdd || !strings.Contains(is[0].Record.RU, "Направление 2") {
		t.Fatalf("%+v, %v", is, err)
	}
	if inCopy, inFile := is[0].Sides(); inCopy.RU != "нет" || inFile.RU != "есть" {
		t.Error(inCopy, inFile)
	}
	back, err := b.Differences(context.Background(), b.store.Path(), "", to)
	if err != nil || len(back) != 1 || back[0].Action != app.ActionDelete {
		t.Errorf("%+v, %v", back, err)
	}
}
