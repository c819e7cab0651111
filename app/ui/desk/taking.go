package desk

import "technopark/app/exchange"

// Taking is what is to become records: nothing chosen yet, a block that was pasted, values for one
// column of a list.
type Taking struct {
	Type string         // key of the records; «» to find it out
	Book *exchange.Book // the table; nil while no file is chosen
	// Fields are the columns of the list it was pasted over, from that of the keyboard on: what a block
	// without heads is read as. Records are those of its rows, from the one of the keyboard on, where
	// the block has values for one column alone; else none.
	Fields  []string
	Records []int64 // ids; nil where rows are to come
}

// TakingPage is the screen on which tables of others become records.
type TakingPage interface {
	// Take shows what is to become records.
	Take(Taking)
}
