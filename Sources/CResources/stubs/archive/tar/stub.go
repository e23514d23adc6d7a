// Stub of archive/tar: all that it exports, without bodies.

package tar

import (
	"io"
	"io/fs"
	"time"
)

const (
	FormatGNU         Format = 8
	FormatPAX         Format = 4
	FormatUSTAR       Format = 2
	FormatUnknown     Format = 0
	TypeBlock                = '4'
	TypeChar                 = '3'
	TypeCont                 = '7'
	TypeDir                  = '5'
	TypeFifo                 = '6'
	TypeGNULongLink          = 'K'
	TypeGNULongName          = 'L'
	TypeGNUSparse            = 'S'
	TypeLink                 = '1'
	TypeReg                  = '0'
	TypeRegA                 = '\x00'
	TypeSymlink              = '2'
	TypeXGlobalHeader        = 'g'
	TypeXHeader              = 'x'
)

var (
	ErrFieldTooLong    error
	ErrHeader          error
	ErrInsecurePath    error
	ErrWriteAfterClose error
	ErrWriteTooLong    error
)

type FileInfoNames interface {
	fs.FileInfo
	Gname() (string, error)
	Uname() (string, error)
}

type Format int

func (Format) String() string

type Header struct {
	Typeflag   byte
	Name       string
	Linkname   string
	Size       int64
	Mode       int64
	Uid        int
	Gid        int
	Uname      string
	Gname      string
	ModTime    time.Time
	AccessTime time.Time
	ChangeTime time.Time
	Devmajor   int64
	Devminor   int64
	Xattrs     map[string]string
	PAXRecords map[string]string
	Format     Format
}

func (*Header) FileInfo() fs.FileInfo

type Reader struct {
	_ *byte
}

func (*Reader) Next() (*Header, error)
func (*Reader) Read(b []byte) (int, error)

type Writer struct {
	_ []byte
}

func (*Writer) AddFS(fsys fs.FS) error
func (*Writer) Close() error
func (*Writer) Flush() error
func (*Writer) Write(b []byte) (int, error)
func (*Writer) WriteHeader(hdr *Header) error

func FileInfoHeader(fi fs.FileInfo, link string) (*Header, error)
func NewReader(r io.Reader) *Reader
func NewWriter(w io.Writer) *Writer
