# Erase an a at the left end and a b at the right end, over and over.
input: a b
start: first
accept: yes
let x = a b
first _ -> yes S
first a -> as _ R
as a -> as R
as b -> bs R
bs b -> bs R
bs _ -> last L
last b -> back _ L
back {x} -> back L
back _ -> first R
