package cli

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/i18n"
)

func TestTextsOfOthersDoNotSteerTheTerminal(t *testing.T) {
	var out bytes.Buffer
	n, err := fmt.Fprintf(marking{&out}, "%s\t%s\n", "ООО «Аль\x1b[2Kфа»\r", "a\xffb\u009b")
	if want := "ООО «Аль\ufffd[2Kфа»\ufffd\ta\ufffdb\ufffd\n"; err != nil || out.String() != want {
		t.Errorf("%q, %v", out.String(), err)
	}
	s := &session{words: i18n.New(app.RU)}
	for _, err := range []error{errors.New("a\x1b[2Kb"), app.About("a\x1b[2Kb", app.ErrNoFile)} {
		if text := s.sentence(err); strings.Contains(text, "\x1b") || !strings.Contains(text, "a\ufffd[2Kb") {
			t.Errorf("%v is told as %q", err, text)
		}
	}
	if n != len("ООО «Аль\x1b[2Kфа»\r\ta\xffb\u009b\n") {
		t.Errorf("%d bytes", n)
	}
}
