package cli

import (
	"bytes"
	"fmt"
	"testing"
)

func TestTextsOfOthersDoNotSteerTheTerminal(t *testing.T) {
	var out bytes.Buffer
	n, err := fmt.Fprintf(marking{&out}, "%s\t%s\n", "ООО «Аль\x1b[2Kфа»\r", "a\xffb\u009b")
	if want := "ООО «Аль\ufffd[2Kфа»\ufffd\ta\ufffdb\ufffd\n"; err != nil || out.String() != want {
		t.Errorf("%q, %v", out.String(), err)
	}
	if n != len("ООО «Аль\x1b[2Kфа»\r\ta\xffb\u009b\n") {
		t.Errorf("%d bytes", n)
	}
}
