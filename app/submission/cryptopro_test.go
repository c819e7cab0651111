package submission_test

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/i18n"
	"technopark/app/submission"
)

// fakeTool puts a program called cryptcp into the search path, alone there.
func fakeTool(t *testing.T, script string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Fatal("the fake program is a shell script")
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "cryptcp"), []byte("#!/bin/sh\n"+script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+":/bin:/usr/bin")
}

func TestCryptoProSigns(t *testing.T) {
	fakeTool(t, `for last; do :; done; echo "$*" > "$last"; echo "готово"`)
	tool, ok := submission.FindCryptoPro()
	if !ok || filepath.Base(tool.Path) != "cryptcp" {
		t.Fatalf("%+v", tool)
	}
	for owner, want := range map[string]string{
		"":          "-sign -detached -der -cert /d/Пакет 1.pdf ",
		"Образцова": "-sign -detached -der -cert -dn Образцова /d/Пакет 1.pdf ",
		"0123456789abcdef0123456789ABCDEF01234567": "-sign -detached -der -cert -thumbprint 0123456789abcdef0123456789ABCDEF01234567 /d/Пакет 1.pdf ",
	} {
		var shown strings.Builder
		data, err := tool.Sign(context.Background(), owner+" ", "/d/Пакет 1.pdf", nil, &shown)
		if err != nil || !strings.HasPrefix(string(data), want) || !strings.HasSuffix(strings.TrimSpace(string(data)), "Пакет 1.pdf.sig") {
			t.Errorf("%q: %q, %v", owner, data, err)
		}
		if shown.String() != "готово\n" {
			t.Errorf("shown %q", shown.String())
		}
	}
}

func TestCryptoProIsQuoted(t *testing.T) {
	for script, want := range map[string]string{
		"echo 'Сертификат не найден'; exit 3":               "КриптоПро подпись не сделала. Вот что она ответила:\nСертификат не найден",
		`printf '\216\350\250\241\252\240\r\n' >&2; exit 5`: "КриптоПро подпись не сделала. Вот что она ответила:\nОшибка", // cp866
		"exit 7": "КриптоПро подпись не сделала и ничего не ответила (код 7). Проверьте, вставлен ли носитель ключа и установлен ли сертификат.",
		"echo 'ничего не подписано'": "КриптоПро подпись не сделала. Вот что она ответила:\nничего не подписано",
	} {
		fakeTool(t, script)
		tool, _ := submission.FindCryptoPro()
		_, err := tool.Sign(context.Background(), "", "x.pdf", nil, nil)
		if said, _ := i18n.New(app.RU).Sentence(err, nil); said != want {
			t.Errorf("%s: %q", script, said)
		}
	}
}

func TestCryptoProIsNotThere(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if tool, ok := submission.FindCryptoPro(); ok && !strings.HasPrefix(tool.Path, "/opt/cprocsp") {
		t.Errorf("found %+v", tool)
	}
}
