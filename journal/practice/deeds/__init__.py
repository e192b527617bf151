"""What can be done with a record, for both faces: named, asked for, and done."""
