package example

type queue struct{ items []int }

func (q *queue) push(item int) int {
	q.items = append(q.items, item)
	return len(q.items)
}

func (q *queue) fill(items []int) {
	for _, item := range items {
		q.items = append(q.items, item)
	}
}
