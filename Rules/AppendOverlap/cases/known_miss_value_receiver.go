package example

// known-miss: the results of a method with a value receiver are structs, not slices

type query struct{ terms []string }

func (q query) and(term string) query {
	q.terms = append(q.terms, term)
	return q
}

func both(q query) (query, query) {
	q = q.and("a").and("b").and("c")
	return q.and("open"), q.and("closed")
}
