// Stub of internal/gate: all that it exports, without bodies.

package gate

import (
	"context"
)

type Gate struct {
	_ *byte
}

func (*Gate) Lock() (set bool)
func (*Gate) LockIfSet() (acquired bool)
func (*Gate) Unlock(set bool)
func (*Gate) WaitAndLock(ctx context.Context) error

func New(set bool) Gate
