package cases

import "sync"

type batch[T any] struct {
	wg    sync.WaitGroup
	items []T
}

func (b *batch[T]) add(item T) {
	b.wg.Done() // want "`b.wg.Done\(\)` announces completion before the change of `b.items`"
	b.items = append(b.items, item)
}

func collectAll(words []string) []string {
	var b batch[string]
	b.wg.Add(1)
	go b.add(words[0])
	b.wg.Wait()
	return b.items
}
