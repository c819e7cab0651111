package app

// Earlier returns the report of the same resident, service or park for the same part of the
// year before; nil when it is not among the records, and of records that are no reports.
func Earlier(rec Record, all []Record) Record {
	if !rec.Type().Report {
		return nil
	}
	p := PeriodOf(rec)
	p.Year--
	per := PerOf(rec)
	for _, other := range all {
		if PeriodOf(other) == p && PerOf(other) == per {
			return other
		}
	}
	return nil
}
