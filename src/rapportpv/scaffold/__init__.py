"""What `init` lays down in a project."""
