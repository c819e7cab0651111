// Package collection gathers the figures of residents: who is asked and reminded, what comes
// back, and how far it has come. The window and the command line both call it.
package collection
