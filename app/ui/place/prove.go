package place

import (
	"context"
	"strings"

	"technopark/app/rating"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
	"technopark/assets"
)

// proveCore scores the published examples that travel with the program and says what differs from
// what was published.
func proveCore(d *desk.Desk) {
	var proofs []rating.Proof
	examples := assets.RatingExamples()
	d.Tasks.Run(d.T("ui.place.prove"), func(ctx context.Context, progress kit.Progress) error {
		for i, e := range examples {
			if err := ctx.Err(); err != nil {
				return err
			}
			progress(e.Name, kit.Count(i, len(examples)))
			p, err := rating.Prove(rating.Example(e))
			if err != nil {
				return err
			}
			proofs = append(proofs, p)
		}
		return nil
	}, func(err error) {
		switch {
		case canceled(err):
		case err != nil:
			d.Fail(err)
		default:
			kit.Tell(d.Window, d.T("ui.place.prove"), proofText(d, proofs), d.T("ui.place.understood"))
		}
	})
}

// proofText says of each example how many figures were compared and how many differ, and which.
func proofText(d *desk.Desk, proofs []rating.Proof) string {
	var lines []string
	compared, differences := 0, 0
	for _, p := range proofs {
		lines = append(lines, d.T("cli.rate.proof", "Title", p.Title, "Compared", p.Compared, "Differences", len(p.Differences)))
		for _, x := range p.Differences {
			lines = append(lines, d.T("cli.rate.difference", "Step", x.Step, "Unit", x.Unit, "Code", x.Code, "Expected", x.Expected, "Got", x.Got))
		}
		compared += p.Compared
		differences += len(p.Differences)
	}
	return strings.Join(append(lines, d.T("cli.rate.proved", "Compared", compared, "Differences", differences)), "\n")
}
