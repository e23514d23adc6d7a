package program

type key struct{ a, b int }

var cache = map[key]int{}
var calls int

func paths(a, b int) int {
	if a == 0 || b == 0 {
		return 1
	}
	k := key{a, b}
	if n, ok := cache[k]; ok {
		return n
	}
	calls++
	cache[k] = paths(a-1, b) + paths(a, b-1)
	return cache[k]
}

func memoize(f func(int) int) func(int) int {
	seen := make(map[int]int)
	return func(n int) int {
		if v, ok := seen[n]; ok {
			return v
		}
		v := f(n)
		seen[n] = v
		return v
	}
}

func permutations(xs []int, visit func([]int)) {
	var rec func(int)
	rec = func(i int) {
		if i == len(xs) {
			visit(xs)
			return
		}
		for j := i; j < len(xs); j++ {
			xs[i], xs[j] = xs[j], xs[i]
			rec(i + 1)
			xs[i], xs[j] = xs[j], xs[i]
		}
	}
	rec(0)
}

func Main() {
	println(paths(5, 5), calls)
	var fib func(int) int
	fib = memoize(func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	})
	println(fib(50))
	count, sum := 0, 0
	permutations([]int{1, 2, 3}, func(p []int) { count++; sum += p[0]*100 + p[1]*10 + p[2] })
	println(count, sum)
	primes := 0
	var sieve [50]bool
	for i := 2; i < len(sieve); i++ {
		if sieve[i] {
			continue
		}
		primes++
		for j := i * i; j < len(sieve); j += i {
			sieve[j] = true
		}
	}
	println(primes)
	a, b := 48, 36
	for b != 0 {
		a, b = b, a%b
	}
	println(a)
	m := [2][2]int{{1, 1}, {1, 0}}
	r := [2][2]int{{1, 0}, {0, 1}}
	for n := 10; n > 0; n >>= 1 {
		if n&1 == 1 {
			r = mul(r, m)
		}
		m = mul(m, m)
	}
	println(r[0][1])
}

func mul(a, b [2][2]int) (c [2][2]int) {
	for i := range a {
		for j := range b[0] {
			for k := range b {
				c[i][j] += a[i][k] * b[k][j]
			}
		}
	}
	return
}
