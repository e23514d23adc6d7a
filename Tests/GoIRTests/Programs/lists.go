package program

type node[T any] struct {
	value T
	next  *node[T]
}

type queue[T any] struct {
	head, tail *node[T]
	n          int
}

func (q *queue[T]) push(v T) *queue[T] {
	n := &node[T]{value: v}
	if q.tail == nil {
		q.head, q.tail = n, n
	} else {
		q.tail.next, q.tail = n, n
	}
	q.n++
	return q
}

func (q *queue[T]) pop() (v T, ok bool) {
	if q.head == nil {
		return v, false
	}
	v, q.head = q.head.value, q.head.next
	if q.head == nil {
		q.tail = nil
	}
	q.n--
	return v, true
}

func (q *queue[T]) reverse() {
	var prev *node[T]
	q.tail = q.head
	for n := q.head; n != nil; {
		n.next, prev, n = prev, n, n.next
	}
	q.head = prev
}

func (q *queue[T]) values() func(func(int, T) bool) {
	return func(yield func(int, T) bool) {
		i := 0
		for n := q.head; n != nil; n = n.next {
			if !yield(i, n.value) {
				return
			}
			i++
		}
	}
}

func Main() {
	var q queue[string]
	q.push("a").push("b").push("c")
	q.reverse()
	for i, v := range q.values() {
		print(i, v, " ")
	}
	println(q.n)
	for {
		v, ok := q.pop()
		if !ok {
			break
		}
		print(v, " ")
	}
	println(q.tail == nil, q.n)
	ints := new(queue[int])
	for i := range 3 {
		ints.push(i * i)
	}
	v, _ := ints.pop()
	w, _ := ints.pop()
	println(v, w, ints.head.value)
}
