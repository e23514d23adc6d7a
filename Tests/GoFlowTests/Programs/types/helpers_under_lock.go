// answer: no (locked)
// reason: link and unlink are unexported and reached only through methods that hold the mutex, over two levels of calls.

package p

import "sync"

type item[K comparable] struct {
	key        K
	prev, next *item[K]
}

type recency[K comparable] struct {
	mu    sync.Mutex
	head  *item[K]
	items map[K]*item[K]
}

func (r *recency[K]) unlink(it *item[K]) {
	if it.prev != nil {
		it.prev.next = it.next
	} else {
		r.head = it.next
	}
	if it.next != nil {
		it.next.prev = it.prev
	}
}

func (r *recency[K]) link(it *item[K]) {
	it.prev, it.next = nil, r.head // A
	if r.head != nil {
		r.head.prev = it
	}
	r.head = it // B
}

func (r *recency[K]) bump(key K) {
	it, ok := r.items[key]
	if ok {
		r.unlink(it)
	} else {
		it = &item[K]{key: key}
		r.items[key] = it
	}
	r.link(it)
}

func (r *recency[K]) Touch(key K) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.bump(key)
}

func Run(keys []string) {
	r := &recency[string]{items: map[string]*item[string]{}}
	for _, k := range keys {
		go r.Touch(k)
	}
}
