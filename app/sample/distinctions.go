package sample

import "technopark/app"

// addDistinctions says of two companies of one founder that they are two.
func (b *builder) addDistinctions() {
	residents := b.records["resident"]
	if len(residents) < 2 { // in the smallest of parks nobody is to be told apart
		return
	}
	d := app.Distinguish(theOnly, residents[len(residents)-2], residents[len(residents)-1])
	d.Author, d.Date = "Ёжикова-Преображенская А.\u00a0В.", app.Day(lastYear+1, 4, 6)
	d.Note = "Учредитель у обеих один, а организации разные."
	b.add(d)
}
