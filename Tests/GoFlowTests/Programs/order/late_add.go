// answer: yes
// reason: The goroutine raises the count itself, so Wait may find a count of zero and return before the write.

package p

import "sync"

type gang struct {
	wg    sync.WaitGroup
	addrs []string
}

func (g *gang) resolve(i int, host string, lookup func(string) string) {
	g.wg.Add(1)
	defer g.wg.Done()
	g.addrs[i] = lookup(host) // A
}

func Resolve(hosts []string, lookup func(string) string) (known []string) {
	g := &gang{addrs: make([]string, len(hosts))}
	for i, h := range hosts {
		go g.resolve(i, h, lookup)
	}
	g.wg.Wait()
	for _, a := range g.addrs { // B
		if a != "" {
			known = append(known, a)
		}
	}
	return known
}
