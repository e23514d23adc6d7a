// race: ok_joined_by_group.go

package cases

// The value on the channel says that err is set; it is not.
func run(step func() error) error {
	var err error
	finished := make(chan bool)
	go func() {
		failure := step()
		finished <- true // want "`finished <- true` announces completion before the change of `err`"
		if failure != nil {
			err = failure
		}
	}()
	<-finished
	return err
}
