// race: ok_same_outer_lock.go

package example

import (
	"sort"
	"sync"
)

type Board struct {
	sync.Mutex
	scores []int
}

func (b *Board) Record(score int) {
	b.Lock()
	defer b.Unlock()
	b.scores = append(b.scores, score)
	sort.Ints(b.scores)
}

func (b *Board) Best() int {
	b.Lock()
	scores := b.scores // want "slice `Board.scores`, which `Board.Mutex` guards, is read after"
	b.Unlock()
	if len(scores) == 0 {
		return 0
	}
	return scores[len(scores)-1]
}
