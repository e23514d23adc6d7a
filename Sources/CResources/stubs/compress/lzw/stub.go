// Stub of compress/lzw: all that it exports, without bodies.

package lzw

import (
	"io"
)

const (
	LSB Order = 0
	MSB Order = 1
)

type Order int

type Reader struct {
	_ []byte
}

func (*Reader) Close() error
func (*Reader) Read(b []byte) (int, error)
func (*Reader) Reset(src io.Reader, order Order, litWidth int)

type Writer struct {
	_ []byte
}

func (*Writer) Close() error
func (*Writer) Reset(dst io.Writer, order Order, litWidth int)
func (*Writer) Write(p []byte) (n int, err error)

func NewReader(r io.Reader, order Order, litWidth int) io.ReadCloser
func NewWriter(w io.Writer, order Order, litWidth int) io.WriteCloser
