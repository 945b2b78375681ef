"""The service that runs the policy."""
