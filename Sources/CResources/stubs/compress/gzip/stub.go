// Stub of compress/gzip: all that it exports, without bodies.

package gzip

import (
	"io"
	"time"
)

const (
	BestCompression    = 9
	BestSpeed          = 1
	DefaultCompression = -1
	HuffmanOnly        = -2
	NoCompression      = 0
)

var (
	ErrChecksum error
	ErrHeader   error
)

type Header struct {
	Comment string
	Extra   []byte
	ModTime time.Time
	Name    string
	OS      byte
}

type Reader struct {
	Header
	_ *byte
}

func (*Reader) Close() error
func (*Reader) Multistream(ok bool)
func (*Reader) Read(p []byte) (n int, err error)
func (*Reader) Reset(r io.Reader) error

type Writer struct {
	Header
	_ *byte
}

func (*Writer) Close() error
func (*Writer) Flush() error
func (*Writer) Reset(w io.Writer)
func (*Writer) Write(p []byte) (int, error)

func NewReader(r io.Reader) (*Reader, error)
func NewWriter(w io.Writer) *Writer
func NewWriterLevel(w io.Writer, level int) (*Writer, error)
