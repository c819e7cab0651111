// Command sbom lists what programs are linked of, with the licences, as a CycloneDX document: the
// modules and their sums as the linker wrote them into the programs themselves, what comes in
// without being a module (fonts, PDFium and its parts) as assets/licences has it. .ci/ship hands
// it to staff beside the programs; it is run in the repository and is no part of the product.
//
//	go run ./assets/sbom VERSION PROGRAM… >LIST.cdx.json
//
// The moment of the list is that of SOURCE_DATE_EPOCH, so that the same programs give the same
// bytes.
//
// Exit: 0 the list is whole, 1 it is not: a program cannot be read, or is linked of a module whose
// licence is not known.
package main

import (
	"fmt"
	"os"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "sbom: usage: sbom VERSION PROGRAM…")
		os.Exit(1)
	}
	list, err := listOf(os.Args[1], os.Getenv("SOURCE_DATE_EPOCH"), os.Args[2:])
	if err == nil {
		_, err = os.Stdout.Write(list)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "sbom:", err)
		os.Exit(1)
	}
}
