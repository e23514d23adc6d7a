// race: ok_replaced_as_a_whole.go

package example

import "sync"

var (
	driversMu sync.RWMutex
	drivers   = make(map[string]func() error)
)

func Register(name string, open func() error) {
	driversMu.Lock()
	defer driversMu.Unlock()
	drivers[name] = open
}

func Drivers() map[string]func() error {
	driversMu.RLock()
	defer driversMu.RUnlock()
	return drivers // want "map `drivers`, which `driversMu` guards, is returned uncopied by `Drivers`"
}
