package exchange

// Harmed is how what WriteText puts before a text is taken off again.
var Harmed = harmed
