// Stub of html: all that it exports, without bodies.

package html

func EscapeString(s string) string
func UnescapeString(s string) string
