// answer: no (before-signal)
// reason: Whether the flight was known or is made, its own channel is closed once it has its error, and who reads that has received from the channel of the same flight.

package p

import (
	"container/list"
	"context"
	"sync"
)

type flight struct {
	done chan struct{}
	res  *int
	err  error
}

type flights struct {
	mu  sync.Mutex
	lru *cache
}

type cache struct {
	ll    *list.List
	cache map[string]*list.Element
}

type entry struct {
	key   string
	value interface{}
}

func (c *cache) Get(key string) (interface{}, bool) {
	if c.cache == nil {
		return nil, false
	}
	if e, ok := c.cache[key]; ok {
		c.ll.MoveToFront(e)
		return e.Value.(*entry).value, true
	}
	return nil, false
}

func (c *cache) Add(key string, value interface{}) {
	if e, ok := c.cache[key]; ok {
		c.ll.MoveToFront(e)
		e.Value.(*entry).value = value
		return
	}
	c.cache[key] = c.ll.PushFront(&entry{key, value})
}

func (p *flights) orMake(key string, make func(c *cache) *flight) (*flight, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	v, ok := p.lru.Get(key)
	if ok {
		return v.(*flight), true
	}
	return make(p.lru), false
}

type Store struct {
	flights flights
	load    func(string) (*int, error)
}

func (s *Store) Get(ctx context.Context, key string) (*int, error) {
	f, ok := s.flights.orMake(key, func(c *cache) *flight {
		f := &flight{done: make(chan struct{})}
		c.Add(key, f)
		return f
	})
	if !ok {
		go func() {
			defer close(f.done)
			res, err := s.load(key)
			if err != nil {
				f.err = err // A
				return
			}
			f.res = res
		}()
	}
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-f.done:
		return f.res, f.err // B
	}
}
