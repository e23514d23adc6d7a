package example

// Each turn appends once, on the one way or the other, and is done with the result when the next
// one begins.
func Tag(orgs []string, paid bool, send func(string, []string) error) error {
	tags := make([]string, 0, 8)
	if paid {
		tags = append(tags, "paid")
	}
	for _, org := range orgs {
		own := tags
		if org == "parent" {
			own = append(own, "parent")
		} else {
			own = append(own, "child")
		}
		if err := send(org, own); err != nil {
			return err
		}
	}
	return nil
}
