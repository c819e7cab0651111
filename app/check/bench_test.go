package check

import (
	"testing"

	"technopark/app/sample"
)

func BenchmarkRun(b *testing.B) {
	p, book := builtIn(b), sample.Park().Book()
	for b.Loop() {
		Run(p, book, 2020, nil)
	}
}
