"""The second example, a small EPCI under the contracts of 2024: what its workbooks hold."""
