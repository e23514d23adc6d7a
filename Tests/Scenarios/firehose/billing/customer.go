// Package billing keeps support up to date on what customers pay for.
package billing

// Plan is what a customer has bought.
type Plan string

// The plans that are sold.
const (
	PlanStarter    Plan = "Starter"
	PlanGrowth     Plan = "Growth"
	PlanEnterprise Plan = "Enterprise"
)

var plans = [...]Plan{PlanStarter, PlanGrowth, PlanEnterprise}

// Customer pays for one or more organizations.
type Customer struct {
	ID            string         `json:"id"`
	Plan          Plan           `json:"plan"`
	PastDue       bool           `json:"past_due"`
	ParentID      string         `json:"parent_id"` // the organization that gets the invoice
	Organizations []Organization `json:"organizations"`
}

// Organization uses the product.
type Organization struct {
	ID              string `json:"id"`
	Name            string `json:"name"`
	SupportThreadID string `json:"support_thread_id"` // empty if it never asked for help
}
