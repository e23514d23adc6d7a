// Stub of image/draw: all that it exports, without bodies.

package draw

import (
	"image"
	"image/color"
)

const (
	Over Op = 0
	Src  Op = 1
)

var (
	FloydSteinberg Drawer
)

type Drawer interface {
	Draw(dst Image, r image.Rectangle, src image.Image, sp image.Point)
}

type Image interface {
	image.Image
	Set(x int, y int, c color.Color)
}

type Op int

func (Op) Draw(dst Image, r image.Rectangle, src image.Image, sp image.Point)

type Quantizer interface {
	Quantize(p color.Palette, m image.Image) color.Palette
}

type RGBA64Image interface {
	image.RGBA64Image
	Set(x int, y int, c color.Color)
	SetRGBA64(x int, y int, c color.RGBA64)
}

func Draw(dst Image, r image.Rectangle, src image.Image, sp image.Point, op Op)
func DrawMask(dst Image, r image.Rectangle, src image.Image, sp image.Point, mask image.Image, mp image.Point, op Op)
