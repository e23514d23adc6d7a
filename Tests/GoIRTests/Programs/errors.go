package program

type notFound struct{ name string }

func (e *notFound) Error() string { return e.name + " not found" }

type wrapped struct {
	msg string
	err error
}

func (w wrapped) Error() string { return w.msg + ": " + w.err.Error() }
func (w wrapped) Unwrap() error { return w.err }

func as[T error](err error) (found T, ok bool) {
	for err != nil {
		if t, is := err.(T); is {
			return t, true
		}
		u, can := err.(interface{ Unwrap() error })
		if !can {
			break
		}
		err = u.Unwrap()
	}
	return
}

type store map[string]int

func (s store) get(name string) (int, error) {
	if n, ok := s[name]; ok {
		return n, nil
	}
	return 0, &notFound{name}
}

func (s store) sum(names ...string) (total int, err error) {
	defer func() {
		if err != nil {
			err = wrapped{"sum", err}
		}
	}()
	for _, name := range names {
		n, err := s.get(name)
		if err != nil {
			return total, err
		}
		total += n
	}
	return
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func Main() {
	s := store{"a": 1, "b": 2}
	total, none := s.sum("a", "b")
	println(total, none == nil)
	n, err := s.sum("a", "c", "b")
	println(n, err.Error())
	nf, ok := as[*notFound](err)
	println(ok, nf.name)
	_, ok = as[wrapped](nf)
	println(ok)
	println(must(s.get("b")))
	func() {
		defer func() {
			err := recover().(error)
			println("recovered", err.Error())
		}()
		must(s.get("z"))
	}()
}
