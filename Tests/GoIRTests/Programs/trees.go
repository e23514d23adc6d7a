package program

type tree struct {
	left, right *tree
	key         int
}

func (t *tree) insert(k int) *tree {
	switch {
	case t == nil:
		return &tree{key: k}
	case k < t.key:
		t.left = t.left.insert(k)
	case k > t.key:
		t.right = t.right.insert(k)
	}
	return t
}

func insert(t **tree, k int) {
	for *t != nil {
		if k < (*t).key {
			t = &(*t).left
		} else {
			t = &(*t).right
		}
	}
	*t = &tree{key: k}
}

func (t *tree) remove(k int) (root *tree, found bool) {
	if t == nil {
		return
	}
	if k != t.key {
		next := &t.left
		if k > t.key {
			next = &t.right
		}
		*next, found = (*next).remove(k)
		return t, found
	}
	if t.left == nil {
		return t.right, true
	}
	if t.right == nil {
		return t.left, true
	}
	least := t.right
	for least.left != nil {
		least = least.left
	}
	t.key = least.key
	t.right, _ = t.right.remove(least.key)
	return t, true
}

func (t *tree) all(yield func(int) bool) bool {
	return t == nil || t.left.all(yield) && yield(t.key) && t.right.all(yield)
}

func show(t *tree) {
	for k := range func(yield func(int) bool) { t.all(yield) } {
		print(k, " ")
	}
	println()
}

func depth(t *tree) int {
	if t == nil {
		return 0
	}
	return 1 + max(depth(t.left), depth(t.right))
}

func Main() {
	var t *tree
	for _, k := range []int{5, 2, 8, 1, 3, 9} {
		t = t.insert(k)
	}
	insert(&t, 4)
	insert(&t, 7)
	show(t)
	println(depth(t))
	t, ok := t.remove(5)
	println(t.key, ok)
	t, ok = t.remove(100)
	println(t.key, ok)
	show(t)
}
