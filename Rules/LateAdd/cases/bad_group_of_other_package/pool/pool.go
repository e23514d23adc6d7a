package pool

import "sync"

// Pool counts what is still running.
type Pool struct{ Running sync.WaitGroup }
