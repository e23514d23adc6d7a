// Stub of go/version: all that it exports, without bodies.

package version

func Compare(x string, y string) int
func IsValid(x string) bool
func Lang(x string) string
