# One pass per letter, rightwards, leftwards, rightwards, each copying its letter.
tapes: 2
input: a b c
read-only: input
output: 1
start: as
accept: done
as a,_ -> as a,a R,R
as _,_ -> bs L,S
as *,_ -> as R,S
bs b,_ -> bs b,b L,R
bs _,_ -> cs R,S
bs *,_ -> bs L,S
cs c,_ -> cs c,c R,R
cs _,_ -> done S,S
cs *,_ -> cs R,S
