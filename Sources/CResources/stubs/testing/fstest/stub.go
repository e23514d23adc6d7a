// Stub of testing/fstest: all that it exports, without bodies.

package fstest

import (
	"io/fs"
	"time"
)

type MapFS map[string]*MapFile

func (MapFS) Glob(pattern string) ([]string, error)
func (MapFS) Lstat(name string) (fs.FileInfo, error)
func (MapFS) Open(name string) (fs.File, error)
func (MapFS) ReadDir(name string) ([]fs.DirEntry, error)
func (MapFS) ReadFile(name string) ([]byte, error)
func (MapFS) ReadLink(name string) (string, error)
func (MapFS) Stat(name string) (fs.FileInfo, error)
func (MapFS) Sub(dir string) (fs.FS, error)

type MapFile struct {
	Data    []byte
	Mode    fs.FileMode
	ModTime time.Time
	Sys     any
}

func TestFS(fsys fs.FS, expected ...string) error
