package sample

import "technopark/app"

// addSiteReports adds the figures of the site, counted from the rooms. What is
// free of the shop floors is what was not let on the last day of the year.
func (b *builder) addSiteReports() {
	areas := b.areas()
	for year := b.first; year <= lastYear; year++ {
		ago := app.Quantity(lastYear - year)
		b.add(&app.SiteReport{
			Period: app.YearPeriod(year),
			Land:   app.Of(app.Quantity(18_640)), LandFree: app.Of(app.Quantity(3_120) + ago*450),
			Building: app.Of(areas.useful * 119 / 100), Useful: app.Of(areas.useful), Leasable: app.Of(areas.leasable), Office: app.Of(areas.office),
			Production:     app.Of(areas.production),
			ProductionFree: app.Of(b.freeProduction(year)),
			HasPower:       app.Yes(), Power: app.Of(app.Quantity(14_200)), PowerFree: app.Of(app.Quantity(2_310) + ago*640),
			HasGas: app.No(), Gas: app.NA[app.Quantity](), GasFree: app.NA[app.Quantity](),
			HasHeat: app.Yes(), Heat: app.Of(app.Quantity(9_850)), HeatFree: app.Of(app.Quantity(1_940) + ago*310),
			HasWater: app.Yes(), Water: app.Of(app.Quantity(62_000)), WaterFree: app.Of(app.Quantity(14_500) + ago*2_100),
			HasSewage: app.Yes(), Sewage: app.Of(app.Quantity(58_000)), SewageFree: app.Of(app.Quantity(12_700) + ago*1_900),
		})
	}
}
