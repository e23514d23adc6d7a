// Stub of image/color/palette: all that it exports, without bodies.

package palette

import (
	"image/color"
)

var (
	Plan9   []color.Color
	WebSafe []color.Color
)
