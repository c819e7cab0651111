package ui

// usePark shows the records of another park.
func (w *Window) usePark(id int64) {
	if err := w.choosePark(id); err != nil {
		w.fail(err)
		return
	}
	w.letGo()
	w.refreshAll()
}

// useYear shows the records of another year.
func (w *Window) useYear(year int) {
	if year != w.desk.Year {
		w.desk.Year = year
		w.letGo()
		w.refreshAll()
	}
}

// choosePark takes the park with the id, or the first one when it is not there.
func (w *Window) choosePark(id int64) error {
	parks, err := w.desk.Store.Parks(w.desk.Ctx())
	if err != nil {
		return err
	}
	was := w.desk.Park
	w.desk.Park = 0
	for _, p := range parks {
		if p.ID == id || w.desk.Park == 0 {
			w.desk.Park = p.ID
		}
	}
	if w.desk.Park != was {
		w.desk.Forget()
		w.desk.ForgetLists()
		w.desk.Year = w.desk.LastYear()
	}
	return err
}
