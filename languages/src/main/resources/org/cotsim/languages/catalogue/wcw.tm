# Copy up to the separator, rewind the copy, compare.
tapes: 2
input: a b #
read-only: input
start: copy
accept: yes
let x = a b
copy {x},_ -> copy {x},{x} R,R
copy #,_ -> back R,L
back *,{x} -> back S,L
back *,_ -> compare S,R
compare {x},{x} -> compare R,R
compare _,_ -> yes S,S
