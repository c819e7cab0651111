package doc

import (
	"fmt"
	"strings"
)

// Words are what a renderer adds to a paper by itself, in the language of the paper.
type Words struct {
	Draft     string // across every page, when a document names no other watermark
	NoRows    string // in a table without rows that does not say its own words
	Sign      string // under the line to sign on
	Name      string // under the name beside it
	Seal      string // «М. П.»: where a seal is put
	BlankDate string // to fill in by hand
	Continued string // after the title of rows that go on over the page
	Tab       string // of a workbook, when a section has no title

	sheet string
}

// WordsOf returns the words of a language tag; of any but an English one the Russian.
func WordsOf(lang string) Words {
	if strings.HasPrefix(lang, "en") {
		return Words{
			Draft: "DRAFT", NoRows: "No records", Sign: "(signature)", Name: "(printed name)", Seal: "Company seal",
			BlankDate: "___ ____________ 20__", Continued: "(continued)", Tab: "Sheet", sheet: "sheet\u00a0%d\u00a0of\u00a0%d",
		}
	}
	return Words{
		Draft: "ЧЕРНОВИК", NoRows: "Нет записей", Sign: "(подпись)", Name: "(расшифровка подписи)", Seal: "М.П.",
		BlankDate: "«___» ____________ 20__ г.", Continued: "(продолжение)", Tab: "Лист", sheet: "лист\u00a0%d\u00a0из\u00a0%d",
	}
}

// Sheet returns the count of sheets printed in the foot: «лист 3 из 98».
func (w Words) Sheet(i, n int) string { return fmt.Sprintf(w.sheet, i, n) }
