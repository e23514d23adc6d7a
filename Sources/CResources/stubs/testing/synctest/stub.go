// Stub of testing/synctest: all that it exports, without bodies.

package synctest

import (
	"testing"
	"time"
)

func Sleep(d time.Duration)
func Test(t *testing.T, f func(*testing.T))
func Wait()
