package copies

func init() { work = 10 }
