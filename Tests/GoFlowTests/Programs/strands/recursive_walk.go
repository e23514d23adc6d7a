// answer: yes
// reason: The walk starts a goroutine for each subtree, and all levels count in the same walker.

package p

import "sync"

type dir struct {
	files int
	subs  []*dir
}

type walker struct {
	wg    sync.WaitGroup
	files int
}

func (w *walker) walk(d *dir) {
	defer w.wg.Done()
	w.files += d.files // A B
	for _, s := range d.subs {
		w.wg.Add(1)
		go w.walk(s)
	}
}

func CountFiles(root *dir) int {
	w := &walker{}
	w.wg.Add(1)
	w.walk(root)
	w.wg.Wait()
	return w.files
}
