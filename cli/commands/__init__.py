"""One module a group of commands; each registers on `cli.app.app`."""
