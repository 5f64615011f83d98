"""The commands: options, one call, one formatter, an exit code.  What a command needs it imports when it runs."""
