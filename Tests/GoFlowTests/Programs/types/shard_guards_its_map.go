// answer: no (locked)
// reason: Each shard's map is touched only with that same shard's mutex held; different shards have different maps.

package p

import (
	"hash/maphash"
	"sync"
)

type shard struct {
	mu   sync.Mutex
	data map[string]string
}

type Sharded struct {
	seed   maphash.Seed
	shards [16]shard
}

func NewSharded() *Sharded {
	s := &Sharded{seed: maphash.MakeSeed()}
	for i := range s.shards {
		s.shards[i].data = make(map[string]string)
	}
	return s
}

func (s *Sharded) shard(key string) *shard {
	return &s.shards[maphash.String(s.seed, key)%uint64(len(s.shards))]
}

func (s *Sharded) Put(key, value string) {
	sh := s.shard(key)
	sh.mu.Lock()
	sh.data[key] = value // A
	sh.mu.Unlock()
}

func (s *Sharded) Get(key string) string {
	sh := s.shard(key)
	sh.mu.Lock()
	defer sh.mu.Unlock()
	return sh.data[key] // B
}

func Fill(s *Sharded, keys []string) (empty int) {
	for _, k := range keys {
		go s.Put(k, "filled")
		if s.Get(k) == "" {
			empty++
		}
	}
	return empty
}
