package pool

import "sync"

// Pool counts what is still running.
type Pool struct {
	Running sync.WaitGroup
	Results []int
}

// Base is embedded by others.
type Base struct {
	*Pool
}
