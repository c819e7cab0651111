package attach

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"io"

	"github.com/pdfcpu/pdfcpu/pkg/filter"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// maxUnpacked bounds what one stream may unpack to, in bytes.
const maxUnpacked = 512 << 20

// mended makes a stream such as every reader can unpack: viewers forgive a stream that ends
// too early and show what there is of it, printers and checkers do not. A stream that gives
// nothing at all is an error: such a document is better drawn.
func mended(sd types.StreamDict) (types.StreamDict, error) {
	if len(sd.FilterPipeline) == 0 {
		return sd, nil
	}
	if len(sd.Raw) == 0 && len(sd.Content) == 0 { // nothing cannot be unpacked
		sd.Dict.Delete("Filter")
		sd.Dict.Delete("DecodeParms")
		sd.Raw, sd.FilterPipeline = []byte{}, nil
		return sd, nil
	}
	if len(sd.Raw) == 0 { // it is packed here, and now
		return sd, nil
	}
	raw, err := mendedRaw(sd)
	sd.Raw = raw
	return sd, err
}

func mendedRaw(sd types.StreamDict) ([]byte, error) {
	switch sd.FilterPipeline[0].Name {
	case filter.Flate:
		return mendedFlate(sd.Raw)
	case filter.DCT:
		return mendedJPEG(sd.Raw)
	case filter.JPX, filter.JBIG2, filter.CCITTFax:
		return sd.Raw, nil
	}
	err := sd.DecodeWithLimit(maxUnpacked) // of a copy: what it unpacks to is thrown away
	return sd.Raw, err
}

// mendedFlate packs anew what can be unpacked, unless all of it can.
func mendedFlate(raw []byte) ([]byte, error) {
	if z, err := zlib.NewReader(bytes.NewReader(raw)); err == nil {
		n, err := io.Copy(io.Discard, io.LimitReader(z, maxUnpacked+1))
		if n > maxUnpacked {
			return nil, filter.ErrDecodeLimitExceeded
		}
		if err == nil {
			return raw, nil
		}
	}
	if len(raw) < 2 {
		return nil, io.ErrUnexpectedEOF
	}
	var whole bytes.Buffer
	_, err := io.Copy(&whole, io.LimitReader(flate.NewReader(bytes.NewReader(raw[2:])), maxUnpacked))
	if whole.Len() == 0 {
		return nil, errors.Join(errors.New("nothing can be unpacked"), err)
	}
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	_, err = z.Write(whole.Bytes())
	err = errors.Join(err, z.Close())
	return packed.Bytes(), err
}

// Markers of JPEG.
const (
	markStart = 0xD8
	markEnd   = 0xD9
)

// mendedJPEG ends a picture where its data end: cameras write more behind it, and a copy
// that broke off has no end at all.
func mendedJPEG(raw []byte) ([]byte, error) {
	at := bytes.Index(raw, []byte{0xFF, markStart})
	if at < 0 {
		return nil, errors.New("no JPEG in a stream of JPEG")
	}
	raw, at = raw[at:], 2
	for at+4 <= len(raw) {
		switch mark := raw[at+1]; {
		case raw[at] != 0xFF || mark == 0 || mark >= 0xD0 && mark <= 0xD7:
			at++ // the data of a scan
		case mark == 0xFF:
			at++
		case mark == markEnd:
			return raw[:at+2], nil
		default:
			at += 2 + int(binary.BigEndian.Uint16(raw[at+2:]))
		}
	}
	if bytes.HasSuffix(raw, []byte{0xFF, markEnd}) {
		return raw, nil
	}
	return append(bytes.Clone(raw), 0xFF, markEnd), nil
}
