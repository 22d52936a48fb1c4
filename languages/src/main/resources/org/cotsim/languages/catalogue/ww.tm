# Find the middle with a mark for every two symbols, copy the first half over the marks, compare.
tapes: 2
input: a b
read-only: input
start: even
accept: yes
let x = a b
let y = a b
even {x},_ -> odd R,S
odd {x},_ -> even {x},1 R,R
even _,_ -> rewind L,L
rewind {x},1 -> rewind L,L
rewind {x},_ -> rewind L,S
rewind _,_ -> copy R,R
copy {x},1 -> copy {x},{x} R,R
copy {x},_ -> back S,L
copy _,_ -> yes S,S
back {x},{y} -> back S,L
back {x},_ -> compare S,R
compare {x},{x} -> compare R,R
compare _,_ -> yes S,S
