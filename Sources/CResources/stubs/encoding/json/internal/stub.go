// Stub of encoding/json/internal: what other stubs mention of it, without bodies.

package internal

type NotForPublicUse struct{}
