package standing

import (
	"context"
	"math"
	"strconv"
	"strings"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/i18n"
)

// Doubt is how sure the place and the group are, when the assumptions of the method are varied.
type Doubt struct {
	Runs  int                  // how many there were
	Place composite.PlaceRange // where the place lies
	Group string               // as it is without any variation
	Share float64              // of the runs in which the park is in that group

	vary composite.Assumptions
}

// Doubt computes the rating anew many times, each time with the assumptions drawn at random. It
// is nil where there are no places. The error is that of the context, or the refusal of a method
// that has nothing to vary.
func (s *Standing) Doubt(ctx context.Context, runs composite.Runs) (*Doubt, error) {
	if s.Now.Ranked == nil || s.Is().Place == 0 {
		return nil, nil
	}
	sample, err := s.Now.Ranked.Sample(ctx, runs)
	if err != nil {
		return nil, err
	}
	d := &Doubt{Runs: sample.Runs, Place: sample.Places[0], Group: s.Is().Group, vary: s.Index().Method().Vary}
	for i, g := range s.Index().Method().Groups {
		if g.Name == d.Group {
			d.Share = sample.Groups[0][i]
		}
	}
	return d, nil
}

// Words says it in one sentence: «при весах ±25 % и других способах расчёта место от 7-го до
// 12-го в 90 случаях из 100; группа II — в 84 из 100 (10 000 расчётов)».
func (d *Doubt) Words(lang app.Lang) string {
	low, high := int(math.Floor(d.Place.Low)), int(math.Ceil(d.Place.High))
	var b strings.Builder
	b.WriteString(d.assumed(lang))
	if low == high {
		b.WriteString(app.L(" место "+strconv.Itoa(low)+"-е", " place "+strconv.Itoa(low)).In(lang))
	} else {
		b.WriteString(app.L(" место от "+strconv.Itoa(low)+"-го до "+strconv.Itoa(high)+"-го", " place "+strconv.Itoa(low)+" to "+strconv.Itoa(high)).In(lang))
	}
	b.WriteString(app.L(" в"+app.NBSP+"90 случаях из"+app.NBSP+"100", " in 90 cases of 100").In(lang))
	if d.Group != "" {
		share := strconv.Itoa(int(math.Floor(d.Share * 100)))
		b.WriteString(app.L("; группа"+app.NBSP+d.Group+" — в"+app.NBSP+share+" из"+app.NBSP+"100", "; group "+d.Group+" in "+share+" of 100").In(lang))
	}
	b.WriteString(" (" + i18n.Count(lang, int64(d.Runs), i18n.Forms{RU: [3]string{"расчёт", "расчёта", "расчётов"}, EN: [2]string{"run", "runs"}}) + ")")
	return b.String()
}

// assumed names what is varied: «при весах ±25 %, других способах расчёта и без каждого десятого парка».
func (d *Doubt) assumed(lang app.Lang) string {
	var parts []string
	if w := d.vary.Weights; w > 0 {
		percent := Decimals(w*100, 0, lang)
		parts = append(parts, app.L("при весах ±"+percent+app.NBSP+"%", "with weights ±"+percent+"%").In(lang))
	}
	if len(d.vary.Normalise)+len(d.vary.Aggregate) > 0 {
		word := app.L("других способах расчёта", "other ways to compute")
		if len(parts) == 0 {
			word = app.L("при других способах расчёта", "with other ways to compute")
		}
		parts = append(parts, word.In(lang))
	}
	if l := d.vary.Leave; l > 0 {
		percent := Decimals(l*100, 0, lang)
		parts = append(parts, app.L("без "+percent+app.NBSP+"% парков", "without "+percent+"% of the parks").In(lang))
	}
	if n := len(parts); n > 1 {
		return strings.Join(parts[:n-1], ", ") + app.L(" и ", " and ").In(lang) + parts[n-1]
	}
	return strings.Join(parts, "")
}
