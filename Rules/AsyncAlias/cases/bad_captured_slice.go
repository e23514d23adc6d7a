// race: ok_waited_for.go

package example

import "sort"

func Publish(names []string, deliver func(string)) {
	pending := append([]string(nil), names...)
	go func() {
		for _, name := range pending { // want "`pending` is shared with a goroutine without a copy"
			deliver(name)
		}
	}()
	sort.Strings(pending)
}
