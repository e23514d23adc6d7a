// Stub of debug/buildinfo: all that it exports, without bodies.

package buildinfo

import (
	"io"
	"runtime/debug"
)

type BuildInfo = debug.BuildInfo

func Read(r io.ReaderAt) (*BuildInfo, error)
func ReadFile(name string) (info *BuildInfo, err error)
