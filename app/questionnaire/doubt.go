package questionnaire

import (
	"math/big"

	"technopark/app"
)

// slip is how many times apart two amounts are that a person hardly meant: one is in roubles, or
// in millions, where thousands are asked for. The rules of the check say the same (SLIP_UP).
const slip = 300

// doubt says that a figure looks like a slip beside what is recorded for the period, or for the
// period before. Nothing is converted: the resident may mean it.
func (d *draft) doubt(f app.Field, v, now app.Value) app.Text {
	if f.Kind != app.KindMoney || v.State != app.Given || !d.typ.Report {
		return app.Text{}
	}
	if apart(v, now) {
		return slipped(f, v, now, app.L("записано", "recorded is"))
	}
	before := d.plan.Period
	before.Year--
	rec := d.planner.report(d.typ, d.plan.Resident.ID, before)
	if rec == nil {
		return app.Text{}
	}
	if last := f.Get(rec); apart(v, last) {
		return slipped(f, v, last, said("за %s", "for %s it is", inBoth(before)))
	}
	return app.Text{}
}

// apart reports whether two amounts are hundreds of times apart.
func apart(a, b app.Value) bool {
	if a.State != app.Given || b.State != app.Given || a.N == 0 || b.N == 0 {
		return false
	}
	x, y := new(big.Int).Abs(big.NewInt(a.N)), new(big.Int).Abs(big.NewInt(b.N))
	if x.Cmp(y) < 0 {
		x, y = y, x
	}
	return x.Cmp(y.Mul(y, big.NewInt(slip))) >= 0
}

func slipped(f app.Field, v, other app.Value, where app.Text) app.Text {
	x, y := new(big.Int).Abs(big.NewInt(v.N)), new(big.Int).Abs(big.NewInt(other.N))
	if x.Cmp(y) > 0 {
		return said("%s %s — в сотни раз меньше; похоже, сумма введена в рублях, а не в тысячах рублей. Ничего не пересчитано: подтвердите её или исправьте",
			"%s %s, hundreds of times less; the amount seems to be in roubles instead of thousands of roubles. Nothing was converted: confirm it or correct it", where, exact(f, other))
	}
	return said("%s %s — в сотни раз больше; похоже, сумма введена в миллионах рублей, а не в тысячах. Ничего не пересчитано: подтвердите её или исправьте",
		"%s %s, hundreds of times more; the amount seems to be in millions of roubles instead of thousands. Nothing was converted: confirm it or correct it", where, exact(f, other))
}
