"""A year of a plan before it is lived: `nhacviec plan rehearse`. The real code on a pretend clock; only the messenger
is replaced, by a recorder that keeps to its limits."""
