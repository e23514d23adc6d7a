// Stub of compress/zlib: all that it exports, without bodies.

package zlib

import (
	"io"
)

const (
	BestCompression    = 9
	BestSpeed          = 1
	DefaultCompression = -1
	HuffmanOnly        = -2
	NoCompression      = 0
)

var (
	ErrChecksum   error
	ErrDictionary error
	ErrHeader     error
)

type Resetter interface {
	Reset(r io.Reader, dict []byte) error
}

type Writer struct {
	_ []byte
}

func (*Writer) Close() error
func (*Writer) Flush() error
func (*Writer) Reset(w io.Writer)
func (*Writer) Write(p []byte) (n int, err error)

func NewReader(r io.Reader) (io.ReadCloser, error)
func NewReaderDict(r io.Reader, dict []byte) (io.ReadCloser, error)
func NewWriter(w io.Writer) *Writer
func NewWriterLevel(w io.Writer, level int) (*Writer, error)
func NewWriterLevelDict(w io.Writer, level int, dict []byte) (*Writer, error)
