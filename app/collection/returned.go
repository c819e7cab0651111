package collection

import (
	"path/filepath"
	"strings"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/questionnaire"
)

// Returnable reports whether there is something in a file that its resident can mend or confirm:
// rejected cells, likely slips, findings that its figures would raise, or a file that is no use as
// a whole though it is known whose it is.
func (r *Received) Returnable() bool {
	switch r.Verdict() {
	case Rejected:
		return true
	case Unfit:
		return !r.Plan.Fault.Again
	case Ready, Unsure:
		return len(r.Findings) > 0 || r.Plan.Doubts() > 0
	case Nothing, AsSent, Unread, PassedBy:
	}
	return false
}

// MarkedCopy returns the file with the cells marked that cannot be taken, that look like slips or
// that would raise findings, and a sheet that lists them.
func (r *Received) MarkedCopy() ([]byte, error) {
	raw, err := r.Bytes()
	if err != nil {
		return nil, err
	}
	marked, err := r.Plan.Returned(raw, r.remarks()...)
	return marked, app.About(r.Name, err)
}

// remarks are what the resident is told besides what the plan says of each cell.
func (r *Received) remarks() []questionnaire.Remark {
	var all []questionnaire.Remark
	for _, f := range r.Findings {
		all = append(all, questionnaire.Remark{
			Record: f.Type.Key, ID: f.ID, Field: f.Field.Key, What: f.Field.Label, Slip: strings.Contains(f.Rule, slipRules),
			Words: said("%s. Исправьте значение или ответьте, что оно верно", "%s. Correct the figure or answer that it is right", f.Message),
		})
	}
	return all
}

// SaveMarkedCopy writes the marked copy into a directory under a name that is free there, and
// returns its path.
func (r *Received) SaveMarkedCopy(dir string) (string, error) {
	marked, err := r.MarkedCopy()
	if err != nil {
		return "", err
	}
	if err := disk.MakeDir(dir); err != nil {
		return "", err
	}
	ext := filepath.Ext(r.Name)
	base := strings.TrimSuffix(r.Name, ext) + " — замечания"
	if r.Answer.Identity.Lang == app.EN {
		base = strings.TrimSuffix(r.Name, ext) + " — remarks"
	}
	for n := 1; ; n++ {
		path := filepath.Join(dir, numbered(base, n)+ext)
		if same, err := disk.Read(path, MostBytes, errTooBig()); err == nil && app.Content(same) == app.Content(marked) {
			return path, nil // it was returned so before
		}
		const most = 1000
		if err := disk.New(path); err != nil && n < most {
			continue
		}
		if err := disk.WriteNew(path, marked); err != nil {
			return "", err
		}
		return path, nil
	}
}
