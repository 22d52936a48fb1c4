# Erase the first symbol, carry it to the right end, erase its equal there, go back.
input: a b
start: first
accept: yes
let x = a b
let y = a b
first {x} -> carry-{x} _ R
first _ -> yes S
carry-{x} {y} -> carry-{x} R
carry-{x} _ -> match-{x} L
match-{x} {x} -> back _ L
# the symbol was the middle one
match-{x} _ -> yes S
back {x} -> back L
back _ -> first R
