package packaging

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"technopark/app/ui/desktest"
)

func TestReasonOfAReturnedRevisionIsOffered(t *testing.T) {
	d := desktest.New(t)
	d.Return(t, d.Finalise(t, ""), "нет письма.")
	d.PackageDir = ""
	p := newPackage(t, d)
	if want := "Редакция 1 возвращена: нет письма. Следующий чистовой пакет станет редакцией 2."; p.reason.said.Text != want || p.reason.text.Visible() {
		t.Errorf("said %q", p.reason.said.Text)
	}
	p.kind.SetSelected(d.T("ui.package.final"))
	if !p.reason.text.Visible() || p.reason.Text() != "исправлено после возврата: нет письма." {
		t.Errorf("reason %q", p.reason.Text())
	}
	p.reason.text.SetText(" приложено письмо ")
	p.Refresh()
	test.Tap(p.build)
	if rev := d.LastRevision(); rev.Number.N != 2 || rev.Reason != "приложено письмо" {
		t.Errorf("revision %d because of %q", rev.Number.N, rev.Reason)
	}
}

func TestReasonIsAskedForANewRevisionOnly(t *testing.T) {
	d := desktest.New(t)
	p := newPackage(t, d)
	p.kind.SetSelected(d.T("ui.package.final"))
	if p.reason.text.Visible() || p.reason.said.Text != "Пакет станет редакцией 1." {
		t.Errorf("the first: %q", p.reason.said.Text)
	}
	test.Tap(p.build)
	p.Refresh()
	if p.reason.text.Visible() || !strings.Contains(p.reason.said.Text, "Данные те же, что в редакции 1") {
		t.Errorf("the same data: %q", p.reason.said.Text)
	}
	test.Tap(p.parts[0])
	if !p.reason.text.Visible() || p.reason.said.Text != "Пакет станет редакцией 2." || p.reason.Text() != "" {
		t.Errorf("other parts: %q", p.reason.said.Text)
	}
	test.Tap(p.build)
	p.Refresh()
	if p.reason.text.Visible() || !strings.Contains(p.reason.said.Text, "Данные те же, что в редакции 2") {
		t.Errorf("the same parts: %q", p.reason.said.Text)
	}
	p.kind.SetSelected(d.T("ui.package.draft"))
	if p.reason.content.Visible() || p.request().Reason != "" {
		t.Error("a draft has a reason")
	}
}
