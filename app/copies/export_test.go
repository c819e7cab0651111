package copies

import "os"

func init() { work = 10 }

// Touched is touched.
func (e Entry) Touched(info os.FileInfo) bool { return e.touched(info) }
