package collection

import (
	"bytes"
	"image"
	_ "image/jpeg" // the two kinds of pictures that every office program shows
	_ "image/png"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/questionnaire"
)

// Bounds of a logo: a picture of a camera would make every questionnaire too large for a letter.
const (
	mostLogo      = 1 << 20 // bytes
	mostLogoSide  = 4000    // points of the picture
	leastLogoSide = 8
)

// ReadLogo reads the picture that stands at the head of questionnaires. One that is no PNG or
// JPEG, or is too large, is refused.
func ReadLogo(path string) (*questionnaire.Logo, error) {
	tooBig := &app.Refusal{ID: "err.logo_too_big", Data: map[string]any{"File": path, "Most": mostLogo >> 10, "Side": mostLogoSide}}
	data, err := disk.Read(path, mostLogo, tooBig)
	if err != nil {
		return nil, err
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil || config.Width < leastLogoSide || config.Height < leastLogoSide:
		return nil, &app.Refusal{ID: "err.no_logo", Data: map[string]any{"File": path}, Cause: err}
	case config.Width > mostLogoSide || config.Height > mostLogoSide:
		return nil, tooBig
	}
	ending := map[string]string{"png": ".png", "jpeg": ".jpg"}[format]
	return &questionnaire.Logo{Data: data, Extension: ending, Width: config.Width, Height: config.Height}, nil
}
