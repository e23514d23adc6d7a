package standard

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"maps"
	"net/http"
	"os"
	"reflect"
	"slices"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"unsafe"
)

type key struct{ a, b int }

func f(ctx context.Context, w http.ResponseWriter, r *http.Request) error {
	m := map[string][]int{}
	ks := slices.Sorted(maps.Keys(m))
	_ = ks
	slices.SortFunc(ks, cmp.Compare)
	slices.SortFunc(ks, strings.Compare)
	slices.SortFunc(ks, func(a, b string) int { return cmp.Or(cmp.Compare(a, b), strings.Compare(a, b)) })
	i, ok := slices.BinarySearchFunc(ks, 3, func(s string, n int) int { return n })
	_, _ = i, ok
	c := slices.Collect(maps.Values(m))
	_ = c
	_ = slices.IndexFunc(ks, func(s string) bool { return s == "" })
	_ = slices.Concat(ks, ks, nil)
	var p atomic.Pointer[key]
	_ = p.Load().a
	var mu sync.RWMutex
	defer mu.RLocker().Unlock()
	o := sync.OnceValue(func() int { return 1 })
	_ = o()
	a, b := sync.OnceValues(func() (int, error) { return 1, nil })()
	_, _ = a, b
	ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case t := <-time.After(time.Minute):
		_ = t.Unix()
	}
	hs := r.Header["x"]
	_ = hs
	_ = r.Header.Get("x")
	w.Header()["y"] = nil
	_ = r.URL.Query()["q"][0]
	var e *os.PathError
	if errors.As(errors.New("x"), &e) {
		_ = e.Op
	}
	if pe, ok := errors.AsType[*os.PathError](nil); ok {
		_ = pe.Path
	}
	fmt.Fprintf(w, "%d", 1)
	sort.Slice(ks, func(i, j int) bool { return ks[i] < ks[j] })
	for i, s := range slices.Backward(ks) {
		_, _ = i, s
	}
	for s := range strings.SplitSeq("a", ",") {
		_ = s
	}
	_ = maphash.Comparable(maphash.MakeSeed(), key{})
	_ = reflect.TypeFor[key]().Field(0).Name
	for f, v := range reflect.ValueOf(key{}).Fields() {
		_, _ = f, v
	}
	_ = unsafe.Sizeof(key{})
	_ = unsafe.Slice((*byte)(nil), 3)
	_ = unsafe.String((*byte)(nil), 3)
	_ = unsafe.Add(unsafe.Pointer(nil), 3)
	_ = uintptr(unsafe.Pointer(&e)) + unsafe.Offsetof(key{}.b)
	var arr [unsafe.Sizeof(key{})]byte
	_ = arr
	d := time.Duration(3) * time.Second
	_ = d.Seconds()
	_ = 2 * time.Second
	_ = time.Since(time.Now()) / 2
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { _ = r.Body })
	h := http.HandlerFunc(func(http.ResponseWriter, *http.Request) {})
	h.ServeHTTP(w, r)
	var pool = sync.Pool{New: func() any { return new(key) }}
	k := pool.Get().(*key)
	_ = k.b
	_ = slices.MaxFunc([]key{}, func(a, b key) int { return cmp.Compare(a.a, b.a) }).b
	_ = maps.Collect(slices.All(ks))
	g := slices.Clone(http.Header{}["a"])
	_ = g
	_ = maps.Clone(http.Header{})
	_ = min(time.Second, 3*time.Minute)
	_ = new(time.Second)
	_ = new(3)
	_ = new("x")
	_ = new(1 << 3)
	_ = new(key{1, 2})
	return nil
}
