// Stub of crypto/fips140: all that it exports, without bodies.

package fips140

func Enabled() bool
func Enforced() bool
func Version() string
func WithoutEnforcement(f func())
