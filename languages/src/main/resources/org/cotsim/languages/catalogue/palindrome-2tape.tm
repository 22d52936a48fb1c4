# Copy the input, rewind it, compare it with the copy read backwards.
tapes: 2
input: a b
read-only: input
start: copy
accept: yes
let x = a b
copy {x},_ -> copy {x},{x} R,R
copy _,_ -> rewind L,S
rewind {x},_ -> rewind L,S
rewind _,_ -> compare R,L
compare {x},{x} -> compare R,L
compare _,_ -> yes S,S
