// answer: yes
// reason: Whoever sets the signer holds the lock, so others are expected beside them: Prepare reads it bare.

package p

import "sync"

type Engine struct {
	mu     sync.RWMutex
	signer string
}

func (e *Engine) Authorize(signer string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.signer = signer // A
}

func (e *Engine) Seal() string {
	e.mu.RLock()
	defer e.mu.RUnlock()
	return e.signer
}

func (e *Engine) Prepare() string {
	return e.signer // B
}

func (e *Engine) Difficulty() int {
	return len(e.signer)
}
