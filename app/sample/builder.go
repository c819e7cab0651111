package sample

import (
	"hash/fnv"
	"math/rand/v2"

	"technopark/app"
)

// builder gathers the records of the park. Its lists are what later records are
// counted from: who the residents are, which rooms they hold.
type builder struct {
	first       int // year with reports
	block       int // how many times the roster came before
	room        int // for so many more companies in force
	others      sums
	records     map[string][]app.Record
	specialisms []int64
	members     []*member
	rooms       []*app.Room
}

// member is a company of the roster with what has been settled about it.
type member struct {
	firm
	roster string // its short name in the roster
	id     int64
	number int // among all companies, from 0; of the first roster, in that
	staff  map[int]headcount
	leases []*app.Contract
}

// theOnly is the provisional id of the park and of its company.
const theOnly = 1

// add keeps a record and returns its provisional id, counted from 1 in each type.
func (b *builder) add(rec app.Record) int64 {
	t := rec.Type()
	b.records[t.Key] = append(b.records[t.Key], rec)
	h := rec.Header()
	h.ID = int64(len(b.records[t.Key]))
	if t.Scope == app.ScopePark {
		h.Park = theOnly
	}
	return h.ID
}

func (b *builder) addSpecialisms() {
	for _, name := range app.DefaultSpecialisms() {
		b.specialisms = append(b.specialisms, b.add(&app.Specialism{Name: name}))
	}
}

// dice draws figures: the same ones each time for the same topic and number.
type dice struct{ source *rand.Rand }

func diceFor(topic string, number int) dice {
	h := fnv.New64a()
	h.Write([]byte(topic))
	return dice{rand.New(rand.NewPCG(h.Sum64(), uint64(number)))}
}

// between returns a number from low to high, both included.
func (d dice) between(low, high int64) int64 {
	return low + d.source.Int64N(high-low+1)
}

func (d dice) chance(percent int64) bool { return d.between(1, 100) <= percent }

// in returns a number of the range.
func (d dice) in(r span) int64 { return d.between(r.low, r.high) }

// span is a range of plausible figures, both ends included.
type span struct{ low, high int64 }

// oneOf returns an item of the list.
func oneOf[T any](d dice, list []T) T { return list[d.between(0, int64(len(list))-1)] }

// share returns the given hundredths of a per cent of an amount, rounded down.
func share[N ~int64](whole N, basisPoints int64) N {
	return whole/10_000*N(basisPoints) + whole%10_000*N(basisPoints)/10_000
}
