"""What can be wrong with the service that runs the policy."""
