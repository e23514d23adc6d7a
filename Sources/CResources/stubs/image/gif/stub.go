// Stub of image/gif: all that it exports, without bodies.

package gif

import (
	"image"
	"image/draw"
	"io"
)

const (
	DisposalBackground = 2
	DisposalNone       = 1
	DisposalPrevious   = 3
)

type GIF struct {
	Image           []*image.Paletted
	Delay           []int
	LoopCount       int
	Disposal        []byte
	Config          image.Config
	BackgroundIndex byte
}

type Options struct {
	NumColors int
	Quantizer draw.Quantizer
	Drawer    draw.Drawer
}

func Decode(r io.Reader) (image.Image, error)
func DecodeAll(r io.Reader) (*GIF, error)
func DecodeConfig(r io.Reader) (image.Config, error)
func Encode(w io.Writer, m image.Image, o *Options) error
func EncodeAll(w io.Writer, g *GIF) error
