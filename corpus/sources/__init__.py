"""Where papers come from: folders and addresses."""
