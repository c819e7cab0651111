package copies

import (
	"context"
	"errors"
	"slices"

	"technopark/app"
)

// Difference is how many records of a type a copy has and the file has now.
type Difference struct {
	Type string // key
	Copy int64  // records in the copy
	Now  int64  // records in the file
}

// Compared says what a copy holds against what is now.
type Compared struct {
	Records []Difference // of every type of which either has records, in the order of the catalogue
	// After is how many entries of the journal came after the copy; Apart says that the copy
	// is no earlier moment of the file: it has entries of its own.
	After int64
	Apart bool // see After
	// Differences is in what the records themselves differ. Without entries after the copy there
	// are some all the same when one of the two was changed by other means than this program.
	Differences []Differing
	Repeats     bool // what is wrong with the copy is wrong with the file as well
}

// Same reports whether the file is what it was when it was copied.
func (c Compared) Same() bool { return !c.Apart && c.After == 0 && len(c.Differences) == 0 }

// Compare compares what came out of a copy with a data file.
func (k Keeper) Compare(ctx context.Context, is Restored, file string) (Compared, error) {
	c, err := k.compareHoldings(ctx, is.Holds, file)
	if err != nil {
		return c, err
	}
	if c.Differences, err = k.between(ctx, is.Path, is.Path, file); err != nil {
		return c, err
	}
	if is.Flaw != nil {
		c.Repeats, err = k.repeats(ctx, is.Path, file)
	}
	return c, err
}

// repeats reports whether all that is wrong with one data file is wrong with another.
func (k Keeper) repeats(ctx context.Context, one, other string) (bool, error) {
	mine, err := k.verdict(ctx, one)
	if err != nil {
		return false, app.About(one, err)
	}
	theirs, err := k.verdict(ctx, other)
	if err != nil {
		return false, app.About(other, err)
	}
	for _, p := range mine.Problems {
		if !slices.Contains(theirs.Problems, p) {
			return false, nil
		}
	}
	return true, nil
}

// verdict says what in a data file is not as the program wrote it.
func (k Keeper) verdict(ctx context.Context, path string) (v app.Verdict, err error) {
	f, err := k.Storage.Open(path)
	if err != nil {
		return v, err
	}
	v, err = f.Verify(ctx)
	return v, errors.Join(err, f.Close())
}

// compareHoldings compares how many records there are, and the journals.
func (k Keeper) compareHoldings(ctx context.Context, holds app.Holding, file string) (c Compared, err error) {
	f, err := k.Storage.Open(file)
	if err != nil {
		return c, app.About(file, err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	now, err := f.Holding(ctx)
	if err != nil {
		return c, app.About(file, err)
	}
	for _, t := range app.Types() {
		if was, is := holds.Records[t.Key], now.Records[t.Key]; was != 0 || is != 0 {
			c.Records = append(c.Records, Difference{t.Key, was, is})
		}
	}
	c.After = now.Entries - holds.Entries
	if holds.Entries == 0 {
		return c, nil
	}
	then, err := f.Journal(ctx, app.JournalFilter{After: holds.Entries - 1, Upto: holds.Entries})
	c.Apart = len(then) != 1 || then[0].Hash != holds.Hash
	return c, err
}
