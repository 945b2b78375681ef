"""The annexe: the actions one by one, and what is said of the projects that were not supported."""
