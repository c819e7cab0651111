package submission

import (
	"context"
	"testing"

	"technopark/app"
)

// keeper is records that have one content, whatever is asked for.
type keeper struct{ Records }

func (keeper) Content(context.Context, string) ([]byte, error) { return []byte("x"), nil }

// The names of signatures and of signed files stand in the data file, which a stranger may have
// made: none leads out of the folder they are written to.
func TestNamesOfSignaturesStayInTheFolder(t *testing.T) {
	for _, name := range []string{"../evil.sig", `..\evil.sig`, "/etc/evil.sig", "con.sig", ".."} {
		found, err := signatureFiles(t.Context(), keeper{}, []*app.Signature{{File: "package.pdf", FileName: name}})
		if err != nil {
			t.Fatal(err)
		}
		if got := found["package.pdf"][0].name; !app.IsFileName(got) {
			t.Errorf("a signature is written as %q", got)
		}
		if lines := listed("00  " + name + "\n00  package.pdf\n"); len(lines) != 1 || lines[0].name != "package.pdf" {
			t.Errorf("of a list with %q is taken %v", name, lines)
		}
	}
}
