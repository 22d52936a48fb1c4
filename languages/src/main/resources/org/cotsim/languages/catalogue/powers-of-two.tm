# Cross off every second a in each pass; only powers of two never leave a remainder.
input: a
start: first
accept: yes
let y = a x
first a -> one $ R
one x -> one R
one _ -> yes S
one a -> even x R
even x -> even R
even a -> odd R
even _ -> back L
odd x -> odd R
odd a -> even x R
back {y} -> back L
back $ -> one R
