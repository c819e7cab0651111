package profiles

import (
	"bytes"
	"image"
	pngs "image/png"
)

// png is a page of paper, white.
var png = func() []byte {
	var out bytes.Buffer
	if err := pngs.Encode(&out, image.NewGray(image.Rect(0, 0, 40, 60))); err != nil {
		panic(err)
	}
	return out.Bytes()
}()
