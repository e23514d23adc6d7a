package switches

// Trace is off; who needs it builds with another value.
const Trace = false
