// Stub of container/heap: all that it exports, without bodies.

package heap

import (
	"sort"
)

type Interface interface {
	sort.Interface
	Pop() any
	Push(x any)
}

func Fix(h Interface, i int)
func Init(h Interface)
func Pop(h Interface) any
func Push(h Interface, x any)
func Remove(h Interface, i int) any
