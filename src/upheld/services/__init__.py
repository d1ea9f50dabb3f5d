"""What people do. The only door for change: authorise, change, record, all in one transaction."""
