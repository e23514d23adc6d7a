package example

import (
	"errors"
	"strings"
	"sync"
)

// Rules are put together first and applied then.
type Rules struct {
	mu   sync.Mutex
	used bool
	text string
}

// mayChange is called with mu held; it says why the rules cannot be changed any more.
func (r *Rules) mayChange() error {
	if r == nil {
		return nil
	}
	if r.used {
		return errors.New("in use")
	}
	return nil
}

// Add fails once the rules were applied.
func (r *Rules) Add(text string) error {
	text = strings.ToLower(text)
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.mayChange(); err != nil {
		return err
	}
	r.text += text
	return nil
}

// String is for those who build them.
func (r *Rules) String() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.text
}

func (r *Rules) begin() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.used = true
}

// Apply may be called by many.
func (r *Rules) Apply(name string) bool {
	r.begin()
	return strings.Contains(r.text, name)
}
