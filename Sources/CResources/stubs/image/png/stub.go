// Stub of image/png: all that it exports, without bodies.

package png

import (
	"image"
	"io"
)

const (
	BestCompression    CompressionLevel = -3
	BestSpeed          CompressionLevel = -2
	DefaultCompression CompressionLevel = 0
	NoCompression      CompressionLevel = -1
)

type CompressionLevel int

type Encoder struct {
	CompressionLevel CompressionLevel
	BufferPool       EncoderBufferPool
}

func (*Encoder) Encode(w io.Writer, m image.Image) error

type EncoderBuffer struct {
	_ []byte
}

type EncoderBufferPool interface {
	Get() *EncoderBuffer
	Put(*EncoderBuffer)
}

type FormatError string

func (FormatError) Error() string

type UnsupportedError string

func (UnsupportedError) Error() string

func Decode(r io.Reader) (image.Image, error)
func DecodeConfig(r io.Reader) (image.Config, error)
func Encode(w io.Writer, m image.Image) error
