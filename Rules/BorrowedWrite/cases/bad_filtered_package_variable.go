package example

var hosts []string

func SetHosts(list []string) { hosts = list }

func others(own string) []string {
	found := hosts[:0]
	for _, host := range hosts {
		if host != own {
			found = append(found, host) // want "writes into the array of `hosts`"
		}
	}
	return found
}
