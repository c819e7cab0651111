package attach_test

import (
	"bytes"
	"net"
	"sync/atomic"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"technopark/reports/attach"
)

// Whatever addresses a document has, none is asked anything while it is put into a package.
func TestNoAddressOfADocumentIsAsked(t *testing.T) {
	server, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	var asked atomic.Int32
	go func() {
		for {
			conn, err := server.Accept()
			if err != nil {
				return // the test is over
			}
			asked.Add(1)
			conn.Close()
		}
	}()
	t.Cleanup(func() { server.Close() })
	address := []byte("http://" + server.Addr().String() + "/")
	var docs []attach.Document
	for _, file := range liveFiles() {
		for _, host := range []string{"http://host/", "http://example.com/"} {
			file = bytes.ReplaceAll(file, []byte(host), address)
		}
		docs = append(docs, document(attach.PDF, file))
	}
	linked := raw(box+"/Annots[6 0 R]", hello, "<</Type/Annot/Subtype/Link/Rect[9 9 99 30]/A<</S/URI/URI("+string(address)+")>>>>")
	appended(t, append(docs, document(attach.PDF, linked))...)
	if n := asked.Load(); n != 0 {
		t.Errorf("the server was asked %d times", n)
	}
	// That it can be: the same library, told that there is a network, asks whether links lead somewhere.
	careless := model.NewDefaultConfiguration()
	careless.ValidateLinks, careless.Offline = true, false
	if err := api.Validate(bytes.NewReader(linked), careless); err != nil {
		t.Logf("validated: %v", err)
	}
	if asked.Load() == 0 {
		t.Error("the test would see no question")
	}
}

// pdfcpu is told that there is no network wherever it is called.
func TestThereIsNoNetworkForDocuments(t *testing.T) {
	if c := attach.Configuration(); !c.Offline || c.ValidateLinks {
		t.Errorf("offline %v, links looked up %v", c.Offline, c.ValidateLinks)
	}
}
