"""The calendar on the coordinator's desk."""
