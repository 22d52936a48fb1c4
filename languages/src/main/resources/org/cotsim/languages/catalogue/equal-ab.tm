# The head of tape 1 stands at cell (a's read) - (b's read), left of cell 0 as well as right of it.
tapes: 2
input: a b
read-only: input
start: start
accept: yes
reject: no
let z = _ 0
start a,_ -> count a,0 R,R
start b,_ -> count b,0 R,L
start _,_ -> yes S,S
count a,{z} -> count R,R
count b,{z} -> count R,L
count _,0 -> yes S,S
count _,_ -> no S,S
