package assets_test

import (
	"bytes"
	"image/png"
	"testing"

	"technopark/assets"
)

func TestIconIsAPNGOfTheSizeDesktopsAskFor(t *testing.T) {
	config, err := png.DecodeConfig(bytes.NewReader(assets.Icon()))
	if err != nil {
		t.Fatal(err)
	}
	if config.Width != 512 || config.Height != 512 {
		t.Errorf("icon is %d × %d, want 512 × 512", config.Width, config.Height)
	}
}
