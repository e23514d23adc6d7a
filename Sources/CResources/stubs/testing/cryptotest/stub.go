// Stub of testing/cryptotest: all that it exports, without bodies.

package cryptotest

import (
	"testing"
)

func SetGlobalRandom(t *testing.T, seed uint64)
