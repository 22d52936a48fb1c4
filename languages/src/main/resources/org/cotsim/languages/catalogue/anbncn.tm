# Tape 1 holds a mark for each a; the b's walk over the marks leftwards, the c's rightwards.
tapes: 2
input: a b c
read-only: input
start: start
accept: yes
start _,_ -> yes S,S
start a,_ -> as a,1 R,R
as a,_ -> as a,1 R,R
as b,_ -> bs S,L
bs b,1 -> bs R,L
bs c,_ -> cs S,R
cs c,1 -> cs R,R
cs _,_ -> yes S,S
