package storage

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"os"

	"technopark/app"
)

// A rollback journal that lies beside a data file is put into it by whoever opens it next,
// without a question: of a copy that came into the place of another file it would make a
// mixture of both. So we look first whether it can be of this file,
// https://www.sqlite.org/fileformat.html#the_rollback_journal.
//
// What tells them apart is the first page, in which every change is counted: each file begins to
// count somewhere else (see finished), and whatever a transaction of ours changes, the first page
// is kept in the journal before (see tx.exec). Two copies that another program made of one file
// count alike as long as they have changed equally often.

// Places in the head of a rollback journal.
const (
	journalMagic   = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
	journalRecords = 8  // 4 bytes: pages that follow
	journalSector  = 20 // 4 bytes: how much room the head takes
	journalPage    = 24 // 4 bytes: size of a page
	journalHead    = 28
	mostSector     = 1 << 16
)

// Where a data file counts its changes, and at which count its header was written by a program that
// keeps the number of pages there.
const (
	headerChanges  = 24 // 4 bytes
	headerValidFor = 92 // 4 bytes
)

// refuseForeign fails when what lies beside a file is of another.
func refuseForeign(path string) error {
	if err := refuseLog(path); err != nil {
		return err
	}
	const tries = 20 // one who writes meanwhile is past the moment in which both do not fit
	for range tries {
		fits, err := fitsBeside(path)
		if err != nil || fits {
			return err
		}
	}
	return foreignBeside(path + leftovers[0])
}

func foreignBeside(journal string) error {
	return &app.Refusal{ID: "err.foreign_journal", Data: map[string]any{"Journal": journal}, Cause: errors.New("a journal of another file lies beside")}
}

// refuseLog fails when changes lie beside a file in the way that only other programs keep them:
// SQLite would put them into it, whatever they are and whether the file speaks of them or not.
func refuseLog(path string) error {
	log := path + leftovers[1]
	if info, err := os.Stat(log); err != nil || info.Size() == 0 {
		return nil //nolint:nilerr // there is nothing that could be put in
	}
	header, err := readHeader(path)
	switch {
	case err != nil:
		return unreadable(err)
	case header[headerReading] != logFormat:
		return foreignBeside(log)
	}
	return &app.Refusal{ID: "err.foreign_log", Data: map[string]any{"Log": log}, Cause: errors.New("changes of another program lie beside")}
}

// fitsBeside reports whether the journal beside a file, if there is one, can be its own.
func fitsBeside(path string) (bool, error) {
	journal, err := os.Open(path + leftovers[0])
	if errors.Is(err, os.ErrNotExist) {
		return true, nil
	}
	if err != nil {
		return false, unreadable(err)
	}
	defer func() { _ = journal.Close() }() // it was only read
	before, ok := firstPageBefore(journal)
	if !ok {
		return true, nil // SQLite makes nothing of it either
	}
	file, err := os.Open(path)
	if err != nil {
		return false, unreadable(err)
	}
	defer func() { _ = file.Close() }() // it was only read
	is := make([]byte, max(len(before), headerSize))
	if _, err := io.ReadFull(file, is); err != nil {
		return true, nil //nolint:nilerr // it is cut off: what the journal has is all there is
	}
	if before == nil {
		return false, nil
	}
	was, now := binary.BigEndian.Uint32(before[headerChanges:]), binary.BigEndian.Uint32(is[headerChanges:])
	// The first page is written last of all or not at all, and every change is counted in it.
	return now == was+1 || now == was && bytes.Equal(before, is[:len(before)]), nil
}

// firstPageBefore returns the first page as a journal keeps it, nil when it does not; ok is false
// for what is no journal, or one without a page.
func firstPageBefore(journal *os.File) (page []byte, ok bool) {
	info, err := journal.Stat()
	if err != nil {
		return nil, false
	}
	head := make([]byte, journalHead)
	for at := int64(0); ; {
		if _, err := journal.ReadAt(head, at); err != nil || string(head[:len(journalMagic)]) != journalMagic {
			return nil, ok
		}
		sector, size := int64(binary.BigEndian.Uint32(head[journalSector:])), int64(binary.BigEndian.Uint32(head[journalPage:]))
		if sector < journalHead || sector > mostSector || size < 512 || size > 65536 {
			return nil, ok
		}
		count := int64(binary.BigEndian.Uint32(head[journalRecords:]))
		if count == 0xffffffff {
			count = (info.Size() - at - sector) / (size + 8)
		}
		for i := range count {
			record := make([]byte, 4+size)
			if _, err := journal.ReadAt(record, at+sector+i*(size+8)); err != nil {
				return nil, ok
			}
			ok = true
			if binary.BigEndian.Uint32(record) == 1 {
				return record[4:], true
			}
		}
		end := at + sector + count*(size+8)
		at = (end + sector - 1) / sector * sector
	}
}
