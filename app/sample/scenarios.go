package sample

import "technopark/app"

// addScenarios keeps what the director of the park wanted to know: what a new plant would change.
func (b *builder) addScenarios() {
	plant := &app.Scenario{Period: app.YearPeriod(lastYear), Title: "Приём завода"}
	plant.SetLines([]app.ScenarioChange{{What: "input jobs_created", More: "22"}, {What: "input rd", More: "18000"}, {What: "input publications", More: "6"}})
	quiet := &app.Scenario{Period: app.YearPeriod(lastYear), Title: "Без нового набора"}
	quiet.SetLines([]app.ScenarioChange{{What: "input jobs_created", More: "-40"}, {What: "input admitted", More: "-8"}})
	b.add(plant)
	b.add(quiet)
}
