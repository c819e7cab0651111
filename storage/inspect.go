package storage

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"technopark/app"
	"technopark/app/disk"
)

// applicationID marks our files among SQLite's; it reads TPRK.
const applicationID = 0x5450524B

// The header of an SQLite file, https://www.sqlite.org/fileformat.html#the_database_header.
const (
	headerSize        = 100
	headerMagic       = "SQLite format 3\x00"
	headerPageSize    = 16 // 2 bytes; 1 means 65536
	headerWriting     = 18 // 1 byte: the format for those who write
	headerReading     = 19 // 1 byte: and for those who only read
	headerReserved    = 20 // 1 byte: how much of a page is not used
	headerPages       = 28 // 4 bytes
	headerFormat      = 44 // 4 bytes: of the schema
	headerEncoding    = 56 // 4 bytes
	headerUserVersion = 60 // 4 bytes
	headerApplication = 68 // 4 bytes
	utf8Text          = 1  // encoding of texts
	journalFormat     = 1  // for those who write or read: what a cut off change leaves is a journal
	logFormat         = 2  // what another program did may lie in a log beside
	newestFormat      = 4  // of the schema
)

// sealedMagic begins a file that is sealed with a passphrase, as copies may be:
// https://age-encryption.org/v1.
const sealedMagic = "age-encryption.org/"

// inspect returns the schema version of the file. It reads the header itself, because
// SQLite, given a file that is not ours, might write to it or beside it.
func inspect(path string, latest int64) (int64, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		if dir := filepath.Dir(path); disk.Dir(dir) != nil {
			return 0, app.About(disk.Shown(dir), app.ErrMissingDir)
		}
		return 0, app.ErrNoFile
	}
	switch {
	case err != nil:
		return 0, unreadable(err)
	case info.IsDir():
		return 0, app.ErrIsDir
	case !info.Mode().IsRegular(): // a pipe would be waited for without end
		return 0, app.ErrNotPlain
	case info.Size() == 0:
		return 0, app.ErrEmptyFile
	case info.Size() > mostFile:
		return 0, app.ErrTooBig
	}
	header, err := readHeader(path)
	if err != nil {
		return 0, unreadable(err)
	}
	if err := checkSize(path, info.Size(), header); err != nil {
		return 0, err
	}
	version := int64(binary.BigEndian.Uint32(header[headerUserVersion:]))
	switch {
	case version == 0:
		return 0, fmt.Errorf("%w: it has no schema", app.ErrDamaged)
	case version > latest:
		return 0, fmt.Errorf("%w: its schema is %d, ours is %d", app.ErrNewerSchema, version, latest)
	}
	return version, checkFormat(header)
}

// checkFormat finds what no file of ours says of itself. SQLite does not say of all of it that the
// file is damaged: it opens it to be read only, fails without a reason, or takes another value.
func checkFormat(header []byte) error {
	writing, reading := header[headerWriting], header[headerReading]
	schema := binary.BigEndian.Uint32(header[headerFormat:])
	encoding := binary.BigEndian.Uint32(header[headerEncoding:])
	switch {
	case writing != reading || writing != journalFormat && writing != logFormat:
		return fmt.Errorf("%w: its format is said to be %d to write and %d to read", app.ErrDamaged, writing, reading)
	case header[headerReserved] != 0:
		return fmt.Errorf("%w: %d bytes of a page are reserved", app.ErrDamaged, header[headerReserved])
	case schema < 1 || schema > newestFormat:
		return fmt.Errorf("%w: the format of its schema is said to be %d", app.ErrDamaged, schema)
	case encoding != utf8Text:
		return fmt.Errorf("%w: its texts are not in UTF-8", app.ErrDamaged)
	}
	return nil
}

// readHeader returns the header of one of our files.
func readHeader(path string) (header []byte, err error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	header = make([]byte, headerSize)
	n, err := io.ReadFull(file, header)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, err
	}
	start := min(n, len(headerMagic))
	switch {
	case bytes.HasPrefix(header, []byte(sealedMagic)):
		return nil, app.ErrSealed
	case !bytes.Equal(header[:start], []byte(headerMagic)[:start]):
		return nil, app.ErrNotOurs
	case n < headerSize:
		return nil, fmt.Errorf("%w: it is cut off after %d bytes", app.ErrDamaged, n)
	case binary.BigEndian.Uint32(header[headerApplication:]) != applicationID:
		return nil, app.ErrNotOurs
	}
	return header, nil
}

// checkSize finds a file that was cut off, as by a failed copy. A file with a journal
// beside it is passed over: SQLite first has to roll it back.
func checkSize(path string, size int64, header []byte) error {
	if journal, err := os.Stat(path + "-journal"); err == nil && journal.Size() > 0 {
		return nil
	}
	whole := pageSize(header) * int64(binary.BigEndian.Uint32(header[headerPages:]))
	if size < whole {
		return fmt.Errorf("%w: it has %d bytes of %d", app.ErrDamaged, size, whole)
	}
	return nil
}

// pageSize returns the size of a page that a header names.
func pageSize(header []byte) int64 {
	if page := int64(binary.BigEndian.Uint16(header[headerPageSize:])); page != 1 {
		return page
	}
	return 65536
}

// unreadable says why a file cannot be looked at. A path through a file has no directory either.
func unreadable(err error) error {
	if errors.Is(err, errNotDirectory) {
		return app.ErrMissingDir
	}
	if _, said := app.Refused(err); said {
		return err
	}
	return disk.WhyUnread(err)
}
