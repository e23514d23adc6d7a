// answer: yes
// reason: The total belongs to all shards, but each Put holds only the mutex of its own shard when it counts.

package p

import (
	"hash/fnv"
	"sync"
)

type stripe struct {
	mu   sync.Mutex
	data map[string]string
}

type Striped struct {
	stripes []*stripe
	total   int
}

func NewStriped(n int) *Striped {
	s := &Striped{}
	for range n {
		s.stripes = append(s.stripes, &stripe{data: map[string]string{}})
	}
	return s
}

func (s *Striped) Put(key, value string) {
	h := fnv.New32a()
	h.Write([]byte(key))
	st := s.stripes[h.Sum32()%uint32(len(s.stripes))]
	st.mu.Lock()
	defer st.mu.Unlock()
	if _, ok := st.data[key]; !ok {
		s.total++ // A B
	}
	st.data[key] = value
}

func Fill(keys []string) *Striped {
	s := NewStriped(8)
	for _, k := range keys {
		go s.Put(k, "filled")
	}
	return s
}
