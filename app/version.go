package app

// Version is the version of the program, as FyneApp.toml has it too.
const Version = "0.1.0"
