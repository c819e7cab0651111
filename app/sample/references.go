package sample

import "technopark/app"

// addReferences sets invented means of a rating beside the park's own figures.
func (b *builder) addReferences() {
	const source = "условные значения учебного примера"
	for _, r := range []struct {
		code, unit string
		millionths int64
	}{
		{"S1.1", "тыс. руб./чел.", 286_400_000},
		{"S1.3", "ед./чел.", 9_800},
		{"S1.5", "%", 41_300_000},
		{"S2.1", "тыс. руб./чел.", 3_412_700_000},
		{"S2.2", "%", 9_600_000},
		{"S2.4", "%", 112_500_000},
		{"S3.1", "%", 84_700_000},
		{"S4.1", "тыс. руб./чел.", 218_900_000},
	} {
		b.add(&app.Reference{
			Period: app.YearPeriod(lastYear), Whose: app.ReferenceMean, Code: r.code,
			Value: app.Of(app.Figure(r.millionths)), Unit: r.unit, Source: source,
		})
	}
	b.add(&app.Reference{
		Period: app.YearPeriod(lastYear), Whose: app.ReferencePark, Park: "Технопарк «Образцовый»", Code: "S2.1",
		Value: app.Of(app.Figure(4_105_300_000)), Unit: "тыс. руб./чел.", Source: source,
	})
}
