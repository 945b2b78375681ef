"""Every project below a folder, built or checked in processes side by side."""
