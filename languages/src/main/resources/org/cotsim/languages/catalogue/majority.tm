# The head of tape 1 stands at cell (a's read) - (b's read); cell 0 carries the mark 0.
tapes: 2
input: a b
read-only: input
start: start
accept: yes
reject: no
let s = more less
let z = _ 0
start a,_ -> more a,0 R,R
start b,_ -> less b,0 R,L
start _,_ -> no S,S
more a,{z} -> more R,R
more b,_ -> more R,L
more b,0 -> less R,L
less b,{z} -> less R,L
less a,_ -> less R,R
less a,0 -> more R,R
more _,_ -> yes S,S
less _,_ -> no S,S
{s} _,0 -> no S,S
